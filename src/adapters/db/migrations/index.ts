import type { Migration } from 'kysely';
import * as firstTables from './0001-first-tables.ts';
import * as rowSecurity from './0002-row-security.ts';
import * as trailAndLetters from './0003-trail-and-letters.ts';
import * as bodiesOverTime from './0004-bodies-over-time.ts';
import * as people from './0005-people.ts';
import * as signIn from './0006-sign-in.ts';
import * as guestLinks from './0007-guest-links.ts';
import * as mail from './0008-mail.ts';
import * as trailSearch from './0009-trail-search.ts';
import * as passkeyCredentials from './0010-passkey-credentials.ts';
import * as supportAndRetention from './0011-support-and-retention.ts';
import * as removedPeople from './0012-removed-people.ts';
import * as drafting from './0013-drafting.ts';
import * as lintSettings from './0014-lint-settings.ts';
import * as overlap from './0015-overlap.ts';
import * as house from './0016-house.ts';
import * as classification from './0017-classification.ts';
import * as wordEditing from './0018-word-editing.ts';
import * as measureTime from './0019-measure-time.ts';
import * as horizon from './0020-horizon.ts';
import * as supporting from './0021-supporting.ts';
import * as revision from './0022-revision.ts';

/** Every migration, listed by hand: forward only, and never changed once it has been released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-row-security': rowSecurity,
  '0003-trail-and-letters': trailAndLetters,
  '0004-bodies-over-time': bodiesOverTime,
  '0005-people': people,
  '0006-sign-in': signIn,
  '0007-guest-links': guestLinks,
  '0008-mail': mail,
  '0009-trail-search': trailSearch,
  '0010-passkey-credentials': passkeyCredentials,
  '0011-support-and-retention': supportAndRetention,
  '0012-removed-people': removedPeople,
  '0013-drafting': drafting,
  '0014-lint-settings': lintSettings,
  '0015-overlap': overlap,
  '0016-house': house,
  '0017-classification': classification,
  '0018-word-editing': wordEditing,
  '0019-measure-time': measureTime,
  '0020-horizon': horizon,
  '0021-supporting': supporting,
  '0022-revision': revision,
};
