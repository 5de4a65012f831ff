import { administrationRoutes } from './administration/routes.tsx';
import { classificationRoutes } from './classification/routes.tsx';
import { comparisonRoutes } from './comparison/routes.tsx';
import { decliningRoutes } from './declining/routes.tsx';
import type { WebDeps } from './deps.ts';
import { draftingRoutes } from './drafting/routes.tsx';
import { exportRoutes } from './export/routes.tsx';
import { followupRoutes } from './followup/routes.tsx';
import { guestLinkRoutes } from './guest/admin-routes.tsx';
import { guestRoutes } from './guest/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { horizonRoutes } from './horizon/routes.tsx';
import { houseRoutes } from './house/routes.tsx';
import { accountRoutes } from './identity/account-routes.tsx';
import { identityLinkRoutes } from './identity/link-routes.tsx';
import { passkeyRoutes } from './identity/passkey-routes.tsx';
import { providerRoutes } from './identity/provider-routes.tsx';
import { identityRoutes } from './identity/routes.tsx';
import { importingRoutes } from './importing/routes.tsx';
import { lintRoutes } from './lint/routes.tsx';
import { loginProviderRoutes } from './login-providers/routes.tsx';
import { bodyRoutes } from './organisation/routes.tsx';
import { outboxRoutes } from './outbox/routes.tsx';
import { overlapRoutes } from './overlap/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { linkRoutes } from './people/link-routes.tsx';
import { passwordRoutes } from './people/password-routes.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { personalDataRoutes } from './personal-data/routes.tsx';
import { adoptRoutes } from './plan/adopt-routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import { retentionRoutes } from './retention/routes.tsx';
import { roundtripRoutes } from './roundtrip/routes.tsx';
import { sheetRoutes } from './roundtrip/sheet-routes.tsx';
import type { Route } from './route.ts';
import { supportAccessRoutes } from './support-access/routes.tsx';
import { trailRoutes } from './trail/routes.tsx';

/** Every address of the site. A new feature adds its line here; `routes.test.ts` pins those that are open. */
export function allRoutes(deps: WebDeps): readonly Route[] {
  return [
    ...homeRoutes(deps),
    ...planRoutes(deps),
    ...adoptRoutes(deps),
    ...draftingRoutes(deps),
    ...exportRoutes(deps),
    ...comparisonRoutes(deps),
    ...roundtripRoutes(deps),
    ...sheetRoutes(deps),
    ...identityRoutes(deps),
    ...providerRoutes(deps),
    ...accountRoutes(deps),
    ...passwordRoutes(deps),
    ...passkeyRoutes(deps),
    ...identityLinkRoutes(deps),
    ...linkRoutes(deps),
    ...peopleRoutes(deps),
    ...personalDataRoutes(deps),
    ...retentionRoutes(deps),
    ...followupRoutes(deps),
    ...overviewRoutes(deps),
    ...overlapRoutes(deps),
    ...classificationRoutes(deps),
    ...horizonRoutes(deps),
    ...importingRoutes(deps),
    ...lintRoutes(deps),
    ...houseRoutes(deps),
    ...trailRoutes(deps),
    ...supportAccessRoutes(deps),
    ...guestRoutes(deps),
    ...guestLinkRoutes(deps),
    ...loginProviderRoutes(deps),
    ...administrationRoutes(),
    ...outboxRoutes(deps),
    ...decliningRoutes(deps),
    ...bodyRoutes(deps),
  ];
}
