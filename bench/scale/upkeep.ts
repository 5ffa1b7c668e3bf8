/** How long whoever keeps a database of some size waits: for a backup of it, and for what a migration may do to it. */
import { rmSync, statSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { backUp } from '../../src/platform/db/sqlite-backup.ts'
import type { Figure } from './figure.ts'
import { fileOf } from './template.ts'

/** What a migration may ask for. */
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

/** Seconds of processor time and of waiting for the disk alike: by the clock. */
const seconds = async (act: () => unknown): Promise<number> => {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

/** Backs the file up into another and gives that one, in place of which the file itself is taken where there is no room. */
async function backedUp(from: string, hasRoom: boolean, figures: Figure[]): Promise<string> {
  if (!hasRoom) return from
  const to = `${from}.copy`
  rmSync(to, { force: true })
  const value = await seconds(() => backUp(from, to))
  figures.push({ what: 'npm run backup, its copy looked at whole', unit: 's', value })
  return to
}

/** @param hasRoom whether a copy may be made; where not, the migrations change the file itself */
export async function measureUpkeep(folder: string, hasRoom: boolean): Promise<Figure[]> {
  const from = fileOf(folder)
  const figures: Figure[] = [{ what: 'the file of the database', unit: 'MB', value: statSync(from).size / 1e6 }]
  const to = await backedUp(from, hasRoom, figures)
  const copy = new SqliteFile(to)
  const checked = await seconds(() => copy.pragma('quick_check(1)'))
  figures.push({ what: 'quick_check of it', unit: 's', value: checked })
  copy.pragma('journal_mode = WAL')
  copy.pragma('synchronous = FULL')
  for (const [what, sql] of steps) {
    const taken = await seconds(() => copy.exec(sql))
    figures.push({ what, unit: 's', value: taken })
  }
  copy.close()
  if (hasRoom) for (const file of [to, `${to}-wal`, `${to}-shm`]) rmSync(file, { force: true })
  for (const { what, unit, value } of figures) process.stderr.write(`  ${what}: ${value.toFixed(2)} ${unit}\n`)
  return figures
}
