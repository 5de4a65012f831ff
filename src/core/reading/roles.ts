import type { BodyFinder } from './body-phrases.ts';
import type { ReadingVocabulary } from './vocabulary.ts';

/** The bodies that a cell names, in its order, and those that it names as helping ("med stöd av …"). `rest` is what is no body. */
export interface RoleCell {
  readonly bodies: readonly string[];
  readonly supporting: readonly string[];
  readonly rest: readonly string[];
}

const PLURAL_WITH_PLACE = /(?:nämnderna|styrelserna|förvaltningarna)\s+\p{Lu}[\p{L}-]*$/u;
const BARE_PLACE = /^(?:(?:och|samt)\s+)?\p{Lu}[\p{L}-]*(?:\s+(?:och|samt)\s+\p{Lu}[\p{L}-]*)?$/u;
/** "Berörda nämnder", which "och styrelser" goes on from. */
const CLASS_NOUN = /(?:^|\s)(?:nämnder|nämnderna|styrelser|styrelserna|bolag|förvaltningar)$/iu;
const DUTY_AFTER_NAME = /^(.+?)\s+((?:för|samordnar|ansvarar|leder|genom|via|i syfte)\s.*)$/su;

/**
 * The bodies in a cell's text. Commas, semicolons and slashes part them; "och" and "samt" part them only between two
 * whole names, since they also stand inside names. A plural with places ("…nämnderna A, B och C") stays one.
 */
export function readRoleCell(cell: string, finder: BodyFinder, vocabulary: ReadingVocabulary): RoleCell {
  const { main, support } = splitSupport(mendBrokenNames(cell).replace(/\s+/g, ' ').trim(), vocabulary);
  const found = splitBodies(main, finder);
  const helping = splitBodies(support, finder);
  return { bodies: found.bodies, supporting: helping.bodies, rest: [...found.rest, ...helping.rest] };
}

/** "nämnd⏎en" → "nämnden": the definite ending of a name that the column broke without a hyphen. */
export function mendBrokenNames(cell: string): string {
  return cell.replace(/(nämnd|styrelse|bolag|förvaltning|kontor)\s+(en|n|et|erna|na)(?=[,.;\s]|$)/gu, '$1$2');
}

function splitSupport(text: string, vocabulary: ReadingVocabulary): { main: string; support: string } {
  const lower = text.toLocaleLowerCase('sv');
  const cuts = vocabulary.withSupport.flatMap((phrase) => {
    const at = lower.indexOf(` ${phrase} `);
    return at < 0 ? [] : [{ at, to: at + phrase.length + 2 }];
  });
  const first = cuts.sort((one, other) => one.at - other.at)[0];
  return first ? { main: text.slice(0, first.at), support: text.slice(first.to) } : { main: text, support: '' };
}

function splitBodies(text: string, finder: BodyFinder): { bodies: string[]; rest: string[] } {
  const rest: string[] = [];
  const bodies: string[] = [];
  const parts = text.split(/[,;]|\s\/\s|(?<=[\p{Lu}])\/(?=\p{Lu})|\n/u).map((part) => part.trim());
  let afterDuty = false;
  for (const raw of mergePlaces(mergeNames(parts, finder))) {
    const { kept, duty } = parNameAndDuty(
      raw
        .replace(/^(?:och|samt)\s+/, '')
        .replace(/[.:]+$/, '')
        .trim(),
      finder,
    );
    if (duty !== '') rest.push(duty);
    if (afterDuty && /^\p{Ll}/u.test(kept) && !finder.isBody(kept)) rest.push(kept);
    else for (const name of splitJoined(kept, finder)) if (/[\p{L}\d]/u.test(name)) bodies.push(name);
    afterDuty = duty !== '' || (afterDuty && /^\p{Ll}/u.test(kept));
  }
  return { bodies, rest };
}

/** Joins parts that together are one body and apart are not: a name with commas of its own. */
function mergeNames(parts: readonly string[], finder: BodyFinder): string[] {
  const merged: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let to = parts.length;
    while (to > at + 1 && !isOneBody(parts.slice(at, to), finder)) to -= 1;
    merged.push(parts.slice(at, to).join(', '));
    at = to;
  }
  return merged;
}

function isOneBody(parts: readonly string[], finder: BodyFinder): boolean {
  return finder.isBody(parts.join(', ')) && !parts.every((part) => finder.isBody(part));
}

/** Joins "…nämnderna A", "B", "C och D" again: the places belong to the plural before them. */
function mergePlaces(parts: readonly string[]): string[] {
  const merged: string[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const body = part.replace(/\s+(?:för|samordnar)\s.*$/su, '').replace(/[.]$/, '');
    const follows = last !== undefined && PLURAL_WITH_PLACE.test(last.split(', ')[0] ?? '') && BARE_PLACE.test(body);
    if (follows) merged[merged.length - 1] = `${last}, ${part}`;
    else if (part !== '') merged.push(part);
  }
  return merged;
}

/** Parts "A och B" where both sides are whole bodies, and "KS SCN" where codes stand side by side. */
function splitJoined(text: string, finder: BodyFinder): string[] {
  for (const hit of text.matchAll(/\s(?:och|samt|&)\s/g)) {
    const left = text.slice(0, hit.index);
    const right = text.slice(hit.index + hit[0].length);
    if (CLASS_NOUN.test(left)) continue;
    if (finder.isBody(left) && (finder.isBody(right) || beginsWithBody(right, finder)))
      return [left, ...splitJoined(right, finder)];
  }
  if (finder.isBody(text)) return [text];
  const words = text.split(' ');
  const hits = finder.scan(words, 0);
  return hits.length > 1 && hits.at(-1)?.to === words.length ? hits.map((hit) => hit.text) : [text];
}

function beginsWithBody(text: string, finder: BodyFinder): boolean {
  return finder.scan(text.split(' '), 0).length > 0;
}

/** Parts a named body from what the cell says that it shall do ("… för att samordna …"). */
function parNameAndDuty(text: string, finder: BodyFinder): { kept: string; duty: string } {
  if (finder.isBody(text)) return { kept: text, duty: '' };
  const hit = DUTY_AFTER_NAME.exec(text);
  const [, name = '', duty = ''] = hit ?? [];
  return name !== '' && finder.isBody(name) ? { kept: name, duty } : { kept: text, duty: '' };
}
