import type { ByValue, CountedSystem } from '../../app/classification/list-by-value.ts';
import type { TaggedBlock, ValueCount } from '../../app/classification/ports.ts';
import { type ClassificationVersion, versionOn } from '../../core/classification/classification.ts';
import { startingSystems } from '../../core/classification/starting-systems.sv.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { ButtonLink, Facts, Notice, Table, Tag } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { classificationTexts } from './texts.ts';

export const CLASSIFICATION = '/klassificering';

function changes(view: View): boolean {
  return reachOf(view.actor, 'change-classifications') !== 'nothing';
}

/** When a version holds, in words. */
export function validity(view: View, version: ClassificationVersion): string {
  const t = classificationTexts[view.language];
  const { validFrom, validTo, values } = version;
  if (validFrom === null && validTo === null && values.length === 0) return t.validUnknown;
  const day = (isoDate: string | null) => (isoDate === null ? null : writeDate(view.language, isoDate));
  return t.valid(day(validFrom), day(validTo));
}

interface SystemsPageProps {
  readonly view: View;
  readonly systems: readonly CountedSystem[];
  readonly today: string;
  readonly message: string | null;
}

/** Every system with the version that holds today and how much is tagged by each value. */
export function SystemsPage({ view, systems, today, message }: SystemsPageProps) {
  const t = classificationTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={message} />
      {systems.length === 0 && <p>{t.noSystems}</p>}
      {systems.map((counted) => (
        <SystemPart key={counted.system.id} view={view} counted={counted} today={today} />
      ))}
      {changes(view) && <StartingList view={view} systems={systems} />}
    </div>
  );
}

