import { expect, test } from 'vitest';
import { inputBytes } from '../../../test/inputs.ts';
import { createSourceReader } from './source-reader.ts';

const reader = createSourceReader();

test.each([
  ['plan.docx', 'docx'],
  ['plan-tracked.docx', 'docx'],
  ['uppsala-2025-2028.txt', 'text'],
])('reads %s in a process of its own', async (name, format) => {
  const read = await reader.read({ name, bytes: inputBytes(name) });
  expect(read).toMatchObject({ ok: true, value: { kind: 'document', document: { format } } });
});
