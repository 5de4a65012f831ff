/** A linear problem: minimise the costs under rows `lower ≤ row ≤ upper` and bounds of the columns. */
export interface LinearProblem {
  readonly costs: readonly number[];
  /** `-Infinity` and `Infinity` where there is no bound. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
}

/** One row: the columns it names and their factors. */
export interface LinearRow {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** What a solver says. Nothing of it is believed for safety: a release rests on witnesses that are checked in whole numbers. */
export interface SolverAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'stopped';
  /** One value for each column; empty when there is none. */
  readonly values: ArrayLike<number>;
  /** Reduced costs of the columns, when the problem has no whole columns. */
  readonly reduced: ArrayLike<number>;
  /** Prices of the rows, when the problem has no whole columns: what one unit more of each would cost. */
  readonly prices: ArrayLike<number>;
  readonly objective: number;
  /** No solution can cost less than this, by the solver's word. */
  readonly bound: number;
}

/** A problem that stays open, so that a small change is solved from where the last one ended. */
export interface OpenProblem {
  setCosts(columns: readonly number[], costs: readonly number[]): void;
  setBounds(columns: readonly number[], lower: readonly number[], upper: readonly number[]): void;
  addRows(rows: readonly LinearRow[]): void;
  /** With `whole` all columns are whole numbers. `seconds` is the most it may take. May throw. */
  solve(options: { readonly whole: boolean; readonly seconds: number }): SolverAnswer;
  close(): void;
}

/** A solver of linear problems, in whole numbers or not. Handed in: core holds none. */
export interface LinearSolver {
  /** `quick` asks for a solver that starts at once from the last answer, for many small solves. */
  open(problem: LinearProblem, options: { readonly quick: boolean }): OpenProblem;
}

/** Time as the engine needs it: how many seconds are left, and whether somebody wants it to stop. */
export interface Patience {
  secondsLeft(): number;
  cancelled(): boolean;
}
