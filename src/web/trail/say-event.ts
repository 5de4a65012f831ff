import type { NamedThing } from '../../app/trail/ports.ts';
import { reachOf } from '../../core/permission/may.ts';
import { pseudonymsFor, removedName } from '../../core/retention/remove-person.ts';
import type { ChainedEvent } from '../../core/trail/chain.ts';
import type { View } from '../context.ts';
import { writeDate, writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { wordsOf } from '../plan/texts.ts';
import type { KindText } from './event-words.ts';
import type { TrailTexts } from './texts.sv.ts';
import { trailTexts } from './texts.ts';

/** What ids stand for, on one page. */
export type Things = ReadonlyMap<string, NamedThing>;

/** A value of an event in words: a text, with a link when it is a thing that has a page; or a list of pairs or values. */
export type Said =
  | { readonly kind: 'text'; readonly text: string; readonly path: string | null }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [name: string, value: Said])[] };

/** The event as a sentence, without a full stop. */
export function sentenceOf(view: View, things: Things, event: ChainedEvent): string {
  const t = trailTexts[view.language];
  const text = kindText(t, event.kind);
  const field = (facts: unknown) => (name: string) => plain(sayValue(view, things, fieldOf(facts, name)));
  const words = {
    who: whoDid(view, things, event),
    thing: thingWords(view, things, event),
    before: field(event.before),
    after: field(event.after),
  };
  return text === null ? `${words.who}: ${event.kind}, ${words.thing}` : text.sentence(words);
}

/** The text of a kind; null for one that this version does not know, which then stands as it is. */
export function kindText(t: TrailTexts, kind: string): KindText | null {
  return Object.hasOwn(t.kinds, kind) ? t.kinds[kind as keyof typeof t.kinds] : null;
}

function fieldOf(facts: unknown, name: string): unknown {
  return typeof facts === 'object' && facts !== null && name in facts ? facts[name as keyof typeof facts] : null;
}

function plain(said: Said): string {
  return said.kind === 'text' ? said.text : '';
}

/** Who did something: a person, whoever held a guest link, or else the program itself. */
function whoDid(view: View, things: Things, { actorId, after }: ChainedEvent): string {
  const t = trailTexts[view.language];
  if (actorId !== null) return personName(view, actorId, things.get(actorId));
  const link = fieldOf(after, 'guestLinkId');
  return typeof link === 'string' ? t.guest(things.get(link)?.bodyName ?? link.slice(-4).toUpperCase()) : t.program;
}

/** The name of a person, or a pseudonym for one whom no register knows any longer. */
function personName(view: View, id: string, thing: NamedThing | undefined): string {
  const [pseudonym = ''] = pseudonymsFor([id], []).values();
  const name = shownName(view.language, thing?.personName ?? removedName(pseudonym));
  return thing?.isSupport ? trailTexts[view.language].support(name) : name;
}

/** What an event concerns, in words. */
export function thingWords(view: View, things: Things, { thingKind, thingId }: ChainedEvent): string {
  const t = trailTexts[view.language];
  const named = things.get(thingId);
  if (named) return nameOf(view, named);
  if (thingKind === 'account') return personName(view, thingId, undefined);
  if (thingKind === 'page') return t.thing.page(thingId);
  return Object.hasOwn(t.things, thingKind) ? t.things[thingKind as keyof typeof t.things] : thingKind;
}

/** What a thing is called now. */
export function nameOf(view: View, thing: NamedThing): string {
  const t = trailTexts[view.language];
  const measure = () => t.thing.measure(wordsOf(view, null).measure, thing.label, thing.bodyName);
  const names: Readonly<Record<NamedThing['kind'], () => string>> = {
    account: () => personName(view, thing.id, thing),
    body: () => thing.bodyName ?? t.things.body,
    plan: () => t.thing.plan(thing.planTitle ?? ''),
    block: () => blockName(view, thing),
    commitment: measure,
    activity: () => t.thing.activity(measure()),
    report: () => t.thing.report(measure()),
    'guest-link': () => t.thing.guestLink(thing.bodyName ?? ''),
  };
  return names[thing.kind]();
}

function blockName(view: View, { blockKind, label, planTitle }: NamedThing): string {
  const t = trailTexts[view.language];
  const plan = planTitle ?? '';
  if (blockKind === 'measure')
    return t.thing.measureInPlan(t.thing.measure(wordsOf(view, null).measure, label, null), plan);
  return t.thing.part(blockKind === null ? t.things.block : t.blockKinds[blockKind], plan);
}

/** The page of a thing that this person may open; null where there is none. */
export function pageOf(view: View, thing: NamedThing): string | null {
  const { actor } = view;
  const seesPlan = thing.planState === 'adopted' || reachOf(actor, 'read-draft-plan') !== 'nothing';
  if (thing.kind === 'body') return `/organ/${thing.id}`;
  if (thing.commitmentId !== null && reachOf(actor, 'read-commitments') === 'everything')
    return `/ataganden/${thing.commitmentId}`;
  if (thing.planSlug === null || !seesPlan) return null;
  if (thing.measureId !== null) return `/planer/${thing.planSlug}/atgarder/${thing.measureId}`;
  return `/planer/${thing.planSlug}`;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A value of an event in words. */
export function sayValue(view: View, things: Things, value: unknown): Said {
  const t = trailTexts[view.language];
  const text = (words: string, path: string | null = null): Said => ({ kind: 'text', text: words, path });
  if (value === null || value === undefined) return text('');
  if (Array.isArray(value)) return { kind: 'list', items: value.map((each) => sayValue(view, things, each)) };
  if (typeof value === 'object') return sayObject(view, things, value);
  const word = String(value);
  const thing = things.get(word);
  if (thing) return text(nameOf(view, thing), pageOf(view, thing));
  if (DAY.test(word)) return text(writeDate(view.language, word));
  if (MOMENT.test(word)) return text(writeInstant(view.language, word));
  return text(t.values[word] ?? word);
}

function sayObject(view: View, things: Things, value: object): Said {
  const t = trailTexts[view.language];
  if ('sha256' in value && 'length' in value && Object.keys(value).length === 2)
    return { kind: 'text', text: t.mark(Number(value.length), String(value.sha256).slice(0, 8)), path: null };
  return {
    kind: 'fields',
    fields: Object.entries(value).map(([name, inner]) => [fieldName(t, name), sayValue(view, things, inner)] as const),
  };
}

/** What a field of an event is called. */
export function fieldName(t: TrailTexts, name: string): string {
  return t.fields[name] ?? name;
}

/** One field before and after, for the table of an event. */
export interface ChangedField {
  readonly name: string;
  readonly before: Said;
  readonly after: Said;
  readonly changed: boolean;
}

/** The fields of an event, those before first, each with both sides. */
export function fieldsOf(view: View, things: Things, { before, after }: ChainedEvent): readonly ChangedField[] {
  const t = trailTexts[view.language];
  const names = [...new Set([before, after].flatMap((side) => Object.keys(side ?? {})))];
  return names.map((name) => {
    const [was, is] = [fieldOf(before, name), fieldOf(after, name)];
    return {
      name: fieldName(t, name),
      before: sayValue(view, things, was),
      after: sayValue(view, things, is),
      changed: JSON.stringify(was) !== JSON.stringify(is),
    };
  });
}
