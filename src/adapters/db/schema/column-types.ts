import type { ColumnType } from 'kysely';

/** Goes in as JSON text, comes out parsed. */
export type Json = ColumnType<unknown, string | null, string | null>;
/** ISO date ("2026-04-30"), as text in both directions. */
export type IsoDate = string;
