import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
  ['plan.docx', 'plan.docx'],
  ['../../x.docx', 'x.docx'],
  ['..\\..\\x.docx', 'x.docx'],
  ['/etc/passwd', 'passwd'],
  ['C:\\planer\\plan 2027.pdf', 'plan 2027.pdf'],
  ['..', 'dokument'],
  ['', 'dokument'],
  ['...', 'dokument'],
  ['nul\u0000l.txt', 'null.txt'],
  ['a\nb.txt', 'ab.txt'],
  ['plan\u202Efdp.exe', 'planfdp.exe'],
  ['CON.txt', '_CON.txt'],
  ['A\u030Atga\u0308rder.docx', 'Åtgärder.docx'],
  ['<svg onload=x>.pdf', 'svg onload=x.pdf'],
  ['.hidden', 'hidden'],
  [`${'å'.repeat(300)}.docx`, `${'å'.repeat(115)}.docx`],
])('%j becomes %j', (given, clean) => {
  expect(cleanFileName(given)).toBe(clean);
});
