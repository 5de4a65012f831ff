import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { makeDocx } from '../../src/adapters/documents/docx.ts';
import { makeDocxInTemplate } from '../../src/adapters/documents/docx-template.ts';
import { childPdfRenderer, docxRenderer, htmlRenderer } from '../../src/adapters/documents/renderers.ts';
import { createSourceReader } from '../../src/adapters/reading/source-reader.ts';
import { renderPlan } from '../../src/app/export/render-plan.ts';
import type { SourceDocument } from '../../src/core/document/source-document.ts';
import { type DocumentContext, plainContext } from '../../src/core/exchange/document-context.ts';
import type { OpenArea, OpenMeasure, OpenPlan } from '../../src/core/exchange/open-plan.ts';
import { planDocument } from '../../src/core/exchange/plan-document.ts';
import { withOwnWords } from '../../src/core/reading/own-words.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';
import { goldPlan } from '../gold-plan.ts';
import { inputBytes } from '../inputs.ts';

const reader = createSourceReader();

async function sourceOf(bytes: Uint8Array): Promise<SourceDocument> {
  const file = await reader.read({ name: 'plan.docx', bytes });
  if (!file.ok || file.value.kind !== 'document') throw new Error('a Word file must be readable');
  return file.value.document;
}

/** The plan in a Word file, read as a stranger reads it: the file's bytes, with the field's common words and no register. */
async function readAgain(bytes: Uint8Array): Promise<OpenPlan> {
  const reading = readPlan(await sourceOf(bytes), defaultVocabulary());
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal));
  return reading.value.plan;
}

const context: DocumentContext = {
  ...plainContext('sv'),
  municipality: 'Ängköping',
  date: '2026-03-02',
  bodyNames: { KS: 'Kommunstyrelsen', SCN: 'Socialnämnden' },
};

