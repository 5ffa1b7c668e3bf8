import type { CustomTypesConfig } from 'pg'

/** Readers of what Postgres sends as text, by the type's number; the numbers are those of its own catalogue. */
const readers: Record<number, (text: string) => unknown> = {
  // bool, as SQLite has it.
  16: (text) => (text === 't' ? 1 : 0),
  // int8, int2, int4, float4, float8 and numeric: what is not exact as a number is found by decodeRows.
  20: Number,
  21: Number,
  23: Number,
  700: Number,
  701: Number,
  1700: Number,
}

/** Rows as bindable values: numbers, 0 or 1, and text for everything else. */
export const postgresTypes = {
  getTypeParser: (type: number) => readers[type] ?? ((text: string) => text),
} as CustomTypesConfig
