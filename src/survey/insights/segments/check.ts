/** Whether segments say what the documents say, and making them say so again. */
import { chunked } from '../../../platform/db/chunked.ts'
import { commit } from '../../../platform/db/perform.ts'
import { type Database, first, type Query, type Write } from '../../../platform/db/together.ts'
import type { MayHaveKeys } from './cell-key.ts'
import type { SegmentLayout } from './layout.ts'
import { blockTexts, layoutOfData } from './read.ts'
import { segmentSize } from './rewrite.ts'
import * as store from './store.ts'

type CheckPorts = { db: Database } & MayHaveKeys

/** A column that says something else than the documents do. */
export interface SegmentFault extends store.DataKey {
  n: number
  name: string
}

const rowsAtOnce = 512

/** Every version's data that has places, and how many. */
export const dataWithPlaces: Query<store.DataKey & { places: number }> = {
  sql: `select study_id as "studyId", data_version as "dataVersion", max(n) + 1 as "places" from answer_places
group by study_id, data_version order by study_id, data_version`,
  values: [],
}

const storedIn = (
  { studyId, dataVersion }: store.DataKey,
  n: number,
): Query<{ name: string; width: number; filled: number; data: string }> => ({
  sql: `select name as "name", width as "width", filled as "filled", data as "data" from answer_segments
where study_id = ? and data_version = ? and n = ?`,
  values: [studyId, dataVersion, n],
})

/**
 * Compares places with the documents.
 * @param from a place; `to` is behind the last one, in the same segment
 * @returns the columns of the segment that say something else, by name
 */
export async function faultsIn(
  ports: CheckPorts,
  of: store.DataKey,
  from: number,
  to: number,
): Promise<SegmentFault[]> {
  const layout = await layoutOfData(ports.db, of)
  const n = Math.floor(from / segmentSize)
  // What is decided or erased between the two readings is looked at once more.
  for (let tries = 1; ; tries += 1) {
    const stored = new Map((await ports.db.read(storedIn(of, n))).map((row) => [row.name, row]))
    const expected = await toldBy(ports, layout, of, from, Math.min(to, (n + 1) * segmentSize))
    const faults = [...layout.blocks].filter(([name, width]) => {
      if (name === '_key' && ports.keys === undefined) return false
      const at = (from % segmentSize) * width
      const text = expected.get(name) ?? ''
      const row = stored.get(name)
      return row === undefined || row.width !== width || row.data.slice(at, at + text.length) !== text
    })
    if (faults.length === 0 || tries === 3) return faults.map(([name]) => ({ ...of, n, name }))
  }
}

/** What the blocks should hold in these places. */
async function toldBy(
  ports: CheckPorts,
  layout: SegmentLayout,
  of: store.DataKey,
  from: number,
  to: number,
): Promise<Map<string, string>> {
  const expected = new Map<string, string>()
  for (let at = from; at < to; at += rowsAtOnce) {
    const rows = await ports.db.read(store.responsesAt(of, at, Math.min(to, at + rowsAtOnce)))
    for (const [name, text] of await blockTexts(ports, layout, rows, [...layout.blocks.keys()]))
      expected.set(name, (expected.get(name) ?? '') + text)
  }
  return expected
}

/** So often a segment is looked at that others change meanwhile. */
const mostTries = 5

/**
 * Makes every segment anew that says something else than the documents, and has every response without its place packed
 * by the next sweep. Whoever decides, withdraws or packs meanwhile goes first: a column is put only where it stands as it
 * was read, and each that was put is looked at again.
 * @returns how many columns of segments were put
 */
export async function rebuildSegments(ports: CheckPorts): Promise<number> {
  await commit(ports.db, 'Making places agree', ...makePlacesAgree)
  let put = 0
  for (const { places, ...of } of await ports.db.read(dataWithPlaces)) {
    for (let n = 0; n * segmentSize < places; n += 1) {
      const names = new Set<string>()
      for (let tries = 1; tries <= mostTries; tries += 1) {
        const some = await rebuild(ports, of, n)
        if (some.length === 0) break
        for (const name of some) names.add(name)
      }
      put += names.size
    }
  }
  return put
}

/** Packed is who has a place, and nobody else; of places that are gone no segment is left. */
const makePlacesAgree: readonly Write[] = [
  `update responses set packed = 0
where packed = 1 and respondent_id not in (select answer_places.respondent_id from answer_places)`,
  `update responses set packed = 1
where packed = 0 and respondent_id in (select answer_places.respondent_id from answer_places)`,
  `delete from answer_segments where not exists (select 1 from answer_places
  where answer_places.study_id = answer_segments.study_id and answer_places.data_version = answer_segments.data_version
    and answer_places.n = answer_segments.n * ${segmentSize})`,
].map((text) => ({ sql: text, values: [] }))

/** @returns the columns that it put, or would have put had nobody changed them meanwhile */
async function rebuild(ports: CheckPorts, of: store.DataKey, n: number): Promise<string[]> {
  const layout = await layoutOfData(ports.db, of)
  const stored = new Map((await ports.db.read(storedIn(of, n))).map((row) => [row.name, row]))
  const places = (await first(ports.db, store.placeCount(of)))?.count ?? 0
  const to = Math.min(places, (n + 1) * segmentSize)
  const expected = await toldBy(ports, layout, of, n * segmentSize, to)
  const filled = to - n * segmentSize
  const names: string[] = []
  const writes: Write[] = []
  for (const [name, width] of layout.blocks) {
    // Whoever has no keys leaves the keyed column as it is.
    if (name === '_key' && ports.keys === undefined && stored.has(name)) continue
    const data = expected.get(name) ?? ''
    const row = stored.get(name)
    if (row?.data === data && row.width === width) continue
    names.push(name)
    if (row === undefined) writes.push(...store.addToSegment(of, n, filled, true, [{ name, width, data }]))
    else writes.push(putSegment(of, n, { name, width, filled, data }, row.data))
  }
  for (const some of chunked(writes, 10)) await commit(ports.db, 'Making segments anew', ...some)
  return names
}

const putSegment = (
  { studyId, dataVersion }: store.DataKey,
  n: number,
  { name, width, filled, data }: { name: string; width: number; filled: number; data: string },
  before: string,
): Write => ({
  sql: `update answer_segments set width = ?, filled = ?, data = ?
where study_id = ? and data_version = ? and n = ? and name = ? and data = ?`,
  values: [width, filled, data, studyId, dataVersion, n, name, before],
})
