/** Answers by column in great number. On SQLite they are written straight into the file; elsewhere by the app's own packing. */
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { pickerOf } from '../../demo/seeded.ts'
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import type { Database } from '../../src/platform/db/together.ts'
import type { Ports } from '../../src/ports.ts'
import { layoutOf } from '../../src/survey/insights/segments/layout.ts'
import { type PlacedResponse, placeText } from '../../src/survey/insights/segments/place-text.ts'
import { segmentSize } from '../../src/survey/insights/segments/rewrite.ts'
import type { DataKey } from '../../src/survey/insights/segments/store.ts'
import { withoutDraftOnly } from '../../src/survey/questionnaire/route/page-answers.ts'
import { insertMany } from '../../src/survey/tables.ts'
import { completeResponse } from '../complete-response.ts'

const seed = 'c0ffee00c0ffee00'
const day = '2026-11-29'
const at = `${day}T10:00:00.000Z`
/** So many differ; the others answer as one of these did. */
const different = 2_000

function* wholes() {
  const pick = pickerOf('insights')
  for (let n = 0; n < different; n += 1) {
    yield withoutDraftOnly(studyAbroad, completeResponse(pick, { seed, facts: {} }).answers)
  }
}

const placed = (answers: PlacedResponse['answers'], key: number): PlacedResponse => ({
  state: 'complete',
  judged: null,
  seed,
  facts: {},
  language: 'zh-Hans',
  languageStart: 'en',
  invited: 0,
  source: null,
  shownTo: day,
  activeMs: 300_000,
  versionN: 1,
  flags: 0,
  answers,
  key,
})

/** Fills the database in this directory, which is migrated, has this study and is not open. */
export function fillSqlite(dataDirectory: string, of: DataKey, count: number, say: (text: string) => void): void {
  const file = new SqliteFile(join(dataDirectory, 'honorarium.db'))
  file.pragma('foreign_keys = OFF')
  file.pragma('synchronous = OFF')
  file.pragma('journal_mode = OFF')
  file.pragma('cache_size = -600000')
  const layout = layoutOf(studyAbroad)
  const documents = [...wholes()]
  say(`Answered as ${documents.length} people`)
  const texts = documents.map((answers, n) => placeText(layout, studyAbroad, placed(answers, n * 7_919 + 1)))
  file.exec('begin')
  const values = { study: of.studyId, version: of.dataVersion, count, seed, at, day }
  const run = (sql: string) =>
    file.prepare(sql).run(Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`))))
  const numbers = 'with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < @count)'
  run(`insert into responses (respondent_id, study_id, questionnaire_version, state, revision, revision_before, seed, facts,
    language_start, language, unrewarded, export_ref, started_at, progress_at, ended_at, shown_from, shown_to, active_ms, packed)
  ${numbers} select printf('r_%08d', n), @study, @version, 'complete', 2, 1, @seed, '{}', 'en', 'zh-Hans', 0, printf('e%08d', n),
    @at, @at, @at, @day, @day, 300000, 1 from numbers`)
  run(`insert into answer_places (study_id, data_version, n, n_before, respondent_id)
  ${numbers} select @study, @version, n, case when n = 0 then null else n - 1 end, printf('r_%08d', n) from numbers`)
  say('Wrote responses and places')
  const addDocument = file.prepare(`insert into documents (respondent_id, document, texts) values (?, ?, '')`)
  const json = documents.map((answers) => JSON.stringify(answers))
  for (let n = 0; n < count; n += 1) addDocument.run(`r_${String(n).padStart(8, '0')}`, json[n % different])
  say('Wrote documents')
  const addSegment = file.prepare('insert into answer_segments values (?, ?, ?, ?, ?, ?, ?)')
  for (let n = 0; n * segmentSize < count; n += 1) {
    const filled = Math.min(segmentSize, count - n * segmentSize)
    for (const [name, width] of layout.blocks) {
      const nothing = '0'.repeat(width)
      const parts = Array.from({ length: filled }, (_, i) => texts[(n * segmentSize + i) % different]?.get(name))
      addSegment.run(of.studyId, of.dataVersion, n, name, width, filled, parts.map((part) => part ?? nothing).join(''))
    }
  }
  file.exec('commit')
  file.close()
  say('Wrote segments')
}

/** Adds complete responses that are shown and wait to be packed. */
export async function addShown({ ids }: Pick<Ports, 'ids'>, db: Database, of: DataKey, count: number): Promise<void> {
  const documents = [...wholes()].map((answers) => JSON.stringify(answers))
  for (let done = 0; done < count; done += 500) {
    const some = Array.from({ length: Math.min(500, count - done) }, () => ids.next('r'))
    const outcome = await db.together(
      ...insertMany(
        'respondents',
        some.map((id) => ({
          id,
          study_id: of.studyId,
          invitation_id: null,
          resume_hash: id,
          started_at: at,
          generation: 0,
          generation_before: -1,
          resume_salt: null,
        })),
      ),
      ...insertMany(
        'responses',
        some.map((id) => ({
          respondent_id: id,
          study_id: of.studyId,
          questionnaire_version: of.dataVersion,
          state: 'complete',
          revision: 2,
          revision_before: 1,
          seed,
          facts: '{}',
          language_start: 'en',
          language: 'zh-Hans',
          unrewarded: 0,
          export_ref: ids.random(13),
          started_at: at,
          progress_at: at,
          ended_at: at,
          shown_from: day,
          shown_to: day,
          active_ms: 300_000,
          paradata: 0,
          full_cell: null,
          source: null,
          judged: null,
          packed: 0,
        })),
      ),
      ...insertMany(
        'documents',
        some.map((id, n) => ({
          respondent_id: id,
          document: documents[(done + n) % different] ?? '{}',
          texts: '',
          texts_key: null,
        })),
      ),
    )
    if (!outcome.done) throw new Error(`refused by ${outcome.breach.on}`)
  }
}
