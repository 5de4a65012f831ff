import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Port in the socket's name; nothing listens on the network. */
export const SOCKET_PORT = 5432;

// A socket's address holds 108 bytes on Linux and 104 on macOS, its closing zero included.
const MAX_SOCKET_PATH_BYTES = 103;

/** Where everything of the embedded server lies. */
export interface Layout {
  readonly dataFolder: string;
  /** Folder of all that is the server's. */
  readonly root: string;
  /** Appears whole, by renaming: cluster and password belong together. */
  readonly main: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly pidFile: string;
  readonly logFile: string;
  readonly socketFolder: string;
}

/** The layout of a data folder given by its real, absolute path. */
export function layoutOf(dataFolder: string): Layout {
  const root = join(dataFolder, 'pg');
  const main = join(root, 'main');
  const cluster = join(main, 'cluster');
  return {
    dataFolder,
    root,
    main,
    cluster,
    passwordFile: join(main, 'password'),
    pidFile: join(cluster, 'postmaster.pid'),
    logFile: join(root, 'server.log'),
    socketFolder: socketFolderOf(join(root, 'run')),
  };
}

function socketFolderOf(wanted: string): string {
  if (Buffer.byteLength(`${wanted}/.s.PGSQL.${SOCKET_PORT}`) <= MAX_SOCKET_PATH_BYTES) return wanted;
  return `/tmp/handlingskraft-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
}
