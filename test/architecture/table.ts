// The architecture as data. docs/architecture.md draws the same tables, and a test holds the two equal.
// A new arrow or feature is one changed line here and in the document, and a decision record.

/** Layer → layers it may import. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  app: ['core', 'app'],
  adapters: ['core', 'app', 'adapters'],
  web: ['core', 'app', 'web'],
  main: ['core', 'app', 'adapters', 'web', 'main'],
};

/** Inside `core`: feature → features it may know. Each may only name features above it, so no circle can form. */
export const features: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  organisation: ['shared'],
  document: ['shared'],
  disclosure: ['shared'],
  support: ['shared'],
  permission: ['shared', 'organisation'],
  account: ['shared', 'permission'],
  retention: ['shared', 'account'],
  trail: ['shared'],
  mail: ['shared'],
  plan: ['shared', 'organisation', 'document'],
  overlap: ['shared'],
  classification: ['shared'],
  horizon: ['shared'],
  indicator: ['shared', 'organisation', 'plan'],
  consultation: ['shared', 'organisation', 'document', 'plan'],
  exchange: ['shared', 'organisation', 'document', 'plan', 'consultation'],
  comparison: ['shared', 'document', 'plan', 'exchange'],
  roundtrip: ['shared', 'document', 'plan'],
  lint: ['shared', 'organisation', 'document', 'plan', 'consultation', 'exchange'],
  reading: ['shared', 'organisation', 'document', 'plan', 'consultation', 'exchange'],
  decision: ['shared', 'organisation', 'plan', 'consultation'],
  followup: ['shared', 'organisation', 'plan', 'indicator'],
  drafting: ['shared', 'organisation', 'document', 'plan', 'followup'],
  publication: ['shared', 'organisation', 'document', 'disclosure', 'plan', 'indicator', 'followup'],
};

/** Whole areas that must stay strangers, whatever the layer. */
export const walls = [{ from: /^web\/support\//, to: /identity/, why: 'help pages must not know who is asking' }];
