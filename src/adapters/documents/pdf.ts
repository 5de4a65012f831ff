import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { RenderRefusal } from '../../app/export/ports.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import type { DocumentBlock, PlanDocument } from '../../core/exchange/plan-document.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { documentColours } from './colours.ts';
import { fontCoverage } from './font-coverage.ts';
import { typstPdfText } from './pdf-text.ts';

const templateFolder = fileURLToPath(new URL('../../../assets/typst', import.meta.url));
const fontFolder = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');
const WEIGHTS = ['Regular', 'Semibold'];

/**
 * The document as PDF/UA-1. The same document gives the same bytes. Every warning of the compiler is an error, and the
 * text of the finished file is compared with the document before the file leaves. Refuses characters that the font
 * has no shape for, since a reader would see an empty box.
 *
 * The compiler keeps memory after each document (some 3 MB), so a server calls this in a child process.
 */
export function compilePdf(document: PlanDocument): Result<Uint8Array, RenderRefusal> {
  const fonts = WEIGHTS.map((weight) => readFileSync(join(fontFolder, `SourceSans3-${weight}.ttf`)));
  const unprintable = charactersWithoutGlyph(document, fonts);
  if (unprintable.length > 0) return refuse({ kind: 'character-without-glyph', characters: unprintable });
  const pdf = compile(templateData(document), fonts, document.date);
  const missing = firstMissingText(document, typstPdfText(pdf));
  if (missing !== null) throw new Error(`The PDF lacks a text of the document: «${missing.slice(0, 80)}»`);
  return ok(pdf);
}

function charactersWithoutGlyph(document: PlanDocument, fonts: readonly Uint8Array[]): readonly string[] {
  const covers = fonts.map(fontCoverage);
  const characters = new Set(documentTexts(document).flatMap((text) => [...text]));
  return [...characters].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return character !== '\n' && !IGNORABLE.test(character) && !covers.every((has) => has(code));
  });
}

/** Characters that shape their neighbours and are never drawn themselves. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

function compile(data: object, fonts: Buffer[], date: string | null): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: fonts }] });
  const result = compiler.compile({
    mainFileContent: readFileSync(join(templateFolder, 'plan.typ'), 'utf8'),
    inputs: { document: JSON.stringify(data) },
  });
  const faults = [result.takeError(), result.takeWarnings()].filter((fault) => fault !== null);
  const told = faults.flatMap((fault) => compiler.fetchDiagnostics(fault));
  if (told.length > 0 || result.result === null) throw new Error(`Typst refused the document: ${JSON.stringify(told)}`);
  const creationTimestamp = date === null ? 0 : Date.parse(`${date}T00:00:00Z`) / 1000;
  return compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp });
}

const LONGEST_CONTENTS_ENTRIES = 60;

function templateData(document: PlanDocument): object {
  const colours = documentColours(document.themeColour);
  const headings = document.blocks.filter((block: DocumentBlock) => block.kind === 'heading').length;
  return {
    ...document,
    themeColour: colours.theme,
    headingColour: colours.heading,
    tintColour: colours.tint,
    contentsDepth: headings > LONGEST_CONTENTS_ENTRIES ? 1 : 2,
  };
}

/** The first text of the document that the file does not carry after those before it; null when all stand in order. */
function firstMissingText(document: PlanDocument, printed: string): string | null {
  const haystack = withoutSpaces(printed);
  let from = 0;
  for (const text of documentTexts(document)) {
    const needle = withoutSpaces(text);
    const at = haystack.indexOf(needle, from);
    if (at === -1) return text;
    from = at + needle.length;
  }
  return null;
}

const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

function withoutSpaces(text: string): string {
  return text.replace(UNSEEN, '');
}
