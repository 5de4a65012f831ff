import { expect, test } from 'vitest';
import type { Commitment } from '../followup/commitment.ts';
import type { Block, BlockKind } from '../plan/block.ts';
import { inDocumentOrder } from '../plan/document-order.ts';
import { type NumberingPattern, noNumbers } from '../plan/numbering.ts';
import { type Draft, type Edited, kindsUnder, partsOf, siblingsOf } from './draft.ts';
import { addBlock, changeText, type EditResult, splitBlock } from './edit-block.ts';
import { mergeWithNext } from './merge-blocks.ts';
import { moveStep, moveTo } from './move-block.ts';
import { renumber } from './renumber.ts';
import { setRoles } from './set-roles.ts';
import { placeOfWords, splitPlaces } from './split-places.ts';
import { strikeBlock } from './strike-block.ts';
import { undoChange } from './undo-change.ts';

const usual: NumberingPattern = { ...noNumbers, area: '{n}', measure: '{area}.{n}' };

/** "area:1 measure:1.1 measure:1.2" → blocks with the label as text; a block stands under the latest area or section. */
function made(outline: string): Block[] {
  let parentId: string | null = null;
  const counts = new Map<string, number>();
  return outline.split(' ').map((item): Block => {
    const [kind, label = ''] = item.split(':') as [BlockKind, string?];
    const isTop = kindsUnder(null).includes(kind);
    const parent: string | null = isTop ? null : parentId;
    const id = `${kind}-${label}`;
    if (isTop) parentId = id;
    const prose = ['paragraph', 'bullet', 'responsibility-table'].includes(kind) ? 'prose' : kind;
    const key = `${parent} ${prose}`;
    const position = counts.get(key) ?? 0;
    counts.set(key, position + 1);
    const number = kind === 'area' || kind === 'measure' ? label : null;
    return {
      id,
      parentId: parent,
      kind,
      position,
      label: number,
      text: `Text ${label}.`,
      dueYear: null,
      rowVersion: 1,
    };
  });
}

function part(measureId: string, label: string, role: Commitment['role'], position: number): Commitment {
  const base = { planId: 'p', measureId, bodyId: `body-${label}`, bodyLabel: label, role, position };
  return { id: `${measureId} ${label}`, ...base, stance: 'accepted', comment: 'Ja', rowVersion: 1 };
}

const draft: Draft = {
  blocks: made(
    'section:a paragraph:a1 bullet:a2 bullet:a3 area:1 paragraph:b1 objective:o1 measure:1.1 measure:1.2 measure:1.3 indicator:i1 area:2 measure:2.1 related-document:d',
  ),
  commitments: [
    part('measure-1.1', 'KS', 'coordinator', 0),
    part('measure-1.1', 'SCN', 'co-responsible', 1),
    part('measure-1.2', 'OSN', 'coordinator', 0),
    part('measure-1.2', 'SCN', 'co-responsible', 1),
  ],
};

