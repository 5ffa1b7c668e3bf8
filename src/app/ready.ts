/** Whether this service does all that it is there for, by name: what `/readyz` says. */
import { heartbeats } from '../platform/heartbeats/heartbeats.ts'
import { sentenceOf } from '../platform/time/clock-doubt.ts'
import { dayLater, dayOf } from '../platform/time/zone.ts'
import type { Ports } from '../ports.ts'
import { importsGoOn } from '../reconciliation/integrity/invariants/imports.ts'
import { sweepParts } from './sweep-parts.ts'

const minuteMs = 60_000
/** The sweep comes by every minute. */
const sweepWithinMs = 5 * minuteMs
const sealedWithinMs = 15 * minuteMs
const knownDays = 14

/** `null` when it is so, and otherwise why not: figures and names of parts, never an id. */
export type Readiness = Record<
  'write' | 'disk' | 'file' | 'load' | 'sweep' | 'sealer' | 'imports' | 'calendar' | 'clock',
  string | null
>

/** Looks at everything; what cannot be known on this runtime is taken to be well. It writes nothing. */
export async function readiness(ports: Ports): Promise<Readiness> {
  const { db, clock } = ports
  const now = Date.parse(clock.now())
  const host = (await ports.health?.()) ?? { write: null, disk: null, file: null }
  const beats = await heartbeats(db)
  const doubt = clock.doubt?.() ?? null
  return {
    write: host.write,
    disk: host.disk,
    file: host.file,
    load: ports.load?.() ?? null,
    sweep: lateParts(beats, now),
    sealer: await unsealedSince(ports, now),
    imports: await stuckImports(ports),
    calendar: await unknownDays(ports),
    clock: doubt === null ? null : sentenceOf(doubt),
  }
}

/** Each part by its name: the sweep as a whole, and what failed in it although the rest went on. */
function lateParts(beats: ReadonlyMap<string, string>, now: number): string | null {
  const late = ['sweep', ...sweepParts].filter((part) => {
    const at = beats.get(part)
    return at === undefined || now - Date.parse(at) > sweepWithinMs
  })
  const minutes = sweepWithinMs / minuteMs
  return late.length === 0 ? null : `Not come to an end within ${minutes} minutes: ${late.join(', ')}.`
}

async function unsealedSince({ db }: Ports, now: number): Promise<string | null> {
  const [row] = await db.read<{ at: string | null }>({
    sql: 'select min(at) as "at" from (select at from audit_entries where waits = 1 order by id limit 100) oldest',
    values: [],
  })
  const ms = row?.at == null ? 0 : now - Date.parse(row.at)
  return ms <= sealedWithinMs
    ? null
    : `An audit entry has waited for its seal for ${Math.round(ms / minuteMs)} minutes.`
}

async function stuckImports({ db, clock }: Ports): Promise<string | null> {
  const { breaches } = await importsGoOn.check({ db, clock, books: async () => [] })
  return breaches.length === 0 ? null : `Statements that do not go on: ${breaches.length}.`
}

/** Every calendar has its next days, or nothing can be promised and nothing sent. */
async function unknownDays({ db, clock }: Ports): Promise<string | null> {
  const now = clock.now()
  const rows = await db.read<{ id: string; zone: string; last: string | null }>({
    sql: `select calendars.id as "id", zone as "zone", max(day) as "last" from calendars
left join calendar_days on calendar_days.calendar_id = calendars.id group by calendars.id, zone order by calendars.id`,
    values: [],
  })
  const short = rows
    .filter(({ zone, last }) => (last ?? '') < dayLater(dayOf(zone, now), knownDays))
    .map(({ id }) => id)
  if (rows.length === 0) return 'There is no calendar.'
  return short.length === 0 ? null : `The next ${knownDays} days are not published in: ${short.join(', ')}.`
}
