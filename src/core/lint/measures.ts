import type { OpenArea, OpenMeasure, OpenPlan } from '../exchange/open-plan.ts';

/** A measure with the area it stands in and its JSON Pointer. */
export interface PlacedMeasure {
  readonly measure: OpenMeasure;
  readonly area: OpenArea;
  readonly areaIndex: number;
  readonly path: string;
}

/** All measures of a plan in the document's order. */
export function measuresOf(plan: OpenPlan): PlacedMeasure[] {
  return plan.areas.flatMap((area, areaIndex) =>
    area.measures.map((measure, index) => ({
      measure,
      area,
      areaIndex,
      path: `/areas/${areaIndex}/measures/${index}`,
    })),
  );
}

/** The codes or names of the bodies of a measure, each with its JSON Pointer. */
export function rolesOf({ measure, path }: PlacedMeasure): { readonly label: string; readonly path: string }[] {
  const co = measure.coResponsible.map((label, index) => ({ label, path: `${path}/coResponsible/${index}` }));
  return measure.coordinator === null ? co : [{ label: measure.coordinator, path: `${path}/coordinator` }, ...co];
}