function value(result: EditResult): Edited {
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

function why(result: EditResult): string {
  return result.ok ? 'ok' : result.refusal.kind;
}

/** Ids in document order with their numbers, so that a whole plan is one line. */
function shown({ blocks }: Pick<Draft, 'blocks'>): string {
  return inDocumentOrder(blocks)
    .map(({ id, label }) => (label === null ? id : `${id}=${label}`))
    .join(' ');
}

function numbered(edited: Edited): Draft {
  return { ...edited.draft, blocks: renumber(draft.blocks, edited.draft.blocks, usual) };
}

const before = shown(draft);

test.each<[string, EditResult, string]>([
  [
    'a measure added before another takes its number',
    addBlock(draft, {
      id: 'new',
      kind: 'measure',
      parentId: 'area-1',
      afterId: 'measure-1.1',
      text: 'Ny',
      dueYear: 2027,
    }),
    before.replace('measure-1.2=1.2 measure-1.3=1.3', 'new=1.2 measure-1.2=1.3 measure-1.3=1.4'),
  ],
  [
    'a bullet stands among paragraphs',
    addBlock(draft, { id: 'new', kind: 'bullet', parentId: 'section-a', afterId: null, text: 'Ny', dueYear: 2027 }),
    before.replace('paragraph-a1', 'new paragraph-a1'),
  ],
  [
    'an area moved takes its measures along, and their numbers',
    moveStep(draft, 'area-2', 'up'),
    'section-a paragraph-a1 bullet-a2 bullet-a3 area-2=1 measure-2.1=1.1 area-1=2 paragraph-b1 objective-o1 measure-1.1=2.1 measure-1.2=2.2 measure-1.3=2.3 indicator-i1 related-document-d',
  ],
  [
    'a measure moved to another area',
    moveTo(draft, { blockId: 'measure-1.1', parentId: 'area-2', afterId: 'measure-2.1' }),
    before
      .replace('measure-1.1=1.1 measure-1.2=1.2 measure-1.3=1.3', 'measure-1.2=1.1 measure-1.3=1.2')
      .replace('measure-2.1=2.1', 'measure-2.1=2.1 measure-1.1=2.2'),
  ],
  [
    'a measure struck',
    strikeBlock(draft, 'measure-1.2'),
    before.replace(' measure-1.2=1.2 measure-1.3=1.3', ' measure-1.3=1.2'),
  ],
  [
    'an area struck takes all of its own along',
    strikeBlock(draft, 'area-1'),
    'section-a paragraph-a1 bullet-a2 bullet-a3 area-2=1 measure-2.1=1.1 related-document-d',
  ],
  [
    'a measure split: the first keeps its id',
    splitBlock(
      { ...draft, blocks: draft.blocks.map((b) => (b.id === 'measure-1.1' ? { ...b, text: 'Ett två' } : b)) },
      { blockId: 'measure-1.1', newId: 'new', at: 3 },
    ),
    before.replace('measure-1.2=1.2 measure-1.3=1.3', 'new=1.2 measure-1.2=1.3 measure-1.3=1.4'),
  ],
  [
    'two measures merged',
    mergeWithNext(draft, 'measure-1.1'),
    before.replace(' measure-1.2=1.2 measure-1.3=1.3', ' measure-1.3=1.2'),
  ],
])('%s', (_name, result, expected) => {
  expect(shown(numbered(value(result)))).toBe(expected);
});

test.each<[string, EditResult, string]>([
  ['text of what is not there', changeText(draft, { blockId: 'x', text: 'a', dueYear: null }), 'no-such-block'],
  [
    'a paragraph as a measure',
    changeText(draft, { blockId: 'paragraph-a1', text: 'a', dueYear: null, kind: 'measure' }),
    'wrong-place',
  ],
  [
    'a measure in a section',
    addBlock(draft, { id: 'n', kind: 'measure', parentId: 'section-a', afterId: null, text: 'a', dueYear: null }),
    'wrong-place',
  ],
  [
    'a section in an area',
    addBlock(draft, { id: 'n', kind: 'section', parentId: 'area-1', afterId: null, text: 'a', dueYear: null }),
    'wrong-place',
  ],
  [
    'an id in use',
    addBlock(draft, { id: 'area-1', kind: 'area', parentId: null, afterId: null, text: 'a', dueYear: null }),
    'id-taken',
  ],
  [
    'a sibling of another kind',
    addBlock(draft, {
      id: 'n',
      kind: 'measure',
      parentId: 'area-1',
      afterId: 'objective-o1',
      text: 'a',
      dueYear: null,
    }),
    'no-such-block',
  ],
  [
    'a place beside itself',
    moveTo(draft, { blockId: 'measure-1.1', parentId: 'area-1', afterId: 'measure-1.1' }),
    'no-such-block',
  ],
  ['above the first', moveStep(draft, 'measure-1.1', 'up'), 'at-the-edge'],
  ['below the last', moveStep(draft, 'area-2', 'down'), 'at-the-edge'],
  [
    'an objective in a section',
    moveTo(draft, { blockId: 'objective-o1', parentId: 'section-a', afterId: null }),
    'wrong-place',
  ],
  ['a split at the beginning', splitBlock(draft, { blockId: 'measure-1.1', newId: 'n', at: 0 }), 'not-a-split'],
  ['a split at the end', splitBlock(draft, { blockId: 'measure-1.1', newId: 'n', at: 99 }), 'not-a-split'],
  ['a split with an id in use', splitBlock(draft, { blockId: 'measure-1.1', newId: 'measure-1.2', at: 4 }), 'id-taken'],
  ['a split of an area', splitBlock(draft, { blockId: 'area-1', newId: 'n', at: 4 }), 'wrong-place'],
  ['a merge of the last', mergeWithNext(draft, 'measure-1.3'), 'nothing-to-merge'],
  ['a merge of a paragraph with a bullet', mergeWithNext(draft, 'paragraph-a1'), 'nothing-to-merge'],
  ['a merge of areas', mergeWithNext(draft, 'area-1'), 'nothing-to-merge'],
  ['roles of an objective', setRoles(draft, 'p', 'objective-o1', []), 'no-such-block'],
])('refused: %s', (_name, result, kind) => {
  expect(why(result)).toBe(kind);
});

test('a split rebuilds the text, says where it came from, and never cuts a letter', () => {
  const text = 'Ett o\u0308ppet 😀 slut';
  const blocks = draft.blocks.map((block) => (block.id === 'measure-1.1' ? { ...block, text } : block));
  for (let at = 0; at <= text.length; at += 1) {
    const result = splitBlock({ ...draft, blocks }, { blockId: 'measure-1.1', newId: 'n', at });
    if (!result.ok) continue;
    const [first, second] = result.value.after.blocks;
    expect(`${first?.text}${second?.text}`.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(second).toMatchObject({ id: 'n', origin: { splitFrom: 'measure-1.1' }, rowVersion: 1 });
    expect(first?.text).not.toMatch(/[\uD800-\uDBFF]$/);
    expect(second?.text.startsWith('\u0308')).toBe(false);
  }
});

test('a merged measure keeps the bodies of both, one coordinator, and says what was merged', () => {
  const { draft: merged, after } = value(mergeWithNext(draft, 'measure-1.1'));
  const parts = partsOf(merged, 'measure-1.1').map(({ bodyLabel, role, stance, position }) => [
    bodyLabel,
    role,
    stance,
    position,
  ]);
  expect(parts).toEqual([
    ['KS', 'coordinator', 'accepted', 0],
    ['SCN', 'co-responsible', 'accepted', 1],
    ['OSN', 'co-responsible', 'unanswered', 2],
  ]);
  expect(after.blocks[0]).toMatchObject({ text: 'Text 1.1. Text 1.2.', origin: { mergedFrom: ['measure-1.2'] } });
  expect(merged.commitments.every(({ measureId }) => measureId !== 'measure-1.2')).toBe(true);
});

test('a body that keeps its role keeps its answer; another role is unanswered; each body once', () => {
  const chosen = [
    { id: 'n1', bodyId: 'body-SCN', bodyLabel: 'SCN', role: 'coordinator' as const },
    { id: 'n2', bodyId: 'body-SCN', bodyLabel: 'SCN', role: 'co-responsible' as const },
    { id: 'n3', bodyId: null, bodyLabel: 'berörda nämnder', role: 'co-responsible' as const },
  ];
  const edited = value(setRoles(draft, 'p', 'measure-1.2', chosen));
  expect(partsOf(edited.draft, 'measure-1.2')).toMatchObject([
    { id: 'measure-1.2 SCN', role: 'coordinator', stance: 'unanswered', position: 0, rowVersion: 2 },
    { id: 'n3', bodyId: null, stance: 'unanswered', position: 1, rowVersion: 1 },
  ]);
  expect(edited.draft.blocks.find(({ id }) => id === 'measure-1.2')?.rowVersion).toBe(2);
  const same = value(setRoles(draft, 'p', 'measure-1.1', draft.commitments.slice(0, 2)));
  expect(same.after.commitments).toEqual(draft.commitments.slice(0, 2));
});

test('numbers that follow no pattern stay as they are written; kinds that are new get the usual ones', () => {
  const odd = draft.blocks.map((block) => (block.id === 'measure-1.3' ? { ...block, label: '1.7' } : block));
  const edited = value(moveStep({ ...draft, blocks: odd }, 'measure-1.1', 'down'));
  const labels = renumber(odd, edited.draft.blocks, usual).map(({ label }) => label);
  expect(labels.filter(Boolean).sort()).toEqual(['1', '1.1', '1.2', '1.7', '2', '2.1']);
  const empty = { blocks: [], commitments: [] };
  const first = value(
    addBlock(empty, { id: 'a', kind: 'area', parentId: null, afterId: null, text: 'A', dueYear: null }),
  );
  expect(shown({ blocks: renumber([], first.draft.blocks, usual) })).toBe('a=1');
});

test.each([
  ['Ett. Två! Tre? Fyra', [5, 10, 15]],
  ['Ett, två, tre', [5, 10]],
  ['utan ställe', []],
  ['Slut. ', []],
  ['Rad\nRad två', [4]],
])('«%s» can be split at %j', (text, places) => {
  expect(splitPlaces(text)).toEqual(places);
});

test.each([
  ['ett två tre', 'två', 4],
  ['ett två tre', ' två tre ', 4],
  ['två ett två', 'två', null],
  ['två ett', 'två', null],
  ['ett', 'tre', null],
  ['ett', '  ', null],
])('in «%s» the second part begins with «%s» at %s', (text, words, at) => {
  expect(placeOfWords(text, words)).toBe(at);
});

/** Seeded, so that a failing run can be run again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomEdit(now: Draft, random: () => number, nextId: () => string): EditResult {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const block = pick(now.blocks);
  const kinds = ['area', 'measure', 'paragraph', 'bullet', 'objective'] as const;
  const kind = pick(kinds);
  const parent = kind === 'area' ? null : pick(now.blocks.filter((each) => kindsUnder(each.kind).includes(kind)));
  const siblings = siblingsOf(now.blocks, { parentId: parent?.id ?? null, kind });
  const afterId = pick([null, ...siblings])?.id ?? null;
  return pick([
    () => changeText(now, { blockId: block.id, text: `Ny ${random()}`, dueYear: 2030 }),
    () =>
      addBlock(now, { id: nextId(), kind, parentId: parent?.id ?? null, afterId, text: 'Ett ord till', dueYear: null }),
    () => moveStep(now, block.id, pick(['up', 'down'] as const)),
    () => moveTo(now, { blockId: block.id, parentId: parent?.id ?? null, afterId }),
    () => splitBlock(now, { blockId: block.id, newId: nextId(), at: 4 }),
    () => mergeWithNext(now, block.id),
    () => (now.blocks.length < 6 ? moveStep(now, block.id, 'up') : strikeBlock(now, block.id)),
    () => setRoles(now, 'p', block.id, [{ id: nextId(), bodyId: null, bodyLabel: 'ny', role: 'coordinator' }]),
  ])();
}

function holdsTogether({ blocks, commitments }: Draft): void {
  const ids = new Map(blocks.map((block) => [block.id, block]));
  expect(ids.size).toBe(blocks.length);
  for (const block of blocks) {
    const parent = block.parentId === null ? null : ids.get(block.parentId);
    expect(parent).not.toBeUndefined();
    expect(kindsUnder(parent?.kind ?? null)).toContain(block.kind);
    expect(siblingsOf(blocks, block).map(({ position }) => position)).toEqual([...siblingsOf(blocks, block).keys()]);
  }
  for (const each of commitments) expect(ids.get(each.measureId)?.kind).toBe('measure');
  expect(inDocumentOrder(blocks)).toHaveLength(blocks.length);
}

test('2,000 random changes keep a plan whole, and taking them all back in turn gives every text and place back', () => {
  const random = randomFrom(7);
  let count = 0;
  const nextId = () => {
    count += 1;
    return `n${count}`;
  };
  let refused = 0;
  for (let run = 0; run < 100; run += 1) {
    let now = draft;
    const done: Edited[] = [];
    for (let step = 0; step < 20; step += 1) {
      const result = randomEdit(now, random, nextId);
      if (!result.ok) {
        refused += 1;
        continue;
      }
      now = result.value.draft;
      done.push(result.value);
      holdsTogether(now);
    }
    for (const each of done.reverse()) now = value(undoChange(now, each)).draft;
    holdsTogether(now);
    const plain = ({ blocks }: Draft) =>
      inDocumentOrder(blocks).map(({ id, parentId, kind, text, dueYear, position }) => [
        id,
        parentId,
        kind,
        text,
        dueYear,
        position,
      ]);
    expect(plain(now)).toEqual(plain(draft));
    const parts = ({ commitments }: Draft) =>
      commitments.map(({ id, measureId, bodyLabel, role, stance }) => [id, measureId, bodyLabel, role, stance]).sort();
    expect(parts(now)).toEqual(parts(draft));
  }
  expect(refused).toBeLessThan(1000);
});

test('a change is not taken back over somebody’s later work', () => {
  const first = value(changeText(draft, { blockId: 'measure-1.1', text: 'Ett', dueYear: null }));
  const second = value(changeText(first.draft, { blockId: 'measure-1.1', text: 'Två', dueYear: null }));
  expect(why(undoChange(second.draft, first))).toBe('changed-since');
  const added = value(
    addBlock(draft, { id: 'n', kind: 'area', parentId: null, afterId: null, text: 'A', dueYear: null }),
  );
  const filled = value(
    addBlock(added.draft, { id: 'm', kind: 'measure', parentId: 'n', afterId: null, text: 'M', dueYear: null }),
  );
  expect(why(undoChange(filled.draft, added))).toBe('changed-since');
  const struck = value(strikeBlock(draft, 'measure-1.1'));
  const gone = value(strikeBlock(struck.draft, 'area-1'));
  expect(why(undoChange(gone.draft, struck))).toBe('changed-since');
});
