import loadHighs, { type Highs, type Model, type VariableType } from 'highs';
import type {
  LinearProblem,
  LinearRow,
  LinearSolver,
  OpenProblem,
  SolverAnswer,
} from '../../core/disclosure/solver.ts';

const FASTEST_STOP_SECONDS = 0.01;

// The package's types are written for CommonJS; as a module its default export is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;

/** HiGHS, compiled to WebAssembly, as a solver. Its calls hold up the thread: use it in a worker. */
export async function loadHighsSolver(): Promise<LinearSolver> {
  // What HiGHS prints belongs to nobody: tables are secret.
  const highs = await load({ print: () => undefined, printErr: () => undefined });
  return { open: (problem, { quick }) => guarded(() => openProblem(highs, problem, quick)) };
}

/** An error of the package carries its whole source in its text; only its name may go on. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`The solver failed: ${error instanceof Error ? error.name : typeof error}`);
  }
}

function openProblem(highs: Highs, problem: LinearProblem, quick: boolean): OpenProblem {
  const numCols = problem.costs.length;
  const model = highs.createModel({
    numCols,
    numRows: problem.rows.length,
    colCost: problem.costs,
    colLower: problem.lower,
    colUpper: problem.upper,
    rowLower: problem.rows.map(({ lower }) => lower),
    rowUpper: problem.rows.map(({ upper }) => upper),
    matrix: { numRows: problem.rows.length, numCols, ...sparse(problem.rows) },
  });
  model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  if (quick) model.options.set({ presolve: 'off', solver: 'simplex' });
  const state = { model, columns: numCols, whole: false };
  return {
    setCosts: (columns, costs) => guarded(() => void model.changeColsCost(selected(columns), [...costs])),
    setBounds: (columns, lower, upper) =>
      guarded(() => void model.changeColsBounds(selected(columns), [...lower], [...upper])),
    addRows: (rows) => guarded(() => addRows(model, rows, numCols)),
    solve: (options) => guarded(() => solve(highs, state, options)),
    close: () => guarded(() => model.dispose()),
  };
}

function sparse(rows: readonly LinearRow[]) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const indices = Int32Array.from(rows.flatMap(({ columns }) => columns));
  // The words of the type; the package's own constants are not taken here.
  return { format: 'csr' as const, starts, indices, values: Float64Array.from(rows.flatMap(({ factors }) => factors)) };
}

function selected(columns: readonly number[]) {
  return { kind: 'set' as const, indices: Int32Array.from(columns) };
}

function addRows(model: Model, rows: readonly LinearRow[], numCols: number): void {
  if (rows.length === 0) return;
  model.addRows({
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: { numRows: rows.length, numCols, ...sparse(rows) } as never,
  });
}

interface State {
  readonly model: Model;
  readonly columns: number;
  whole: boolean;
}

function solve(highs: Highs, state: State, { whole, seconds }: { whole: boolean; seconds: number }): SolverAnswer {
  const { model, columns } = state;
  if (whole !== state.whole) {
    const type = (whole ? 1 : 0) as VariableType;
    model.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, Array(columns).fill(type));
    state.whole = whole;
  }
  // The limit counts from the start of the model, over all its solves.
  model.zeroAllClocks();
  model.options.set('time_limit', Math.max(FASTEST_STOP_SECONDS, Math.min(seconds, 1e6)));
  model.run();
  const code = model.getModelStatus();
  const status = statusOf(highs, code);
  const { colValue, colDual, rowDual } = model.getSolution();
  const objective = model.getObjectiveValue();
  const bound = whole ? Number(model.info.get('mip_dual_bound')) : status === 'optimal' ? objective : -Infinity;
  return { status, values: colValue, reduced: colDual, prices: rowDual, objective, bound };
}

function statusOf({ constants }: Highs, code: number): SolverAnswer['status'] {
  const { optimal, infeasible, unbounded } = constants.modelStatus;
  if (code === optimal) return 'optimal';
  if (code === infeasible) return 'infeasible';
  return code === unbounded ? 'unbounded' : 'stopped';
}
