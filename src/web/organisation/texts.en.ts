import type { OrganisationTexts } from './texts.sv.ts';

export const en: OrganisationTexts = {
  title: 'Bodies',
  administration: 'Administration',
  kinds: {
    board: 'board',
    company: 'company',
    administration: 'administration',
    council: 'council',
    association: 'association',
    authority: 'authority',
  },
  name: 'Name',
  abbreviation: 'Abbreviation',
  kind: 'Kind',
  none: 'There are no bodies in the register.',
};
