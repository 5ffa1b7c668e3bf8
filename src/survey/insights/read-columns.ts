/** Responses with the columns that are asked for: those that segments have, and themes that texts were sorted into. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { themesIn } from './filter/theme-column.ts'
import type { SegmentColumns } from './segments/columns.ts'
import { readSegments } from './segments/read.ts'
import { type DataKey, placeCount } from './segments/store.ts'
import { placesInThemes } from './texts/store.ts'
import { storedIds } from './texts/theme-list.ts'
import { readThemes } from './texts/themes.ts'

/**
 * As `readSegments`. A text counts under the theme that its own was merged into; one whose response has no place yet, which
 * the sweep gives it, is in no theme.
 */
export async function* readColumns(
  ports: Pick<Ports, 'db' | 'keys'>,
  of: DataKey,
  columns: readonly string[],
): AsyncGenerator<SegmentColumns> {
  const stored = columns.filter((column) => themesIn(column) === undefined)
  if (stored.length === columns.length) {
    yield* readSegments(ports, of, columns)
    return
  }
  const places = (await first(ports.db, placeCount(of)))?.count ?? 0
  const marks = new Map<string, Uint8Array>()
  for (const column of columns) {
    const themes = themesIn(column)
    if (themes !== undefined) marks.set(column, await marksOf(ports, of, themes, places))
  }
  let from = 0
  for await (const segment of readSegments(ports, of, stored)) {
    const [begin, end] = [from, from + segment.size]
    const slots = (column: string) => {
      const marked = marks.get(column)
      if (marked === undefined) return segment.slots(column)
      const some = new Uint8Array(segment.size)
      some.set(marked.subarray(begin, end))
      return some
    }
    yield { ...segment, slots }
    from = end
  }
}

/** 1 in each place of the data whose text is in one of these themes. */
async function marksOf(
  { db }: Pick<Ports, 'db'>,
  of: DataKey,
  { question, ids }: { question: string; ids: readonly number[] },
  places: number,
): Promise<Uint8Array> {
  const { list } = await readThemes(db, { studyId: of.studyId, question })
  // An address may name as many as it likes that the list does not have.
  const all = [...new Set(ids.flatMap((id) => storedIds(list, id)))]
  const marks = new Uint8Array(places)
  if (all.length === 0) return marks
  for (const { place } of await db.read(placesInThemes(of, question, all))) marks[place] = 1
  return marks
}
