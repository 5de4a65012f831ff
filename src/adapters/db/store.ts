import type { Pool } from 'pg';
import type { Ids } from '../../app/shared/world.ts';
import type { ChangeContext, EventEntry, Reader, Store, Writer } from '../../app/store.ts';
import { assert } from '../../core/shared/result.ts';
import type { TrailHead } from '../../core/trail/chain.ts';
import { toEventFacts } from '../../core/trail/event-facts.ts';
import { sha256OfText } from '../sha256.ts';
import * as accounts from './account-store.ts';
import * as classifications from './classification-store.ts';
import * as drafts from './draft-store.ts';
import * as extracts from './extract-store.ts';
import * as followup from './followup-store.ts';
import * as guests from './guest-store.ts';
import * as horizon from './horizon-store.ts';
import * as imports from './import-store.ts';
import * as letters from './letter-store.ts';
import * as lint from './lint-store.ts';
import * as logins from './login-store.ts';
import * as mail from './mail-store.ts';
import * as organisation from './organisation-store.ts';
import * as overlap from './overlap-store.ts';
import * as passkeys from './passkey-store.ts';
import * as people from './people-store.ts';
import * as planReader from './plan-reader.ts';
import * as planWriter from './plan-writer.ts';
import * as providers from './provider-store.ts';
import * as register from './register-store.ts';
import * as removals from './removal-store.ts';
import * as responsible from './responsible-store.ts';
import * as retention from './retention-store.ts';
import * as revisions from './revision-store.ts';
import * as roundtrip from './roundtrip-store.ts';
import type { Session, SessionSettings } from './session.ts';
import * as successions from './succession-store.ts';
import * as support from './support-store.ts';
import * as trail from './trail-reader.ts';
import { addEvents } from './trail-writer.ts';
import { inChange, inRead } from './transactions.ts';

/** What the store needs beside its connections. */
export interface StoreParts {
  readonly pool: Pool;
  readonly ids: Ids;
  readonly sessions: SessionSettings;
  /** Told of each change that has been committed; left out when nobody listens. */
  readonly onTrail?: OnTrail | undefined;
}

/**
 * What a change added to a municipality's trail: the kinds of events, and where the trail then ended. Kept somewhere else it
 * shows later that nothing up to there has been changed since, also by somebody who owns the database.
 */
export interface TrailGrowth extends TrailHead {
  readonly municipality: string;
  readonly requestId: string | null;
  readonly kinds: readonly string[];
}

export type OnTrail = (growth: TrailGrowth) => void;

/** How a reader runs its work in one municipality. */
type Run = <T>(municipality: string, work: (session: Session) => Promise<T>) => Promise<T>;

/** No municipality has this code: what is read with it is what all may read. */
const NO_MUNICIPALITY = '0000';

/** The store on a pool of connections to a database whose migrations have been run. */
export function createStore({ pool, ids, sessions, onTrail }: StoreParts): Store {
  return {
    read: createReader((municipality, work) => inRead(pool, municipality, sessions, work)),
    async change(context, work) {
      const { municipality, requestId } = context;
      const done = await inChange(pool, municipality, sessions, async (session) => {
        const events: (EventEntry & { id: string })[] = [];
        const tell = async (entry: EventEntry) => {
          const before = toEventFacts(entry.before, sha256OfText);
          const after = toEventFacts(entry.after, sha256OfText);
          events.push({ ...entry, before, after, id: ids.next() });
        };
        const value = await work(createWriter(session, context, tell));
        assert(session.writtenRows() === 0 || events.length > 0, 'something was changed without an event');
        const end = await addEvents(session, context, events);
        return { value, end, kinds: events.map(({ kind }) => kind) };
      });
      if (done.end !== null) onTrail?.({ municipality, requestId, kinds: done.kinds, ...done.end });
      return done.value;
    },
  };
}

