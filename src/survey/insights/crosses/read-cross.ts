/** Counts two sides of a study's data against each other. */

import type { Ports } from '../../../ports.ts'
import type { InsightsQuery } from '../asked.ts'
import type { Axis } from '../axes/axis.ts'
import { axisColumns } from '../axes/places.ts'
import { type Matcher, selecting } from '../filter/matcher.ts'
import { readColumns } from '../read-columns.ts'
import { unitsOfOne } from '../weights/rake.ts'
import type { Weighing } from '../weights/weighing.ts'
import { type CrossCounts, countingOf } from './count.ts'
import { people, square, weight } from './joint-counts.ts'
import { type CrossTable, tableOf } from './table.ts'

export interface ReadCross {
  /** Of weighted people their weights. */
  table: CrossTable
  /** Where they have weights: the people, and the squares of their weights. */
  weighed: { people: CrossTable; squares: CrossTable } | null
  /** How many of its base came by the open link. */
  byOpenLink: number
}

const byOpenDoor: Matcher = {
  columns: ['_door'],
  groups: [[{ column: '_door', allows: (door) => door === 'open_link' }]],
}

/** The table of two sides, of those whom the address asks for. @param weighing what each of them counts; 1 where it is null */
export async function readCross(
  ports: Pick<Ports, 'db' | 'keys'>,
  { data, stored, matcher }: InsightsQuery,
  rows: Axis,
  columns: Axis,
  weighing: Weighing | null = null,
): Promise<ReadCross> {
  const counting = countingOf(rows, columns, stored, weighing !== null)
  const select = selecting(matcher, stored)
  const needed = new Set([
    ...matcher.columns,
    ...axisColumns(rows),
    ...axisColumns(columns),
    ...byOpenDoor.columns,
    ...(weighing?.columns ?? []),
  ])
  const throughOpenLink = selecting(byOpenDoor, stored)
  let byOpenLink = 0
  for await (const segment of readColumns(ports, data, [...needed])) {
    const selected = select(segment)
    counting.add(segment, selected, weighing?.weigh(segment, selected) ?? null)
    byOpenLink += counting.answeredBoth(selected, throughOpenLink(segment))
  }
  const ofPeople = tableOf(rows, columns, counting.counts(people))
  if (weighing === null) return { table: ofPeople, weighed: null, byOpenLink }
  return {
    table: tableOf(rows, columns, inUnits(counting.counts(weight), unitsOfOne)),
    weighed: {
      people: ofPeople,
      squares: tableOf(rows, columns, inUnits(counting.counts(square), unitsOfOne ** 2)),
    },
    byOpenLink,
  }
}

function inUnits({ places, rows, columns, pairs }: CrossCounts, unit: number): CrossCounts {
  const line = (counts: readonly number[]) => counts.map((count) => count / unit)
  const options = (all: CrossCounts['rows']) =>
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
