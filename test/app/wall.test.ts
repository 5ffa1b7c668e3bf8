/**
 * The wall between answers and payees, as two insiders find it who compare everything they see and do.
 *
 * A guess is a response together with the voucher that they take for its own: whatever appeared or changed on the other
 * desk beside something that was done on this one, within the days and the currency that both know. The statistic is how
 * often they are right. Chance is one in five, since whatever is shown is one of five at the least; more than three
 * standard deviations above it fails (one run in a thousand would, were it drawn; everything here is from a seed).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, seededIds } from '../../simulation/chance.ts'
import { sweep } from '../../src/app/sweep.ts'
import { approveBatch } from '../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { voucherReference } from '../../src/rewards/vouchers/voucher.ts'
import { alipay, frozen, staffAs, withAlipay } from '../support/claimed.ts'
import { fresh } from '../support/databases/fresh.ts'
import { addVouchers } from '../support/export-rows.ts'
import type { World } from '../support/world.ts'
import { answersSeen, changed, type Insiders, insiders, moneySeen, type Seen } from './insiders.ts'

const smallest = 5
const chance = chanceOf('the wall')

interface Guess {
  ref: string
  among: string[]
}

let here: World
let both: Insiders
/** The voucher's reference of each response, which the insiders do not know. */
const truth = new Map<string, string>()
const guesses: Record<'arrived' | 'held' | 'stopped' | 'paid' | 'fate' | 'files', Guess[]> = {
  arrived: [],
  held: [],
  stopped: [],
  paid: [],
  fate: [],
  files: [],
}
/** What an act of one desk changed on the other: nothing at all is the aim. */
const crossings: string[] = []
let places: [number, number][] = []
let vouchers: Record<string, string>[] = []

const currencyOf = (place: string) => (place === '2' ? 'HKD' : 'CNY')

beforeAll(async () => {
  here = await fresh({ smallestGroup: smallest })
  withAlipay(here)
  const raw = Uint8Array.from({ length: 32 }, (_, i) => i)
  const named = await here.ports.keys.secrets.macKey('fixed', raw)
  here.ports.keys = { ...here.ports.keys, codes: { newest: named, all: [named] } }
  here.ports.ids = seededIds(here.ports.clock, chance)
  both = await insiders(here)
  await play()
})
afterAll(() => here.close())

/** The pages that count answers, as they are shown and as they are printed, by their addresses. */
async function figuresSeen(): Promise<Seen> {
  const views = new Map<string, string>()
  const parts = [
    '',
    '?status=all',
    '/weights?t.Q03.1=50&t.Q03.2=50',
    '/crosses?rows=Q03&columns=Q06',
    '/flows',
    '/compare',
  ]
  for (const path of ['/live', '/soft-launch', ...parts.map((part) => `/insights${part}`)]) {
    const { status, html } = await both.admin.open(`/admin/studies/${here.study.slug}${path}`)
    expect(status, path).toBe(200)
    views.set(path, html)
  }
  return { views, order: [] }
}

