/**
 * The wall between answers and payees over a fortnight, as two insiders find it who write down everything that they see, twice
 * a day, and afterwards join what they have by every key, order, moment and count.
 *
 * A guess is a response with the vouchers among which its own must be. Chance is one in five, since what appears on the one
 * desk is one of five at the least on the other; more than three standard deviations above it fails. Without groups the same
 * ways find most of them, which is tried too: a way that finds nothing there would show nothing here.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Chance, chanceOf, seededIds } from '../../simulation/chance.ts'
import { sweep } from '../../src/app/sweep.ts'
import { holdResponse } from '../../src/journey/reviews/hold.ts'
import { rejectResponse, releaseResponse } from '../../src/journey/reviews/judge.ts'
import { approveBatch } from '../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../src/rewards/payouts/sweep.ts'
import { voucherReference } from '../../src/rewards/vouchers/voucher.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { alipay, frozen, staffAs, withAlipay } from '../support/claimed.ts'
import { fresh } from '../support/databases/fresh.ts'
import { addVouchers, made } from '../support/export-rows.ts'
import type { World } from '../support/world.ts'
import { answersLook, filteredLook, type Look, moneyByAnswers, moneyLook } from './collected.ts'

const smallest = 5
const chance = chanceOf('the wall over time')
const looksADay = 2
/** On every so many days both look at all pages, and at files alone on the others: pages are what takes long to draw. */
const daysBetweenPages = 3

interface Played {
  looks: { answers: Look; money: Look }[]
  /** The voucher of each response, which nobody knows. */
  truth: Map<string, string>
  /** What an admin saw under filters before and after money moved, and nothing else did. */
  paid: { before: Look; after: Look }[]
  /** What lists of money said by filters of answers, and without. */
  byAnswers: [said: string, plain: string][]
  /** How often somebody held a response, released it or rejected it. */
  judged: number
}

interface Season {
  days: number
  /** People who come between two looks, besides one now and then from elsewhere. */
  most: number
  /** Whether pages are looked at, or files alone. */
  pages: boolean
}

/** People come all day, claim, some are held, and they are paid twice; both desks look after every few of them. */
async function play(world: World, { days, most, pages }: Season): Promise<Played> {
  withAlipay(world)
  const looks: Played['looks'] = []
  const paid: Played['paid'] = []
  const byAnswers: Played['byAnswers'] = []
  let payee = 0
  let judged = 0
  for (let day = 0; day < days; day += 1) {
    for (let nth = 0; nth < looksADay; nth += 1) {
      for (let n = 1 + chance.pick(most); n > 0; n -= 1) {
        await addVouchers(world, 1, 'issued', { answers: { Q01: 4, Q02: 2 + chance.pick(4), Q04: 1, Q05: [1] } })
        world.wait(20)
      }
      if (chance.percent(40)) await addVouchers(world, 1, 'issued', { offer: 1, answers: { Q01: 5, Q02: 3, Q04: 2 } })
      await addTraces(world, chance)
      await sweep(world.ports)
      // Sessions end after half an hour.
      const [admin, preparer] = [await signedIn(world, 'admin'), await signedIn(world, 'preparer')]
      const isLast = pages && day === days - 1
      const opensPages = pages && day % daysBetweenPages === (days - 1) % daysBetweenPages
      const answers = await answersLook(world, admin, isLast ? 'everything' : opensPages ? 'pages' : 'file')
      looks.push({ answers, money: await moneyLook(preparer, opensPages) })
      world.wait(7 * 60)
    }
    judged += await judgeSome(world)
    const pays = day % 5 === 4
    const admin = pays && pages ? await signedIn(world, 'admin') : null
    const before = admin && (await filteredLook(admin))
    for (const { id } of await idsOf(world)) {
      payee += 1
      if (chance.percent(60)) await claimVoucher(world.ports, { id }, alipay(payee), 'holder')
    }
    if (pays) {
      await approveBatch(world.ports, await staffAs(world, 'approver'), await frozen(world))
      await sweepPayouts(world.ports)
    }
    if (admin !== null && before !== null) {
      paid.push({ before, after: await filteredLook(admin) })
      byAnswers.push(...(await moneyByAnswers(await signedIn(world, 'preparer'))))
    }
    // To the next morning (UTC).
    const now = Date.parse(world.ports.clock.now())
    world.wait(Math.ceil((86_400_000 - (now % 86_400_000)) / 60_000) + 30)
  }
  return { looks, truth: await truthOf(world), paid, byAnswers, judged }
}

