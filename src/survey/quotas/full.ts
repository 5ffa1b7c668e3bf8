/** Which cells have no place left. */
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { freeWhatRanOut } from './reservation.ts'
import { cellsOfStudy, listExpiredReservations } from './store.ts'

export interface Full {
  cell: string
  /** No place is held by somebody who may leave it: nothing comes free by waiting. */
  isFinal: boolean
}

/**
 * Those of these cells that are full, as far as a read can tell. What has run out counts as free: it is freed first, or,
 * where nothing may be written, only looked for.
 */
export async function findFull(
  ports: Pick<Ports, 'db' | 'clock'>,
  studyId: string,
  cells: readonly string[],
  ranOut: 'free' | 'look',
): Promise<Full[]> {
  const { db, clock } = ports
  const read = async () => (await db.read(cellsOfStudy({ studyId }))).filter(isFull)
  const full: Full[] = []
  for (const count of cells.length === 0 ? [] : await read()) {
    const { cell } = count
    if (!cells.includes(cell)) continue
    if (ranOut === 'look') {
      if ((await first(db, listExpiredReservations(clock.now(), 1, { studyId, cell }))) !== undefined) continue
    } else if ((await freeWhatRanOut(ports, { studyId, cell })) > 0) {
      if (!(await read()).some((one) => one.cell === cell)) continue
    }
    full.push({ cell, isFinal: count.held + count.accepted >= count.cap })
  }
  return full
}

const isFull = ({ cap, open, held, accepted }: { cap: number; open: number; held: number; accepted: number }) =>
  open + held + accepted >= cap
