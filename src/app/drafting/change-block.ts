import { z } from 'zod';
import { changeText } from '../../core/drafting/edit-block.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { BlockKind } from '../../core/plan/block.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type Invalid, validate, versionField } from '../shared/validate.ts';
import { type DraftDeps, type DraftRefusal, editDraft } from './edit-draft.ts';
import type { Cause } from './ports.ts';

/** Every fault that the form of a block can have. */
export const blockFaults = ['text-missing', 'text-too-long', 'year-not-a-year', 'form-broken'] as const;
export type BlockFault = (typeof blockFaults)[number];

const fault = (error: BlockFault) => ({ error });

/** What a block's text and year may be; an empty field is no year. */
export const blockFields = {
  text: z.string(fault('text-missing')).trim().min(1, fault('text-missing')).max(20_000, fault('text-too-long')),
  dueYear: z
    .string(fault('form-broken'))
    .trim()
    .regex(/^(|(19|20|21)\d\d)$/, fault('year-not-a-year'))
    .transform((year) => (year === '' ? null : Number(year))),
};

/** A block's text, and its year of completion or null for an empty field. */
export const blockForm = z.object({
  ...blockFields,
  rowVersion: versionField('form-broken'),
});

export type ChangeBlockRefusal = DraftRefusal | Invalid<BlockFault>;

interface ChangeBlockCommand {
  readonly slug: string;
  readonly blockId: string;
  readonly form: unknown;
  /** Paragraph or bullet; left out to keep what it is. */
  readonly kind?: BlockKind | undefined;
  readonly cause: Cause | null;
  readonly requestId: string | null;
}

/** Changes the text of one block of a draft, and the year when it is a measure, against the version that was read. Gives the new version. */
export function changeBlock(deps: DraftDeps) {
  return async (
    actor: Actor,
    command: ChangeBlockCommand,
  ): Promise<Result<{ readonly rowVersion: number }, ChangeBlockRefusal>> => {
    const form = validate(blockForm, blockFaults, command.form);
    if (!form.ok) return form;
    const { text, dueYear, rowVersion } = form.value;
    const { slug, blockId, kind, cause, requestId } = command;
    const result = await editDraft(deps)(
      actor,
      { slug, blockId, rowVersion, cause, requestId },
      {
        decide: (draft) => changeText(draft, { blockId, text, dueYear, ...(kind === undefined ? {} : { kind }) }),
        tell: (tx, { before, after }, planId) => {
          const facts = ({ blocks: [block] }: typeof before) =>
            block && { planId, kind: block.kind, text: marked(block.text), dueYear: block.dueYear };
          return tx.event({
            kind: 'block-changed',
            thingKind: 'block',
            thingId: blockId,
            before: facts(before),
            after: facts(after),
          });
        },
      },
    );
    return result.ok ? ok({ rowVersion: result.value.after.blocks[0]?.rowVersion ?? rowVersion }) : result;
  };
}