/** A reviewer holds some, and releases or rejects some of those who are held, whatever became of their money. */
async function judgeSome(world: World): Promise<number> {
  const { ports } = world
  const admin = await staffAs(world, 'admin')
  const vouchers = await ports.db.read<{ id: string; state: string }>({
    sql: `select vouchers.id as "id", coalesce(reviews.state, '') as "state" from vouchers
left join reviews on reviews.id = vouchers.respondent_id where vouchers.replaces is null order by vouchers.id`,
    values: [],
  })
  let done = 0
  for (const { id, state } of vouchers) {
    if (!chance.percent(state === 'held' ? 50 : state === '' ? 6 : 0)) continue
    const ended =
      state === ''
        ? await holdResponse(ports, admin, id, 'automated')
        : chance.percent(50)
          ? await releaseResponse(ports, admin, id, 'looks_genuine')
          : await rejectResponse(ports, admin, id, 'automated')
    if ('done' in ended) done += 1
  }
  return done
}

/** Everybody who has neither yet allows that times are kept, and of some a check finds something. */
async function addTraces({ ports, study }: World, chance: Chance): Promise<void> {
  const bare = await ports.db.read<{ id: string; at: string }>({
    sql: 'select respondent_id as "id", ended_at as "at" from responses where paradata = 0',
    values: [],
  })
  for (const { id, at } of bare) {
    const pages = JSON.stringify({
      start: { ms: 20_000 + chance.pick(90_000) },
      screening: { ms: chance.pick(60_000) },
    })
    await made(ports.db, [
      { sql: 'update responses set paradata = 1 where respondent_id = ?', values: [id] },
      {
        sql: `insert into response_paradata (respondent_id, study_id, questionnaire_version, route, language, pages, network,
  ended_at, looked_at) values (?, ?, ?, 'a', 'en', ?, null, ?, 'done')`,
        values: [id, study.id, study.version, pages, at],
      },
      ...(['pace', 'copy'] as const).flatMap((family) =>
        chance.percent(30)
          ? [
              {
                sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at)
values (?, ?, ?, 30, '{}', '1', ?)`,
                values: [id, `found by ${family}`, family, at],
              },
            ]
          : [],
      ),
    ])
  }
}

const idsOf = (world: World) =>
  world.ports.db.read<{ id: string }>({ sql: `select id from vouchers where state = 'issued' order by id`, values: [] })

async function truthOf(world: World): Promise<Map<string, string>> {
  const rows = await world.ports.db.read<{ id: string; codeKey: string; ref: string }>({
    sql: `select vouchers.id as "id", vouchers.code_key as "codeKey", responses.export_ref as "ref"
from vouchers join responses on responses.respondent_id = vouchers.respondent_id`,
    values: [],
  })
  return new Map(
    await Promise.all(rows.map(async (row) => [row.ref, await voucherReference(world.ports.keys, row)] as const)),
  )
}

let grouped: Played
let bare: Played

async function world(smallestGroup: number): Promise<World> {
  const made = await fresh({ smallestGroup })
  made.ports.ids = seededIds(made.ports.clock, chance)
  return made
}

beforeAll(async () => {
  grouped = await play(await world(smallest), { days: 14, most: 7, pages: true })
  bare = await play(await world(1), { days: 8, most: 2, pages: false })
  expect(grouped.judged).toBeGreaterThan(10)
})

interface Guess {
  ref: string
  among: string[]
}

const currencyOf = (row: Record<string, string>) => (row.Q04 === '2' ? 'HKD' : 'CNY')
const daysOf = (day = '') => [day.split('/')[0] ?? '', day.split('/').at(-1) ?? ''] as const

/** At which look each reference was there first. */
function firstSeen(looks: readonly Look[], file: string, name: string): Map<string, number> {
  const first = new Map<string, number>()
  looks.forEach((one, at) => {
    for (const row of one.files.get(file) ?? []) {
      const reference = row[name] ?? ''
      if (!first.has(reference)) first.set(reference, at)
    }
  })
  return first
}

/** Each way to join what both have, by its name. */
function guessesOf({ looks }: Played): Record<'days' | 'moments' | 'counts' | 'orders', Guess[]> {
  const [last] = looks.slice(-1)
  if (last === undefined) throw new Error('nobody looked')
  const responses = last.answers.files.get('csv') ?? []
  const vouchers = last.money.files.get('vouchers') ?? []
  const arrived = firstSeen(
    looks.map((one) => one.answers),
    'csv',
    'response',
  )
  const made = firstSeen(
    looks.map((one) => one.money),
    'vouchers',
    'voucher',
  )
  const nameOf = (row: Record<string, string>) => row.voucher ?? ''
  const inCurrency = (row: Record<string, string>) => vouchers.filter(({ currency }) => currency === currencyOf(row))

  const days = responses.map((row): Guess => {
    const [from, to] = daysOf(row.day)
    const among = inCurrency(row).filter((one) => daysOf(one.day)[1] >= from && daysOf(one.day)[0] <= to)
    return { ref: row.response ?? '', among: among.map(nameOf) }
  })
  const moments = responses.map((row): Guess => {
    const at = arrived.get(row.response ?? '')
    return {
      ref: row.response ?? '',
      among: inCurrency(row)
        .map(nameOf)
        .filter((one) => made.get(one) === at),
    }
  })
  // As many responses as appear at once are taken for the vouchers that have waited longest.
  const counts: Guess[] = []
  for (const currency of ['CNY', 'HKD']) {
    const mine = responses.filter((row) => currencyOf(row) === currency)
    const waiting = vouchers
      .filter((row) => row.currency === currency)
      .map(nameOf)
      .sort((a, b) => (made.get(a) ?? 0) - (made.get(b) ?? 0))
    for (let at = 0; at < looks.length; at += 1) {
      const here = mine.filter(({ response = '' }) => arrived.get(response) === at)
      const among = waiting.splice(0, here.length)
      counts.push(...here.map(({ response = '' }) => ({ ref: response, among })))
    }
  }
  // Those of one group of days are put beside those of the same days, one by one, by every order that there is.
  const orders: Guess[] = []
  const groups = Map.groupBy(days, ({ among }) => [...among].sort().join(' '))
  const ordersOf = (side: 'answers' | 'money') =>
    looks.slice(-3).flatMap((one) => [...one[side].orders.values()].filter((order) => order.length > 1))
  for (const group of groups.values()) {
    for (const own of ordersOf('answers')) {
      for (const other of ordersOf('money')) {
        const refs = own.filter((ref) => group.some((guess) => guess.ref === ref))
        const names = other.filter((name) => group[0]?.among.includes(name))
        refs.forEach((ref, at) => {
          const name = names[at]
          if (name !== undefined && names.length >= smallest) orders.push({ ref, among: [name] })
        })
      }
    }
  }
  return { days, moments, counts, orders }
}

/** How many guesses there are, and how many of them are right. */
function judged({ truth }: Played, guesses: readonly Guess[]): { made: number; right: number } {
  const some = guesses.filter(({ among }) => among.length > 0)
  const right = some.filter(({ ref, among }) => among[chance.pick(among.length)] === truth.get(ref))
  return { made: some.length, right: right.length }
}

/** So many are right by chance at the most, but for one run in a thousand. */
const mostByChance = (made: number, odds = 1 / smallest) => made * odds + 3 * Math.sqrt(made * odds * (1 - odds))

const ways = ['days', 'moments', 'counts', 'orders'] as const

describe('two who compare all that they were shown in a fortnight', () => {
  it('see most responses, and every voucher', () => {
    const { looks, truth } = grouped
    const last = looks.at(-1)
    expect(truth.size).toBeGreaterThan(90)
    expect(last?.money.files.get('vouchers')?.length).toBe(truth.size)
    expect(last?.answers.files.get('csv')?.length).toBeGreaterThan(truth.size - 30)
    expect(last?.answers.figures.size).toBeGreaterThan(100)
  })

  it.each(ways)('join no response with its voucher by %s more often than chance', (way) => {
    const { made, right } = judged(grouped, guessesOf(grouped)[way])
    if (way !== 'moments') expect(made).toBeGreaterThan(60)
    // Which of some vouchers of the same days it is depends on nothing that stands in order.
    expect(right).toBeLessThanOrEqual(mostByChance(made))
  })

  it.each(['moments', 'counts'] as const)('would join most of them by %s, were they shown one by one', (way) => {
    const { made, right } = judged(bare, guessesOf(bare)[way])
    expect(made).toBeGreaterThan(10)
    expect(right).toBeGreaterThan(mostByChance(made))
  })

  it('find no word of the one in what the other has, but for days', () => {
    const wordsOf = (look: Look) =>
      new Set([
        ...[...look.files.values()].flat().flatMap((row) => Object.values(row)),
        ...[...look.orders.values()].flat(),
      ])
    for (const { answers, money } of grouped.looks) {
      const others = wordsOf(money)
      const shared = [...wordsOf(answers)].filter((word) => word.length > 4 && others.has(word))
      expect(shared.filter((word) => !/^[\d-]{10}(\/[\d-]{10})?$/.test(word))).toEqual([])
    }
  })

  it('see nothing move on the desk of answers while people finish, but how many have begun', () => {
    const moved = new Set<string>()
    let quiet = 0
    for (const [at, { answers, money }] of grouped.looks.entries()) {
      const before = grouped.looks[at - 1]
      // Where files alone were looked at, no figure is there to have moved.
      if (answers.figures.size === 0 || before?.answers.figures.size === 0) continue
      const isQuiet = before?.answers.files.get('csv')?.length === answers.files.get('csv')?.length
      if (before === undefined || !isQuiet) continue
      if (before.money.files.get('vouchers')?.length !== money.files.get('vouchers')?.length) quiet += 1
      for (const [words, text] of answers.figures) {
        // A day says how many have begun, which is of this moment, and at its end how many are complete.
        const shortened = (whole: string) => (/\/live \d+ \w+ \d{4}/.test(words) ? whole.split(' ').at(-1) : whole)
        const earlier = before.answers.figures.get(words)
        if (earlier !== undefined && shortened(earlier) !== shortened(text)) moved.add(words)
      }
    }
    expect(quiet).toBeGreaterThan(3)
    const ofBegun =
      /^\/admin(\/studies\/study-abroad(\/questionnaire|\/live)?)? (As of|Started|In progress|Under way|.* XLSForm)/
    expect([...moved].filter((words) => !ofBegun.test(words))).toEqual([])
  })

  it('see no figure under any filter of answers move with claims and payments', () => {
    expect(grouped.paid.length).toBeGreaterThan(1)
    for (const { before, after } of grouped.paid) {
      expect(before.figures.size).toBeGreaterThan(100)
      expect([...after.figures].filter(([words, text]) => before.figures.get(words) !== text)).toEqual([])
    }
  })

  it('find no list of money that is told apart by answers', () => {
    expect(grouped.byAnswers.length).toBeGreaterThan(5)
    for (const [said, plain] of grouped.byAnswers) expect(said).toBe(plain)
    expect(grouped.byAnswers.some(([, plain]) => /paid|claimed/i.test(plain))).toBe(true)
  })
})
