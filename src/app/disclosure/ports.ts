import type { Attack, AttackRefusal } from '../../core/disclosure/attack.ts';
import type { Explanation } from '../../core/disclosure/explain.ts';
import type { Model } from '../../core/disclosure/model.ts';
import type { Protection, ProtectProgress, ProtectRefusal } from '../../core/disclosure/protect.ts';
import type { Publication } from '../../core/disclosure/publication.ts';
import type { Rounding, RoundingBase, RoundingRefusal } from '../../core/disclosure/rounding.ts';
import type { Result } from '../../core/shared/result.ts';

/** An `AbortSignal`, as much of it as is used. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How long a protection may take, and who wants to know how it goes. */
export interface DisclosureOptions {
  /** Seconds to look for something better once a good choice is there. */
  readonly improveSeconds: number;
  /** Seconds in which a good choice must have been found; then it is a refusal. */
  readonly certifySeconds: number;
  /** Stops the work at once when it is aborted. */
  readonly signal: StopSignal | null;
  readonly progress: (step: ProtectProgress) => void;
}

/** Runs the rules of `core/disclosure` with a solver, beside the thread that answers people. It never throws for the solver's faults. */
export interface DisclosureEngine {
  protect(model: Model, options: DisclosureOptions): Promise<Result<Protection, ProtectRefusal>>;
  /** Why each secondary is hidden; null when the solver fails or time runs out. */
  explain(model: Model, hidden: Uint8Array, options: DisclosureOptions): Promise<readonly Explanation[] | null>;
  round(model: Model, base: RoundingBase, options: DisclosureOptions): Promise<Result<Rounding, RoundingRefusal>>;
  attack(publication: Publication, options: DisclosureOptions): Promise<Result<Attack, AttackRefusal>>;
}

/** Milliseconds from any start, for measuring. */
export type Stopwatch = () => number;
