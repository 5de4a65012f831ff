import type { OpenPlan } from './open-plan.ts';

/** One item of a plan as comparison sees it. */
export interface ComparedItem {
  readonly what: 'fact' | 'section' | 'area' | 'paragraph' | 'objective' | 'measure' | 'indicator' | 'related-document';
  readonly path: string;
  /** Title of the area or section it stands in; null at the top. */
  readonly parent: string | null;
  /** Number or name that tells it from its siblings; null where it has none. */
  readonly key: string | null;
  readonly number: string | null;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

const FACTS = ['title', 'registrationNumber', 'decisionMaker', 'documentOwner'] as const;

/** Every item of a plan that can be compared, in document order. Facts without a value are left out. */
export function listComparedItems(plan: OpenPlan): ComparedItem[] {
  const item = (what: ComparedItem['what'], path: string, text: string, more: Partial<ComparedItem> = {}) => ({
    ...{ what, path, text, parent: null, key: null, number: null, fields: {} },
    ...more,
  });
  const list = (what: ComparedItem['what'], path: string, texts: readonly string[], parent: string | null) =>
    texts.map((text, index) => item(what, `${path}/${index}`, text, { parent }));
  const { period } = plan;
  return [
    ...FACTS.flatMap((key) => (plan[key] === null ? [] : [item('fact', `/${key}`, plan[key], { key })])),
    ...(period ? [item('fact', '/period', `${period.from}–${period.to}`, { key: 'period' })] : []),
    ...plan.sections.flatMap(({ heading, paragraphs }, index) => [
      item('section', `/sections/${index}`, heading),
      ...list('paragraph', `/sections/${index}/paragraphs`, paragraphs, heading),
    ]),
    ...plan.areas.flatMap((area, index) => {
      const path = `/areas/${index}`;
      const { number, title: parent } = area;
      return [
        item('area', path, area.title, { key: number, number }),
        ...list('paragraph', `${path}/text`, area.text, parent),
        ...list('objective', `${path}/objectives`, area.objectives, parent),
        ...area.measures.map((measure, at) =>
          item('measure', `${path}/measures/${at}`, measure.text, {
            parent,
            key: measure.number,
            number: measure.number,
            fields: {
              coordinator: measure.coordinator ?? '',
              coResponsible: measure.coResponsible.join(', '),
              dueYear: measure.dueYear === null ? '' : String(measure.dueYear),
            },
          }),
        ),
        ...list('indicator', `${path}/indicators`, area.indicators, parent),
      ];
    }),
    ...list('related-document', '/relatedDocuments', plan.relatedDocuments, null),
  ];
}
