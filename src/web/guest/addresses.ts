import { splitLanguage } from '../language.ts';

/** Where a guest link leads, up to its token. Letters make their links of the same (`web/mail/links.ts`). */
export const DOOR = '/gast';
/** Where a guest's page is: with the link's id, which opens nothing, and never with its token. */
export const ROOM = '/gast/sida';

/** Whether an address, with or without language, belongs to guests: such pages are made for one browser alone. */
export function isGuestAddress(path: string): boolean {
  return splitLanguage(path).path.startsWith(`${DOOR}/`);
}

/** Whether an address holds a token, so that no page may repeat it. */
export function isSecretAddress(path: string): boolean {
  return isGuestAddress(path) && !splitLanguage(path).path.startsWith(`${ROOM}/`);
}
