/** Counts two sides of a study's data against each other. */

import type { Ports } from '../../../ports.ts'
import type { InsightsQuery } from '../asked.ts'
import type { Axis } from '../axes/axis.ts'
import { columnsOf } from '../axes/places.ts'
import { selecting } from '../filter/matcher.ts'
import { readColumns } from '../read-columns.ts'
import { weightsByPlace } from '../segments/counting-weights.ts'
import { unitsOfOne } from '../weights/rake.ts'
import type { Weighing } from '../weights/weighing.ts'
import { type Counts, countingRead, readingBoth } from './count.ts'
import { type CrossTable, tableOf } from './table.ts'

export interface ReadCross {
  /** Of weighted people their weights. */
  table: CrossTable
  /** Where they have weights: the people, and the squares of their weights. */
  weighed: { people: CrossTable; squares: CrossTable } | null
  /** How many of its base came by the open link. */
  byOpenLink: number
}

/** The table of two sides, of those whom the address asks for. @param weighing what each of them counts; 1 where it is null */
export async function readCross(
  ports: Pick<Ports, 'db' | 'keys'>,
  { data, stored, matcher }: InsightsQuery,
  rows: Axis,
  columns: Axis,
  weighing: Weighing | null = null,
): Promise<ReadCross> {
  const both = readingBoth(rows, columns, stored)
  const counting = countingRead(both, stored)
  const weighed =
    weighing === null
      ? null
      : {
          weighing,
          weights: countingRead(both, stored),
          squares: countingRead(both, stored),
          byPlace: weightsByPlace(),
        }
  const select = selecting(matcher, stored.decoder)
  const needed = new Set([
    ...matcher.columns,
    ...columnsOf(rows),
    ...columnsOf(columns),
    '_door',
    ...(weighing?.columns ?? []),
  ])
  const cameBy = stored.decoder('_door')
  const isOpenLink = Uint8Array.from({ length: 64 }, (_, slot) => (cameBy(slot) === 'open_link' ? 1 : 0))
  let byOpenLink = 0
  for await (const segment of readColumns(ports, data, [...needed])) {
    const selected = select(segment)
    both.read(segment)
    counting.add(segment, selected)
    if (weighed !== null) {
      const by = weighed.byPlace(weighed.weighing.weigh(segment, selected), segment.size)
      weighed.weights.add(segment, by.weights)
      weighed.squares.add(segment, by.squares)
    }
    const door = segment.slots('_door')
    for (let at = 0; at < segment.size; at++) {
      byOpenLink += (counting.answeredBoth[at] as number) & (isOpenLink[door[at] as number] as number)
    }
  }
  const people = tableOf(rows, columns, counting.counts())
  if (weighed === null) return { table: people, weighed: null, byOpenLink }
  const of = (counts: Counts, unit: number) => tableOf(rows, columns, inUnits(counts, unit))
  return {
    table: of(weighed.weights.counts(), unitsOfOne),
    weighed: { people, squares: of(weighed.squares.counts(), unitsOfOne ** 2) },
    byOpenLink,
  }
}

function inUnits({ places, rows, columns, pairs }: Counts, unit: number): Counts {
  const line = (counts: readonly number[]) => counts.map((count) => count / unit)
  const options = (all: Counts['rows']) =>
    all.map(({ offered, picked }) => ({ offered: line(offered), picked: line(picked) }))
  return {
    places: places.map(line),
    rows: options(rows),
    columns: options(columns),
    pairs: pairs.map((of) =>
      of.map(({ both, row, column, offered }) => ({
        both: both / unit,
        row: row / unit,
        column: column / unit,
        offered: offered / unit,
      })),
    ),
  }
}
