import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does `act` in a folder of its own, which is gone afterwards. */
export function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'handlingskraft-document-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of a PDF as poppler reads them, in the order in which the file draws its text. */
export function popplerPages(pdf: Uint8Array): readonly string[] {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', stdio: 'pipe' });
    return text.split('\f').slice(0, -1);
  });
}

/** What poppler's `pdfinfo` says of a PDF, by name. */
export function popplerInfo(pdf: Uint8Array): ReadonlyMap<string, string> {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const lines = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: 'pipe' }).split('\n');
    return new Map(lines.map((line) => [line.slice(0, 16).replace(/:\s*$/, ''), line.slice(16).trim()]));
  });
}

/** Opens a Word file in LibreOffice, with settings of its own, and prints it to PDF. */
export function printedByLibreOffice(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const file = join(folder, 'a.docx');
    writeFileSync(file, docx);
    const own = `-env:UserInstallation=file://${join(folder, 'settings')}`;
    const command = [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, file];
    execFileSync('soffice', command, { stdio: 'ignore', timeout: 60_000 });
    return new Uint8Array(readFileSync(join(folder, 'a.pdf')));
  });
}

/** Opens a Word file in LibreOffice and saves it as a Word file again: what LibreOffice has understood of it. */
export function savedByLibreOffice(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    const file = join(folder, 'a.docx');
    const saved = join(folder, 'saved');
    writeFileSync(file, docx);
    const own = `-env:UserInstallation=file://${join(folder, 'settings')}`;
    const command = [own, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, file];
    execFileSync('soffice', command, { stdio: 'ignore', timeout: 60_000 });
    return new Uint8Array(readFileSync(join(saved, 'a.docx')));
  });
}
