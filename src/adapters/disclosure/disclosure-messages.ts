import type { Attack, AttackRefusal } from '../../core/disclosure/attack.ts';
import type { Explanation } from '../../core/disclosure/explain.ts';
import type { Model } from '../../core/disclosure/model.ts';
import type { Protection, ProtectProgress, ProtectRefusal } from '../../core/disclosure/protect.ts';
import type { Publication } from '../../core/disclosure/publication.ts';
import type { Rounding, RoundingBase, RoundingRefusal } from '../../core/disclosure/rounding.ts';
import type { Result } from '../../core/shared/result.ts';

/** What the worker is started with. */
export type DisclosureTask = { readonly improveSeconds: number; readonly certifySeconds: number } & (
  | { readonly kind: 'protect'; readonly model: Model }
  | { readonly kind: 'explain'; readonly model: Model; readonly hidden: Uint8Array }
  | { readonly kind: 'round'; readonly model: Model; readonly base: RoundingBase }
  | { readonly kind: 'attack'; readonly publication: Publication }
);

/** What the worker says on the way and at the end. */
export type DisclosureMessage =
  | { readonly kind: 'progress'; readonly step: ProtectProgress }
  | { readonly kind: 'protected'; readonly result: Result<Protection, ProtectRefusal> }
  | { readonly kind: 'explained'; readonly result: readonly Explanation[] }
  | { readonly kind: 'rounded'; readonly result: Result<Rounding, RoundingRefusal> }
  | { readonly kind: 'attacked'; readonly result: Result<Attack, AttackRefusal> };