/** Days of a study: people come, some claim, finance pays, the admin holds, and both look after everything that happens. */
async function play(): Promise<void> {
  let money = await moneySeen(both)
  let answers = await answersSeen(both)
  let payee = 0
  /** Where the admin knows each to stand, and those that were ever held. */
  const stands = new Map<string, string>()
  const held = new Set<string>()
  for (let day = 0; day < 9; day += 1) {
    both = await insiders(here)
    answers = await answersSeen(both)
    const newVouchers = new Set<string>()
    for (const [count, offer, Q04] of [
      [day === 5 ? 2 : 7, 0, 1],
      [day % 3, 1, 2],
    ] as const) {
      for (let n = 0; n < count; n += 1) {
        await addVouchers(here, 1, chance.percent(15) ? 'held' : 'issued', { offer, answers: { Q02: 3, Q04 } })
        here.wait(7)
        const [moneyNow, answersNow] = [await rowsOnly('money'), await rowsOnly('answers')]
        const [voucher] = moneyNow.filter((name) => !money.views.has(name) && !newVouchers.has(name))
        const [response] = answersNow.filter((name) => !answers.views.has(name))
        if (voucher !== undefined) newVouchers.add(voucher)
        // One appears beside the other.
        if (voucher !== undefined && response !== undefined) guesses.arrived.push({ ref: response, among: [voucher] })
      }
    }
    await learnTruth()
    // Most people claim, each for an account of their own, and some for one that is in use.
    for (const { id, state } of await vouchersIn('issued')) {
      if (state === 'issued' && chance.percent(65)) {
        payee += 1
        await claimVoucher(here.ports, { id }, alipay(chance.percent(10) ? 1 : payee), 'holder')
      }
    }
    await sweep(here.ports)
    ;[money, answers] = [await moneySeen(both), await answersSeen(both)]

    // Finance pays, and the admin looks what moves.
    if (day % 3 === 2) {
      const batchId = await frozen(here)
      await approveBatch(here.ports, await staffAs(here, 'approver'), batchId)
      const [afterBatch, moneyThen] = [await answersSeen(both), await moneySeen(both)]
      for (const ref of changed(answers, afterBatch)) crossings.push(`approving changed what is said of ${ref}`)
      // Just before it is sent, the admin holds one of those that are in it; finance looks what was sent and what was not.
      const inBatch = new Set(await waitingIn(batchId))
      const stopped = afterBatch.rows
        .map(({ response = '' }) => response)
        .find((ref) => inBatch.has(truth.get(ref) ?? ''))
      if (stopped !== undefined && afterBatch.views.get(stopped)?.includes('Accepted')) {
        await both.admin.post(`/admin/reviews/${stopped}/hold`, { reason: 'automated' })
        stands.set(stopped, 'hold')
        held.add(stopped)
        for (const ref of changed(moneyThen, await moneySeen(both))) crossings.push(`holding ${stopped} changed ${ref}`)
      }
      answers = await answersSeen(both)
      const figures = await figuresSeen()
      await sweepPayouts(here.ports)
      for (const page of changed(figures, await figuresSeen())) crossings.push(`paying changed ${page}`)
      if (stopped !== undefined && held.has(stopped)) {
        guesses.stopped.push({ ref: stopped, among: await waitingIn(batchId) })
      }
      const afterPaid = await answersSeen(both)
      for (const ref of changed(answers, afterPaid)) {
        crossings.push(`paying changed what is said of ${ref}`)
        guesses.paid.push({ ref, among: [...changed(money, moneyThen)] })
      }
      ;[money, answers] = [await moneySeen(both), afterPaid]
    }

    // The admin holds, releases and rejects, and finance looks what moves.
    const shown = answers.rows.map(({ response = '' }) => response)
    for (let n = 0; n < 2 && shown.length > 0; n += 1) {
      const ref = shown[chance.pick(shown.length)] ?? ''
      const isHeld = stands.get(ref) === 'hold' || answers.views.get(ref)?.includes('Held')
      if (stands.get(ref) === 'reject') continue
      const way = isHeld ? (chance.percent(50) ? 'release' : 'reject') : 'hold'
      const reason = way === 'release' ? 'looks_genuine' : 'careless_answers'
      const response = await both.admin.post(`/admin/reviews/${ref}/${way}`, { reason })
      const page = await both.admin.open(response.headers.get('location') ?? '')
      stands.set(ref, way)
      if (way === 'hold') held.add(ref)
      answers = await answersSeen(both)
      const moneyNow = await moneySeen(both)
      const moved = changed(money, moneyNow)
      if (moved.size > 0) crossings.push(`${way} of ${ref} changed ${[...moved].join()}`)
      if (moved.size > 0) guesses.held.push({ ref, among: [...moved] })
      // The same words, wherever the money is.
      words.add(`${way} ${/class="notice[^>]*>([^<]*)/.exec(page.html)?.[1]?.trim()}`)
      money = moneyNow
      await sweep(here.ports)
    }
    here.wait(24 * 60 - 7 * newVouchers.size)
    await sweep(here.ports)
  }
  both = await insiders(here)
  ;[money, answers] = [await moneySeen(both), await answersSeen(both)]
  vouchers = money.rows
  compareFiles(money.rows, answers.rows)
  for (const { ref, among } of guesses.files.filter((guess) => held.has(guess.ref))) {
    const open = new Set(money.rows.filter(({ state }) => state === 'open').map(({ voucher = '' }) => voucher))
    guesses.fate.push({ ref, among: among.filter((name) => open.has(name)) })
  }
  places = answers.order.flatMap((ref, at): [number, number][] => {
    const place = money.order.indexOf(truth.get(ref) ?? '')
    return place < 0 ? [] : [[at, place]]
  })
}

/** What finance sees to be waiting in a batch. */
async function waitingIn(batchId: string): Promise<string[]> {
  const { html } = await both.preparer.open(`/finance/batches/${batchId}`)
  const rows = [...html.matchAll(/<tr\b[^>]*>.*?<\/tr>/gs)]
    .map(([row]) => row)
    .filter((row) => /Waiting to be sent/.test(row))
  return rows.flatMap((row) => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(row)?.[0] ?? [])
}

const words = new Set<string>()

