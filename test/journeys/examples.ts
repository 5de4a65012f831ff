import { declineToken } from '../../src/app/mail/decline-letters.ts';
import { openSupportAccess } from '../../src/app/support-access/open-support-access.ts';
import { successionKinds } from '../../src/core/organisation/succession.ts';
import type { Role } from '../../src/core/permission/role.ts';
import { addClassified } from '../classified.ts';
import { addRevisedPlan, REVISED } from '../comparison/add-revised-plan.ts';
import { type DemoSite, DRAFT } from '../demo-site.ts';
import { draftPages } from '../draft-pages.ts';
import { giveLinks } from '../guest-links.ts';
import { addLeftPerson, addRemovedPerson } from '../left-person.ts';
import { addInvited, addLink } from '../people-links.ts';
import { addWatchedLaw } from '../watched.ts';
import { wordPages } from '../word-pages.ts';

/** One real address of a route, and who opens it. */
export interface Example {
  readonly path: string;
  readonly role: Role | null;
}

const PLAN = '/planer/trygga-relationer';
const COMPARED = `/jamfor?av=trygga-relationer&med=${REVISED}`;

/** Examples for every page of the site by its route. A new page needs a line here, or the accessibility test fails. */
export async function examplePages(site: DemoSite): Promise<Readonly<Record<string, readonly Example[]>>> {
  const part = await site.part('SN', '1.2');
  const whole = await site.store.read.getCommitment(site.code, part.id);
  const adopted = (await site.store.read.listPlans(site.code)).filter(({ state }) => state === 'adopted');
  const [one, two] = await Promise.all(
    adopted.map(async ({ id }) => (await site.store.read.listPlacedMeasures(site.code, id))[0]),
  );
  const watched = `/omvarld/${await addWatchedLaw(site, one)}`;
  const classified = await addClassified(site, one);
  const commitment = `/ataganden/${part.id}`;
  const writing = await draftPages(site);
  const word = await wordPages(site);
  const { administration } = site;
  const body = `/administration/organ/${administration.id}`;
  const imported = `/import/${site.importId}`;
  await addRevisedPlan(site);
  const guests = await giveLinks(site);
  const jonas =
    (await site.store.read.listAccounts(site.code)).find(({ email }) => email.startsWith('jonas.'))?.id ?? '';
  const invited = await addInvited(site, 'ny.person@example.se');
  const invitation = await addLink(site, 'invitation', invited);
  const reset = await addLink(site, 'password-reset', jonas);
  const people = '/administration/personer';
  const data = '/administration/personuppgifter';
  const left = await addLeftPerson(site, 'tobias.', '2024-03-01');
  const [wordRule] = await site.store.read.listWordRules(site.code);
  await addRemovedPerson(site, 'britt.');
  const [account] = await site.store.read.listAccounts(site.code);
  const token = declineToken(site.deps.secrets, site.code, { accountId: account?.id ?? '', kind: 'digest' });
  const help = { name: 'Vera Hjälp', reason: 'Ett fel vid inläsning', reasonClass: 'fault', hours: 4 };
  const support = await openSupportAccess(site.deps)(site.code, help);
  const as = (role: Role | null, ...paths: string[]) => paths.map((path) => ({ path, role }));
  return {
    '/': [...as(null, '/'), ...as('strategist', '/'), ...as('board-controller', '/')],
    '/planer/:slug': [...as(null, PLAN), ...as('strategist', `/planer/${DRAFT}`)],
    '/planer/:slug/omraden/:areaId': as(null, `${PLAN}/omraden/${whole?.area?.id}`),
    '/planer/:slug/atgarder/:measureId': as(null, `${PLAN}/atgarder/${part.measureId}`),
    '/jamfor': [
      ...as(null, '/jamfor', COMPARED, `${COMPARED}&vy=sidor`),
      ...as('strategist', `/jamfor?av=klimatanpassning&med=${DRAFT}&visa=allt&blad=2`),
    ],
    '/organ/:bodyId': as(null, `/organ/${part.bodyId}`),
    '/logga-in': as(null, '/logga-in', '/logga-in?fel=unknown-person'),
    '/logga-in/kvar': as('reporter', '/logga-in/kvar'),
    '/utloggad': as(null, '/utloggad'),
    '/konto': as('reporter', '/konto'),
    '/konto/brev': as('strategist', '/konto/brev'),
    '/brev/avsluta/:token': as(null, `/brev/avsluta/${token}`, `/brev/avsluta/${token}?klart=slut`),
    '/konto/sessioner': as('reporter', '/konto/sessioner', '/konto/sessioner?avslutade=1'),
    '/konto/mina-uppgifter': as('reporter', '/konto/mina-uppgifter'),
    '/konto/nycklar': as('reporter', '/konto/nycklar', '/konto/nycklar?fel=last-way'),
    '/konto/tjanster': as('reporter', '/konto/tjanster', '/konto/tjanster?fel=linked-to-other'),
    '/administration/inloggning': as('administrator', '/administration/inloggning'),
    '/administration/inloggning/ny': as('administrator', '/administration/inloggning/ny'),
    '/administration/inloggning/:providerId': as('administrator', `/administration/inloggning/${site.providerId}`),
    '/ataganden': as('board-controller', '/ataganden', '/ataganden?visa=late'),
    '/ataganden/:id': [...as('board-controller', commitment), ...as('strategist', commitment)],
    '/ataganden/:id/aktiviteter/:activityId': as('reporter', `${commitment}/aktiviteter/${whole?.activities[0]?.id}`),
    '/supportatkomst/:token': as(null, `/supportatkomst/${support.ok && support.value.token}`),
    '/konto/losenord': as('reporter', '/konto/losenord'),
    '/inbjudan/:token': as(null, `/inbjudan/${invitation}`),
    '/nytt-losenord/:token': as(null, `/nytt-losenord/${reset}`),
    '/nytt-losenord': as(null, '/nytt-losenord'),
    '/glomt-losenord': as(null, '/glomt-losenord', '/glomt-losenord?skickat'),
    '/administration/personer': as('administrator', people, `${people}?visa=left`),
    '/administration/personer/bjud-in': as('administrator', `${people}/bjud-in`),
    '/administration/personer/:id': as('administrator', `${people}/${jonas}`, `${people}/${invited}`),
    '/administration/personer/:id/andra': as('administrator', `${people}/${jonas}/andra`),
    '/administration/personer/:id/avsluta': as('administrator', `${people}/${jonas}/avsluta`),
    '/administration/gallring': as('administrator', '/administration/gallring'),
    '/administration/gallring/tid': as('administrator', '/administration/gallring/tid?slag=letters'),
    '/administration/gallring/forslag': as('administrator', '/administration/gallring/forslag'),
    '/administration/gallring/protokoll': as('administrator', '/administration/gallring/protokoll?borttagna=2'),
    '/administration/personuppgifter': as('administrator', data, `${data}?klart=borttagen`),
    '/administration/personuppgifter/:id': as('administrator', `${data}/${jonas}`),
    '/administration/personuppgifter/:id/ta-bort': as(
      'administrator',
      ...[left.id, jonas].map((id) => `${data}/${id}/ta-bort`),
    ),
    '/oversikt': as('strategist', '/oversikt', '/oversikt?plan=trygga-relationer&visa=sena'),
    '/omvarld': [...as('strategist', '/omvarld'), ...as('reporter', '/omvarld')],
    '/omvarld/ny': as('strategist', '/omvarld/ny'),
    '/omvarld/:itemId': [...as('strategist', watched), ...as('reader', watched)],
    '/omvarld/:itemId/andra': as('strategist', `${watched}/andra`),
    '/omvarld/:itemId/berors': as('strategist', `${watched}/berors`),
    '/klassificering': [...as('strategist', '/klassificering'), ...as('reader', '/klassificering')],
    '/klassificering/nytt': as('strategist', '/klassificering/nytt'),
    '/klassificering/varden/:valueId': as('strategist', `/klassificering/varden/${classified.valueId}`),
    '/klassificering/:systemId': as('strategist', `/klassificering/${classified.systemId}`),
    '/klassificering/:systemId/ny-version': as('strategist', `/klassificering/${classified.systemId}/ny-version`),
    '/klassificering/:systemId/versioner/:versionId': as(
      'strategist',
      `/klassificering/${classified.systemId}/versioner/${classified.versionId}`,
    ),
    '/planer/:slug/klassificering': as('strategist', `/planer/${one?.planSlug}/klassificering`),
    '/planer/:slug/klassificering/delar/:blockId': as(
      'strategist',
      `/planer/${one?.planSlug}/klassificering/delar/${one?.id}`,
    ),
    '/overlapp': as('strategist', '/overlapp', '/overlapp?plan=trygga-relationer'),
    '/overlapp/par/:hereId/:thereId': [
      ...as('strategist', `/overlapp/par/${one?.id}/${two?.id}`),
      ...as('reporter', `/overlapp/par/${one?.id}/${two?.id}`),
    ],
    '/overlapp/synonymer': as('strategist', '/overlapp/synonymer'),
    '/planer/:slug/atgarder/:measureId/liknande': as('strategist', `${PLAN}/atgarder/${part.measureId}/liknande`),
    '/import': as('strategist', '/import'),
    '/import/:id': as('strategist', imported),
    '/import/:id/delar/:group': ['facts', 'area-0', 'unplaced'].flatMap((part) =>
      as('strategist', `${imported}/delar/${part}`),
    ),
    '/import/:id/organ': as('strategist', `${imported}/organ`),
    '/gast/:token': as(null, guests.draft.door, guests.answer.door, guests.report.door),
    '/gast/sida/:id': as(null, guests.draft.room, guests.answer.room, guests.report.room),
    '/administration/gastlankar': [
      ...as('strategist', '/administration/gastlankar'),
      ...as('administrator', '/administration/gastlankar'),
    ],
    '/administration/gastlankar/ny': [
      ...as(
        'strategist',
        ...['', '?for=utkast', `?for=${part.bodyId}`].map((for_) => `/administration/gastlankar/ny${for_}`),
      ),
      ...as('administrator', '/administration/gastlankar/ny'),
    ],
    '/administration/gastlankar/:id': as('strategist', `/administration/gastlankar/${guests.report.id}`),
    ...writing,
    '/planer/:slug/granska': [
      ...as('strategist', `${PLAN}/granska`, `/planer/${DRAFT}/granska?visa=all`),
      ...as('auditor', `${PLAN}/granska?grad=note`),
    ],
    '/administration/ord': as('administrator', '/administration/ord', '/administration/ord?mall=focus-areas'),
    '/planer/:slug/ord': as('strategist', `/planer/${DRAFT}/ord`),
    '/administration/granskningsregler': as('administrator', '/administration/granskningsregler'),
    '/ordregler/:ruleId': as('strategist', `/ordregler/${wordRule?.id}`),
    ...word,
    '/administration/sparlogg': as(
      'auditor',
      '/administration/sparlogg',
      '/administration/sparlogg?handelse=signed-in',
    ),
    '/administration/sparlogg/lamna-ut': as('auditor', '/administration/sparlogg/lamna-ut'),
    '/administration/sparlogg/utan-rapport': as('auditor', '/administration/sparlogg/utan-rapport?sedan=2026-05-01'),
    '/ordregler': as('strategist', '/ordregler'),
    '/administration': [...as('administrator', '/administration'), ...as('strategist', '/administration')],
    '/administration/brev': as('administrator', '/administration/brev'),
    '/administration/organ': as('administrator', '/administration/organ', '/administration/organ?tid=past'),
    '/administration/organ/import': as('administrator', '/administration/organ/import'),
    '/administration/organ/nytt': as('administrator', '/administration/organ/nytt'),
    '/administration/organ/andringar/:successionId': as(
      'administrator',
      `/administration/organ/andringar/${administration.successionId}`,
    ),
    '/administration/organ/:bodyId': as('administrator', body, `/administration/organ/${part.bodyId}`),
    '/administration/organ/:bodyId/andra': as('administrator', `${body}/andra`),
    '/administration/organ/:bodyId/ny-ordning': as(
      'strategist',
      `${body}/ny-ordning`,
      ...successionKinds.map((kind) => `${body}/ny-ordning?slag=${kind}`),
    ),
    '/administration/organ/:bodyId/arbetar-for/:worksForId': as(
      'administrator',
      `${body}/arbetar-for/${administration.worksForId}`,
    ),
  };
}
