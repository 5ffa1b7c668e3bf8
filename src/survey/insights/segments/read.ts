/** Reading answers by column: segments a few at a time, and then what has no place yet, from its documents. */
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { chunked } from '../../../platform/db/chunked.ts'
import { type Database, first, type Query } from '../../../platform/db/together.ts'
import { othersFirst } from '../../../platform/offload/job.ts'
import { findQuestionnaire } from '../../studies/store.ts'
import { cellKey, type MayHaveKeys } from './cell-key.ts'
import { type BlockBytes, columnsOf, type SegmentColumns, storedColumn } from './columns.ts'
import { layoutOf, layoutWith, type SegmentLayout } from './layout.ts'
import { placeText } from './place-text.ts'
import { segmentSize } from './rewrite.ts'
import * as store from './store.ts'

/**
 * So many characters are read at once, or one segment. Fewer are no more than the text of one statement each, and what was read
 * is dropped before the next comes; where statements are counted there are fewer of them, of four million.
 */
const charactersAtOnce = 500_000
const charactersWhereCounted = 4_000_000
/** So many are counted before others have their turn. */
const charactersInATurn = 4_000_000
const rowsAtOnce = 1_000
/** So many documents are looked through before others have their turn. */
const rowsInATurn = 128

type ReadPorts = { db: Database } & MayHaveKeys

/** Where the columns of a version's data stand. */
export async function layoutOfData(
  db: Database,
  { dataVersion }: Pick<store.DataKey, 'dataVersion'>,
): Promise<SegmentLayout> {
  return layoutOf(await findQuestionnaire(db, dataVersion))
}

/**
 * The named columns of every shown response to a version and its corrections, each once, in pieces. Others have their turn
 * between what is read at once: however many there are, no student waits for whoever counts. Each piece holds until the next
 * is asked for.
 * @throws RangeError for a column that the data does not have
 */
export async function* readSegments(
  ports: ReadPorts,
  of: store.DataKey,
  columns: readonly string[],
): AsyncGenerator<SegmentColumns> {
  const layout = await layoutOfData(ports.db, of)
  const blocks = [...new Set(columns.map((column) => storedColumn(layout, column).block))]
  // What is packed from now on is read from its documents all the same, so that it is read once.
  const places = (await first(ports.db, store.placeCount(of)))?.count ?? 0
  yield* packed(ports.db, of, layout, blocks, places)
  yield* unpacked(ports, of, layout, blocks, places)
}

async function* packed(
  db: Database,
  of: store.DataKey,
  layout: SegmentLayout,
  blocks: readonly string[],
  places: number,
): AsyncGenerator<SegmentColumns> {
  const wide = blocks.reduce((sum, block) => sum + (layout.blocks.get(block) ?? 0), 0)
  const ofSegment = wide * segmentSize || 1
  const most = db.mostStatements === undefined ? charactersAtOnce : charactersWhereCounted
  const atOnce = Math.max(1, Math.floor(most / ofSegment))
  const inATurn = Math.max(1, Math.floor(charactersInATurn / ofSegment))
  let turnEnds = 0
  const bytes: BlockBytes = new Map()
  for (let from = 0; from * segmentSize < places; from += atOnce) {
    const texts = new Map<number, Map<string, string>>()
    for (const some of chunked(blocks, 90)) {
      for (const { n, name, data } of await db.read(segmentsOf(of, from, from + atOnce, some))) {
        const known = texts.get(n) ?? new Map<string, string>()
        texts.set(n, known.set(name, data))
      }
    }
    if (from >= turnEnds) {
      await othersFirst()
      turnEnds = from + inATurn
    }
    // In the order of places and without a gap, whatever is stored: whoever counts them knows which place is which.
    for (let n = from; n < from + atOnce && n * segmentSize < places; n += 1) {
      const size = Math.min(segmentSize, places - n * segmentSize)
      yield columnsOf(layout, size, texts.get(n) ?? new Map(), bytes)
    }
  }
}

const segmentsOf = (
  { studyId, dataVersion }: store.DataKey,
  from: number,
  to: number,
  names: readonly string[],
): Query<{ n: number; name: string; data: string }> => ({
  sql: `select n as "n", name as "name", data as "data" from answer_segments
where study_id = ? and data_version = ? and n >= ? and n < ? and name in (${names.map(() => '?').join(', ')})`,
  values: [studyId, dataVersion, from, to, ...names],
})

async function* unpacked(
  ports: ReadPorts,
  of: store.DataKey,
  layout: SegmentLayout,
  blocks: readonly string[],
  places: number,
): AsyncGenerator<SegmentColumns> {
  const columns = async (rows: readonly store.SegmentResponse[]) =>
    columnsOf(layout, rows.length, await blockTexts(ports, layout, rows, blocks))
  const read = new Set<string>()
  let after: string | undefined = ''
  while (after !== undefined) {
    const rows: store.SegmentResponse[] = await ports.db.read(store.responsesWithoutPlace(of, after, rowsAtOnce))
    const here = rows.filter((row) => row.dataVersion === of.dataVersion)
    for (const { respondentId } of here) read.add(respondentId)
    if (here.length > 0) yield await columns(here)
    await othersFirst()
    after = rows.length < rowsAtOnce ? undefined : rows.at(-1)?.ref
  }
  // Those that got their places while the others were read.
  for (let from = places; ; from += rowsAtOnce) {
    const rows = await ports.db.read(store.responsesAt(of, from, from + rowsAtOnce))
    const here = rows.filter(({ respondentId }) => !read.has(respondentId))
    if (here.length > 0) yield await columns(here)
    await othersFirst()
    if (rows.length < rowsAtOnce) return
  }
}

/** What stands in some blocks for responses, as a segment of them has it. */
export async function blockTexts(
  ports: ReadPorts,
  layout: SegmentLayout,
  rows: readonly store.SegmentResponse[],
  blocks: readonly string[],
): Promise<Map<string, string>> {
  const part = layoutWith(layout, blocks)
  const isKeyAsked = part.blocks.has('_key')
  const questionnaires = new Map<string, Questionnaire>()
  for (const { version } of rows) {
    if (!questionnaires.has(version)) questionnaires.set(version, await findQuestionnaire(ports.db, version))
  }
  const keys = await Promise.all(rows.map(({ respondentId }) => (isKeyAsked ? cellKey(ports, respondentId) : 0)))
  const texts: (ReadonlyMap<string, string> | undefined)[] = []
  for (const [at, row] of rows.entries()) {
    if (at % rowsInATurn === rowsInATurn - 1) await othersFirst()
    const questionnaire = questionnaires.get(row.version)
    texts.push(questionnaire && placeText(part, questionnaire, store.placedOf(row, keys[at] ?? 0)))
  }
  return new Map(
    [...part.blocks].map(([name, width]) => {
      const nothing = '0'.repeat(width)
      return [name, texts.map((text) => text?.get(name) ?? nothing).join('')]
    }),
  )
}