async function rowsOnly(of: 'money' | 'answers'): Promise<string[]> {
  if (of === 'money') {
    const { html } = await both.preparer.open('/finance/vouchers')
    return [...new Set([...html.matchAll(/\/finance\/vouchers\/([0-9A-Z-]{14})"/g)].map(([, name = '']) => name))]
  }
  const { html } = await both.admin.open('/admin/reviews')
  return [...new Set([...html.matchAll(/\/admin\/reviews\?ref=([0-9a-z]{13})"/g)].map(([, name = '']) => name))]
}

const vouchersIn = (state: string) =>
  here.ports.db.read<{ id: string; state: string }>({
    sql: 'select id, state from vouchers where state = ? order by id',
    values: [state],
  })

async function learnTruth(): Promise<void> {
  const rows = await here.ports.db.read<{ id: string; codeKey: string; ref: string }>({
    sql: `select vouchers.id as "id", vouchers.code_key as "codeKey", responses.export_ref as "ref"
from vouchers join responses on responses.respondent_id = vouchers.respondent_id`,
    values: [],
  })
  for (const row of rows) truth.set(row.ref, await voucherReference(here.ports.keys, row))
}

/** The two files alone: the same days and the same currency. */
function compareFiles(money: Record<string, string>[], answers: Record<string, string>[]): void {
  for (const { response = '', day = '', Q04 = '' } of answers) {
    const [from = '', to = from] = day.split('/')
    const among = money.filter((row) => {
      const [first = '', last = first] = row.day?.split('/') ?? []
      return last >= from && first <= to && row.currency === currencyOf(Q04)
    })
    guesses.files.push({ ref: response, among: among.map(({ voucher = '' }) => voucher) })
  }
}

describe('an admin and a colleague of finance who compare everything', () => {
  it('see most responses, and never fewer than five of a currency in their days', () => {
    expect(guesses.files.length).toBeGreaterThan(40)
    expect(truth.size - guesses.files.length).toBeLessThan(2 * smallest + 8)
    for (const { ref, among } of guesses.files) {
      expect(among.length, `${ref} is one of ${among.length}`).toBeGreaterThanOrEqual(smallest)
      expect(among).toContain(truth.get(ref))
    }
  })

  it('find no day and currency in a file that fewer than five vouchers have', () => {
    const cells = new Map<string, number>()
    for (const { day = '', currency = '' } of vouchers) {
      if (!day.includes('/')) cells.set(`${day} ${currency}`, (cells.get(`${day} ${currency}`) ?? 0) + 1)
    }
    expect([...cells].filter(([, count]) => count < smallest)).toEqual([])
    expect(new Set(vouchers.map(({ day }) => day)).size).toBeGreaterThan(3)
    expect(vouchers.filter(({ day }) => day?.includes('/')).length).toBeGreaterThan(0)
    // Nor does a line's place tell what its day does not: a week stands behind its last day.
    const ends = vouchers.map(({ day = '' }) => day.split('/').at(-1) ?? '')
    expect(ends).toEqual([...ends].sort())
  })

  it('see nothing move on one desk for what is done on the other', () => {
    expect(crossings).toEqual([])
    expect(guesses.arrived).toEqual([])
    // Whatever has become of the money, each act is answered in the words that are its own.
    expect([...words].sort()).toEqual(
      [...new Map([...words].map((sentence) => [sentence.split(' ')[0], sentence])).values()].sort(),
    )
    expect(words.size).toBeGreaterThan(1)
  })

  it('see that some of a batch are not sent, and never fewer than five of them', () => {
    expect(guesses.stopped.length).toBeGreaterThan(1)
    for (const { ref, among } of guesses.stopped) {
      expect(among).toContain(truth.get(ref))
      expect(among.length, `${ref} is one of ${among.length}`).toBeGreaterThanOrEqual(smallest)
    }
  })

  it('link no response to its voucher more often than chance', () => {
    const all = Object.values(guesses)
      .flat()
      .filter(({ among }) => among.length > 0)
    let right = 0
    for (const { ref, among } of all) if (among[chance.pick(among.length)] === truth.get(ref)) right += 1
    const likely = all.length / smallest
    expect(all.length).toBeGreaterThan(40)
    expect(right).toBeLessThanOrEqual(likely + 3 * Math.sqrt(likely * (1 - 1 / smallest)))
  })

  it('learn nothing from the order of their lists', () => {
    const n = places.length
    const mean = (of: 0 | 1) => places.reduce((sum, pair) => sum + pair[of], 0) / n
    const centred = places.map(([x, y]): [number, number] => [x - mean(0), y - mean(1)])
    const sum = (one: 0 | 1, other: 0 | 1) => centred.reduce((all, pair) => all + pair[one] * pair[other], 0)
    // Ranks drawn at random correlate by less than three times one over the root of their number.
    expect(Math.abs(sum(0, 1) / Math.sqrt(sum(0, 0) * sum(1, 1)))).toBeLessThan(3 / Math.sqrt(n))
  })
})
