import { readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '../core/shared/result.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that hold a secret. Each may stand in a file instead, which `NAME_FILE` names. */
export const secretSettings = [
  'DATABASE_URL',
  'HANDLINGSKRAFT_SECRET',
  'HANDLINGSKRAFT_SMTP_URL',
  'HANDLINGSKRAFT_METRICS_TOKEN',
  'HANDLINGSKRAFT_TLS_CERT',
  'HANDLINGSKRAFT_TLS_KEY',
] as const;

/** `unreadable`: there is no such file, or it is not ours to read. `twice`: the setting stands in the environment too. */
export interface SecretFileRefusal {
  readonly kind: 'secret-file-unreadable' | 'secret-twice';
  readonly setting: string;
}

/**
 * The environment with the secrets of files put in, without line ends around them. A service whose secrets come from a
 * vault, a system's own store or a container's secrets has them as files, where no list of processes shows them.
 */
export function withSecretFiles(env: Environment): Result<Environment, SecretFileRefusal> {
  const found: Record<string, string> = {};
  for (const name of secretSettings) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    const setting = `${name}_FILE`;
    if (env[name]) return refuse({ kind: 'secret-twice', setting });
    try {
      found[name] = readFileSync(file, 'utf8').trim();
    } catch {
      return refuse({ kind: 'secret-file-unreadable', setting });
    }
    if (found[name] === '') return refuse({ kind: 'secret-file-unreadable', setting });
  }
  return ok({ ...env, ...found });
}
