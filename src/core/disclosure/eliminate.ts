import type { System } from './system.ts';

/** A first choice of cells to hide in a large piece. */
export function eliminated({ open }: System): Uint8Array {
  return Uint8Array.from(open, (isOpen) => (isOpen ? 0 : 1));
}
