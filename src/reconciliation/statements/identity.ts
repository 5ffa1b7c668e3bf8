/** Which lines of a file are new, and which were there before (docs/decisions, the identity of lines). */

import { BrokenFile, type Format, isNotification, reusesReferences } from '../formats/statement.ts'
import type { KnownLine } from '../matching/lines-store.ts'
import type { Statement } from './statement.ts'

/** A line as a file has it. */
export interface ReadLine {
  line_key: string
  row: number
  day: string
  digest: string
  /** Where it stands in the file. */
  place: number
}

/**
 * The keys under which a line may be kept: its own, the one that it has where a bank has used that before, and the one
 * that it has where a notification and a statement both tell of it.
 */
export function keysOf(format: Format, { line_key, day }: Pick<ReadLine, 'line_key' | 'day'>): string[] {
  if (!reusesReferences(format)) return [line_key]
  const ofDay = `${line_key}|${day}`
  return [line_key, ofDay, `${ofDay}|${isNotification(format) ? 'told' : 'booked'}`]
}

/**
 * The lines that are new, each under a key that nothing has, in the order of the file.
 * @param known the lines that are there, by their keys
 * @returns `changed` instead: the first line that says something else than before
 * @throws BrokenFile `duplicate_key` where two lines of the file cannot be told apart
 */
export function tellNew<Line extends ReadLine>(
  { id, format }: Pick<Statement, 'id' | 'format'>,
  lines: readonly Line[],
  known: ReadonlyMap<string, KnownLine>,
): { fresh: Line[]; changed?: Line } {
  const there = new Map(known)
  const fresh: Line[] = []
  for (const line of lines) {
    const { row, day, digest, place, line_key } = line
    const keys = keysOf(format, line)
    const ofDay = keys
      .map((key) => there.get(key))
      .find((one) => one?.day === day && isNotification(one.format) === isNotification(format))
    if (ofDay !== undefined) {
      if (ofDay.statementId === id && ofDay.row !== row) throw new BrokenFile('duplicate_key', place, line_key)
      if (ofDay.digest !== digest) return { fresh, changed: line }
      continue
    }
    const own = there.get(line_key)
    if (own?.statementId === id && keys.length === 1) throw new BrokenFile('duplicate_key', place, line_key)
    const free = keys.find((key) => !there.has(key))
    if (free === undefined) return { fresh, changed: line }
    fresh.push({ ...line, line_key: free })
    there.set(free, { key: free, statementId: id, row, digest, day, format })
  }
  return { fresh }
}
