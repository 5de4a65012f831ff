import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import { escapeXml, unescapeXml } from './ooxml-text.ts';

/** What each placeholder of a template stands for, by its folded name. */
export function fillValues(document: PlanDocument): ReadonlyMap<string, string> {
  const facts = document.facts.rows.map((row) => row.map((cell) => cell.paragraphs.join('\n')));
  const named = facts.map(([name = '', value = '']) => [fold(name), value] as const);
  return new Map([
    ...named,
    ['titel', document.title],
    ['title', document.title],
    ['kommun', document.municipality ?? ''],
    ['municipality', document.municipality ?? ''],
    ['period', named.find(([name]) => name === fold(document.labels.period))?.[1] ?? ''],
  ]);
}

/** Pieces of body that whole paragraphs give way to. */
export interface BodyPieces {
  readonly title: string;
  readonly body: string;
}

const BODY_NAMES = new Set(['innehall', 'plan', 'content']);
const TITLE_NAMES = new Set(['titel', 'title']);
const PARAGRAPH = /<w:p(?:\s[^>]*[^/>])?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/g;
const PLACEHOLDER = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;

/** True when the part has a place for the title. */
export function hasPlaceForTitle(xml: string): boolean {
  return [...xml.matchAll(PARAGRAPH)].some(([paragraph]) =>
    placeholdersOf(paragraph).some((name) => TITLE_NAMES.has(name)),
  );
}

/**
 * Fills the placeholders of a part. Word may have cut a placeholder into several runs, so each paragraph is read as one
 * text. Unknown placeholders stay as they are, for a person to see. With `pieces`, title and body go where the place of
 * the content is, else last; what else stands in that paragraph is kept.
 */
export function fillPlaceholders(xml: string, values: ReadonlyMap<string, string>, pieces: BodyPieces | null): string {
  let left = pieces === null ? '' : `${pieces.title}${pieces.body}`;
  const filled = xml.replace(PARAGRAPH, (paragraph) => {
    const names = placeholdersOf(paragraph);
    if (names.length === 0) return paragraph;
    if (pieces === null || !names.some((name) => BODY_NAMES.has(name))) return filledParagraph(paragraph, values);
    const body = left;
    left = '';
    return withBody(filledParagraph(paragraph, new Map([...values, ...NO_BODY])), body);
  });
  if (left === '') return filled;
  const end = lastSection(filled);
  return `${filled.slice(0, end)}${left}${filled.slice(end)}`;
}

const NO_BODY = [...BODY_NAMES].map((name) => [name, ''] as const);

/** The body in place of a paragraph that had nothing else; before one that ends a section, else after it. */
function withBody(paragraph: string, body: string): string {
  if (paragraph.includes('<w:sectPr')) return `${body}${paragraph}`;
  const empty = paragraphText(paragraph).trim() === '' && !/<w:(?:drawing|pict|object|br)\b/.test(paragraph);
  return empty && body !== '' ? body : `${paragraph}${body}`;
}

function placeholdersOf(paragraph: string): readonly string[] {
  const text = paragraphText(paragraph);
  return text.includes('{{') ? [...text.matchAll(PLACEHOLDER)].map((match) => fold(match[1] ?? '')) : [];
}

/** Where the body's own section settings begin, which must stay last. */
function lastSection(xml: string): number {
  const end = xml.lastIndexOf('</w:body>');
  const section = xml.lastIndexOf('<w:sectPr', end);
  return section >= 0 && !xml.slice(section, end).includes('</w:p>') ? section : end;
}

const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;

function paragraphText(paragraph: string): string {
  return [...paragraph.matchAll(TEXT)].map((match) => unescapeXml(match[1] ?? '')).join('');
}

/** The paragraph with each placeholder's value where it began, in the look of that run; all other runs, tabs and fields stay. */
function filledParagraph(paragraph: string, values: ReadonlyMap<string, string>): string {
  const known = [...paragraphText(paragraph).matchAll(PLACEHOLDER)].flatMap(({ 0: marker, 1: name = '', index }) => {
    const value = values.get(fold(name));
    return value === undefined ? [] : [{ from: index, to: index + marker.length, value }];
  });
  let at = 0;
  return paragraph.replace(TEXT, (whole, xml: string) => {
    const text = unescapeXml(xml);
    const start = at;
    at += text.length;
    const touched = known.filter(({ from, to }) => from < at && to > start);
    if (touched.length === 0) return whole;
    let filled = '';
    let read = start;
    for (const { from, to, value } of touched) {
      filled += text.slice(read - start, Math.max(read, from) - start) + (from >= start ? value : '');
      read = Math.min(to, at);
    }
    return runText(filled + text.slice(read - start));
  });
}

function runText(text: string): string {
  const pieces = text.split(/([\n\t])/).filter((piece) => piece !== '');
  const xml = pieces.map((piece) => BREAKS[piece] ?? `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`).join('');
  return xml === '' ? '<w:t/>' : xml;
}

const BREAKS: Readonly<Record<string, string>> = { '\n': '<w:br/>', '\t': '<w:tab/>' };

/** Names without regard to case, dots over letters and spaces: "Innehåll" and "innehall" are one. */
function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '');
}
