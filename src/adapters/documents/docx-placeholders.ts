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
const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g;
const PLACEHOLDER = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;

/**
 * Fills the placeholders of a part. Word may have cut a placeholder into several runs, so each paragraph is read as one
 * text. Unknown placeholders stay as they are, for a person to see. With `pieces`, the paragraph that holds the place of
 * the content is replaced by it; a template without such a place gets title (unless it has one) and content last.
 */
export function fillPlaceholders(xml: string, values: ReadonlyMap<string, string>, pieces: BodyPieces | null): string {
  const has = { body: false, title: false };
  const filled = xml.replace(PARAGRAPH, (paragraph) => {
    const text = paragraphText(paragraph);
    if (!text.includes('{{')) return paragraph;
    const names = [...text.matchAll(PLACEHOLDER)].map((match) => fold(match[1] ?? ''));
    if (pieces !== null && names.some((name) => BODY_NAMES.has(name))) {
      has.body = true;
      return pieces.body;
    }
    has.title ||= names.some((name) => TITLE_NAMES.has(name));
    const whole = text.replace(PLACEHOLDER, (marker, name: string) => values.get(fold(name)) ?? marker);
    return whole === text ? paragraph : withText(paragraph, whole);
  });
  if (pieces === null || has.body) return filled;
  const end = lastSection(filled);
  return `${filled.slice(0, end)}${has.title ? '' : pieces.title}${pieces.body}${filled.slice(end)}`;
}

/** Where the body's own section settings begin, which must stay last. */
function lastSection(xml: string): number {
  const end = xml.lastIndexOf('</w:body>');
  const section = xml.lastIndexOf('<w:sectPr', end);
  return section >= 0 && !xml.slice(section, end).includes('</w:p>') ? section : end;
}

function paragraphText(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map((match) => unescapeXml(match[1] ?? ''))
    .join('');
}

/** The paragraph with all its text in its first run, whose look it keeps. */
function withText(paragraph: string, text: string): string {
  let first = true;
  return paragraph.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g, () => {
    if (!first) return '<w:t></w:t>';
    first = false;
    const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
    return lines.join('<w:br/>');
  });
}

/** Names without regard to case, dots over letters and spaces: "Innehåll" and "innehall" are one. */
function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '');
}
