import { rootOf } from './stem.ts';

/** Shortest root that is taken apart, and shortest parts: of which both are known, and of which only one is. */
const shortest = { compound: 6, part: 3, otherPart: 4, lonePart: 4, unknownPart: 3 } as const;

/** What only begins or ends words: never a part, however often it stands alone. */
const beginnings = new Set(
  'till för efter under över från med mot sam fram åter upp utan ute bort inne mellan genom miss'.split(' '),
);
const endings = new Set('skap dom sam bar lös full mäss vis aktig mässig artad'.split(' '));

/** The known parts of a compound, as roots. */
export type Parts = readonly string[];

/**
 * The parts of a compound, as roots; empty for a word that is none or whose parts nobody knows. `isWord` tells which roots
 * stand as words of their own in the municipality's plans or among its synonyms: "behandlingsstöd" falls into "behandling" and
 * "stöd" where both are used. The longest last part wins, since it says what kind of thing it is. Where only one part is known,
 * the last ("sommarvärme") or else the first ("rullstolsburen"), that one is given alone, unless the whole `isKnown`.
 */
export function splitCompound(root: string, isWord: (root: string) => boolean, isKnown = false): Parts {
  if (root.length < shortest.compound) return [];
  const both = inTwo(root, isWord);
  if (both !== null || isKnown) return both ?? [];
  return lastAlone(root, isWord) ?? firstAlone(root, isWord) ?? [];
}

function inTwo(root: string, isWord: (root: string) => boolean): Parts | null {
  for (let at = 2; at <= root.length - shortest.part; at += 1) {
    const last = rootOf(root.slice(at));
    if (last.length < shortest.part || !isPart(last, isWord)) continue;
    const first = firstPart(root.slice(0, at), isWord, shortest.part);
    if (first !== null && Math.max(first.length, last.length) >= shortest.otherPart) return [first, last];
  }
  return null;
}

function lastAlone(root: string, isWord: (root: string) => boolean): Parts | null {
  for (let at = shortest.unknownPart; at <= root.length - shortest.lonePart; at += 1) {
    const last = rootOf(root.slice(at));
    if (beginnings.has(root.slice(0, at))) continue;
    if (last.length >= shortest.lonePart && isPart(last, isWord)) return [last];
  }
  return null;
}

function firstAlone(root: string, isWord: (root: string) => boolean): Parts | null {
  for (let at = root.length - shortest.unknownPart; at >= shortest.lonePart; at -= 1) {
    const first = firstPart(root.slice(0, at), isWord, shortest.lonePart);
    if (first !== null) return [first];
  }
  return null;
}

/** The first part as a word: as it stands, or without the s or vowel that joins it ("behandlings-", "kvinno-", "gatu-"). */
function firstPart(text: string, isWord: (root: string) => boolean, least: number): string | null {
  const forms = [text, ...(/[soaeu]$/.test(text) ? [text.slice(0, -1)] : [])];
  return forms.map(rootOf).find((root) => root.length >= least && isPart(root, isWord)) ?? null;
}

function isPart(root: string, isWord: (root: string) => boolean): boolean {
  return !beginnings.has(root) && !endings.has(root) && isWord(root);
}
