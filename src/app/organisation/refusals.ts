import type { BodyRecord } from '../../core/organisation/body.ts';
import type { SuccessionRefusal } from '../../core/organisation/succession.ts';
import type { Invalid } from '../shared/validate.ts';
import type { BodyFault } from './forms.ts';
import type { WorksFor } from './ports.ts';

type NotAllowed = { readonly kind: 'not-allowed' };
type NoSuchBody = { readonly kind: 'no-such-body' };
/** Another body bears the name or abbreviation during some of the same days; `holder` is that body. */
type LabelTakenBy = { readonly kind: 'label-taken'; readonly label: string; readonly holder: BodyRecord };

/** Why a body was not added or changed. Each kind has a sentence in `web/organisation/texts.*`. */
export type BodyRefusal =
  | NotAllowed
  | NoSuchBody
  | Invalid<BodyFault>
  | LabelTakenBy
  /** A body cannot begin after it has left a name. `until` is the last day of its first name. */
  | { readonly kind: 'start-after-former-name'; readonly until: string }
  /** Somebody changed the body after the form was opened; `current` is how it stands now. */
  | { readonly kind: 'body-changed-meanwhile'; readonly current: BodyRecord };

/** Why it was not noted that an administration works for a body. */
export type WorksForRefusal =
  | NotAllowed
  | NoSuchBody
  | Invalid<BodyFault>
  | { readonly kind: 'not-an-administration' }
  | { readonly kind: 'works-already'; readonly current: WorksFor }
  | { readonly kind: 'works-for-changed-meanwhile'; readonly current: WorksFor | null };

/** Why a succession was not recorded. */
export type RecordRefusal =
  | NotAllowed
  | Invalid<BodyFault>
  | SuccessionRefusal
  /** Somebody changed one of the bodies, or planned a succession for it, after the form was opened. */
  | { readonly kind: 'bodies-changed-meanwhile' };

/** Why a planned succession was not called off. */
export type CancelRefusal = NotAllowed | { readonly kind: 'no-such-succession' | 'not-planned-any-more' };
