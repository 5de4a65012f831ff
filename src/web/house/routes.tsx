import type { WebDeps } from '../deps.ts';
import type { Route } from '../route.ts';
import { HOUSE, saveHouse, showHouse } from './house-page.tsx';
import { savePlanHouse, showPlanHouse } from './plan-house-page.tsx';

/** What the municipality calls things, and what a plan calls otherwise. */
export function houseRoutes(deps: WebDeps): readonly Route[] {
  const plan = '/planer/:slug/ord' as const;
  return [
    { method: 'GET', path: HOUSE, access: 'change-house', handle: (c) => showHouse(deps, c) },
    { method: 'POST', path: HOUSE, access: 'change-house', handle: (c) => saveHouse(deps, c) },
    { method: 'GET', path: plan, access: 'change-plan', handle: (c) => showPlanHouse(deps, c) },
    { method: 'POST', path: plan, access: 'change-plan', handle: (c) => savePlanHouse(deps, c) },
  ];
}