function SystemPart({ view, counted, today }: { view: View; counted: CountedSystem; today: string }) {
  const t = classificationTexts[view.language];
  const { system, counts } = counted;
  const version = versionOn(system.versions, today);
  return (
    <section class="hk-stack">
      <h2 lang={planLang(view)}>
        <a href={view.href(`${CLASSIFICATION}/${system.id}`)}>{system.name}</a>
      </h2>
      {version === null ? (
        <p>{t.noVersion}</p>
      ) : (
        <>
          <ValueTable view={view} version={version} counts={counts} caption={version.label} />
          {version.note !== '' && (
            <p class="hk-small hk-muted" lang={planLang(view)}>
              {version.note}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface ValueTableProps {
  readonly view: View;
  readonly version: ClassificationVersion;
  readonly counts: ReadonlyMap<string, ValueCount>;
  readonly caption: string;
}

function ValueTable({ view, version, counts, caption }: ValueTableProps) {
  const t = classificationTexts[view.language];
  return (
    <Table language={view.language} id={`version-${version.id}`} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t.value}</th>
          {[t.measures, t.objectives, t.plans].map((name) => (
            <th key={name} scope="col" class="hk-right">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {version.values.map(({ id, code, name }) => (
          <tr key={id}>
            <th scope="row" lang={planLang(view)}>
              <a href={view.href(`${CLASSIFICATION}/varden/${id}`)}>{t.valueTitle(code, name)}</a>
            </th>
            <td class="hk-right">{counts.get(id)?.measures ?? 0}</td>
            <td class="hk-right">{counts.get(id)?.objectives ?? 0}</td>
            <td class="hk-right">{counts.get(id)?.plans ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function StartingList({ view, systems }: Pick<SystemsPageProps, 'view' | 'systems'>) {
  const t = classificationTexts[view.language];
  const left = startingSystems.filter(({ key }) => !systems.some(({ system }) => system.startingKey === key));
  return (
    <section class="hk-stack">
      {left.length > 0 && (
        <>
          <h2>{t.takeHeading}</h2>
          <p>{t.takeLead}</p>
          <ul class="hk-list">
            {left.map(({ key, name, versions }) => (
              <li key={key} class="hk-commitment">
                <div>
                  <h3 lang={planLang(view)}>{name}</h3>
                  <p class="hk-small hk-muted" lang={planLang(view)}>
                    {versions.map(({ label }) => label).join(' · ')}
                  </p>
                </div>
                <form method="post" action={view.href(`${CLASSIFICATION}/hamta`)}>
                  <input type="hidden" name="nyckel" value={key} />
                  <button class="ds-button" data-variant="secondary" type="submit" aria-label={t.takeSystem(name)}>
                    {t.take}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <ButtonLink href={view.href(`${CLASSIFICATION}/nytt`)} quiet>
          {t.addOwn}
        </ButtonLink>
      </p>
    </section>
  );
}

/** One system with all its versions, the newest first. */
export function SystemPage({ view, counted, message }: { view: View; counted: CountedSystem; message: string | null }) {
  const t = classificationTexts[view.language];
  const { system, counts } = counted;
  const lang = planLang(view);
  const codes = new Map(system.versions.flatMap(({ values }) => values.map(({ id, code }) => [id, code] as const)));
  return (
    <div class="hk-stack">
      <h1 lang={lang}>{system.name}</h1>
      <Notice message={message} />
      <p class="hk-row">
        <a href={view.href(`${CLASSIFICATION}/${system.id}/lista.csv`)}>{t.csv}</a>
        {changes(view) && <a href={view.href(`${CLASSIFICATION}/${system.id}/ny-version`)}>{t.addVersion}</a>}
      </p>
      {[...system.versions].reverse().map((version) => (
        <section key={version.id} class="hk-stack">
          <h2 lang={lang}>{version.label}</h2>
          <Facts
            pairs={[
              [t.holds, validity(view, version)],
              [t.source, version.source === '' ? t.noSource : <span lang={lang}>{version.source}</span>],
            ]}
          />
          {version.note !== '' && (
            <p lang={lang} class="hk-written">
              {version.note}
            </p>
          )}
          {version.values.length === 0 ? (
            <p>{t.noValues}</p>
          ) : (
            <ValueTable view={view} version={version} counts={counts} caption={t.values(version.values.length)} />
          )}
          <Replacements view={view} version={version} codes={codes} />
          {changes(view) && (
            <p>
              <a
                href={view.href(`${CLASSIFICATION}/${system.id}/versioner/${version.id}`)}
                aria-label={`${t.changeVersion}: ${version.label}`}
              >
                {t.changeVersion}
              </a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Replacements(props: { view: View; version: ClassificationVersion; codes: ReadonlyMap<string, string> }) {
  const { view, version, codes } = props;
  const t = classificationTexts[view.language];
  const replacing = version.values.filter(({ replaces }) => replaces !== null);
  if (replacing.length === 0) return null;
  return (
    <p class="hk-small hk-muted">
      {replacing.map(({ code, replaces }) => `${code} ${t.replaces(codes.get(replaces ?? '') ?? '')}`).join(', ')}
    </p>
  );
}

/** Everything with a value, plan by plan. */
export function ValuePage({ view, found }: { view: View; found: ByValue }) {
  const t = classificationTexts[view.language];
  const { system, version, value } = found;
  const tagged = [...new Map(found.tagged.map((block) => [block.blockId, block])).values()];
  const count = (kind: string) => tagged.filter((block) => block.kind === kind).length;
  const plans = [...new Set(tagged.map(({ planId }) => planId))];
  return (
    <div class="hk-stack">
      <h1 lang={planLang(view)}>{t.valueTitle(value.code, value.name)}</h1>
      <p lang={planLang(view)}>{t.valueLead(system.name, version.label)}</p>
      <p>{tagged.length === 0 ? t.noneTagged : t.found(count('measure'), count('objective'), plans.length)}</p>
      {plans.map((planId) => (
        <PlanPart key={planId} view={view} found={found} blocks={tagged.filter((block) => block.planId === planId)} />
      ))}
    </div>
  );
}

function PlanPart({ view, found, blocks }: { view: View; found: ByValue; blocks: readonly TaggedBlock[] }) {
  const t = classificationTexts[view.language];
  const [first] = blocks;
  if (first === undefined) return null;
  const lang = planLang(view);
  return (
    <section class="hk-stack">
      <h2 lang={lang}>
        <a href={view.href(`/planer/${first.planSlug}`)}>{first.planTitle}</a>
      </h2>
      {first.planState === 'draft' && (
        <p>
          <Tag tone="warning" icon="pencil">
            {t.draft}
          </Tag>
        </p>
      )}
      <ul class="hk-list">
        {blocks.map((block) => (
          <li key={block.blockId}>
            <p lang={lang}>
              {block.kind === 'measure' ? (
                <a href={view.href(`/planer/${block.planSlug}/atgarder/${block.blockId}`)}>
                  {numbered(block.label, block.text)}
                </a>
              ) : (
                numbered(block.label, block.text)
              )}
            </p>
            <p class="hk-small hk-muted">
              {block.kind === 'measure' ? t.kinds.measure : t.kinds.objective}
              {block.valueId !== found.value.id && ` · ${earlierName(view, found, block.valueId)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The version and code under which a plan has a value that this one is kin to. */
function earlierName(view: View, { system }: ByValue, valueId: string): string {
  const version = system.versions.find(({ values }) => values.some(({ id }) => id === valueId));
  const code = version?.values.find(({ id }) => id === valueId)?.code ?? '';
  return classificationTexts[view.language].asEarlier(version?.label ?? '', code);
}
