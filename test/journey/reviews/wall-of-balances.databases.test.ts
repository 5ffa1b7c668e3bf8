/**
 * An admin who holds, releases and rejects, and colleagues of finance who write down every figure before and after. Whatever
 * has become of the voucher (unclaimed, claimed, looked at, in a batch, paid), the act moves nothing that finance sees; only
 * those that stay in a batch do so in the midst of four others.
 */
import { expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { rejectResponse, releaseResponse, undoRejected } from '../../../src/journey/reviews/judge.ts'
import { decideObjection } from '../../../src/journey/reviews/objections/decide.ts'
import { objectTo } from '../../../src/journey/reviews/objections/object.ts'
import { giveUp } from '../../../src/journey/rights/give-up.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { first } from '../../../src/platform/db/together.ts'
import { bookOf } from '../../../src/reconciliation/integrity/book.ts'
import { readMoney } from '../../../src/reconciliation/integrity/money.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { voucherById } from '../../../src/rewards/vouchers/store.ts'
import type { Voucher } from '../../../src/rewards/vouchers/voucher.ts'
import type { Staff } from '../../../src/staff/accounts/store.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, frozen, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const smallest = 5
const token = 'a token of 20 characters'
const day = 24 * 60

/** Addresses of finance that say nothing of any voucher, budget or payment, and those of one voucher, which `wall.test.ts` reads. */
const withoutFigures =
  /^\/finance\/(calendar|statements|exceptions\/:id|exceptions\/selection|proposals\/|payouts\/:id|batches\/:id\/(results|files|register\/files)|vouchers\/:|vouchers\.csv|reports\/(files|signed))/

const month = '2026-11'
const posted = [
  '/finance/vouchers.csv',
  '/finance/reports/files/csv/closing/study-abroad',
  `/finance/reports/files/csv/study/study-abroad/${month}`,
]

type Stands = 'unclaimed' | 'ready' | 'looked at' | 'batched' | 'paid'

interface Watched {
  world: World
  mei: Staff
  vouchers: Record<Stands, Voucher[]>
  /** What finance sees, by address. */
  look(): Promise<Map<string, string>>
}

/** Two days of a study with vouchers that stand everywhere, and two people of finance who look. */
async function watched(): Promise<Watched> {
  const world = await fresh({ smallestGroup: smallest })
  const { ports } = world
  Object.assign(ports, { metrics: { token } })
  withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
  await addVouchers(world, 26, 'issued')
  const ids = (await rowsOf<{ id: string }>(world, 'vouchers')).map(({ id }) => id)
  const claim = async (from: number, to: number, payee = (n: number) => n + 1) => {
    for (let n = from; n < to; n += 1) await claimVoucher(ports, { id: ids[n] ?? '' }, alipay(payee(n)), 'holder')
  }
  const pay = async () => approveBatch(ports, await staffAs(world, 'approver'), await frozen(world))
  await claim(0, 6)
  await pay()
  await sweepPayouts(ports)
  world.wait(day)
  await sweep(ports)
  await claim(6, 12)
  await pay()
  await claim(12, 16)
  // For accounts that have been paid: a person of finance looks at these.
  await claim(16, 18, (n) => n - 15)
  const all = await Promise.all(ids.map((id) => first(ports.db, voucherById({ id }))))
  const part = (from: number, to: number) => all.slice(from, to).flatMap((one) => one ?? [])
  const addresses = await everyAddress(world)
  let readers: Student[] = []
  let since = ''
  // Sessions end after half an hour.
  const readersNow = async () => {
    const now = ports.clock.now()
    if (now !== since) readers = [await signedIn(world, 'preparer'), await signedIn(world, 'auditor')]
    since = now
    return readers
  }
  return {
    world,
    mei: await staffAs(world, 'admin'),
    vouchers: {
      paid: part(0, 6),
      batched: part(6, 12),
      ready: part(12, 16),
      'looked at': part(16, 18),
      unclaimed: part(18, 26),
    },
    look: async () => everythingSeen(await readersNow(), addresses),
  }
}

/** An address for each page of finance: a new one that is neither here nor known to say nothing fails. */
async function everyAddress(world: World): Promise<string[]> {
  const idsIn = async (table: 'batches' | 'offers') => (await rowsOf<{ id: string }>(world, table)).map(({ id }) => id)
  const batches = await idsIn('batches')
  const samples: Record<string, string[]> = {
    '/finance/books': ['/finance/books', '/finance/books?check=now'],
    '/finance/budgets/:id': (await idsIn('offers')).map((id) => `/finance/budgets/${id}`),
    '/finance/batches/:id': batches.map((id) => `/finance/batches/${id}`),
    '/finance/batches/:id/register': batches.map((id) => `/finance/batches/${id}/register`),
    '/finance/days/:day': ['/finance/days/2026-11-23'],
    '/finance/vouchers': ['/finance/vouchers', '/finance/vouchers?state=claim_held'],
    '/finance/reports/:kind/:of/:when?': [
      '/finance/reports/closing/study-abroad',
      `/finance/reports/study/study-abroad/${month}`,
      '/finance/reports/day/alipay:CNY/2026-11-23',
    ],
  }
  const routes = world.app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/finance'))
  const paths = [...new Set(routes.map(({ path }) => path))].filter((path) => !withoutFigures.test(path))
  return paths.flatMap((path) => samples[path] ?? (path.includes(':') ? [`no sample of ${path}`] : [path]))
}

async function everythingSeen(readers: readonly Student[], addresses: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  for (const [n, reader] of readers.entries()) {
    for (const address of addresses) {
      const { status, html } = await reader.open(address)
      if (status !== 200 && status !== 403) throw new Error(`${address} answered ${status}`)
      seen.set(`${n} ${address}`, textOf(html))
    }
  }
  const [reader] = readers
  if (reader === undefined) return seen
  for (const file of posted) seen.set(file, await (await reader.post(file)).text())
  const metrics = await reader.send('/metrics', { headers: { authorization: `Bearer ${token}` } })
  seen.set('/metrics', await metrics.text())
  return seen
}

/** What finance sees to have moved, page by page. */
function moved(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].flatMap(([address, text]) => (before.get(address) === text ? [] : [address]))
}

