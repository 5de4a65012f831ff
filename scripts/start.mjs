// `npm start`: installs what is missing, builds, and serves. Ctrl-C stops it clean.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, installIfNeeded, requireNode, root } from './lib/build.mjs';

requireNode();
installIfNeeded();
buildIfNeeded();
const { runCommandLine } = await import(pathToFileURL(join(root, 'dist/main/cli.js')).href);
process.exitCode = await runCommandLine(['serve', '--demo', ...process.argv.slice(2)]);
