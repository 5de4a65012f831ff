import type { OwnDays, RetentionAction, RetentionClass } from '../../core/retention/retention.ts';
import { daysKept, retentionActions, retentionClasses, retentionRules } from '../../core/retention/retention.ts';
import type { View } from '../context.ts';
import { ButtonLink, Notice, Pairs } from '../design/parts.tsx';
import { personalDataTexts } from '../personal-data/texts.ts';
import { retentionTexts } from './texts.ts';

export const RETENTION = '/administration/gallring';

interface ClassesProps {
  readonly view: View;
  readonly own: OwnDays;
  readonly message: string | null;
}

/** Every class of records: what happens with it, after how long, and on what ground. */
export function ClassesPage({ view, own, message }: ClassesProps) {
  const t = retentionTexts[view.language];
  const order: readonly RetentionAction[] = ['proposed', ...retentionActions.filter((each) => each !== 'proposed')];
  return (
    <div class="hk-stack">
      <Notice message={message} />
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p class="hk-row">
        <ButtonLink href={view.href(`${RETENTION}/forslag`)}>{t.toProposal}</ButtonLink>
        <a href={view.href(`${RETENTION}/protokoll`)}>{t.toProtocol}</a>
        <a href={view.href('/administration/personuppgifter')}>{t.toPersonalData}</a>
      </p>
      {order.map((action) => (
        <section key={action} class="hk-stack" aria-labelledby={action}>
          <h2 id={action}>{t.actions[action].heading}</h2>
          <p>{t.actions[action].lead}</p>
          <ul class="hk-list">
            {retentionClasses
              .filter((each) => retentionRules[each].action === action)
              .map((each) => (
                <ClassItem key={each} view={view} recordClass={each} own={own} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ClassItem({ view, recordClass, own }: { view: View; recordClass: RetentionClass; own: OwnDays }) {
  const t = retentionTexts[view.language];
  const { bounds, ground } = retentionRules[recordClass];
  const days = daysKept(recordClass, own);
  const { grounds } = personalDataTexts[view.language];
  const name = t.classes[recordClass];
  return (
    <li class="hk-stack">
      <h3>{name}</h3>
      <p>{t.what[recordClass]}</p>
      <Pairs pairs={[...(days === null ? [] : [[t.after, t.kept(days)] as const]), [t.ground, grounds[ground]]]} />
      {bounds !== null && (
        <p>
          <a href={view.href(`${RETENTION}/tid?slag=${recordClass}`)}>
            {t.change}
            <span class="ds-sr-only"> {t.changeFor(name)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