/** How many lines of a batch wait to be sent. */
const waitingOn = (text: string) => text.split('Waiting to be sent').length

async function expectWhole({ ports }: World): Promise<void> {
  const rows = await ports.db.read(readMoney)
  for (const offerId of new Set(rows.map((row) => row.offerId))) expect(bookOf(offerId, rows).mismatches).toEqual([])
}

it('tells finance nothing at the moment of a hold, a release, a rejection, its undoing or a reward that is given up', async () => {
  const { world, mei, vouchers, look } = await watched()
  const { ports } = world
  let before = await look()
  expect(moved(before, await look()), 'looking twice').toEqual([])
  const moves: string[] = []
  const after = async (what: string) => {
    const now = await look()
    moves.push(...moved(before, now).map((address) => `${what} moved ${address}`))
    before = now
  }
  for (const stands of ['unclaimed', 'ready', 'looked at', 'paid'] as const) {
    const [one, other] = vouchers[stands]
    if (one === undefined || other === undefined) throw new Error(`no voucher is ${stands}`)
    const { id } = one
    expect(await holdResponse(ports, mei, id, 'automated')).toEqual({ done: true })
    await after(`holding one that is ${stands}`)
    expect(await releaseResponse(ports, mei, id, 'looks_genuine')).toEqual({ done: true })
    await after(`releasing one that is ${stands}`)
    await holdResponse(ports, mei, id, 'automated')
    expect(await rejectResponse(ports, mei, id, 'automated')).toEqual({ done: true })
    await after(`rejecting one that is ${stands}`)
    expect(await undoRejected(ports, mei, id)).toEqual({ done: true })
    await after(`undoing the rejection of one that is ${stands}`)
    await holdResponse(ports, mei, other.id, 'automated')
    const given = await giveUp(ports, other.respondentId)
    expect(given).toEqual(stands === 'unclaimed' || stands === 'ready' ? { done: true } : { refused: 'paying' })
    await after(`giving up one that is ${stands}`)
    await sweepReviews(ports)
    await after(`the next sweep, one being ${stands}`)
  }
  expect(moves).toEqual([])
  // Of what a batch has, five stay, and nothing else moves.
  const [batched] = vouchers.batched
  const [, batchId = ''] = (await rowsOf<{ id: string }>(world, 'batches')).map(({ id }) => id)
  const then = before
  await holdResponse(ports, mei, batched?.id ?? '', 'automated')
  await after('holding one of a batch')
  expect(moves.filter((one) => !one.includes(batchId) && !one.endsWith('/finance/payouts'))).toEqual([])
  await expectWhole(world)
  const address = `0 /finance/batches/${batchId}`
  expect([waitingOn(then.get(address) ?? ''), waitingOn(before.get(address) ?? '')]).toEqual([7, 7])
})

it('tells it nothing at that of an objection, of what is decided about it, of a withdrawal or an erasure', async () => {
  const { world, mei, vouchers, look } = await watched()
  const { ports, study } = world
  const lin = await staffAs(world, 'admin', 'Lin')
  const moves: string[] = []
  let before = await look()
  const after = async (what: string) => {
    const now = await look()
    moves.push(...moved(before, now).map((address) => `${what} moved ${address}`))
    before = now
  }
  const objected = async ({ id, respondentId }: Voucher) => {
    await holdResponse(ports, mei, id, 'automated')
    await rejectResponse(ports, mei, id, 'automated')
    world.wait(61)
    before = await look()
    expect(await objectTo(ports, study, respondentId, 'I am a person.')).toEqual({ done: true })
  }
  const decided = (voucherId: string, way: 'release' | 'reject') => {
    const reason = way === 'release' ? 'looks_genuine' : 'automated'
    const decision = { way, reason, reply: 'We have looked.' } as const
    return decideObjection(ports, lin, { studyId: study.id, voucherId }, decision)
  }
  for (const stands of ['unclaimed', 'ready', 'paid'] as const) {
    const [one, other] = vouchers[stands]
    if (one === undefined || other === undefined) throw new Error(`no voucher is ${stands}`)
    await objected(one)
    expect(await decided(one.id, 'release')).toEqual({ done: true })
    await after(`objecting for one that is ${stands}, which is upheld`)
    await objected(one)
    expect(await decided(one.id, 'reject')).toEqual({ done: true })
    await after(`objecting for one that is ${stands}, which is dismissed`)
    expect(await takeResponseBack(ports, other.respondentId, 'withdraw')).toEqual({ done: true })
    expect(await takeResponseBack(ports, other.respondentId, 'erase')).toEqual({ done: true })
    await sweepReviews(ports)
    await after(`withdrawing and erasing one that is ${stands}, and the next sweep`)
  }
  world.wait(day)
  before = await look()
  await sweepReviews(ports)
  await after('the next day, when three are final')
  expect(moves).toEqual([])
  await expectWhole(world)
})
