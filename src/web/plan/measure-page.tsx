import type { AreaNode, MeasureNode } from '../../app/plan/plan-tree.ts';
import { type Operation, reachOf } from '../../core/permission/may.ts';
import { writtenTime } from '../../core/plan/measure-time.ts';
import { classificationTexts } from '../classification/texts.ts';
import { Facts, Table } from '../design/parts.tsx';
import { overlapTexts } from '../overlap/texts.ts';
import { BodyName, DraftMark, numbered, planLang, roleName, StatusLine } from './parts.tsx';
import { EditLink, type Scope } from './plan-page.tsx';
import { capital } from './texts.sv.ts';

interface MeasurePageProps {
  readonly scope: Scope;
  readonly area: AreaNode;
  readonly measure: MeasureNode;
}

/** One measure: what, by when, and each body's part with its latest status. */
export function MeasurePage({ scope, area, measure }: MeasurePageProps) {
  const { view, facts, words, t } = scope;
  const { block, commitments } = measure;
  const lang = planLang(view);
  const areaLink = (
    <a href={view.href(`/planer/${facts.slug}/omraden/${area.block.id}`)} lang={lang}>
      {numbered(area.block.label, area.block.text)}
    </a>
  );
  const at = area.measures.indexOf(measure);
  return (
    <article class="hk-stack">
      {facts.state === 'draft' && <DraftMark view={view} />}
      <p class="hk-kicker">{capital(block.label === null ? words.measure : t.openMeasure(words, block.label))}</p>
      <h1 class="hk-h1-long" lang={lang}>
        {block.text}
      </h1>
      <EditLink scope={scope} block={block} />
      <Facts
        pairs={[
          [t.dueYear, writtenTime(block) ?? t.noDueYear],
          [capital(words.area), areaLink],
        ]}
      />
      {commitments.length === 0 && <h2>{t.responsibleHeading}</h2>}
      {commitments.length === 0 ? <p>{t.noBodies}</p> : <Parts scope={scope} measure={measure} />}
      <OfficeLinks scope={scope} measureId={block.id} />
      <nav class="hk-row hk-no-print" aria-label={capital(words.measures)}>
        <Neighbour scope={scope} measure={area.measures[at - 1]} name={t.previous} />
        <Neighbour scope={scope} measure={area.measures[at + 1]} name={t.next} />
      </nav>
    </article>
  );
}

/** The ways on for those who work with the plans. */
function OfficeLinks({ scope: { view, facts, words }, measureId }: { scope: Scope; measureId: string }) {
  const may = (operation: Operation) => reachOf(view.actor, operation) !== 'nothing';
  const links = [
    ...(may('read-overlap')
      ? [[`atgarder/${measureId}/liknande`, overlapTexts[view.language].similarLink(words)] as const]
      : []),
    ...(may('classify-measures')
      ? [[`klassificering/delar/${measureId}`, classificationTexts[view.language].classify] as const]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <p class="hk-row hk-no-print">
      {links.map(([path, text]) => (
        <a key={path} href={view.href(`/planer/${facts.slug}/${path}`)}>
          {text}
        </a>
      ))}
    </p>
  );
}

function Parts({ scope: { view, facts, words, t }, measure }: { scope: Scope; measure: MeasureNode }) {
  const withStatus = facts.state === 'adopted';
  return (
    <Table language={view.language} id="parts" caption={t.responsibleHeading}>
      <thead>
        <tr>
          <th scope="col">{t.body}</th>
          <th scope="col">{t.role}</th>
          {withStatus && <th scope="col">{t.standing}</th>}
        </tr>
      </thead>
      <tbody>
        {measure.commitments.map((part) => (
          <tr key={part.id}>
            <th scope="row">
              <BodyName view={view} part={part} />
            </th>
            <td>{roleName(words, part.role)}</td>
            {withStatus && (
              <td>
                <StatusLine view={view} report={part.lastReport} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Neighbour({ scope, measure, name }: { scope: Scope; measure: MeasureNode | undefined; name: string }) {
  if (measure === undefined) return null;
  const { view, facts, words, t } = scope;
  const { label, id } = measure.block;
  return (
    <a href={view.href(`/planer/${facts.slug}/atgarder/${id}`)}>
      {name}: {(label === null ? words.measure : t.openMeasure(words, label)).toLocaleLowerCase('sv')}
    </a>
  );
}
