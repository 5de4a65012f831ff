import type { BlockKind } from '../../core/plan/block.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import { capital } from '../plan/texts.sv.ts';
import type { ComparisonTexts } from './texts.sv.ts';

function kindName(kind: BlockKind, words: PlanWords): string {
  switch (kind) {
    case 'section':
      return 'Section';
    case 'paragraph':
      return 'Paragraph';
    case 'bullet':
      return 'Bullet';
    case 'responsibility-table':
      return 'Table of responsibilities';
    case 'area':
      return capital(words.area);
    case 'objective':
      return 'Objective';
    case 'measure':
      return capital(words.measure);
    case 'indicator':
      return 'Indicator';
    case 'related-document':
      return 'Document';
  }
}

export const en: ComparisonTexts = {
  title: 'Compare',
  chooseLead: 'Choose two plans. You see what has been added, removed, changed and moved, word by word.',
  before: 'From',
  after: 'To',
  choose: 'Choose a plan',
  compare: 'Compare',
  tooFew: 'There are not two plans to compare here. Come back when the municipality has added another.',
  heading: 'What has changed?',
  from: 'From',
  to: 'to',
  same: 'The plans do not differ. Kinds of space, soft hyphens and other signs that cannot be seen do not count.',
  summary: (changed, unchanged) =>
    `${changed === 1 ? '1 change' : `${changed} changes`}. ${unchanged === 1 ? '1 part is' : `${unchanged} parts are`} the same in both.`,
  counts: {
    added: (count) => `${count} added`,
    removed: (count) => `${count} removed`,
    text: (count) => `${count} with another text`,
    moved: (count) => `${count} moved`,
    renumbered: (count) => `${count} with another number`,
    fields: (count) => `${count} with other details`,
    merged: (count) => `${count} part of a merge`,
    split: (count) => `${count} part of a split`,
  },
  uncertainCount: (count) =>
    `${count} ${count === 1 ? 'pair is' : 'pairs are'} uncertain: the program took the parts for the same because they are alike. See for yourself.`,
  coarseCount: (count) =>
    `${count === 1 ? 'One text was' : `${count} texts were`} too long or too unlike to be compared word by word. There the whole old text stands as struck and the whole new text as added.`,
  listOnPage: 'The changes on this sheet',
  list: 'All changes',
  view: 'How the comparison is shown',
  inline: 'In running text',
  sides: 'Side by side',
  onlyChanges: 'Only changes',
  whole: 'The whole text',
  legend: 'How to read it',
  added: 'added',
  struck: 'struck',
  endMark: 'end',
  downloads: 'Download the comparison',
  docx: 'Word with tracked changes',
  json: 'Open format (JSON)',
  factsHeading: 'Facts of the plan',
  facts: {
    title: 'Title',
    registrationNumber: 'Registration number',
    decisionMaker: 'Decided by',
    documentOwner: 'Document owner',
    period: 'Period',
  },
  changesHeading: 'Changes',
  wholeHeading: 'The whole text',
  change: {
    added: 'Added',
    removed: 'Removed',
    text: 'Text changed',
    moved: 'Moved',
    renumbered: 'New number',
    fields: 'Details changed',
    merged: 'Merged',
    split: 'Split',
  },
  uncertain: 'Uncertain',
  kindName,
  fieldNames: (words) => ({
    kind: 'Kind',
    coordinator: capital(words.coordinator),
    coResponsible: capital(words.coResponsible),
    dueYear: 'Due by',
  }),
  notStated: 'not stated',
  formerNumber: (label) => `Had number ${label}.`,
  noFormerNumber: 'Had no number.',
  former: (name) => `Former ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
  movedFrom: 'Moved from:',
  movedTo: 'Moved from here to:',
  placeIn: (what, parent) => `${what} under ${parent}`,
  otherPlace: 'another place in the order',
  mergedFrom: 'Merged from former',
  mergedInto: 'Became part of new',
  splitInto: 'Split into new',
  splitFrom: 'Comes out of former',
  uncertainNote: 'The program took the parts for the same because the texts are alike. It may be wrong.',
  coarseNote:
    'The text is too long or too unlike to be compared word by word. What differs stands as struck and added in one piece.',
  gap: (count) => (count === 1 ? '1 part is the same and not shown.' : `${count} parts are the same and not shown.`),
  pages: 'Sheets',
  pageOf: (number, count) => `Sheet ${number} of ${count}`,
  previous: 'Previous sheet',
  next: 'Next sheet',
};
