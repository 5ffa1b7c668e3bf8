/** Postgres: dumped, changed, restored, and compared row by row. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runCommand } from '../../test/support/run/programs.ts'
import { startPostgres } from '../../test/support/setup/postgres.ts'
import { prepare } from '../prepare.ts'
import { shell, type Tried } from './command.ts'

const responses = 40

export async function restorePostgres(programs: string, lines: readonly string[]): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-restore-'))
  const { url, stop } = await startPostgres(true, programs)
  try {
    const data = join(folder, 'data')
    mkdirSync(data)
    const env = { DATABASE_URL: url, KEYS_FILE: join(folder, 'keys.json'), DATA_DIR: data }
    await prepare(data, responses, undefined, env)
    const [dump = '', restore = ''] = lines
    const before = await rowsOf(url)
    const PATH = `${programs}:${process.env.PATH}`
    shell(dump, folder, { PATH, DATABASE_URL: url })
    await prepare(data, responses / 2, undefined, env)
    const changed = await rowsOf(url)
    shell(restore, folder, { PATH, DATABASE_URL: url })
    const after = await rowsOf(url)
    const { code, out } = await runCommand('audit', [], env)
    const isWell = code === 0 && changed.hash !== before.hash && after.hash === before.hash
    const version = shell(`${join(programs, 'postgres')} --version`, folder, {}).trim()
    return {
      isWell,
      line: `${version}: ${before.rows} rows in ${before.tables} tables dumped, ${changed.rows} before the restore, ${after.rows} after it, ${after.hash === before.hash ? 'the same' : 'OTHERS'}; audit: ${out.trim().split('\n').at(-1)}`,
    }
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every row of every table. */
async function rowsOf(url: string): Promise<{ tables: number; rows: number; hash: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const hash = createHash('sha256')
    let rows = 0
    for (const { name } of tables) {
      const found = await client.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)
      rows += found.rows.length
      hash.update(`${name}\n${found.rows.map(({ row }) => row).join('\n')}\n`)
    }
    return { tables: tables.length, rows, hash: hash.digest('hex') }
  } finally {
    await client.end()
  }
}
