import type { WebDeps } from '../deps.ts';
import type { Route } from '../route.ts';
import { acknowledge, showFindings, withdraw } from './findings.tsx';
import { resetGrades, saveGrades, showGrades } from './grades.tsx';
import { addRule, changeRule, removeRule, showRule, showRules } from './word-rules.tsx';

const FINDINGS = '/planer/:slug/granska';
const WORD_RULES = '/ordregler';
const GRADES = '/administration/granskningsregler';

/** What the check finds in a plan, and the rules by which it looks. */
export function lintRoutes(deps: WebDeps): readonly Route[] {
  const write = { method: 'POST', access: 'acknowledge-finding' } as const;
  const words = 'change-word-rules';
  const grades = 'change-lint-rules';
  return [
    { method: 'GET', path: FINDINGS, access: 'lint-plan', handle: (c) => showFindings(deps, c) },
    { ...write, path: `${FINDINGS}/kvittera`, handle: (c) => acknowledge(deps, c) },
    { ...write, path: `${FINDINGS}/ta-tillbaka`, handle: (c) => withdraw(deps, c) },
    { method: 'GET', path: WORD_RULES, access: words, handle: (c) => showRules(deps, c) },
    { method: 'POST', path: WORD_RULES, access: words, handle: (c) => addRule(deps, c) },
    { method: 'POST', path: `${WORD_RULES}/ta-bort`, access: words, handle: (c) => removeRule(deps, c) },
    { method: 'GET', path: `${WORD_RULES}/:ruleId`, access: words, handle: (c) => showRule(deps, c) },
    { method: 'POST', path: `${WORD_RULES}/:ruleId`, access: words, handle: (c) => changeRule(deps, c) },
    { method: 'GET', path: GRADES, access: grades, handle: (c) => showGrades(deps, c) },
    { method: 'POST', path: GRADES, access: grades, handle: (c) => saveGrades(deps, c) },
    { method: 'POST', path: `${GRADES}/aterstall`, access: grades, handle: (c) => resetGrades(deps, c) },
  ];
}
