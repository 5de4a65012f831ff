import type { WordRule } from './word-rule.ts';

const schoolBoards = [
  'utbildningsnämnd',
  'barn- och utbildningsnämnd',
  'barn- och ungdomsnämnd',
  'barn- och skolnämnd',
  'för- och grundskolenämnd',
  'förskolenämnd',
  'grundskolenämnd',
  'gymnasienämnd',
  'gymnasie- och vuxenutbildningsnämnd',
  'skolnämnd',
  'bildningsnämnd',
  'lärandenämnd',
  'nämnden för utbildning',
  'nämnden för förskola',
  'nämnden för grundskola',
  'nämnden för lärande',
  'UBN',
  'UN',
  'BUN',
  'BIN',
  'FGN',
  'GSN',
  'FSN',
  'GVN',
  'GYN',
];

const schoolBoardName = { sv: 'den nämnd som ansvarar för skolan', en: 'the board in charge of schools' };

/**
 * Suggestions to start from: every Swedish municipality has a body in charge of schools. A municipality takes them over,
 * changes them or removes them. The second rests on the duty of school staff to report concern for a child
 * (socialtjänstlagen, on notification of children who fare ill).
 */
export const starterWordRules: readonly WordRule[] = [
  {
    id: 'school-words',
    words: [
      'skola*',
      'skolor*',
      'skolan*',
      'skolm*',
      'skolg*',
      'skolper*',
      'skoll*',
      '*förskol*',
      '*grundskol*',
      '*gymnasie*',
      'elev*',
      'läroplan*',
      'fritidshem*',
      'rektor*',
      'lärare*',
    ],
    together: [],
    bodyLabels: schoolBoards,
    bodyName: schoolBoardName,
    concern: { sv: 'skola eller elever', en: 'schools or pupils' },
    appliesTo: 'measures',
  },
  {
    id: 'routines-for-exposed-children',
    words: ['rutin*'],
    together: ['*utsatthet*', 'barn', 'barns', 'barnet*', 'barnen*', 'unga', 'ungas', 'ungdom*', 'orosanmäl*'],
    bodyLabels: schoolBoards,
    bodyName: schoolBoardName,
    concern: {
      sv: 'rutiner för att upptäcka eller förebygga utsatthet, som skolan också möter',
      en: 'routines to detect or prevent exposure, which schools also meet',
    },
    appliesTo: 'measures',
  },
];
