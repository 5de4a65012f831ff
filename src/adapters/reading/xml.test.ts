import { expect, test } from 'vitest';
import { parseXml, textOf, XmlError } from './xml.ts';

test.each([
  ['entities and numbers of signs', '<a>&lt;&#229;&#xE4;&amp;</a>', '<åä&'],
  ['CDATA is kept as it is', '<a><![CDATA[<b>]]></a>', '<b>'],
  ['comments and instructions are left out', '<?xml version="1.0"?><!-- x --><a>b<!-- <c> --></a>', 'b'],
  ['a sign for greater in an attribute ends no tag', '<a b="c > d">e</a>', 'e'],
  ['one kind of line break', '<a>b\r\nc</a>', 'b\nc'],
])('%s', (_, xml, text) => {
  expect(textOf(parseXml(xml))).toBe(text);
});

test.each([
  ['a document type', '<!DOCTYPE a><a/>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['tags that cross', '<a><b></a></b>'],
  ['a missing end', '<a><b></b>'],
  ['two roots', '<a/><b/>'],
  ['a tag that never ends', '<a b="c'],
  ['words outside the root', 'x<a/>'],
  ['nothing', ''],
  ['too deep', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
])('%s is refused', (_, xml) => {
  expect(() => parseXml(xml)).toThrow(XmlError);
});
