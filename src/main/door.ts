import {
  createOperationsApp,
  type Metrics,
  operationsPaths,
  type ServiceState,
} from '../web/operations/operations-app.ts';
import type { Fetch } from './http-server.ts';

/** What the door needs to let people in. */
export interface Rooms {
  readonly fetch: Fetch;
  readonly databaseAnswers: () => Promise<boolean>;
  readonly metrics: Metrics | null;
}

/** What answers at the port. */
export interface Door {
  readonly fetch: Fetch;
  open(rooms: Rooms): void;
  /** From now on the service says that it is about to stop; it answers all the same. */
  close(): void;
}

/** What answers at the port: who runs the service at once, everybody else when it is ready. `https`: whether people reach it so. */
export function openDoor(https: boolean): Door {
  let state: ServiceState = 'starting';
  let rooms: Rooms | null = null;
  let letIn: (rooms: Rooms) => void = () => undefined;
  const ready = new Promise<Rooms>((done) => {
    letIn = done;
  });
  const operations = createOperationsApp({
    https,
    state: () => state,
    databaseAnswers: async () => (await rooms?.databaseAnswers()) ?? false,
    metrics: () => rooms?.metrics ?? null,
  });
  const known = new Set<string>(operationsPaths);
  const fetch: Fetch = async (request, env) => {
    const [path = ''] = (env.incoming.url ?? '').split('?', 1);
    return known.has(path) ? operations.fetch(request) : (await ready).fetch(request, env);
  };
  const open = (opened: Rooms) => {
    rooms = opened;
    state = 'ready';
    letIn(opened);
  };
  const close = () => {
    state = 'stopping';
  };
  return { fetch, open, close };
}
