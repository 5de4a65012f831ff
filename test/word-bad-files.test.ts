import { expect, test } from 'vitest';
import { makeEditableDocx } from '../src/adapters/documents/docx-editing.ts';
import { readEditedDocx } from '../src/adapters/reading/docx/edited.ts';
import type { Block, BlockKind } from '../src/core/plan/block.ts';
import type { PlanContent } from '../src/core/plan/plan-content.ts';
import { editablePlan } from '../src/core/roundtrip/editable-plan.ts';
import { findEdits } from '../src/core/roundtrip/find-edits.ts';
import type { FoundEdits } from '../src/core/roundtrip/proposal.ts';
import { WordEditor } from './word-editor.ts';
import { swedishWords } from './word-plan.ts';

const block = (
  id: string,
  kind: BlockKind,
  parentId: string | null,
  position: number,
  text: string,
  label: string | null = null,
): Block => {
  return { id, parentId, kind, position, label, text, dueYear: null, rowVersion: 1 };
};

/** Short ids, so that the cases can be read. */
const content: PlanContent = {
  facts: {
    title: 'Plan mot buller',
    registrationNumber: 'KS 1',
    decisionMaker: null,
    documentOwner: null,
    periodFrom: 2025,
    periodTo: 2028,
  },
  blocks: [
    block('s1', 'section', null, 0, 'Inledning'),
    block('p1', 'paragraph', 's1', 0, 'Kommunen ska vara tyst om natten för alla som sover.'),
    block('p2', 'paragraph', 's1', 1, 'Planen säger "vad" som görs... och av vem det görs.'),
    block('a1', 'area', null, 0, 'Trafik', '1'),
    block('o1', 'objective', 'a1', 0, 'Färre motorcyklar kör på gågatan.'),
    block('m1', 'measure', 'a1', 0, 'Sätt upp skyltar vid bron.', '1.1'),
    block('m2', 'measure', 'a1', 1, 'Mät ljudet varje höst.', '1.2'),
    block('r1', 'related-document', null, 0, 'Översiktsplan 2020'),
  ],
  roles: [
    { measureId: 'm1', label: 'TN', role: 'coordinator', position: 0 },
    { measureId: 'm1', label: 'MN', role: 'co-responsible', position: 1 },
    { measureId: 'm2', label: 'MN', role: 'coordinator', position: 0 },
  ],
};
const rolesOf1 = 'Samordnare: TN\nDelansvariga: MN\nKlart år: –';
const rolesOf2 = 'Samordnare: MN\nDelansvariga: –\nKlart år: –';
const [p1, p2] = [
  'Kommunen ska vara tyst om natten för alla som sover.',
  'Planen säger "vad" som görs... och av vem det görs.',
];

function afterEdit(edit: (editor: WordEditor) => void, tracked = false, known = true): FoundEdits {
  const items = editablePlan(content, swedishWords);
  const mark = { planId: 'plan', contentHash: 'ab'.repeat(32) };
  const made = makeEditableDocx({ title: 'Plan', language: 'sv-SE', themeColour: '#1f4e5f', mark, items });
  const editor = new WordEditor(made, { tracked });
  edit(editor);
  const read = readEditedDocx(editor.save());
  if (!read.ok) throw new Error(read.refusal.kind);
  return findEdits({ content, words: swedishWords, known }, read.value);
}

/** The edits in few words, to be read in a table. */
function told({ proposals, unplaced, notes, quotesOnly }: FoundEdits): readonly string[] {
  return [
    ...proposals.map(({ edit, uncertain }) => {
      const what = 'blockId' in edit ? edit.blockId : edit.blockKind;
      const copy = edit.kind === 'add' && edit.copyOf !== null ? ` copy of ${edit.copyOf}` : '';
      return `${edit.kind} ${what}${copy}${uncertain ? ' (uncertain)' : ''}`;
    }),
    ...unplaced.map(({ reason, text, blockId }) => `unplaced ${reason} ${blockId ?? '-'}: ${text}`),
    ...notes.map(({ text, blockId }) => `note ${blockId ?? '-'}: ${text}`),
    ...(quotesOnly > 0 ? [`quotes ${quotesOnly}`] : []),
  ];
}

const noControls = (editor: WordEditor) => {
  editor.replace('word/document.xml', /<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g, '');
};
const noBookmarks = (editor: WordEditor) => editor.replace('word/document.xml', /<w:bookmark(?:Start|End)[^>]*>/g, '');
const bare = (editor: WordEditor) => {
  noControls(editor);
  noBookmarks(editor);
};
const control = (editor: WordEditor, text: string) =>
  new RegExp(`<w:sdt>(?:(?!<w:sdt>)[\\s\\S])*?${text.slice(0, 12)}[\\s\\S]*?</w:sdt>`).exec(editor.markup())?.[0] ?? '';

