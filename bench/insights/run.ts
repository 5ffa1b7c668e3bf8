/**
 * What counting answers costs: `npm run bench:insights` fills SQLite with a million responses and asks what the pages ask;
 * `-- --responses N` makes it so many, `-- --keep FOLDER` takes a copy of those that `bench:exports` keeps there; `-- --store postgres` or `d1` fills another database by packing, with 20,000; `-- --quick`
 * only shows that it works.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { first } from '../../src/platform/db/together.ts'
import type { Ports } from '../../src/ports.ts'
import { sweepSegments } from '../../src/survey/insights/segments/pack.ts'
import { eraseAnswers } from '../../src/survey/responses/withdraw.ts'
import { d1 } from '../../test/support/databases/d1-database.ts'
import { startPostgres } from '../../test/support/setup/postgres.ts'
import { openMeasured, openSite } from '../prepare.ts'
import { addShown, fillSqlite } from './fill.ts'
import { once, questionsAsked, type Taken, timed } from './measure.ts'

const { values } = parseArgs({
  options: {
    responses: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
    keep: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const { store } = values
const usual = values.quick ? 5_000 : store === 'sqlite' ? 1_000_000 : 20_000
const responses = Number(values.responses ?? usual)
const toPack = values.quick ? 200 : 20_000
const began = performance.now()
const say = (text: string) => process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'honorarium-insights-'))
const rows: string[] = []
const row = (what: string, { ms, processor }: Taken) => {
  rows.push(`| ${what} | ${ms.toFixed(1)} | ${processor.toFixed(1)} |`)
  say(`${what}: ${ms.toFixed(1)} ms, ${processor.toFixed(1)} ms of processor time`)
}

/** Packs everything that waits, however many runs that takes. */
async function packAll(ports: Ports): Promise<number> {
  for (let all = 0; ; ) {
    const packed = await sweepSegments(ports)
    if (packed === 0) return all
    all += packed
  }
}

const stop: (() => Promise<unknown>)[] = []
try {
  const filesToKeep = values.keep === undefined ? [] : ['honorarium.db', 'keys.json']
  for (const name of filesToKeep) copyFileSync(join(values.keep ?? '', name), join(folder, name))
  let env: Record<string, string> = {}
  if (store === 'postgres') {
    const server = await startPostgres()
    stop.push(server.stop)
    env = { DATABASE_URL: server.url }
  }
  const here = await openSite(folder, env)
  stop.unshift(here.close)
  const d1Here = store === 'd1' ? await d1.openBound() : undefined
  if (d1Here !== undefined) stop.unshift(d1Here.close)
  const ports = { ...here.ports, ...(d1Here && { db: d1Here.db }) }
  const study = await openMeasured(ports)
  const of = { studyId: study.id, dataVersion: study.version }
  if (store === 'sqlite') {
    await here.close()
    if (values.keep === undefined) fillSqlite(folder, of, responses, say)
    const again = await openSite(folder, env)
    stop[0] = again.close
    ports.db = again.ports.db
  }
  const waiting = store === 'sqlite' ? toPack : responses
  await addShown(ports, ports.db, of, waiting)
  say(`${waiting} wait to be packed`)
  const asked = questionsAsked(ports, of)
  if (store === 'sqlite') {
    row(
      `one distribution while ${waiting.toLocaleString('en')} are not packed`,
      await once(asked[0]?.[1] ?? (async () => undefined)),
    )
  }
  let packed = 0
  const packing = await once(async () => {
    packed = await packAll(ports)
  })
  row(`packing ${packed.toLocaleString('en')}`, packing)
  for (const [what, act] of asked) row(what, await timed(act))
  const someone =
    (
      await first<{ id: string }>(ports.db, {
        sql: 'select respondent_id as "id" from answer_places where n = 1000',
        values: [],
      })
    )?.id ?? ''
  row('erasing one, in all columns', await timed(() => ports.db.together(...eraseAnswers(someone))))
  if (store === 'sqlite') {
    const parsed = (sql: string) => once(() => ports.db.read({ sql, values: [] }))
    row(
      'for comparison: one distribution by json_extract over the documents',
      await parsed(`select json_extract(document, '$.Q02') as a, count(*) as n from documents group by 1`),
    )
    row(
      'for comparison: two questions crossed by json_extract',
      await parsed(
        `select json_extract(document, '$.Q02') as a, json_extract(document, '$.Q09') as b, count(*) as n from documents group by 1, 2`,
      ),
    )
  }
  const [cpu] = cpus()
  console.log(
    `${responses.toLocaleString('en')} responses, ${store}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.version}; ${Math.round(process.memoryUsage.rss() / 1e6)} MB resident in the end\n`,
  )
  console.log(['| what | ms | processor ms |', '| --- | --- | --- |', ...rows].join('\n'))
} finally {
  for (const end of stop) await end()
  rmSync(folder, { recursive: true, force: true })
}
