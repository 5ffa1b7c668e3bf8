/**
 * Some responses that have gone the whole way, by the code that the service runs: answered, checked, shown, packed,
 * claimed, paid by a provider or by hand, and sealed. Every row that such a one leaves behind is then there to be copied.
 */
import { join } from 'node:path'
import { personOf } from '../../demo/people.ts'
import { basesOf } from '../../demo/providers/registry.ts'
import { begin, goOn } from '../../demo/respond.ts'
import { openSandboxes } from '../../demo/sandbox.ts'
import { pickerOf } from '../../demo/seeded.ts'
import type { Channel, Provider, Role } from '../../schema/tables.ts'
import { sweep } from '../../src/app/app.ts'
import type { StudyWithOffers } from '../../src/journey/study.ts'
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'
import { dayMs } from '../../src/platform/time/zone.ts'
import type { Payee, Ports } from '../../src/ports.ts'
import { approveBatch } from '../../src/rewards/batches/approve.ts'
import { prepareBatch } from '../../src/rewards/batches/prepare.ts'
import { claimVoucher } from '../../src/rewards/claims/claim.ts'
import { instructBatch, reportPaid } from '../../src/rewards/payouts/report.ts'
import { foundOfBatch } from '../../src/rewards/payouts/store.ts'
import { findOrAddStaff } from '../../src/staff/accounts/actions.ts'
import { sealAudit } from '../../src/staff/audit-trail/seal.ts'
import { openMeasured, openSite } from '../prepare.ts'
import { campaign } from './campaign-days.ts'

export const fileOf = (folder: string) => join(folder, 'honorarium.db')

/** Of a hundred who have a voucher, so many claim it; the others have not yet. */
const claimers = 90
/** How each channel is paid: by a provider's interface, or by hand through a bank. */
const paidBy: readonly [Channel, string, Provider][] = [
  ['alipay', 'CNY', 'alipay'],
  ['fps', 'HKD', 'manual'],
  ['mpay', 'MOP', 'manual'],
]
const aPageMs = 9_000

interface Time {
  ports: Ports
  wait(milliseconds: number): void
}

/** These ports by a clock that moves when it is told. */
function ownTime(ports: Ports, from: number): Time {
  let at = from
  const clock = { now: () => new Date(at).toISOString() }
  return {
    ports: { ...ports, clock, ids: nanoIds(clock) },
    wait(milliseconds) {
      at += milliseconds
    },
  }
}

/**
 * Makes them in an empty directory, on the first day of a campaign, and pays them two days later.
 * @returns the days of the campaign
 */
export async function makeTemplate(folder: string, count: number): Promise<string[]> {
  const site = await openSite(folder)
  try {
    const days = await campaign(site.ports)
    const [day = ''] = days
    const began = Date.parse(`${day}T00:00:00.000Z`)
    const time = ownTime(site.ports, began)
    const { clock, ids } = time.ports
    const bases = basesOf((name) => `https://${name}.invalid`)
    const sandboxes = await openSandboxes({ clock, ids, bases, origin: site.ports.settings.origin })
    const ports: Ports = { ...time.ports, payers: sandboxes.payers, log: () => undefined }
    const study = await openMeasured(ports)
    for (let first = 0; first < count; first += 50) {
      const some = Array.from({ length: Math.min(50, count - first) }, (_, n) =>
        answer(ports, study, first + n, began + Math.floor(((first + n) / count) * 0.9 * dayMs)),
      )
      await Promise.all(some)
    }
    time.wait(dayMs)
    for (let round = 0; round < 3; round++) {
      await sweep(ports)
      time.wait(6 * 60_000)
    }
    await claimAll(ports, study, time)
    time.wait(25 * 3_600_000)
    await payAll(ports, study, time, () => sandboxes.tick())
    await sealAudit(ports, true)
    return days
  } finally {
    await site.close()
  }
}

async function answer(given: Ports, study: StudyWithOffers, n: number, from: number): Promise<void> {
  const { ports, wait } = ownTime(given, from)
  const pick = pickerOf(`scale ${n}`)
  const pages = study.questionnaire.pages.map(({ code }) => code)
  const drawn = personOf(pick, new Date(from).getUTCFullYear(), pages)
  const person = { ...drawn, age: Math.max(3, drawn.age), stage: Math.min(4, drawn.stage), leavesAt: null }
  const walker = { person, pick, pause: () => wait(aPageMs + pick(55_000)) }
  const id = await begin(ports, study, walker)
  if (id === null || (await goOn(ports, study, id, walker)) !== 'complete') throw new Error(`${n} does not complete`)
}

function payeeOf(channel: Channel, n: number): Payee {
  const digits = String(n).padStart(4, '0')
  const phone = { fps: `+8529123${digits}`, mpay: `+8536612${digits}` }[String(channel)] ?? `+861380000${digits}`
  const name = { fps: 'CHAN TAI MAN', mpay: 'LEI K* I**' }[String(channel)] ?? '王小明'
  return { channel, fields: { phone, name } }
}

async function claimAll(ports: Ports, study: StudyWithOffers, { wait }: Time): Promise<void> {
  const vouchers = await ports.db.read<{ id: string; currency: string }>({
    sql: `select id as "id", currency as "currency" from vouchers where state = 'issued' order by id`,
    values: [],
  })
  for (const [n, { id, currency }] of vouchers.entries()) {
    if (n % 100 >= claimers) continue
    const channel = paidBy.find(([, of]) => of === currency)?.[0] ?? 'alipay'
    const outcome = await claimVoucher(ports, { id }, payeeOf(channel, n), 'holder')
    if ('refused' in outcome) throw new Error(`A claim for ${study.slug} was refused: ${outcome.refused}`)
    wait(20_000)
  }
}

async function payAll(ports: Ports, study: StudyWithOffers, { wait }: Time, tick: () => Promise<void>): Promise<void> {
  const member = async (name: string, role: Role) => {
    const staff = await findOrAddStaff(ports, { name, role })
    if ('refused' in staff) throw new Error(staff.refused)
    return staff
  }
  const [preparer, approver] = [await member('Omar', 'preparer'), await member('Ada', 'approver')]
  for (const [channel, currency, provider] of paidBy) {
    for (;;) {
      const wanted = { studyId: study.id, provider, channel, currency, limits: study.settings.limits }
      const made = await prepareBatch(ports, preparer, wanted)
      if ('refused' in made) break
      wait(60_000)
      await approveBatch(ports, approver, made.batchId)
      if (provider !== 'manual') continue
      await instructBatch(ports, preparer, made.batchId)
      wait(3_600_000)
      const found = await ports.db.read(foundOfBatch(made.batchId, '', 200))
      const paid = found.flatMap(({ reference }) =>
        reference === null ? [] : [{ reference, amountMinor: null, providerId: null }],
      )
      await reportPaid(ports, preparer, paid)
    }
  }
  for (let round = 0; round < 40; round++) {
    await tick()
    await sweep(ports)
    wait(5 * 60_000)
  }
}
