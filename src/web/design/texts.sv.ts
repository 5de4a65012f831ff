import type { MenuKey } from './menu.ts';

const menu: Readonly<Record<MenuKey, string>> = {
  plans: 'Planer',
  commitments: 'Våra åtaganden',
  overview: 'Översikt',
  overlap: 'Överlapp',
  classification: 'Klassificering',
  horizon: 'Omvärld',
  imports: 'Importera',
  lint: 'Ordregler',
  administration: 'Administration',
};

export const sv = {
  siteName: (municipality: string) => `Planer i ${municipality}`,
  skip: 'Hoppa till innehållet',
  menuLabel: 'Huvudmeny',
  menu,
  breadcrumbsLabel: 'Du är här',
  start: 'Start',
  otherLanguage: 'In English',
  supportUntil: (time: string) => `Supportåtkomst till kl. ${time}`,
  signIn: 'Logga in',
  signOut: 'Logga ut',
  signedInAs: (name: string) => `Inloggad: ${name}`,
  guest: (name: string) => `Gäst: ${name}`,
  footer: 'Kommunens planer: vad som ska göras, vem som gör det och hur långt det har kommit.',
  errorHeading: 'Det finns fel i formuläret',
  errorPrefix: 'Fel: ',
  optional: '(frivilligt)',
  cancel: 'Avbryt',
};
export type DesignTexts = typeof sv;
