import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { plainContext } from '../../core/exchange/document-context.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { planDocument } from '../../core/exchange/plan-document.ts';
import { makeDocx } from './docx.ts';
import { unescapeXml } from './ooxml-text.ts';
import { compilePdf } from './pdf.ts';
import { typstPdfText } from './pdf-text.ts';

const measure = { number: '1.1', text: 'Så ängar vid å och ås', coordinator: 'MN', coResponsible: [], dueYear: null };

function plan(text: string): OpenPlan {
  return {
    format: 'handlingskraft-plan/1',
    title: 'Plan för fler ängar',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    period: { from: 2026, to: 2029 },
    sections: [{ heading: 'Bakgrund', paragraphs: [text] }],
    areas: [{ number: '1', title: 'Mark', text: [], objectives: ['Fler bin'], measures: [measure], indicators: [] }],
    relatedDocuments: [],
    memo: null,
    consultation: null,
    findings: [],
    unplaced: [],
  };
}

const made = (text: string) => planDocument(plan(text), { ...plainContext('sv'), municipality: 'Ängköping' });
const compact = (text: string) => text.replace(/\s+/g, '');

const hostile = ['#panic()', '$x$ \\ *a* _b_', '<script>alert(1)</script> ]]> &amp;', '= rubrik', 'a\u0000b\u202Ec'];

test.each(hostile)('the text %j stands as text in PDF and Word', (text) => {
  const document = made(text);
  const pdf = compilePdf(document);
  const word = strFromU8(unzipSync(makeDocx(document))['word/document.xml'] ?? new Uint8Array());
  const wordText = unescapeXml(word.replace(/<[^>]*>/g, ''));
  for (const part of documentTexts(document)) {
    expect(pdf.ok && compact(typstPdfText(pdf.value))).toContain(compact(part));
    expect(compact(wordText)).toContain(compact(part));
  }
});

test('the same document gives the same bytes, marked as PDF/UA-1', () => {
  const [first, second] = [compilePdf(made('Text')), compilePdf(made('Text'))];
  expect(first).toEqual(second);
  expect(makeDocx(made('Text'))).toEqual(makeDocx(made('Text')));
  expect(first.ok && Buffer.from(first.value).toString('latin1')).toContain('pdfuaid:part');
});

test('a character that the font cannot draw is refused by name', () => {
  expect(compilePdf(made('Bra 😀'))).toEqual({
    ok: false,
    refusal: { kind: 'character-without-glyph', characters: ['😀'] },
  });
});

test('what is not stated is said in words', () => {
  const texts = documentTexts(made('Text'));
  expect(texts).toEqual(expect.arrayContaining(['Inte angivet', 'Ingen angiven', 'Inget år angivet']));
});

test('Word repeats the header row of each table', () => {
  const word = strFromU8(unzipSync(makeDocx(made('Text')))['word/document.xml'] ?? new Uint8Array());
  expect(word.match(/<w:tblHeader\/>/g)).toHaveLength(word.match(/<w:tbl>/g)?.length ?? -1);
});
