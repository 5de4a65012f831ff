/** A path on this site and nothing else: "//elsewhere" and "/\elsewhere" would leave it. "/" for what is none. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/';
}
