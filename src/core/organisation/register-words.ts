import type { BodyKind } from './body.ts';

/** The columns of a register file. */
export const registerColumns = ['kind', 'abbreviation', 'name', 'validFrom', 'validTo', 'worksFor'] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** How a column can be headed, the way that our own template heads it first. */
export const columnWords: Readonly<Record<RegisterColumn, readonly string[]>> = {
  kind: ['slag', 'slags organ', 'organtyp', 'typ', 'kind'],
  abbreviation: ['förkortning', 'kod', 'abbreviation', 'code'],
  name: ['namn', 'organ', 'name', 'body'],
  validFrom: ['gäller från', 'från', 'första dag', 'valid from', 'from'],
  validTo: ['gäller till', 'gäller till och med', 'till', 'sista dag', 'valid to', 'to'],
  worksFor: ['förvaltning för', 'arbetar för', 'administration for', 'works for'],
};

/** How a kind of body can be written in a cell, the way that our own files write it first. */
export const kindWords: Readonly<Record<BodyKind, readonly string[]>> = {
  board: ['nämnd', 'styrelse', 'board'],
  company: ['bolag', 'company'],
  administration: ['förvaltning', 'kontor', 'administration'],
  council: ['råd', 'council'],
  association: ['förening', 'association'],
  authority: ['myndighet', 'authority'],
};
