/** Studies from before their versions were written down: those that their responses name come first, by their first response. */
import { expect, it } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import { databases } from '../../support/databases/databases.ts'
import { insertRow, sampleRow, sampleRows } from '../../support/databases/sample-rows.ts'

const now = '2026-11-01T08:00:00.000Z'
const all = migrationFiles()
const before = all.findIndex(({ name }) => name.endsWith('_questionnaire_versions.sql'))
const rows = Object.entries(sampleRows).flatMap(([version, some]) => (Number(version) <= before ? some : []))
const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]

/** Someone who answered another version than the study asks now. */
const answered = (name: string, version: string, startedAt: string) => [
  insertRow(sampleRow('respondents'), { id: name, invitation_id: null, resume_hash: name }),
  insertRow(sampleRow('responses'), {
    respondent_id: name,
    questionnaire_version: version,
    export_ref: name,
    started_at: startedAt,
  }),
]

it.each(databases)(
  'on $name they are numbered without a hole, and the one that is asked is the last',
  async ({ openEmpty }) => {
    const { db, close } = await openEmpty()
    await migrate(db, all.slice(0, before), now)
    const others = [b, c].map((version) => insertRow(sampleRow('questionnaires'), { version }))
    const written = await db.together(
      ...rows.map((row) => insertRow(row)),
      ...others,
      ...answered('r1', b, '2026-02-03T00:00:00.000Z'),
      ...answered('r2', c, '2026-02-01T00:00:00.000Z'),
      ...answered('r3', b, '2026-01-01T00:00:00.000Z'),
    )
    expect(written).toMatchObject({ done: true })
    await migrate(db, all, now)
    const read = (sql: string) => db.read({ sql, values: [] })
    expect(
      await read(`select n, n_before as before, version, kind, data_version as data from study_versions
where study_id = 'study1' order by n`),
    ).toEqual([
      { n: 1, before: null, version: b, kind: 'first', data: b },
      { n: 2, before: 1, version: c, kind: 'new', data: c },
      { n: 3, before: 2, version: a, kind: 'new', data: a },
    ])
    await close()
  },
)
