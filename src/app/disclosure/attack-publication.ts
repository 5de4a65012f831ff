import type { Attack, AttackRefusal } from '../../core/disclosure/attack.ts';
import { readPublication } from '../../core/disclosure/read-publication.ts';
import type { TablesRefusal } from '../../core/disclosure/tables.ts';
import type { Result } from '../../core/shared/result.ts';
import type { DisclosureEngine, DisclosureOptions } from './ports.ts';

/** Attacks a publication from parsed JSON with what is public alone. */
export function attackPublication({ engine }: { engine: DisclosureEngine }) {
  return async (json: unknown, options: DisclosureOptions): Promise<Result<Attack, TablesRefusal | AttackRefusal>> => {
    const publication = readPublication(json);
    return publication.ok ? engine.attack(publication.value, options) : publication;
  };
}
