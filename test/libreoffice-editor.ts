import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFolder } from './document-tools.ts';

/** What a person does in LibreOffice: each finds its place by a text, as with the search box. */
export type HandEdit =
  | { readonly do: 'replace'; readonly find: string; readonly with: string }
  | { readonly do: 'add-after'; readonly find: string; readonly text: string }
  | { readonly do: 'strike'; readonly find: string }
  /** Presses Enter after the text. */
  | { readonly do: 'split-after'; readonly find: string }
  /** Presses Delete at the end of the paragraph, and writes a space. */
  | { readonly do: 'join-next'; readonly find: string };

/** Opens a Word file in LibreOffice itself, edits it there with or without recording of changes, and saves it as Word. */
export function editedByLibreOffice(
  docx: Uint8Array,
  edits: readonly HandEdit[],
  { tracked }: { tracked: boolean },
): Uint8Array {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'in.docx'), join(folder, 'out.docx')];
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'settings')).href}`;
    const office = (...command: string[]) =>
      execFileSync('soffice', [own, '--headless', '--norestore', ...command], { stdio: 'ignore', timeout: 60_000 });
    writeFileSync(from, docx);
    // The first start writes the lists of macros anew, so ours goes in after it.
    office('--terminate_after_init');
    const macros = join(folder, 'settings', 'user', 'basic', 'Standard');
    const listed = readFileSync(join(macros, 'script.xlb'), 'utf8');
    writeFileSync(
      join(macros, 'script.xlb'),
      listed.replace('</library:library>', '<library:element library:name="Edits"/></library:library>'),
    );
    writeFileSync(join(macros, 'Edits.xba'), moduleOf(edits, tracked));
    office(`macro:///Standard.Edits.Main("${pathToFileURL(from).href}","${pathToFileURL(to).href}")`);
    return new Uint8Array(readFileSync(to));
  });
}

/** A text as Basic writes it. */
const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;

function statementOf(edit: HandEdit): string {
  const find = `c = Place(doc, ${quoted(edit.find)})`;
  switch (edit.do) {
    case 'replace':
      return `${find}\nc.setString(${quoted(edit.with)})`;
    case 'add-after':
      return `${find}\nc.collapseToEnd()\nc.gotoEndOfParagraph(False)\nc.Text.insertControlCharacter(c, 0, False)\nc.Text.insertString(c, ${quoted(edit.text)}, False)`;
    case 'strike':
      return `${find}\nc.gotoStartOfParagraph(False)\nc.gotoEndOfParagraph(True)\nc.goRight(1, True)\nc.setString("")`;
    case 'split-after':
      return `${find}\nc.collapseToEnd()\nc.Text.insertControlCharacter(c, 0, False)`;
    case 'join-next':
      return `${find}\nc.collapseToEnd()\nc.gotoEndOfParagraph(False)\nc.goRight(1, True)\nc.setString(" ")`;
  }
}

function moduleOf(edits: readonly HandEdit[], tracked: boolean): string {
  const basic = `
Function Place(doc, words As String)
  Dim search
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Dim found
  found = doc.findFirst(search)
  Place = found.Text.createTextCursorByRange(found)
End Function

Sub Main(fromUrl As String, toUrl As String)
  ' A fault would open a box that nobody sees: without it the file is missing, and the test says so.
  On Error GoTo Ended
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim doc, c
  doc = StarDesktop.loadComponentFromURL(fromUrl, "_blank", 0, opening())
  doc.RecordChanges = ${tracked ? 'True' : 'False'}
  ${edits.map(statementOf).join('\n  ')}
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(toUrl, saving())
Ended:
  doc.close(True)
End Sub
`;
  const inner = basic.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${inner}</script:module>`;
}
