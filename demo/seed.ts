/**
 * `npm run seed -- --responses N`: believable respondents by the real code path, spread over the past days. They come
 * in groups, as when the link is shared in a chat, and those of a group answer at once, so that they share disk flushes.
 */

import { parseArgs } from 'node:util'
import { progressOf } from '../src/cli/progress.ts'
import { openNode } from '../src/entry/node-ports.ts'
import { findStudyWithOffers, listStudiesWithOffers, type StudyWithOffers } from '../src/journey/study.ts'
import { nanoIds } from '../src/platform/adapters/nano-ids.ts'
import { prepareQuery } from '../src/platform/db/together.ts'
import { dayMs } from '../src/platform/time/zone.ts'
import type { Ports } from '../src/ports.ts'
import { sql } from '../src/reconciliation/tables.ts'
import { sweepLeases } from '../src/rewards/leases/actions.ts'
import { sealAudit } from '../src/staff/audit-trail/seal.ts'
import { openDays, openSomeDaysAgo } from './opened.ts'
import { personOf } from './people.ts'
import { begin, type Ended, goOn } from './respond.ts'
import { seedPayments } from './seed-payments.ts'
import { pickerOf } from './seeded.ts'
import { visits } from './visits.ts'

const usage = `Usage: npm run seed -- --responses N [--seed S] [--study SLUG] [--days D] [--at-once C]
The same seed makes the same people with the same answers. D is how many past days they are spread over (28, or since
the study opened), C how many come in a group and answer at once (32).`

/** How far apart those of a group come. */
const groupMs = 180_000
/** The slowest need less than this, so everybody has finished by now. */
const longestMs = 3_600_000

interface Asked {
  responses: number
  seed: string
  slug: string | undefined
  days: number
  atOnce: number
}

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      responses: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      study: { type: 'string' },
      days: { type: 'string', default: String(openDays) },
      'at-once': { type: 'string', default: '32' },
    },
  })
  const whole = (name: 'responses' | 'days' | 'at-once', max: number) => {
    const value = Number(values[name])
    if (!Number.isInteger(value) || value < 1 || value > max) {
      throw new Error(`--${name} must be a whole number from 1 to ${max}.\n${usage}`)
    }
    return value
  }
  return {
    responses: whole('responses', 10_000_000),
    seed: values.seed,
    slug: values.study,
    days: whole('days', 3_650),
    atOnce: whole('at-once', 1_000),
  }
}

/** The study that was named, or the oldest; a fresh database gets the study-abroad study, open for so many days. */
async function studyFor(ports: Ports, slug: string | undefined, days: number): Promise<StudyWithOffers> {
  const now = ports.clock.now()
  if (slug === undefined) await openSomeDaysAgo(ports, days)
  const study =
    slug === undefined
      ? (await listStudiesWithOffers(ports.db, now))[0]
      : await findStudyWithOffers(ports.db, slug, now)
  if (study === undefined) throw new Error(`There is no study ${slug}.`)
  return study
}

const vouchersOf = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('vouchers')
    .select((eb) => ['currency', 'state', eb.fn.countAll<number>().as('vouchers')])
    .where('study_id', '=', p.studyId)
    .groupBy(['currency', 'state'])
    .orderBy('currency')
    .orderBy('state'),
)

/** A clock of one person's own, and the ports that go by it. */
function ownTime(ports: Ports, startedAt: number): { ports: Ports; pass(milliseconds: number): void } {
  let at = startedAt
  const clock = { now: () => new Date(at).toISOString() }
  return {
    ports: { ...ports, clock, ids: nanoIds(clock) },
    pass(milliseconds) {
      at += milliseconds
    },
  }
}

/** One visitor, from the link to wherever they get. */
async function visit(ports: Ports, study: StudyWithOffers, seed: string, number: number, came: number): Promise<Ended> {
  const pick = pickerOf(`${seed} ${number}`)
  const startedAt = came + pick(groupMs)
  const pages = study.questionnaire.pages.map(({ code }) => code)
  const own = ownTime(ports, startedAt)
  const person = personOf(pick, new Date(startedAt).getUTCFullYear(), pages)
  const walker = { person, pick, pause: () => own.pass(9_000 + pick(55_000)) }
  const respondentId = await begin(own.ports, study, walker)
  return respondentId === null ? 'under_age' : goOn(own.ports, study, respondentId, walker)
}

/**
 * When the first of them come: so many days before the last, and not before the study opened. One that has only just
 * opened gets them nevertheless: nobody can answer in a moment.
 */
function seededFrom(study: StudyWithOffers, to: number, days: number): number {
  const opened = Date.parse(study.opensAt)
  const asked = to - days * dayMs
  return opened < to ? Math.max(asked, opened) : asked
}

async function seed(ports: Ports, { responses, seed, slug, days, atOnce }: Asked): Promise<string> {
  const to = Date.parse(ports.clock.now()) - longestMs
  const study = await studyFor(ports, slug, days)
  const from = seededFrom(study, to, days)
  const timeOf = visits(from, to)
  // Nobody's reward may run out by the clock of someone else of the same group.
  const leaseMinutes = Math.max(ports.settings.leaseMinutes, longestMs / 60_000)
  const patient = { ...ports, settings: { ...ports.settings, leaseMinutes } }
  const ended: Record<Ended, number> = { complete: 0, screened_out: 0, over_quota: 0, under_age: 0, left: 0 }
  const progress = progressOf('Respondents', responses)
  const began = performance.now()
  let done = 0
  let stopped = false
  process.once('SIGINT', () => {
    stopped = true
  })
  for (let first = 0; first < responses && !stopped; first += atOnce) {
    const came = timeOf(first / responses)
    const group = Array.from({ length: Math.min(atOnce, responses - first) }, async (_, at) => {
      ended[await visit(patient, study, seed, first + at, came)]++
      progress.at(++done)
    })
    await Promise.all(group)
  }
  progress.end()
  while ((await sweepLeases(ports)) > 0);
  const seconds = (performance.now() - began) / 1000
  const payments = stopped ? 'Nothing was claimed.' : await seedPayments(ports, study, pickerOf(`${seed} payments`))
  // Their times lie in the past, where the sweep does not look.
  await sealAudit(ports, true)
  const vouchers = await ports.db.read(vouchersOf({ studyId: study.id }))
  return [
    `${done} people came to ${study.slug} (seed ${seed}): ${ended.complete} complete, ${ended.left} left on the way, ` +
      `${ended.screened_out} screened out, ${ended.under_age} too young (nothing of them is stored).`,
    `The study has now made these vouchers: ${vouchers.map((it) => `${it.vouchers} ${it.currency} ${it.state}`).join(', ') || 'none'}.`,
    payments,
    `In ${seconds.toFixed(1)} s: ${(done / seconds).toFixed(0)} people a second, each write durable.`,
  ].join('\n')
}

try {
  const wish = asked()
  if (process.env.MODE === 'production')
    throw new Error('The people are invented: this does not run with MODE=production.')
  const { ports, close } = await openNode(process.env)
  try {
    console.log(await seed(ports, wish))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
