/** How long whoever keeps a database of some size waits: for a backup of it, and for what a migration may do to it. */
import { rmSync, statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { backUp } from '../../src/platform/db/sqlite-backup.ts'
import type { Figure } from './figure.ts'
import { fileOf } from './template.ts'

/** What a migration may ask for: each is made on the backup, whose rows are as many. */
const steps: readonly [string, string][] = [
  [
    'a migration: a column with a check',
    'alter table responses add column tried bigint not null default 0 constraint responses_tried check (tried in (0, 1))',
  ],
  ['a migration: a table', 'create table tried (id text not null, constraint tried_pk primary key (id))'],
  [
    'a migration: an index over all responses',
    'create index responses_tried on responses (study_id, language, ended_at)',
  ],
  [
    'a migration: an index over few',
    `create index responses_tried_few on responses (ended_at) where state = 'in_progress'`,
  ],
  ['a migration: a table filled from all responses', 'insert into tried (id) select respondent_id from responses'],
]

const seconds = async (act: () => unknown): Promise<number> => {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

export async function measureUpkeep(folder: string): Promise<Figure[]> {
  const from = fileOf(folder)
  const to = `${from}.copy`
  rmSync(to, { force: true })
  const figures: Figure[] = [
    { what: 'the file of the database', unit: 'MB', value: statSync(from).size / 1e6 },
    { what: 'npm run backup, its copy looked at whole', unit: 's', value: await seconds(() => backUp(from, to)) },
  ]
  const copy = new SqliteFile(to)
  copy.pragma('journal_mode = WAL')
  copy.pragma('synchronous = FULL')
  for (const [what, sql] of steps) {
    const taken = await seconds(() => copy.exec(sql))
    figures.push({ what, unit: 's', value: taken })
  }
  copy.close()
  for (const file of [to, `${to}-wal`, `${to}-shm`]) rmSync(file, { force: true })
  for (const { what, unit, value } of figures) process.stderr.write(`  ${what}: ${value.toFixed(2)} ${unit}\n`)
  return figures
}
