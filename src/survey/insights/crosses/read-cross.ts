/** Counts two sides of a study's data against each other. */

import type { Ports } from '../../../ports.ts'
import type { Asked } from '../asked.ts'
import type { Axis } from '../axes/axis.ts'
import { columnsOf } from '../axes/places.ts'
import { selecting } from '../filter/matcher.ts'
import { readColumns } from '../read-columns.ts'
import { doors } from '../segments/about.ts'
import { countingOf } from './count.ts'
import { type CrossTable, tableOf } from './table.ts'

interface ReadCross {
  table: CrossTable
  /** How many of its base came by the open link. */
  byOpenLink: number
}

/** The table of two sides, of those whom the address asks for. */
export async function readCross(
  ports: Pick<Ports, 'db' | 'keys'>,
  { data, stored, matcher }: Asked,
  rows: Axis,
  columns: Axis,
): Promise<ReadCross> {
  const counting = countingOf(rows, columns, stored)
  const select = selecting(matcher, stored.decoder)
  const needed = new Set([...matcher.columns, ...columnsOf(rows), ...columnsOf(columns), '_door'])
  const cameBy = stored.decoder('_door')
  const isOpenLink = doors.map((_, slot) => (cameBy(slot) === 'open_link' ? 1 : 0))
  let byOpenLink = 0
  for await (const segment of readColumns(ports, data, [...needed])) {
    counting.add(segment, select(segment))
    const door = segment.slots('_door')
    for (let at = 0; at < segment.size; at++) {
      if (counting.answeredBoth[at] === 1) byOpenLink += isOpenLink[door[at] as number] ?? 0
    }
  }
  return { table: tableOf(rows, columns, counting.counts()), byOpenLink }
}
