const SOFT_HYPHEN = /\u00AD/g;
const NON_BREAKING_HYPHEN = /\u2011/g;
const BREAKS = /[ \t\n\r\f\v]+/g;

/**
 * The text of a block from a stretch of the file: breaks, tabs and runs of spaces become one space, soft hyphens go,
 * and the non-breaking hyphen becomes an ordinary one. No-break spaces stay, since they are the author's own.
 */
export function blockText(raw: string): string {
  return raw.replace(SOFT_HYPHEN, '').replace(NON_BREAKING_HYPHEN, '-').replace(BREAKS, ' ').trim();
}

/** A typed bullet at the start of a line: the sign, and the length of sign and space; null where the line has none. */
export function typedBullet(line: string): { readonly marker: string; readonly length: number } | null {
  const hit = /^([•●○◦▪■□‣·➢✓*–\u2013\u2014\uF0B7\uF0A7-])(?:[ \t\u00A0]+)(?=\S)/.exec(line);
  return hit ? { marker: hit[1] ?? '', length: hit[0].length } : null;
}