const demoPlan = (name: string): OpenPlan =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../demo/${name}.json`), 'utf8'));

function measure(values: Partial<OpenMeasure>): OpenMeasure {
  return { number: null, text: 'Så ängar vid ån', coordinator: 'KS', coResponsible: [], dueYear: null, ...values };
}

function area(measures: readonly OpenMeasure[], values: Partial<OpenArea> = {}): OpenArea {
  return { number: '1', title: 'Mark och vatten', text: [], objectives: [], indicators: [], measures, ...values };
}

function plan(areas: readonly OpenArea[], values: Partial<OpenPlan> = {}): OpenPlan {
  return {
    format: 'handlingskraft-plan/1',
    title: 'Handlingsplan för fler ängar',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    period: null,
    sections: [{ heading: 'Bakgrund', paragraphs: ['Ängarna blir färre.'] }],
    areas,
    relatedDocuments: [],
    memo: null,
    consultation: null,
    findings: [],
    unplaced: [],
    ...values,
  };
}

const many = Array.from({ length: 5 }, (_, at) =>
  area(
    Array.from({ length: 100 }, (_, index) =>
      measure({ number: `${at + 1}.${index + 1}`, text: `Så äng ${at * 100 + index}`, dueYear: 2026 + (index % 4) }),
    ),
    { number: `${at + 1}`, title: `Mark ${at + 1}` },
  ),
);

const cases: readonly (readonly [string, OpenPlan])[] = [
  ['the gold plan', goldPlan()],
  ['a demo plan with memo and consultation', demoPlan('plan-trygga-relationer')],
  ['a demo plan alone', demoPlan('plan-klimatanpassning')],
  ['a plan without numbers', plan([area([measure({}), measure({ text: 'Låt kor beta' })])])],
  ['empty roles', plan([area([measure({ number: '1.1', coordinator: null }), measure({ coordinator: null })])])],
  ['only texts of measures', plan([area([measure({ coordinator: null }), measure({ coordinator: null })])])],
  ['due years', plan([area([measure({ dueYear: 2027 }), measure({ dueYear: null }), measure({ dueYear: 2030 })])])],
  ['500 measures', plan(many)],
  ['3.9 before 3.10', plan([area([measure({ number: '3.9' }), measure({ number: '3.10', text: 'Låt kor beta' })])])],
  [
    'bodies with "och" and commas',
    plan([
      area([
        measure({ coordinator: 'Nämnden för barn, unga och familj', coResponsible: ['Kultur- och fritidsnämnden'] }),
        measure({ coResponsible: ['Barn- och utbildningsnämnden', 'Nämnden för vård, stöd och omsorg', 'KS'] }),
        measure({ coordinator: 'Föreningen Bin och blommor', coResponsible: ['Föreningen Mat, hälsa och rörelse'] }),
        measure({ coResponsible: ['Ängköpings Energi AB', 'Brottsofferjouren', 'Stiftelsen Hav och land'] }),
        measure({ coResponsible: ['Rektor', 'Alla nämnder', 'Trygg och säker'] }),
        measure({ coResponsible: ['Bibliotek A, B och C', 'Socialnämnden'] }),
      ]),
    ]),
  ],
  ['a title that names no plan', plan([area([measure({})])], { title: 'Fler ängar' })],
  ['no title', plan([area([measure({})])], { title: null })],
  ['a year in the title, no period', plan([area([measure({})])], { title: 'Handlingsplan för ängar 2026–2029' })],
  ['a period of one year', plan([area([measure({})])], { period: { from: 2026, to: 2026 } })],
  ['areas without numbers', plan([area([measure({})], { number: null }), area([], { number: null, title: 'Luft' })])],
  ['an area with only a title', plan([area([measure({})]), area([], { number: '2', title: 'Luft' })])],
  [
    'facts',
    plan([area([measure({})])], {
      registrationNumber: 'KS 2026/0012',
      decisionMaker: 'Kommunfullmäktige',
      documentOwner: 'Hållbarhetschefen',
      period: { from: 2026, to: 2029 },
      relatedDocuments: ['Översiktsplan 2040', 'Program för natur'],
    }),
  ],
  [
    'objectives and indicators that one area lacks',
    plan([
      area([measure({})], { objectives: ['Fler bin'], indicators: ['Antal ängar'], text: ['Marken.', 'Vattnet.'] }),
      area([measure({ text: 'Låt kor beta' })], { number: '2', title: 'Luft' }),
    ]),
  ],
  ['plain numbers', plan([area([measure({ number: '1' }), measure({ number: '2', text: 'Låt kor beta' })])])],
  ['lettered numbers', plan([area([measure({ number: 'A1' }), measure({ number: 'A2', text: 'Låt kor beta' })])])],
  [
    'an empty consultation and memo',
    plan([area([measure({})])], {
      memo: {
        proposedDecision: ['att anta planen'],
        sections: [{ heading: 'Ärendet', paragraphs: ['Planen är klar.'] }],
        attachments: [],
      },
      consultation: {
        withRemarks: ['Kulturnämnden'],
        approving: [],
        abstaining: [],
        noAnswer: ['Rektor'],
        replies: [{ body: 'Kulturnämnden', remarks: [] }],
      },
    }),
  ],
  [
    'a memo without a decision',
    plan([area([measure({})])], {
      memo: {
        proposedDecision: [],
        sections: [{ heading: 'Vad som hänt', paragraphs: ['Planen är klar.'] }],
        attachments: ['Bilaga 1, Plan'],
      },
    }),
  ],
  [
    'a consultation with one body',
    plan([area([measure({})])], {
      consultation: {
        withRemarks: [],
        approving: [],
        abstaining: [],
        noAnswer: [],
        replies: [
          {
            body: 'Kulturnämnden',
            remarks: [
              { text: 'Planen bör ange år. Det saknas.', handling: null },
              { text: 'Ange fler år.', handling: 'Planen anger år.' },
            ],
          },
          { body: 'Bin, blad och blommor', remarks: [{ text: 'Bra', handling: 'Tack' }] },
        ],
      },
    }),
  ],
  [
    'titles of areas that begin in lower case or with a figure',
    plan([
      area([measure({})], { title: 'barn och unga' }),
      area([measure({ text: 'Låt kor beta' })], { number: '2', title: '5 nya parker' }),
      area([measure({ text: 'Bygg broar' })], { number: null, title: 'trygghet i hemmet' }),
      area([measure({ text: 'Bygg stigar' })], { number: 'A', title: 'Mål och medel' }),
    ]),
  ],
  [
    'sections with lists, names of parts and text before the first heading',
    plan([area([measure({})])], {
      sections: [
        { heading: 'Syfte och mål', paragraphs: ['Planen gäller 2025–2028.', 'fler bin', 'fler ängar'] },
        { heading: 'Åtgärder i korthet', paragraphs: ['Vi sår.'] },
        { heading: 'Indikatorer', paragraphs: ['Vi räknar.'] },
        { heading: 'Om planen', paragraphs: [] },
      ],
    }),
  ],
  [
    'texts of areas',
    plan([
      area([measure({})], {
        text: ['Marken är torr.', '1.1 är en siffra.', 'Mål', 'Åtgärder behövs.'],
        objectives: ['Mål 1: fler bin', '2.1 Fler ängar'],
        indicators: ['Antal ängar, målvärde 20', 'Andel %'],
      }),
    ]),
  ],
  [
    'texts of measures',
    plan([
      area([
        measure({ text: 'kartlägg ängar.' }),
        measure({ text: 'Så: ängar, åkrar; och mer (se 3.2).' }),
        measure({ number: '1.3', text: '2.5 procent fler ängar' }),
        measure({ text: 'Åtgärd', coordinator: 'Samordnare' }),
        measure({ coResponsible: ['SN', 'KS', 'BUN', 'KFN'] }),
        measure({ coResponsible: ['Berörda nämnder', 'Alla bolag'] }),
        measure({ coResponsible: ['Uppsalahem AB', 'Region', 'Polisen'] }),
        measure({ coResponsible: ['Kultur- och fritidsnämnden', 'kommunstyrelsen', 'civilsamhället'] }),
      ]),
    ]),
  ],
];

test.each(cases)('%s: a Word file gives the same plan again', async (_, original) => {
  const again = await readAgain(makeDocx(planDocument(original, context)));
  expect(again).toEqual({ ...original, findings: [] });
});

test.each(cases)('%s: a Word file in the municipality’s template gives the same areas again', async (_, original) => {
  const template = inputBytes('mall-exempelkommun.docx');
  const made = makeDocxInTemplate(planDocument(original, context), template);
  if (!made.ok) throw new Error(made.refusal.kind);
  const again = await readAgain(made.value);
  const ofTemplate = (await sourceOf(template)).blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const areas = again.areas.map((one) => ({ ...one, text: one.text.filter((text) => !ofTemplate.includes(text)) }));
  expect(areas).toEqual(original.areas);
});

test.each(cases)('%s: the open format gives the same plan again', async (_, original) => {
  const file = await renderPlan({ pdf: childPdfRenderer, docx: docxRenderer, html: htmlRenderer })(
    original,
    context,
    'json',
  );
  if (!file.ok || typeof file.value.content !== 'string') throw new Error('the open format must be a text');
  const read = await reader.read({ name: 'plan.json', bytes: new TextEncoder().encode(file.value.content) });
  expect(read).toEqual({ ok: true, value: { kind: 'open-plan', plan: original } });
});

const words = { ...context.words };
const contexts: readonly (readonly [string, DocumentContext])[] = [
  ['English', { ...plainContext('en'), municipality: 'Ängköping', date: '2026-03-02', bodyNames: context.bodyNames }],
  ['no municipality, no date', plainContext('sv')],
  [
    'a programme with a responsible and a participating body',
    {
      ...context,
      words: {
        ...words,
        documentType: 'Program',
        area: 'Fokusområde',
        objectives: 'Mål',
        measures: 'Insatser',
        measure: 'Insats',
        coordinator: 'Ansvarig',
        coResponsible: 'Medverkande',
        dueYear: 'Slutår',
        indicators: 'Nyckeltal',
      },
    },
  ],
];

test('a name with commas, alone in its cell, is one body where the register knows it', async () => {
  const name = 'Stiftelsen Hem, Härd och Hage';
  const original = plan([area([measure({ coordinator: name }), measure({ coResponsible: [name] })])]);
  const document = await sourceOf(makeDocx(planDocument(original, context)));
  const body = { id: '1', kind: 'association' as const, name, abbreviation: null };
  const reading = readPlan(document, defaultVocabulary([body]));
  expect(reading.ok && reading.value.plan.areas).toEqual(original.areas);
});

test('a document in the municipality’s own words is read with those words', async () => {
  const own = {
    area: 'spår',
    areas: 'spår',
    objective: 'vägvisare',
    objectives: 'vägvisare',
    measure: 'steg',
    measures: 'steg',
    indicator: 'märke',
    indicators: 'märken',
    coordinator: 'lots',
    coResponsible: 'med-lotsar',
  };
  const printed = {
    ...words,
    area: 'Spår',
    objectives: 'Vägvisare',
    measures: 'Steg',
    measure: 'Steg',
    coordinator: 'Lots',
    coResponsible: 'Med-lotsar',
    indicators: 'Märken',
  };
  const original = demoPlan('plan-klimatanpassning');
  const document = await sourceOf(makeDocx(planDocument(original, { ...context, words: printed })));
  const reading = readPlan(document, withOwnWords(defaultVocabulary(), own));
  expect(reading.ok && reading.value.plan).toEqual({ ...original, findings: [] });
});

test.each(contexts)('%s: the words of a document are no part of its plan', async (_, other) => {
  for (const [, original] of cases) {
    const again = await readAgain(makeDocx(planDocument(original, other)));
    expect(again).toEqual({ ...original, findings: [] });
  }
});
