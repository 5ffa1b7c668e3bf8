/**
 * What a site of some size costs whoever looks at it, in the process of the app itself, without a network: pages of the
 * staff and of students, a file of answers, a run of the sweep. A process of its own, which prints figures as JSON.
 */
import { parseArgs } from 'node:util'
import type { Role } from '../../schema/tables.ts'
import { createApp, sweep } from '../../src/app/app.ts'
import { findStudyWithOffers } from '../../src/journey/study.ts'
import { first } from '../../src/platform/db/together.ts'
import type { Ports } from '../../src/ports.ts'
import { findOrAddStaff } from '../../src/staff/accounts/actions.ts'
import { makeExport } from '../../src/survey/exports/make.ts'
import { openExport, selectionOfExport, writeExport } from '../../src/survey/exports/open-export.ts'
import { exportById, exportOf } from '../../src/survey/exports/store.ts'
import { openSite, slug } from '../prepare.ts'
import { open, signIn } from '../sign-in.ts'
import type { Figure } from './figure.ts'

const study = `/admin/studies/${slug}`
/** Pages that somebody opens many times a day: none may become slower with the number of responses. */
const pages: readonly [Role | 'student', string][] = [
  ['student', `/s/${slug}`],
  ['student', `/s/${slug}/p/start`],
  ['preparer', '/finance'],
  ['preparer', '/finance/vouchers'],
  ['preparer', '/finance/vouchers?state=open'],
  ['preparer', '/finance/vouchers?state=paid'],
  ['preparer', '/finance/payouts'],
  ['preparer', '/finance/clearing'],
  ['preparer', '/finance/budgets'],
  ['preparer', '/finance/days'],
  ['preparer', '/finance/exceptions'],
  ['auditor', '/finance'],
  ['auditor', '/admin/audit'],
  ['admin', '/admin'],
  ['admin', '/admin/studies'],
  ['admin', study],
  ['admin', `${study}/live`],
  ['admin', '/admin/reviews'],
  ['admin', `${study}/requests`],
  ['admin', `${study}/exports`],
  ['admin', `${study}/figures`],
  ['admin', `${study}/findings`],
  ['admin', `${study}/insights`],
  ['admin', `${study}/insights?questions=Q01`],
  ['admin', `${study}/insights/texts`],
]
const names: Partial<Record<Role, string>> = { preparer: 'Omar', auditor: 'Ivo', admin: 'Mei' }
const times = 5
const mostRecords = 20_000

/** Milliseconds of processor time, which other work on the machine does not lengthen as much as the clock's. */
async function processorOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function middleOf(act: () => Promise<unknown>): Promise<{ once: number; middle: number }> {
  const once = await processorOf(act)
  const taken: number[] = []
  // What takes seconds is looked at twice, which is enough to see that it does.
  for (let n = 0; n < (once > 2_000 ? 1 : times); n++) taken.push(await processorOf(act))
  return { once, middle: taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? once }
}

async function exported(ports: Ports): Promise<Figure[]> {
  const of = await findStudyWithOffers(ports.db, slug, ports.clock.now())
  const staff = await findOrAddStaff(ports, { name: 'Bench', role: 'admin' })
  if (of === undefined || 'refused' in staff) throw new Error('The study is not there')
  const what = { version: of.version, format: 'csv', language: 'en', filter: '', everybody: false } as const
  let id = ''
  const made = await processorOf(async () => {
    id = await makeExport(ports, staff, of, what)
  })
  const row = await first(ports.db, exportById({ id, studyId: of.id }))
  if (row === undefined) throw new Error('The export is not there')
  let lines = 0
  const began = await processorOf(async () => {
    const opened = await openExport(ports, of, exportOf(row))
    for await (const _ of writeExport(ports, opened, await selectionOfExport(ports, opened))) break
  })
  const wrote = await processorOf(async () => {
    const opened = await openExport(ports, of, exportOf(row))
    for await (const piece of writeExport(ports, opened, await selectionOfExport(ports, opened))) {
      lines += String(piece).split('\n').length - 1
      if (lines >= mostRecords) break
    }
  })
  return [
    { what: 'CSV of answers: asking for it', unit: 'ms', value: made },
    { what: 'CSV of answers: until its first row', unit: 'ms', value: began },
    {
      what: `CSV of answers: a row, of the first ${mostRecords}`,
      unit: 'ms',
      value: wrote / Math.max(lines, 1),
      flat: true,
    },
  ]
}

const { values } = parseArgs({ options: { in: { type: 'string', default: '' } } })
const { ports, close } = await openSite(values.in)
const app = createApp(() => ports)
const figures: Figure[] = []
const say = (figure: Figure) => {
  figures.push(figure)
  process.stderr.write(`  ${figure.what}: ${figure.value.toFixed(2)} ${figure.unit}\n`)
}
const cookies = new Map<string, string>()
for (const [role, name] of Object.entries(names)) cookies.set(role, await signIn(app, ports, name, role as Role))
for (const [who, path] of pages) {
  const { once, middle } = await middleOf(() => open(app, ports, cookies.get(who) ?? '', path))
  say({ what: `${path} (${who})`, unit: 'ms', value: middle, flat: true })
  if (once > 10 * middle && once > 500) say({ what: `${path} (${who}), the first time`, unit: 'ms', value: once })
}
// The first run of a day counts all answers; what is asked for below it writes.
say({ what: 'the sweep, first run of the day', unit: 'ms', value: await processorOf(() => sweep(ports)) })
const { middle: idle } = await middleOf(() => sweep(ports))
say({ what: 'the sweep, when little is to do', unit: 'ms', value: idle, flat: true })
for (const figure of await exported(ports)) say(figure)
say({ what: 'the sweep, writing that file', unit: 'ms', value: await processorOf(() => sweep(ports)) })
await close()
console.log(JSON.stringify(figures))