test.each<[string, (editor: WordEditor) => void, readonly string[]]>([
  ['nothing done', () => undefined, []],
  ['all controls deleted', noControls, []],
  ['all bookmarks deleted', noBookmarks, []],
  ['all controls and bookmarks deleted: the texts are known', bare, []],
  [
    'without any anchor, a changed text is found by likeness',
    (editor) => {
      bare(editor);
      editor.change(editor.find(p1), p1.replace('natten', 'kvällen'));
    },
    ['text p1 (uncertain)'],
  ],
  [
    'without any anchor, another text is another text',
    (editor) => {
      bare(editor);
      editor.change(editor.find(p1), 'Något helt annat.');
    },
    ['add paragraph', 'strike p1'],
  ],
  [
    'a control copied with its text',
    (editor) => {
      const copy = control(editor, p1);
      editor.replace('word/document.xml', control(editor, p2), `${control(editor, p2)}${copy}`);
    },
    ['add paragraph copy of p1 (uncertain)'],
  ],
  [
    'a control copied, and the first of the two edited',
    (editor) => {
      const copy = control(editor, p1);
      editor.replace('word/document.xml', control(editor, p2), `${control(editor, p2)}${copy}`);
      editor.change(editor.find(p1), `${p1} Och mer.`);
    },
    ['add paragraph copy of p1 (uncertain)', 'move p1'],
  ],
  ['two controls that changed places: one of them moved', (editor) => editor.move([p2], 'Inledning', 0), ['move p1']],
  ['a text moved out of its control', (editor) => editor.move([p2], 'Inledning', 1), ['move p2']],
  [
    'quotation marks and dots changed by the program',
    (editor) => editor.change(editor.find(p2), 'Planen säger ”vad” som görs… och av vem det görs.'),
    ['quotes 1'],
  ],
  [
    'the title changed',
    (editor) => editor.change(editor.find('Plan mot buller'), 'Plan mot oljud'),
    ['unplaced title -: Plan mot oljud'],
  ],
  [
    'a heading of the file changed',
    (editor) => editor.change(editor.find('Åtgärder'), 'Insatser'),
    ['unplaced template-text -: Insatser'],
  ],
  [
    'a number changed',
    (editor) => editor.change(editor.find('1.2\tMät ljudet varje höst.'), '1.3\tMät ljudet varje höst.'),
    ['unplaced number m2: 1.3'],
  ],
  [
    'a year that is no year',
    (editor) => editor.change(editor.find(rolesOf1), rolesOf1.replace('år: –', 'år: snart')),
    ['unplaced roles m1: Samordnare: TN Delansvariga: MN Klart år: snart'],
  ],
  [
    'roles written anew',
    (editor) => editor.change(editor.find(rolesOf1), 'Samordnare: MN\nDelansvariga: –\nKlart år: 2026'),
    ['fields m1'],
  ],
  [
    'roles taken away',
    (editor) => editor.strike(editor.find(rolesOf2), 0),
    ['unplaced roles-missing m2: Samordnare: MN Delansvariga: – Klart år: –'],
  ],
  [
    'a measure struck and its roles left',
    (editor) => editor.strike(editor.find('1.2\tMät ljudet varje höst.'), 0),
    ['strike m2', 'unplaced roles m2: Samordnare: MN Delansvariga: – Klart år: –'],
  ],
  [
    'a new measure with a number and roles',
    (editor) => {
      editor.addAfter(editor.find(rolesOf2), 'Samordnare: TN\nDelansvariga: MN; SN\nKlart år: 2027', 1);
      editor.addAfter(editor.find(rolesOf2), '1.3\tByt beläggning på bron.', 1);
    },
    ['add measure'],
  ],
  [
    'a measure among the goals',
    (editor) => editor.move(['1.2\tMät ljudet varje höst.', rolesOf2], 'Färre motorcyklar kör på gågatan.', 0),
    ['unplaced other-kind m2: Mät ljudet varje höst.'],
  ],
  [
    'a heading with a section',
    (editor) => {
      editor.addAfter(editor.find(p2), 'Ett nytt stycke i ett nytt avsnitt.', 1);
      editor.addAfter(editor.find(p2), 'Nytt avsnitt', 1);
      editor.replace(
        'word/document.xml',
        /<w:p>(<w:pPr>)((?:(?!<w:p>).)*Nytt avsnitt)/,
        '<w:p>$1<w:pStyle w:val="Heading1"/>$2',
      );
    },
    ['add section', 'add paragraph'],
  ],
  [
    'a table, a picture, a text box',
    (editor) => {
      const added =
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>I tabell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
        '<w:p><w:r><w:drawing/></w:r></w:p><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I ruta</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>';
      editor.replace('word/document.xml', '<w:sectPr>', `${added}<w:sectPr>`);
    },
    ['unplaced table -: I tabell', 'unplaced box -: I ruta', 'unplaced picture -: 1'],
  ],
  [
    'a comment, which is no edit',
    (editor) => {
      editor.replace(
        'word/document.xml',
        '<w:r><w:t xml:space="preserve">Kommunen',
        '<w:commentRangeStart w:id="3"/><w:r><w:t xml:space="preserve">Kommunen',
      );
      editor.addFile(
        'word/comments.xml',
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="Bo"><w:p><w:r><w:t>Vilka är alla?</w:t></w:r></w:p></w:comment></w:comments>',
      );
      editor.replace(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      );
    },
    ['note p1: Vilka är alla?'],
  ],
])('%s', (_name, edit, expected) => {
  expect(told(afterEdit(edit)).map((line) => line.replace(/\n/g, ' '))).toEqual(expected);
});

test('tracked and untracked edits in one file are both found, and told apart', () => {
  const found = afterEdit((editor) => {
    editor.change(editor.find(p1), p1.replace('natten', 'kvällen'));
    editor.tracked = false;
    editor.change(editor.find(p2), p2.replace('görs', 'händer'));
  }, true);
  expect(found.proposals.map(({ untracked, by }) => [untracked, by.map(({ author }) => author)])).toEqual([
    [false, ['Åsa Öberg']],
    [true, []],
  ]);
});

test('where the base is not known, everything is uncertain', () => {
  const found = afterEdit((editor) => editor.change(editor.find(p1), 'Kort.'), false, false);
  expect(told(found)).toEqual(['text p1 (uncertain)']);
});
