import type { ColumnRole, ConsultationWords } from './consultation-words.ts';
import { findFirstWord } from './match-words.ts';

const ROLES: readonly ColumnRole[] = ['remark', 'handling', 'decision', 'body', 'reference', 'date'];
const HEADING_LENGTH_MAX = 120;

/**
 * What each column of a table of replies holds, told by its headings. A heading's earliest word decides ("Hantering av
 * synpunkter" is handling). Null when the headings are not those of a table of replies: it needs a body, and a remark or
 * a decision.
 */
export function readColumnRoles(
  headings: readonly string[],
  words: ConsultationWords,
): readonly (ColumnRole | null)[] | null {
  if (headings.some((heading) => heading.length > HEADING_LENGTH_MAX || /[.!?]$/.test(heading.trim()))) return null;
  const roles: (ColumnRole | null)[] = headings.map((heading) => clearRole(heading, words));
  const clearCount = roles.filter((role) => role !== null).length;
  headings.forEach((heading, column) => {
    if (roles[column]) return;
    const role = ROLES.find(
      (candidate) => !roles.includes(candidate) && findFirstWord(heading, words.columns[candidate].possible),
    );
    if (role) roles[column] = role;
  });
  if (!roles.includes('body')) {
    const free = roles.indexOf(null);
    if (free >= 0) roles[free] = 'body';
  }
  const told = roles.includes('remark') || roles.includes('decision');
  return clearCount > 0 && told && roles.includes('body') && headings.length > 1 ? roles : null;
}

function clearRole(heading: string, words: ConsultationWords): ColumnRole | null {
  let best: { role: ColumnRole; index: number; length: number } | null = null;
  for (const role of ROLES) {
    const hit = findFirstWord(heading, words.columns[role].clear);
    if (!hit) continue;
    if (!best || hit.index < best.index || (hit.index === best.index && hit.length > best.length))
      best = { role, ...hit };
  }
  return best?.role ?? null;
}
