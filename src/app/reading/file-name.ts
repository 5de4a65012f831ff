const LONGEST_NAME = 120;
const NOT_IN_NAMES = /[<>:"/\\|?*\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that is safe to show and to store, from the name that the sender gave: the last part of any path, without
 * control signs, direction marks or signs that some file system forbids, NFC, at most 120 signs with its ending kept.
 * "dokument" when nothing is left. It is for people to recognise the file by; where a file is kept, its hash is its name.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = withoutControls(last)
    .replace(NOT_IN_NAMES, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(RESERVED, '_$&');
  if (clean.replace(/[.\s]/g, '') === '') return 'dokument';
  return clean.length <= LONGEST_NAME ? clean : shorten(clean);
}

function withoutControls(text: string): string {
  return [...text].filter((sign) => !/\p{Cc}|\p{Cs}/u.test(sign)).join('');
}

function shorten(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const kept = [...name.slice(0, name.length - ending.length)];
  let stem = '';
  for (const sign of kept) {
    if (stem.length + sign.length + ending.length > LONGEST_NAME) break;
    stem += sign;
  }
  return stem.trimEnd() + ending;
}
