/** Wakes a worker: for some municipalities when they ring, and for all of them every so often. */
export interface Alarm {
  readonly stopped: boolean;
  ring(municipality: string): void;
  /** Whose turn it is, at once when somebody has rung since the last call; null when the alarm has been stopped. */
  next(): Promise<((municipality: string) => boolean) | null>;
  stop(): void;
}

/** An alarm that begins by waking for all. */
export function createAlarm(everyMs: number): Alarm {
  let rung = new Set<string>();
  let all = true;
  let stopped = false;
  let wake: () => void = () => undefined;
  const timer = setInterval(() => {
    all = true;
    wake();
  }, everyMs);
  return {
    get stopped() {
      return stopped;
    },
    ring: (municipality) => {
      rung.add(municipality);
      wake();
    },
    next: async () => {
      if (!all && rung.size === 0 && !stopped)
        await new Promise<void>((done) => {
          wake = done;
        });
      const [everybody, some] = [all, rung];
      [all, rung] = [false, new Set()];
      return stopped ? null : (municipality) => everybody || some.has(municipality);
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
      wake();
    },
  };
}
