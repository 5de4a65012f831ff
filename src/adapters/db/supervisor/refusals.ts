/** Why the database cannot be used, as plain data; the command line says each in one sentence. */
export type StoreRefusal =
  | { readonly kind: 'already-serving'; readonly dataFolder: string }
  | { readonly kind: 'no-embedded-database'; readonly platform: string }
  | { readonly kind: 'binaries-unusable'; readonly folder: string; readonly detail: string }
  | { readonly kind: 'wrong-database-version'; readonly dataVersion: string; readonly programVersion: string }
  | { readonly kind: 'no-unprivileged-user' }
  | { readonly kind: 'data-folder-denied'; readonly path: string }
  | { readonly kind: 'socket-folder-denied'; readonly path: string }
  | { readonly kind: 'disk-full'; readonly path: string }
  | { readonly kind: 'database-start-failed'; readonly detail: string; readonly logFile: string }
  | { readonly kind: 'database-unreachable'; readonly detail: string }
  | { readonly kind: 'database-unencrypted' }
  | { readonly kind: 'database-certificate'; readonly detail: string }
  | { readonly kind: 'database-not-permitted'; readonly detail: string }
  | { readonly kind: 'database-too-old'; readonly version: string }
  | { readonly kind: 'database-newer-than-program'; readonly migration: string };

/** Carries a refusal out of the depths of starting; caught in `openStore`, never seen outside the adapter. */
export class RefusedStart extends Error {
  readonly refusal: StoreRefusal;
  constructor(refusal: StoreRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** The refusal that an error from the file system means, or null when it means none. */
export function refusalOfFileError(error: unknown, path: string): StoreRefusal | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full', path };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return { kind: 'data-folder-denied', path };
  return null;
}
