import { createSecrets, parseSecretKey, readOrMakeSecretKey } from '../adapters/secrets.ts';
import type { Secrets } from '../app/shared/world.ts';
import type { Settings } from './settings.ts';

/** What only this installation can make: of the key in the settings, else of the one in the data folder. Null for a key that is no key. */
export function openSecrets(settings: Pick<Settings, 'secret' | 'dataFolder'>): Secrets | null {
  if (settings.secret === null) return createSecrets(readOrMakeSecretKey(settings.dataFolder));
  const key = parseSecretKey(settings.secret);
  return key === null ? null : createSecrets(key);
}
