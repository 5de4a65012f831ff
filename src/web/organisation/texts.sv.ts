import type { BodyKind } from '../../core/organisation/body.ts';

const kinds: Readonly<Record<BodyKind, string>> = {
  board: 'nämnd',
  company: 'bolag',
  administration: 'förvaltning',
  council: 'råd',
  association: 'förening',
  authority: 'myndighet',
};

export const sv = {
  title: 'Organ',
  administration: 'Administration',
  kinds,
  name: 'Namn',
  abbreviation: 'Förkortning',
  kind: 'Slag',
  none: 'Det finns inga organ i registret.',
};
export type OrganisationTexts = typeof sv;