function createReader(run: Run): Reader {
  return {
    listMunicipalities: () => run(NO_MUNICIPALITY, organisation.listMunicipalities),
    getMunicipality: (m) => run(m, organisation.getMunicipality),
    listBodies: (m) => run(m, register.listBodies),
    getBodyStory: (m, bodyId) => run(m, (s) => register.getBodyStory(s, bodyId)),
    listBodyEvents: (m, bodyId) => run(m, (s) => register.listBodyEvents(s, bodyId)),
    listWorksFor: (m) => run(m, register.listWorksFor),
    listSuccessions: (m) => run(m, successions.listSuccessions),
    listPartsOfBodies: (m, bodyIds) => run(m, (s) => successions.listPartsOfBodies(s, bodyIds)),
    listMovedParts: (m, successionId) => run(m, (s) => successions.listMovedParts(s, successionId)),
    listRolesOfBodies: (m, bodyIds, day) => run(m, (s) => successions.listRolesOfBodies(s, bodyIds, day)),
    countLeftWithEnded: (m, day) => run(m, (s) => successions.countLeftWithEnded(s, day)),
    listWordRules: (m) => run(m, organisation.listWordRules),
    listRuleGrades: (m) => run(m, lint.listRuleGrades),
    listAcknowledgements: (m, planId) => run(m, (s) => lint.listAcknowledgements(s, planId)),
    findAccountByEmail: (m, email) => run(m, (s) => accounts.findAccountByEmail(s, email)),
    listAccounts: (m) => run(m, accounts.listAccounts),
    getAccount: (m, accountId) => run(m, (s) => accounts.getAccount(s, accountId)),
    listPeople: (m) => run(m, people.listPeople),
    getPerson: (m, accountId) => run(m, (s) => people.getPerson(s, accountId)),
    getRemovalState: (m, accountId) => run(m, (s) => removals.getRemovalState(s, accountId)),
    getRegisterExtract: (m, accountId) => run(m, (s) => extracts.getRegisterExtract(s, accountId)),
    countHeld: (m, accountId) => run(m, (s) => removals.countHeld(s, accountId)),
    listRemovedPeople: (m) => run(m, removals.listRemovedPeople),
    listRetentionChoices: (m) => run(m, retention.listRetentionChoices),
    listDue: (m, before) => run(m, (s) => retention.listDue(s, before)),
    listRemovals: (m) => run(m, retention.listRemovals),
    findLink: (m, purpose, hash, now) => run(m, (s) => people.findLink(s, purpose, hash, now)),
    listResponsibilities: (m, accountId) => run(m, (s) => responsible.listResponsibilities(s, accountId)),
    listResponsible: (m, scope, day) => run(m, (s) => responsible.listResponsible(s, scope, day)),
    countWithoutResponsible: (m, day) => run(m, (s) => responsible.countWithoutResponsible(s, day)),
    listPeopleOfBodies: (m, bodyIds, day) => run(m, (s) => responsible.listPeopleOfBodies(s, bodyIds, day)),
    findSignedIn: (m, tokenHash, time) => run(m, (s) => logins.findSignedIn(s, tokenHash, time)),
    listSessions: (m, accountId, time) => run(m, (s) => logins.listSessions(s, accountId, time)),
    listLoginButtons: (m) => run(m, providers.listLoginButtons),
    listLoginProviders: (m) => run(m, providers.listLoginProviders),
    getLoginProvider: (m, id) => run(m, (s) => providers.getLoginProvider(s, id)),
    findLoginProvider: (m, slug) => run(m, (s) => providers.findLoginProvider(s, slug)),
    findAccountOfIdentity: (m, issuer, subject) => run(m, (s) => providers.findAccountOfIdentity(s, issuer, subject)),
    listIdentities: (m, accountId) => run(m, (s) => providers.listIdentities(s, accountId)),
    listClaimedRoles: (m, accountId, id) => run(m, (s) => providers.listClaimedRoles(s, accountId, id)),
    listPasskeys: (m, accountId) => run(m, (s) => passkeys.listPasskeys(s, accountId)),
    findPasskey: (m, credentialId) => run(m, (s) => passkeys.findPasskey(s, credentialId)),
    getKeptForm: (m, id, now) => run(m, (s) => providers.getKeptForm(s, id, now)),
    listPlans: (m) => run(m, planReader.listPlans),
    getPlanFacts: (m, slug) => run(m, (s) => planReader.getPlanFacts(s, slug)),
    getPlanBySlug: (m, slug) => run(m, (s) => planReader.getPlanBySlug(s, slug)),
    getPlanOutline: (m, slug) => run(m, (s) => planReader.getPlanOutline(s, slug)),
    getPlanById: (m, planId) => run(m, (s) => planReader.getPlanById(s, planId)),
    listAdoptedMeasuresOfBody: (m, bodyId) => run(m, (s) => planReader.listAdoptedMeasuresOfBody(s, bodyId)),
    getBlock: (m, planId, blockId) => run(m, (s) => planReader.getBlock(s, planId, blockId)),
    getPlanCase: (m, planId) => run(m, (s) => planReader.getPlanCase(s, planId)),
    listFirstBodies: (m, planId) => run(m, (s) => planReader.listFirstBodies(s, planId)),
    getSourceFile: (m, planId) => run(m, (s) => planReader.getSourceFile(s, planId)),
    getRevision: (m, planId) => run(m, (s) => revisions.getRevision(s, planId)),
    listVersions: (m, planId) => run(m, (s) => drafts.listVersions(s, planId)),
    getVersion: (m, planId, number) => run(m, (s) => drafts.getVersion(s, planId, number)),
    listChanges: (m, planId, range) => run(m, (s) => drafts.listChanges(s, planId, range)),
    getChange: (m, planId, changeId) => run(m, (s) => drafts.getChange(s, planId, changeId)),
    countCauseless: (m, planId, after) => run(m, (s) => drafts.countCauseless(s, planId, after)),
    listCommitmentsOfBodies: (m, bodyIds) => run(m, (s) => followup.listCommitmentsOfBodies(s, bodyIds)),
    getCommitment: (m, id) => run(m, (s) => followup.getCommitment(s, id)),
    countLetters: (m, sentSince) => run(m, (s) => letters.countLetters(s, sentSince)),
    listLetters: (m, which) => run(m, (s) => letters.listLetters(s, which)),
    listReceivers: (m, day) => run(m, (s) => mail.listReceivers(s, day)),
    listNews: (m, span) => run(m, (s) => mail.listNews(s, span)),
    listDeclined: (m, accountId) => run(m, (s) => mail.listDeclined(s, accountId)),
    getMailSetting: (m) => run(m, mail.getMailSetting),
    listImportDrafts: (m) => run(m, imports.listImportDrafts),
    getWordExport: (m, planId, hash) => run(m, (s) => roundtrip.getWordExport(s, planId, hash)),
    listEditedFiles: (m, planId) => run(m, (s) => roundtrip.listEditedFiles(s, planId)),
    getEditedFile: (m, planId, id) => run(m, (s) => roundtrip.getEditedFile(s, planId, id)),
    getSupportOf: (m, accountId) => run(m, (s) => support.getSupportOf(s, accountId)),
    findSupportLink: (m, hash, now) => run(m, (s) => support.findSupportLink(s, hash, now)),
    listEvents: (m, filter, page) => run(m, (s) => trail.listEvents(s, filter, page)),
    listEventsAfter: (m, sequence, most) => run(m, (s) => trail.listEventsAfter(s, sequence, most)),
    getTrailHead: (m) => run(m, trail.getTrailHead),
    nameThings: (m, ids) => run(m, (s) => trail.nameThings(s, ids)),
    getTrailChoices: (m, now) => run(m, (s) => trail.getTrailChoices(s, now)),
    listSilentParts: (m, since) => run(m, (s) => trail.listSilentParts(s, since)),
    listWatched: (m) => run(m, horizon.listWatched),
    getWatched: (m, id) => run(m, (s) => horizon.getWatched(s, id)),
    listTouched: (m, id) => run(m, (s) => horizon.listTouched(s, id)),
    listWatchedEvents: (m, id) => run(m, (s) => horizon.listWatchedEvents(s, id)),
    listClassifications: (m) => run(m, classifications.listClassifications),
    countTags: (m, drafts) => run(m, (s) => classifications.countTags(s, drafts)),
    listTagged: (m, valueIds, drafts) => run(m, (s) => classifications.listTagged(s, valueIds, drafts)),
    getPlanTags: (m, planId) => run(m, (s) => classifications.getPlanTags(s, planId)),
    getWordstockState: (m) => run(m, overlap.getWordstockState),
    listUnregisteredMeasures: (m, most) => run(m, (s) => overlap.listUnregisteredMeasures(s, most)),
    getWordstock: (m) => run(m, overlap.getWordstock),
    listSynonymGroups: (m) => run(m, overlap.listSynonymGroups),
    listPlacedMeasures: (m, planId) => run(m, (s) => overlap.listPlacedMeasures(s, planId)),
    listMeasuresById: (m, ids) => run(m, (s) => overlap.listMeasuresById(s, ids)),
    listCandidates: (m, sought, limits) => run(m, (s) => overlap.listCandidates(s, sought, limits)),
    listVerdictsOf: (m, ids) => run(m, (s) => overlap.listVerdictsOf(s, ids)),
    listVerdicts: (m, most) => run(m, (s) => overlap.listVerdicts(s, most)),
    getImportDraft: (m, id) => run(m, (s) => imports.getImportDraft(s, id)),
    findGuest: (m, tokenHash, today) => run(m, (s) => guests.findGuest(s, tokenHash, today)),
    listGuestLinks: (m) => run(m, guests.listGuestLinks),
    getGuestLink: (m, id) => run(m, (s) => guests.getGuestLink(s, id)),
  };
}

