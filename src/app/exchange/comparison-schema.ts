import { z } from 'zod';
import { blockChanges } from '../../core/comparison/comparison.ts';
import { blockKinds } from '../../core/plan/block.ts';

const pointer = z.string().describe('JSON Pointer to the item, in the open plan format.');

const part = z
  .strictObject({ kind: z.enum(['equal', 'removed', 'added']), before: z.string(), after: z.string() })
  .describe('A piece of the text in reading order. `equal` may differ in what no reader sees, such as soft hyphens.');

const change = z.strictObject({
  what: z.enum(['fact', ...blockKinds]),
  changes: z.array(z.enum(blockChanges)).min(1),
  before: pointer.nullable().describe('In the first plan; null for what was added or cut out of another item.'),
  after: pointer.nullable().describe('In the second plan; null for what was removed or joined with another item.'),
  related: z
    .array(pointer)
    .describe('For merged and split: in the other plan, the items that this one consists of or has become part of.'),
  label: z.string().nullable().describe('Number, or name of a fact.'),
  uncertain: z
    .boolean()
    .describe('True where the items were taken for the same by likeness, and it could be otherwise.'),
  text: z
    .array(part)
    .describe(
      'Joining every `before` gives the first text and every `after` the second. For merged items the sources stand with a line break between them.',
    ),
  coarse: z.boolean().describe('True where the texts were too long or too unlike to be compared in words.'),
  fields: z
    .array(
      z.strictObject({
        name: z.enum(['kind', 'coordinator', 'coResponsible', 'dueYear']),
        before: z.string(),
        after: z.string(),
      }),
    )
    .describe('Fields beside the text that differ; "" where nothing is stated.'),
});

/** The open format's comparison, as `compare --json` writes it. */
export const comparisonSchema = z
  .strictObject({
    format: z.literal('handlingskraft-comparison/1'),
    changes: z.array(change).describe('In the order of the second plan; what is gone stands where it stood.'),
    unchanged: z.int().min(0).describe('Items that are the same in both, facts not counted.'),
  })
  .meta({
    id: 'handlingskraft-comparison-1',
    title: 'Handlingskraft, comparison of two plans 1',
    description: 'What has changed from one municipal action plan to another, item by item and word by word.',
  });

/** The published JSON Schema of the comparison. */
export function comparisonJsonSchema(): object {
  return z.toJSONSchema(comparisonSchema, { target: 'draft-2020-12' });
}
