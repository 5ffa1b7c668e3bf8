import type { Breach } from './together.ts'

const refusal = /(UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed(?:: (.+?))?(?:: SQLITE_CONSTRAINT.*)?$/

/**
 * The breach that SQLite's words tell of, as better-sqlite3 and D1 pass them on; undefined when a message tells of
 * something else. Values never occur in these messages, only names of the schema.
 */
export function sqliteBreach(message: string): Breach | undefined {
  const found = refusal.exec(message)
  if (found === null) return undefined
  const on = found[2] ?? ''
  switch (found[1]) {
    case 'UNIQUE':
      return { kind: 'unique', on }
    case 'CHECK':
      return { kind: 'check', on }
    case 'NOT NULL':
      return { kind: 'required', on }
    default:
      return { kind: 'reference', on: null }
  }
}
