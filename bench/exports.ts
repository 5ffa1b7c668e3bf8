/**
 * What files of answers cost: `npm run bench:exports` fills SQLite with a million responses and writes each format once, in a
 * process of its own, while students open the study's page; `-- --responses N` makes it so many, `-- --formats csv,sav` writes
 * these, `-- --keep FOLDER` fills that folder, or takes what it has; `-- --quick` only shows that it works; `-- --served` takes
 * them from the server that `npm run build` made instead, and says what that holds, `--limit 200` where the system gives it no more
 * megabytes, `--times 10` each so many times. First comes a bare loop that prints the same rows as the CSV of codes: the same documents, read in the same order.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import type { Answers } from '../schema/answers.ts'
import { createApp } from '../src/app/app.ts'
import { findStudyWithOffers } from '../src/journey/study.ts'
import { first } from '../src/platform/db/together.ts'
import { findOrAddStaff } from '../src/staff/accounts/actions.ts'
import { bytesOfPiece } from '../src/survey/exports/export.ts'
import { exportFormats } from '../src/survey/exports/formats/index.ts'
import { makeExport } from '../src/survey/exports/make.ts'
import { openExport, selectionOfExport, writeExport } from '../src/survey/exports/open-export.ts'
import { exportById, exportOf } from '../src/survey/exports/store.ts'
import { cells } from '../src/survey/questionnaire/cells.ts'
import { columns } from '../src/survey/questionnaire/columns.ts'
import { fillSqlite } from './insights/fill.ts'
import { openMeasured, openSite, slug } from './prepare.ts'
import { measureServed } from './served-exports.ts'

const { values } = parseArgs({
  options: {
    responses: { type: 'string' },
    formats: { type: 'string' },
    quick: { type: 'boolean', default: false },
    keep: { type: 'string' },
    served: { type: 'boolean', default: false },
    flags: { type: 'string', default: '' },
    seconds: { type: 'string', default: '100000' },
    limit: { type: 'string' },
    times: { type: 'string', default: '1' },
    in: { type: 'string' },
    one: { type: 'string' },
  },
})
const responses = Number(values.responses ?? (values.quick ? 1_000 : 1_000_000))
const measured = values.formats?.split(',') ?? (values.quick ? ['csv'] : exportFormats.map(({ id }) => id))
const say = (text: string) => process.stderr.write(`${text}\n`)
const megabyte = 1_000_000
/** So often a student opens the page, in milliseconds. */
const visitMs = 20
/** So long they do while a file is written once more. */
const visitedMs = values.quick ? 500 : 10_000

/** Opens the page of the study until `stop` is called, which gives the 99th of a hundred waits in milliseconds. */
function visiting(app: ReturnType<typeof createApp>, origin: string): { stop: () => Promise<number> } {
  const waits: number[] = []
  const under = new Set<Promise<void>>()
  const visit = async (due: number) => {
    const response = await app.request(`${origin}/s/${slug}`)
    await response.text()
    waits.push(performance.now() - due)
  }
  let due = performance.now()
  const timer = setInterval(() => {
    // What should have come while the process was busy has waited since then.
    for (; due <= performance.now(); due += visitMs) {
      const one = visit(due).finally(() => under.delete(one))
      under.add(one)
    }
  }, visitMs)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(under)
      return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
    },
  }
}

/** What the process holds before the first row: the app, and the loader of TypeScript that a built service has not. */
interface Begun {
  at: number
  resident: number
}
const begin = (): Begun => ({ at: performance.now(), resident: process.memoryUsage.rss() })

function report(name: string, rows: number, bytes: number, began: Begun): string {
  const seconds = (performance.now() - began.at) / 1000
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const of = [
    name.padEnd(14),
    `${Math.round(rows / seconds)} rows/s`.padStart(16),
    `${(bytes / megabyte).toFixed(1)} MB`.padStart(12),
    `${seconds.toFixed(1)} s`.padStart(9),
    `peak ${peak} MiB`.padStart(15),
    `${Math.round(began.resident / 2 ** 20)} before`.padStart(11),
    `${(process.cpuUsage().user / 1e6).toFixed(1)} s of processor`.padStart(22),
  ]
  return of.join(' ')
}

