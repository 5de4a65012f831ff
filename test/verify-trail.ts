import { openArchive } from '../src/adapters/archive/open-archive.ts';
import { checkSignature } from '../src/adapters/secrets.ts';
import { sha256OfText } from '../src/adapters/sha256.ts';
import { verifyExport } from '../src/app/trail/verify-export.ts';

/** Checks an exported trail as the command does. */
export const verifyTrail = verifyExport({ openArchive, checkSignature, sha256OfText });