function createWriter(session: Session, context: ChangeContext, event: Writer['event']): Writer {
  const own: Run = (municipality, work) => {
    assert(
      municipality === session.municipality || municipality === NO_MUNICIPALITY,
      'a change reaches into another municipality',
    );
    return work(session);
  };
  return {
    ...createReader(own),
    event,
    addMunicipality: (added) => own(added.code, (s) => organisation.addMunicipality(s, added)),
    changeHouse: (change) => own(change.code, (s) => organisation.changeHouse(s, change)),
    holdRegister: (m) => own(m, register.holdRegister),
    addBody: (m, body) => own(m, (s) => register.addBody(s, body)),
    addBodies: (m, bodies) => own(m, (s) => register.addBodies(s, bodies)),
    changeBody: (m, body) => own(m, (s) => register.changeBody(s, body)),
    saveBodies: (m, bodies) => own(m, (s) => register.saveBodies(s, bodies)),
    addFormerNames: (m, names) => own(m, (s) => register.addFormerNames(s, names)),
    addWorksFor: (m, rows) => own(m, (s) => register.addWorksFor(s, rows)),
    changeWorksFor: (m, row) => own(m, (s) => register.changeWorksFor(s, row)),
    removeWorksFor: (m, administrationId, id) => own(m, (s) => register.removeWorksFor(s, administrationId, id)),
    addSuccession: (m, added, at) => own(m, (s) => successions.addSuccession(s, added, at)),
    settleSuccession: (m, settled) => own(m, (s) => successions.settleSuccession(s, settled)),
    holdPartsOfBodies: (m, bodyIds) => own(m, (s) => successions.holdPartsOfBodies(s, bodyIds)),
    moveCommitments: (m, move) => own(m, (s) => successions.moveCommitments(s, move)),
    followRoles: (m, roles, from) => own(m, (s) => successions.followRoles(s, roles, from)),
    addWordRule: (m, rule) => own(m, (s) => organisation.addWordRule(s, rule)),
    removeWordRule: (m, ruleId) => own(m, (s) => organisation.removeWordRule(s, ruleId)),
    changeWordRule: (m, rule) => own(m, (s) => lint.changeWordRule(s, rule)),
    holdRuleGrades: (m) => own(m, lint.holdRuleGrades),
    setRuleGrades: (m, grades) => own(m, (s) => lint.setRuleGrades(s, grades)),
    addAcknowledgement: (m, planId, added) => own(m, (s) => lint.addAcknowledgement(s, planId, added)),
    removeAcknowledgement: (m, planId, key) => own(m, (s) => lint.removeAcknowledgement(s, planId, key)),
    addAccount: (account) => own(account.municipality, (s) => accounts.addAccount(s, account)),
    holdPeople: (m) => own(m, people.holdPeople),
    changePerson: (m, change) => own(m, (s) => people.changePerson(s, change)),
    changeRetentionChoice: (m, choice) => own(m, (s) => retention.changeRetentionChoice(s, choice)),
    holdDue: (m, before) => own(m, (s) => retention.holdDue(s, before)),
    removeDue: (m, recordClass, before) => own(m, (s) => retention.removeDue(s, recordClass, before)),
    removePeople: (m, removed, at) => own(m, (s) => removals.removePeople(s, removed, at)),
    setPassword: (m, accountId, hash) => own(m, (s) => people.setPassword(s, accountId, hash)),
    addLink: (m, link) => own(m, (s) => people.addLink(s, link)),
    useLink: (m, purpose, hash, now) => own(m, (s) => people.useLink(s, purpose, hash, now)),
    withdrawLinks: (m, accountId, purpose, now) => own(m, (s) => people.withdrawLinks(s, accountId, purpose, now)),
    handOver: (m, change) => own(m, (s) => responsible.handOver(s, change)),
    chooseResponsible: (m, bodyId, choice) => own(m, (s) => responsible.chooseResponsible(s, bodyId, choice)),
    addSession: (added) => own(added.municipality, (s) => logins.addSession(s, added)),
    seeSession: (m, sessionId, now) => own(m, (s) => logins.seeSession(s, sessionId, now)),
    removeSession: (m, tokenHash) => own(m, (s) => logins.removeSession(s, tokenHash)),
    removeSessionsOf: (m, accountId, which) => own(m, (s) => logins.removeSessionsOf(s, accountId, which)),
    removeExpiredSessions: (m, time) => own(m, (s) => logins.removeExpiredSessions(s, time)),
    addLoginProvider: (m, provider) => own(m, (s) => providers.addLoginProvider(s, provider)),
    changeLoginProvider: (m, provider) => own(m, (s) => providers.changeLoginProvider(s, provider)),
    addClaimRule: (m, id, rule) => own(m, (s) => providers.addClaimRule(s, id, rule)),
    removeClaimRule: (m, id, ruleId) => own(m, (s) => providers.removeClaimRule(s, id, ruleId)),
    addIdentity: (m, identity) => own(m, (s) => providers.addIdentity(s, identity)),
    removeIdentity: (m, identity) => own(m, (s) => providers.removeIdentity(s, identity)),
    setClaimedRoles: (m, accountId, id, roles) => own(m, (s) => providers.setClaimedRoles(s, accountId, id, roles)),
    removeClaimedRoles: (m, accountId, ids) => own(m, (s) => providers.removeClaimedRoles(s, accountId, ids)),
    removeSessionsBy: (m, id) => own(m, (s) => providers.removeSessionsBy(s, id)),
    addPasskey: (m, passkey) => own(m, (s) => passkeys.addPasskey(s, passkey)),
    renamePasskey: (m, accountId, id, name) => own(m, (s) => passkeys.renamePasskey(s, accountId, id, name)),
    removePasskey: (m, accountId, id) => own(m, (s) => passkeys.removePasskey(s, accountId, id)),
    usePasskey: (m, id, use) => own(m, (s) => passkeys.usePasskey(s, id, use)),
    useOnce: (m, tokenHash, expiresAt) => own(m, (s) => providers.useOnce(s, tokenHash, expiresAt)),
    addKeptForm: (m, form, most) => own(m, (s) => providers.addKeptForm(s, form, most)),
    addLetter: (m, letter) => own(m, async (s) => void (await letters.addLetters(s, [letter], context.at))),
    addLetters: (m, added) => own(m, (s) => letters.addLetters(s, added, context.at)),
    beginMailRound: (m, day) => own(m, (s) => mail.beginMailRound(s, day, context.at)),
    endMailRound: (m, day, span) => own(m, (s) => mail.endMailRound(s, day, span)),
    declineLetters: (m, accountId, kind, declined) =>
      own(m, (s) => mail.declineLetters(s, accountId, kind, declined, context.at)),
    retryLetter: (m, id, at) => own(m, (s) => letters.retryLetter(s, id, at)),
    withdrawLetter: (m, id, at) => own(m, (s) => letters.withdrawLetter(s, id, at)),
    clearLetters: (m, before) => own(m, (s) => letters.clearLetters(s, before)),
    changeMailSetting: (m, change) => own(m, (s) => mail.changeMailSetting(s, change)),
    addPlan: (m, plan) => own(m, (s) => planWriter.addPlan(s, plan)),
    holdDraft: (m, planId) => own(m, (s) => drafts.holdDraft(s, planId)),
    holdParts: (m, ids) => own(m, (s) => drafts.holdParts(s, ids)),
    writeDraft: (m, planId, before, after) => own(m, (s) => drafts.writeDraft(s, planId, before, after)),
    changePlanFacts: (m, planId, change) => own(m, (s) => drafts.changePlanFacts(s, planId, change)),
    changeRevisionFacts: (m, planId, change) => own(m, (s) => revisions.changeRevisionFacts(s, planId, change)),
    startRevision: (m, planId, started) => own(m, (s) => revisions.startRevision(s, planId, started)),
    endRevision: (m, planId) => own(m, (s) => revisions.endRevision(s, planId)),
    removeChangesAfter: (m, planId, version) => own(m, (s) => revisions.removeChangesAfter(s, planId, version)),
    addChange: (m, planId, change) => own(m, (s) => drafts.addChange(s, planId, change)),
    extendChange: (m, planId, change) => own(m, (s) => drafts.extendChange(s, planId, change)),
    addChanges: (m, planId, changes) => own(m, (s) => drafts.addChanges(s, planId, changes)),
    setCause: (m, planId, change) => own(m, (s) => drafts.setCause(s, planId, change)),
    addVersion: (m, planId, version) => own(m, (s) => drafts.addVersion(s, planId, version)),
    changePlanHouse: (m, planId, change) => own(m, (s) => planWriter.changePlanHouse(s, planId, change)),
    adoptPlan: (m, planId, adoption) => own(m, (s) => planWriter.adoptPlan(s, planId, adoption)),
    answerCommitment: (m, bodyId, answer) => own(m, (s) => followup.answerCommitment(s, bodyId, answer)),
    addActivity: (m, bodyId, activity) => own(m, (s) => followup.addActivity(s, bodyId, activity)),
    changeActivity: (m, bodyId, activity) => own(m, (s) => followup.changeActivity(s, bodyId, activity)),
    addReport: (m, bodyId, report) => own(m, (s) => followup.addReport(s, bodyId, report)),
    addSupportAccess: (m, access) => own(m, (s) => support.addSupportAccess(s, access)),
    useSupportLink: (m, hash, now) => own(m, (s) => support.useSupportLink(s, hash, now)),
    endSupport: (m, id, now) => own(m, (s) => support.endSupport(s, id, now)),
    endDueSupport: (m, now) => own(m, (s) => support.endDueSupport(s, now)),
    addWatched: (m, item) => own(m, (s) => horizon.addWatched(s, item)),
    changeWatched: (m, item) => own(m, (s) => horizon.changeWatched(s, item)),
    setTouched: (m, id, touched) => own(m, (s) => horizon.setTouched(s, id, touched)),
    addClassification: (m, system) => own(m, (s) => classifications.addClassification(s, system)),
    addClassificationVersion: (m, id, version) =>
      own(m, (s) => classifications.addClassificationVersion(s, id, version)),
    changeClassificationVersion: (m, v) => own(m, (s) => classifications.changeClassificationVersion(s, v)),
    holdPlanTags: (m, planId) => own(m, (s) => classifications.holdPlanTags(s, planId)),
    setPlanVersions: (m, planId, versions) => own(m, (s) => classifications.setPlanVersions(s, planId, versions)),
    changeTags: (m, change) => own(m, (s) => classifications.changeTags(s, change)),
    registerWords: (m, measures) => own(m, (s) => overlap.registerWords(s, measures)),
    addSynonymGroup: (m, group) => own(m, (s) => overlap.addSynonymGroup(s, group)),
    removeSynonymGroup: (m, id) => own(m, (s) => overlap.removeSynonymGroup(s, id)),
    settleOverlap: (m, verdict) => own(m, (s) => overlap.settleOverlap(s, verdict)),
    keepWordExport: (m, made) => own(m, (s) => roundtrip.keepWordExport(s, made)),
    addEditedFile: (m, file) => own(m, (s) => roundtrip.addEditedFile(s, file)),
    decideProposals: (m, decisions) => own(m, (s) => roundtrip.decideProposals(s, decisions)),
    addImportDraft: (m, draft) => own(m, (s) => imports.addImportDraft(s, draft)),
    changeImportDraft: (m, change) => own(m, (s) => imports.changeImportDraft(s, change)),
    removeImportDraft: (m, id) => own(m, (s) => imports.removeImportDraft(s, id)),
    removeExpiredImportDrafts: (m, now) => own(m, (s) => imports.removeExpiredImportDrafts(s, now)),
    addGuestLink: (m, link) => own(m, (s) => guests.addGuestLink(s, link)),
    changeLastDay: (m, change) => own(m, (s) => guests.changeGuestLink(s, change, { last_day: change.lastDay })),
    withdrawGuestLink: (m, change) => own(m, (s) => guests.changeGuestLink(s, change, { withdrawn_at: change.at })),
  };
}
