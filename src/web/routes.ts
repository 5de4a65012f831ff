import type { WebDeps } from './deps.ts';
import { followupRoutes } from './followup/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { identityRoutes } from './identity/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { planEditRoutes } from './plan/edit-routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import type { Route } from './route.ts';

/** Every address of the site. A new feature adds its line here; `routes.test.ts` pins those that are open. */
export function allRoutes(deps: WebDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...planRoutes(deps),
    ...planEditRoutes(deps),
    ...identityRoutes(deps),
    ...followupRoutes(deps),
    ...overviewRoutes(deps),
  ];
}
