import type { Ruling } from './page.ts';

type Matrix = readonly [number, number, number, number, number, number];

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Names = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>;

const THIN = 3;
const SHORTEST = 6;
const MOST = 20_000;

/** Thin upright and level strokes and bars of a page: what tables are ruled with. */
export function rulingsOf(names: Names, { fnArray, argsArray }: Operators, viewport: readonly number[]): Ruling[] {
  const stack: Matrix[] = [];
  let matrix = toMatrix(viewport) ?? [1, 0, 0, 1, 0, 0];
  const rulings: Ruling[] = [];
  const strokes = new Set([
    names.stroke,
    names.closeStroke,
    names.fillStroke,
    names.eoFillStroke,
    names.closeFillStroke,
    names.closeEOFillStroke,
  ]);
  const fills = new Set([names.fill, names.eoFill]);
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    if (operator === names.save) stack.push(matrix);
    else if (operator === names.restore) matrix = stack.pop() ?? matrix;
    else if (operator === names.transform) matrix = multiply(matrix, toMatrix(args));
    else if (operator === names.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = multiply(matrix, toMatrix(Array.isArray(args) ? args[0] : null));
    } else if (operator === names.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === names.constructPath && Array.isArray(args) && rulings.length < MOST) {
      const [paint, paths] = args as [number, unknown[]];
      const data = Array.isArray(paths) ? paths[0] : null;
      if (!(strokes.has(paint) || fills.has(paint)) || !isNumbers(data)) return;
      for (const shape of shapesOf(data, matrix)) addRulings(rulings, shape, strokes.has(paint));
    }
  });
  return rulings;
}

function isNumbers(data: unknown): data is ArrayLike<number> {
  return typeof data === 'object' && data !== null && 'length' in data;
}

function toMatrix(value: unknown): Matrix | null {
  if (!isNumbers(value) || value.length !== 6) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value);
  return [a, b, c, d, e, f];
}

function multiply(m: Matrix, n: Matrix | null): Matrix {
  if (!n) return m;
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

type Point = readonly [number, number];

/** Subpaths of straight lines as lists of points; a curve ends the shape, since no table is ruled with one. */
function shapesOf(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const shapes: Point[][] = [];
  const place = (at: number): Point => {
    const [x, y] = [data[at] ?? 0, data[at + 1] ?? 0];
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  let at = 0;
  while (at < data.length) {
    const code = data[at];
    const open = shapes.at(-1);
    if (code === 0) shapes.push([place(at + 1)]);
    else if (code === 1) open?.push(place(at + 1));
    else if (code === 4 && open?.[0]) open.push(open[0]);
    else if (code === 2 || code === 3) shapes.push([]);
    at += code === 4 ? 1 : code === 2 ? 7 : code === 3 ? 5 : 3;
  }
  return shapes.filter((shape) => shape.length >= 2);
}

/** A thin box is one ruling whether it is filled or stroked; a larger box gives its sides only when they are stroked. */
function addRulings(rulings: Ruling[], shape: readonly Point[], stroked: boolean): void {
  const xs = shape.map(([x]) => x);
  const ys = shape.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (right - left <= THIN || bottom - top <= THIN) {
    addRuling(rulings, left, right, top, bottom);
    return;
  }
  if (!stroked) return;
  shape.slice(1).forEach(([x, y], at) => {
    const [fromX, fromY] = shape[at] ?? [x, y];
    if (Math.abs(x - fromX) <= THIN || Math.abs(y - fromY) <= THIN)
      addRuling(rulings, Math.min(x, fromX), Math.max(x, fromX), Math.min(y, fromY), Math.max(y, fromY));
  });
}

function addRuling(rulings: Ruling[], left: number, right: number, top: number, bottom: number): void {
  const upright = bottom - top > right - left;
  if (Math.max(bottom - top, right - left) < SHORTEST) return;
  if (upright) rulings.push({ upright, at: (left + right) / 2, from: top, to: bottom });
  else rulings.push({ upright, at: (top + bottom) / 2, from: left, to: right });
}
