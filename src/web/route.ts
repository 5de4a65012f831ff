import type { Operation } from '../core/permission/may.ts';
import type { WebContext } from './context.ts';

/**
 * Who may reach a route at all: everybody, anybody signed in, whoever shows the token of the guest link in the address, or those who may do the operation to at least one thing.
 * The use case behind it still asks `may` about the very thing concerned.
 */
export type Access = 'open' | 'signed-in' | 'guest' | Operation;

/** One address of the site. `path` is the Swedish address; the English one is made from it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly access: Access;
  /** Largest body taken, in bytes; 64 KiB when left out. */
  readonly bodyLimitBytes?: number;
  /** True for what costs far more than a page: counted by itself for each person or network. */
  readonly costly?: true;
  /** True for what changes how somebody gets in: who signed in a while ago is asked who they are again. For signed-in routes. */
  readonly fresh?: true;
  /** What the address gives; pages are checked in a browser by the accessibility test. "page" when left out. */
  readonly gives?: 'page' | 'file';
  readonly handle: (c: WebContext) => Response | Promise<Response>;
}
