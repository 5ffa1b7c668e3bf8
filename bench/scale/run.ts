/**
 * `npm run bench:scale` fills SQLite with ten thousand, a million and ten million complete, paid and packed responses, and
 * measures at each size whatever somebody waits for: the curve of each ought to be flat. `-- --sizes 10000,300000` makes
 * it others, `--in FOLDER` keeps the files there, takes those that are there already and goes on with one that was not
 * finished, `--minutes N` is the longest that rows are put into one. With `--without-backup` half of the room is enough:
 * no copy is made, and migrations are tried on the file itself, which is not kept. With `--lean` a response takes less than
 * a third, and sizes are multiples of ten thousand: of a hundred two are paid and the others have a voucher that waits, and page
 * times and traces are gone, as retention leaves it. A small one has to keep every promise of `npm run audit` first.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import { auditDatabase } from '../../src/reconciliation/integrity/audit.ts'
import { openSite } from '../prepare.ts'
import { submitAlone } from './alone.ts'
import { curve, type Figure } from './figure.ts'
import { fill } from './fill.ts'
import { served } from './served.ts'
import { fileOf, makeTemplate } from './template.ts'
import { measureUpkeep } from './upkeep.ts'

/** So many are made by the real code; every size is a multiple. */
const inTemplate = 200
/** Bytes of the file for one response, with its share of the indexes; a backup beside it needs as much again. */
const bytesEach = { whole: 17_000, lean: 4_900 }
/** Up to this size the audit takes seconds. */
const audited = 20_000

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000,10000000' },
    minutes: { type: 'string', default: '25' },
    in: { type: 'string' },
    'without-backup': { type: 'boolean', default: false },
    lean: { type: 'boolean', default: false },
  },
})
const kind = values.lean ? 'lean' : 'whole'
const sizes = values.sizes.split(',').map(Number)
const say = (text: string) => process.stderr.write(`${text}\n`)
const folder = values.in ?? mkdtempSync(join(tmpdir(), 'honorarium-scale-'))
mkdirSync(folder, { recursive: true })

async function template(): Promise<string[]> {
  const days = join(folder, 'days.json')
  if (!existsSync(days)) {
    say(`Answering and paying ${inTemplate}`)
    rmSync(join(folder, 'template'), { recursive: true, force: true })
    writeFileSync(days, JSON.stringify(await makeTemplate(join(folder, 'template'), inTemplate)))
  }
  return JSON.parse(readFileSync(days, 'utf8')) as string[]
}

/** @returns how many responses there are, or null where they have no room */
async function filled(site: string, wanted: number, days: readonly string[]): Promise<number | null> {
  const note = join(site, 'responses.json')
  if (existsSync(note)) return Number(readFileSync(note, 'utf8'))
  const { bavail, bsize } = statfsSync(folder)
  const needed = wanted * bytesEach[kind] * (values['without-backup'] ? 1 : 2)
  if (needed > bavail * bsize) {
    say(
      `${wanted.toLocaleString('en')} responses are left out: they take ${Math.round(needed / 1e9)} GB, and ${Math.round((bavail * bsize) / 1e9)} GB are free.`,
    )
    return null
  }
  const template = join(folder, 'template')
  if (!existsSync(site)) {
    // Under its own name only once it is whole: what is there is gone on with.
    rmSync(`${site}.new`, { recursive: true, force: true })
    cpSync(template, `${site}.new`, { recursive: true })
    renameSync(`${site}.new`, site)
  }
  const count = await fill(site, template, wanted, days, Number(values.minutes) * 60_000, values.lean)
  if (count < wanted) say(`${values.minutes} minutes were enough for ${count.toLocaleString('en')} responses.`)
  writeFileSync(note, String(count))
  return count
}

/** Every key, rule and index was taken away meanwhile: they hold again, and what the app promises holds too. */
async function audit(site: string): Promise<void> {
  const file = new SqliteFile(fileOf(site), { readonly: true })
  const broken = [
    ...(file.pragma('foreign_key_check') as unknown[]),
    file.pragma('integrity_check(1)', { simple: true }),
  ]
  file.close()
  if (broken.length > 1 || broken[0] !== 'ok')
    throw new Error(`The file is broken: ${JSON.stringify(broken.slice(0, 3))}`)
  const { ports, close } = await openSite(site)
  try {
    const broken = (await auditDatabase(ports)).filter(({ ok }) => !ok)
    for (const { promise, breaches } of broken) say(`${promise}\n  ${breaches.slice(0, 3).join('\n  ')}`)
    if (broken.length > 0) throw new Error(`${broken.length} promises are not kept by what was filled in.`)
    say('Every promise of the audit is kept.')
  } finally {
    await close()
  }
}

function lookedAt(site: string): Figure[] {
  const script = join(import.meta.dirname, 'page-times.ts')
  const child = spawnSync(process.execPath, [...process.execArgv, script, '--in', site], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (child.status !== 0) throw new Error(`Looking at it ended with ${child.status}`)
  return JSON.parse(child.stdout) as Figure[]
}

try {
  const days = await template()
  const measured: { responses: number; figures: Figure[] }[] = []
  for (const wanted of sizes) {
    const site = join(folder, String(wanted))
    const responses = await filled(site, wanted, days)
    if (responses === null) continue
    say(`${responses.toLocaleString('en')} responses`)
    if (responses <= audited) await audit(site)
    const figures = [
      ...(await submitAlone(site)),
      ...(await served(site)),
      ...lookedAt(site),
      ...(await measureUpkeep(site, !values['without-backup'])),
    ]
    measured.push({ responses, figures })
    if (values.in === undefined || values['without-backup']) rmSync(site, { recursive: true, force: true })
  }
  const [cpu] = cpus()
  console.log(`SQLite, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.version}\n`)
  console.log(curve(measured))
} finally {
  if (values.in === undefined) rmSync(folder, { recursive: true, force: true })
}
