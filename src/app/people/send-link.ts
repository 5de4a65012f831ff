import { assert } from '../../core/shared/result.ts';
import { hashToken } from '../identity/session-token.ts';
import type { Ids, Secrets, Sha256 } from '../shared/world.ts';
import type { Writer } from '../store.ts';
import type { LinkPurpose } from './ports.ts';

/** How long each link works, in milliseconds: an invitation a week, a new password an hour. */
export const LINK_MS: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 3_600_000,
  'password-reset': 3_600_000,
};

interface LinkPorts {
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly sha256: Sha256;
}

interface LinkOrder {
  readonly municipality: string;
  readonly purpose: LinkPurpose;
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly language: 'sv' | 'en';
  readonly at: Date;
}

/** Makes a link of which only the hash is kept, and puts the letter that holds it in the outbox. Within a change. */
export function sendLink({ ids, secrets, sha256 }: LinkPorts) {
  return async (tx: Writer, order: LinkOrder): Promise<void> => {
    const { municipality, purpose, account, language, at } = order;
    const linkId = ids.next();
    const expiresAt = new Date(at.getTime() + LINK_MS[purpose]);
    const tokenHash = hashToken(sha256, secrets.linkToken(purpose, linkId));
    await tx.addLink(municipality, { id: linkId, accountId: account.id, purpose, tokenHash, createdAt: at, expiresAt });
    const base = { receiverName: account.name, municipalityName: await municipalityName(tx, municipality) };
    await tx.addLetter(municipality, {
      id: ids.next(),
      accountId: account.id,
      address: account.email,
      language,
      sendAfter: null,
      kind: purpose,
      data: { ...base, linkId, validUntil: expiresAt.toISOString() },
    });
  };
}

/** What the municipality calls itself. */
export async function municipalityName(tx: Pick<Writer, 'getMunicipality'>, code: string): Promise<string> {
  const municipality = await tx.getMunicipality(code);
  assert(municipality, 'a municipality that people belong to is there');
  return municipality.name;
}
