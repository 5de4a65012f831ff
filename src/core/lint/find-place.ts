import type { SourcePlace } from '../document/source-document.ts';
import type { FindingPlace } from '../exchange/open-plan.ts';
import type { RulePlace } from './rule.ts';
import { literal } from './sentences.ts';
import type { LintedPlan } from './subject.ts';

type Span = NonNullable<FindingPlace['source']>;

/**
 * Adds the source position to a place: the quoted words where they can be found inside the item's place, else the whole
 * item, else the only spot of the source with those words; null where nothing is known.
 */
export function findPlace(subject: LintedPlan, place: RulePlace): FindingPlace {
  return { path: place.path, quote: place.quote, source: spanOf(subject, place) };
}

function spanOf(subject: LintedPlan, place: RulePlace): Span | null {
  const { source } = subject;
  if (place.start !== undefined && place.quote !== null)
    return { start: place.start, end: place.start + place.quote.length, page: pageAt(subject, place.start) };
  const item = wholeItem(nearestPlace(subject.places, place.path));
  if (source === null || place.quote === null) return item;
  if (item === null) return onlySpot(subject, source, place.quote);
  const own = source.slice(item.start, item.end);
  const hit = firstSpot(own, place.quote);
  if (hit === null) return item;
  const start = item.start + hit.start;
  return { start, end: item.start + hit.end, page: pageAt(subject, start) ?? item.page };
}

/** The place of an item, of its text or title, or of the nearest item it belongs to. */
function nearestPlace(places: LintedPlan['places'], path: string): SourcePlace | null {
  const own = places[path] ?? places[`${path}/text`] ?? places[`${path}/title`] ?? places[`${path}/0`];
  if (own !== undefined) return own;
  let pointer = path;
  while (pointer !== '') {
    const place = places[pointer];
    if (place !== undefined) return place;
    pointer = pointer.slice(0, pointer.lastIndexOf('/'));
  }
  return null;
}

function wholeItem(place: SourcePlace | null): Span | null {
  const first = place?.ranges[0];
  const last = place?.ranges.at(-1);
  if (!place || !first || !last) return null;
  return { start: first.start, end: last.end, page: place.page };
}

function onlySpot(subject: LintedPlan, source: string, quote: string): Span | null {
  const first = source.indexOf(quote);
  if (first >= 0 && source.includes(quote, first + quote.length)) return null;
  const all = new RegExp(wrappedPattern(quote).source, 'gu');
  const hit = all.exec(source);
  if (hit === null || all.exec(source) !== null) return null;
  return { start: hit.index, end: hit.index + hit[0].length, page: pageAt(subject, hit.index) };
}

/** Page of a position: of the item that covers it, else counted by form feeds where the text has any. */
function pageAt(subject: LintedPlan, position: number): number | null {
  for (const place of Object.values(subject.places))
    if (place.ranges.some((range) => range.start <= position && position < range.end)) return place.page;
  const before = subject.source?.slice(0, position) ?? '';
  return subject.source?.includes('\f') ? before.split('\f').length : null;
}

/** A pattern for every way of wrapping a longer quote is slower to make than all the rest of its rule. */
const PATTERN_LENGTH_MAX = 40;

function firstSpot(text: string, quote: string): { readonly start: number; readonly end: number } | null {
  if (quote.length > PATTERN_LENGTH_MAX) return spotByLetters(text, quote);
  const hit = wrappedPattern(quote).exec(text);
  return hit === null ? null : { start: hit.index, end: hit.index + hit[0].length };
}

/** Finds a long quote by its letters alone, whatever spaces, line ends and hyphens stand between them. */
function spotByLetters(text: string, quote: string): { readonly start: number; readonly end: number } | null {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1)
    if (!BETWEEN.test(text[at] ?? '')) {
      places.push(at);
      letters += text[at];
    }
  const wanted = [...quote].filter((sign) => !BETWEEN.test(sign)).join('');
  const found = letters.indexOf(wanted);
  const start = places[found];
  const last = places[found + wanted.length - 1];
  return found < 0 || start === undefined || last === undefined ? null : { start, end: last + 1 };
}

const BETWEEN = /[\s\u00AD-]/u;
const WRAP = '(?:[-\\u00AD]?\\n\\s*|\\u00AD)?';

/** Finds words that the source may have wrapped over lines or divided by a hyphen at the end of a line. */
function wrappedPattern(quote: string): RegExp {
  const words = quote.trim().split(/\s+/u);
  return new RegExp(words.map((word) => [...word].map(literal).join(WRAP)).join('\\s+'), 'u');
}
