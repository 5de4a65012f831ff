import type { Clock } from '../app/shared/world.ts';

/** The machine's own clock. */
export const machineClock: Clock = { now: () => new Date() };
