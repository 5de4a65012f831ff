import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../app/shared/world.ts';
import { machineClock } from './clock.ts';

const STEPS_PER_MILLISECOND = 4096;

/**
 * Ids of this process: uuid version 7 (RFC 9562, method 3: the 12 bits after the milliseconds count the ids made in
 * one millisecond), so that ids made later in one process always sort later. Tokens are random bytes of the machine.
 */
export function createIds(clock: Clock = machineClock): Ids {
  let lastTime = 0;
  let step = 0;
  return {
    next() {
      const now = clock.now().getTime();
      if (now > lastTime) {
        lastTime = now;
        step = 0;
      } else {
        step += 1;
        // A clock that stands still or goes back borrows from the time to come instead of giving ids out of order.
        if (step === STEPS_PER_MILLISECOND) {
          lastTime += 1;
          step = 0;
        }
      }
      return formatUuid7(lastTime, step, randomBytes(8));
    },
    token: (bytes) => randomBytes(bytes).toString('base64url'),
  };
}

function formatUuid7(time: number, step: number, chance: Buffer): string {
  const head = time.toString(16).padStart(12, '0');
  const middle = `7${step.toString(16).padStart(3, '0')}`;
  chance[0] = ((chance[0] ?? 0) & 0x3f) | 0x80;
  const tail = chance.toString('hex');
  return `${head.slice(0, 8)}-${head.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