/** Reads the documents with nothing in between, and joins their cells. */
async function bare(folder: string): Promise<void> {
  const { ports, close } = await openSite(folder)
  const study = await findStudyWithOffers(ports.db, slug, ports.clock.now())
  if (study === undefined) throw new Error('The study is not there')
  await close()
  const file = new SqliteFile(join(folder, 'honorarium.db'), { readonly: true })
  const asked = columns(study.questionnaire)
  const began = begin()
  let [rows, bytes] = [0, 0]
  const all = file.prepare(`select responses.export_ref as ref, responses.seed as seed, documents.document as document
from responses join documents on documents.respondent_id = responses.respondent_id order by responses.export_ref`)
  for (const row of all.iterate() as Iterable<{ ref: string; seed: string; document: string }>) {
    const answers = JSON.parse(row.document) as Answers
    const given = cells(study.questionnaire, asked, answers, { seed: row.seed, facts: {} })
    bytes += Buffer.byteLength(`${row.ref},${study.version},complete,en,zh-Hans,${given.join(',')}\r\n`)
    rows += 1
  }
  file.close()
  console.log(report('bare loop', rows, bytes, began))
}

async function written(folder: string, format: string): Promise<void> {
  const { ports, close } = await openSite(folder)
  const study = await findStudyWithOffers(ports.db, slug, ports.clock.now())
  const staff = await findOrAddStaff(ports, { name: 'Bench', role: 'admin' })
  if (study === undefined || 'refused' in staff) throw new Error('The study is not there')
  const what = { version: study.version, format, language: 'en', filter: '', everybody: false } as const
  const id = await makeExport(ports, staff, study, what)
  const row = await first(ports.db, exportById({ id, studyId: study.id }))
  if (row === undefined) throw new Error('The export is not there')
  const began = begin()
  const opened = await openExport(ports, study, exportOf(row))
  const selection = await selectionOfExport(ports, opened)
  let bytes = 0
  for await (const piece of writeExport(ports, opened, selection)) bytes += bytesOfPiece(piece).length
  const done = report(format, selection.records, bytes, began)
  const students = visiting(
    createApp(() => ports),
    ports.settings.origin,
  )
  const until = performance.now() + visitedMs
  for await (const _ of writeExport(ports, opened, selection)) if (performance.now() > until) break
  console.log(`${done} students' p99 ${(await students.stop()).toFixed(0)} ms`)
  await close()
}

if (values.in !== undefined) {
  if (values.one === 'bare') await bare(values.in)
  else await written(values.in, values.one ?? 'csv')
} else {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'honorarium-exports-'))
  try {
    if (!existsSync(join(folder, 'honorarium.db'))) await fill(folder)
    console.log(`${countOf(folder)} responses, ${cpus()[0]?.model}, ${process.version}`)
    if (values.served) {
      forgetUnfinished(folder)
      const flags = values.flags.split(' ').filter((flag) => flag !== '')
      const limitMb = values.limit === undefined ? null : Number(values.limit)
      const each = measured.flatMap((one) => Array.from({ length: Number(values.times) }, () => one))
      await measureServed(folder, each, { flags, mostMs: 1000 * Number(values.seconds), limitMb })
    }
    for (const one of values.served ? [] : ['bare', ...measured]) {
      const quick = values.quick ? ['--quick'] : []
      const again = [...process.execArgv, import.meta.filename, '--in', folder, '--one', one, ...quick]
      const ended = spawnSync(process.execPath, again, { stdio: 'inherit' })
      if (ended.status !== 0) say(`${one} ended with ${ended.status}`)
    }
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** What an earlier run broke off would be written beside. */
function forgetUnfinished(folder: string): void {
  const file = new SqliteFile(join(folder, 'honorarium.db'))
  const unfinished = 'select id from exports where sha256 is null'
  for (const table of ['export_takes', 'export_checkpoints'])
    file.exec(`delete from ${table} where export_id in (${unfinished})`)
  file.exec(`delete from exports where id in (${unfinished})`)
  file.close()
}

function countOf(folder: string): number {
  const file = new SqliteFile(join(folder, 'honorarium.db'), { readonly: true })
  const count = file.prepare('select count(*) from responses').pluck().get() as number
  file.close()
  return count
}

async function fill(folder: string): Promise<void> {
  const { ports, close } = await openSite(folder)
  const study = await openMeasured(ports)
  await close()
  fillSqlite(folder, { studyId: study.id, dataVersion: study.version }, responses, say)
  const file = new SqliteFile(join(folder, 'honorarium.db'))
  // References are random, and so is the order in which a file finds its documents.
  file.pragma('synchronous = OFF')
  file.exec(
    `update responses set export_ref = printf('%08x', (cast(substr(export_ref, 2) as integer) * 2654435761) % 4294967296)`,
  )
  file.close()
}
