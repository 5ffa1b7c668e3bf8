/**
 * The wall between answers and payees while people use their rights: they object, withdraw, have everything erased, give a held
 * reward up, or let their voucher expire. An admin and a colleague of finance see what their own pages and files show, act by
 * their own buttons, look before and behind whatever is done, and afterwards join all of it.
 *
 * A guess is a response with the vouchers among which its own must be. Chance is one in five, since what appears on the one desk
 * is one of five at the least on the other; more than three standard deviations above it fails.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { chanceOf, seededIds } from '../../../simulation/chance.ts'
import { sweep } from '../../../src/app/sweep.ts'
import { objectTo } from '../../../src/journey/reviews/objections/object.ts'
import { giveUp } from '../../../src/journey/rights/give-up.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { formatDate } from '../../../src/platform/i18n/format.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { expiryOf } from '../../../src/rewards/vouchers/deadline.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { answersLists, type Look, moneyLook } from '../../app/collected.ts'
import { moneySeen } from '../../app/insiders.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { alipay, withAlipay } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { addVouchers, made } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'

const smallest = 5
const chance = chanceOf('the wall over rights')
const days = 12

type Right = 'objected' | 'withdrawn' | 'erased' | 'given up'

interface Guess {
  ref: string
  among: string[]
}

/** How often each right was used, and how many vouchers expired. */
const done: Record<Right | 'expired' | 'upheld' | 'dismissed', number> = {
  objected: 0,
  withdrawn: 0,
  erased: 0,
  'given up': 0,
  expired: 0,
  upheld: 0,
  dismissed: 0,
}
/** What an act on the one side changed on the other: nothing is the aim. */
const crossings: string[] = []
/** On how many days something else stands there than the day before. */
const moved = { answers: 0, money: 0 }
/** How many vouchers of an offer expired at once. */
const freed: number[] = []
const guesses: Record<'moments' | 'dates' | 'oddities', Guess[]> = { moments: [], dates: [], oddities: [] }
/** The voucher of each response, which nobody knows. */
const truth = new Map<string, string>()

interface Row {
  respondent: string
  voucher: string
  ref: string
  codeKey: string
  response: string
  state: string
  judged: string
}

const rowsOf = ({ ports }: World) =>
  ports.db.read<Row>({
    sql: `select vouchers.respondent_id as "respondent", vouchers.id as "voucher", vouchers.code_key as "codeKey",
vouchers.state as "state", responses.export_ref as "ref", responses.state as "response", coalesce(reviews.state, '') as "judged"
from vouchers join responses on responses.respondent_id = vouchers.respondent_id
left join reviews on reviews.id = vouchers.respondent_id where vouchers.replaces is null order by vouchers.id`,
    values: [],
  })

/** How many vouchers of each offer have expired. */
async function expiredOf({ ports }: World): Promise<Map<string, number>> {
  const counted = await ports.db.read<{ offer: string; count: number }>({
    sql: `select offer_id as "offer", count(*) as "count" from vouchers where state = 'expired' group by offer_id`,
    values: [],
  })
  return new Map(counted.map(({ offer, count }) => [offer, Number(count)]))
}

/** Everything that one look says otherwise than another, by the place where it stands. */
function differences(before: Look, after: Look): string[] {
  const flat = ({ files, figures }: Look) =>
    new Map([...figures, ...[...files].map(([name, rows]) => [name, JSON.stringify(rows)] as const)])
  const [one, other] = [flat(before), flat(after)]
  const places = new Set([...one.keys(), ...other.keys()])
  return [...places]
    .filter((place) => one.get(place) !== other.get(place))
    .map((place) => `${place}: ${one.get(place)?.slice(0, 200)} -> ${other.get(place)?.slice(0, 200)}`)
}

/** What both know of a response's voucher: its currency and its days. */
function candidates(row: Record<string, string>, vouchers: readonly Record<string, string>[]): string[] {
  const daysOf = (day = '') => [day.split('/')[0] ?? '', day.split('/').at(-1) ?? ''] as const
  const [from, to] = daysOf(row.day)
  const currency = row.Q04 === '2' ? 'HKD' : 'CNY'
  return vouchers
    .filter((one) => one.currency === currency && daysOf(one.day)[1] >= from && daysOf(one.day)[0] <= to)
    .map(({ voucher = '' }) => voucher)
}

const fileOf = (look: Look, name: string) => look.files.get(name) ?? []

beforeAll(async () => {
  const world = await fresh({
    smallestGroup: smallest,
    study: (study) => ({ ...study, settings: { ...study.settings, voucherDays: 4, graceDays: 1 } }),
  })
  world.ports.ids = seededIds(world.ports.clock, chance)
  withAlipay(world)
  const { ports, study } = world
  /** All that was ever known of each response that was shown, and on which days something came of it. */
  const shown = new Map<string, { row: Record<string, string>; acted: Set<string> }>()
  const act = (ref: string, day: string) => shown.get(ref)?.acted.add(day)
  let payee = 0
  let moneyBefore: Look | null = null
  let answersBefore: Look | null = null
  for (let day = 0; day < days; day += 1) {
    const today = ports.clock.now().slice(0, 10)
    const [admin, second] = [await signedIn(world, 'admin'), await signedIn(world, 'admin', 'Mia')]
    const [preparer, approver] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    const pays = day % 3 === 2
    const answers = await answersLists(admin, pays)
    const money = await moneyLook(preparer, true)
    for (const row of fileOf(answers, 'csv')) {
      const ref = row.response ?? ''
      if (!shown.has(ref)) shown.set(ref, { row, acted: new Set() })
    }
    // Whatever came or went on the one desk since yesterday is put beside what changed on the other.
    if (answersBefore !== null && moneyBefore !== null) {
      if (differences(answersBefore, answers).length > 0) moved.answers += 1
      if (differences(moneyBefore, money).length > 0) moved.money += 1
      const linesOf = (look: Look) =>
        new Map(fileOf(look, 'vouchers').map((row) => [row.voucher ?? '', JSON.stringify(row)]))
      const [then, now] = [linesOf(moneyBefore), linesOf(money)]
      const changed = [...now].filter(([name, line]) => then.get(name) !== line).map(([name]) => name)
      const before = new Map(fileOf(answersBefore, 'csv').map((row) => [row.response ?? '', row]))
      const after = new Map(fileOf(answers, 'csv').map((row) => [row.response ?? '', row]))
      for (const [ref, row] of before) {
        if (JSON.stringify(row) === JSON.stringify(after.get(ref))) continue
        act(ref, today)
        const possible = candidates(row, fileOf(money, 'vouchers'))
        guesses.moments.push({ ref, among: possible.filter((name) => changed.includes(name)) })
      }
    }
    ;[answersBefore, moneyBefore] = [answers, money]

    // People use their rights. The desk of money sees nothing of it, nor of what is decided then.
    for (const { respondent, response, judged, state } of await rowsOf(world)) {
      let right: Right | null = null
      let ended: object = { refused: 'nothing' }
      if (judged === 'rejected' && chance.percent(60)) {
        right = 'objected'
        ended = await objectTo(ports, study, respondent, 'That is wrong')
      } else if (judged === 'held' && state === 'held' && chance.percent(25)) {
        right = 'given up'
        ended = await giveUp(ports, respondent)
      } else if (response === 'complete' && judged !== 'held' && judged !== 'objected' && chance.percent(4)) {
        right = chance.percent(50) ? 'withdrawn' : 'erased'
        ended = await takeResponseBack(ports, respondent, right === 'withdrawn' ? 'withdraw' : 'erase')
      }
      if (right !== null && 'done' in ended) done[right] += 1
    }
    // The admin decides by the buttons of the pages, about what the pages list.
    const waiting = (await rowsOf(world)).filter(({ judged }) => judged === 'held' || judged === 'objected')
    const listed = [...shown.keys()]
    const reviewed = [...waiting.map(({ ref }) => ref), ...[1, 2].map(() => listed[chance.pick(listed.length)] ?? '')]
    for (const ref of new Set(reviewed.filter((one) => shown.has(one)))) {
      const { html } = await admin.open(`/admin/reviews?ref=${ref}`)
      const form = (way: string) => html.includes(`/admin/reviews/${ref}/${way}"`)
      if (form('reject') && chance.percent(80)) {
        const way = chance.percent(70) ? 'reject' : 'release'
        await admin.post(`/admin/reviews/${ref}/${way}`, {
          reason: way === 'reject' ? 'careless_answers' : 'looks_genuine',
        })
        act(ref, today)
      } else if (form('hold') && chance.percent(50)) {
        await admin.post(`/admin/reviews/${ref}/hold`, { reason: 'automated' })
        act(ref, today)
      } else if (/objected/i.test(html)) {
        const opened = await (await second.post(`/admin/reviews/${ref}`)).text()
        const seen = /name="n" value="(\d+)"/.exec(opened)?.[1]
        if (seen === undefined) continue
        const way = chance.percent(50) ? 'uphold' : 'dismiss'
        const response = await second.post(`/admin/reviews/${ref}/${way}`, {
          n: seen,
          [`reason_${way}`]: way === 'uphold' ? 'looks_genuine' : 'careless_answers',
          reply: 'Looked at again',
        })
        if (response.status === 303) done[way === 'uphold' ? 'upheld' : 'dismissed'] += 1
        act(ref, today)
      }
    }
    const afterwards = await moneyLook(preparer, true)
    crossings.push(...differences(money, afterwards).map((what) => `rights and reviews of day ${day} changed ${what}`))

    // Deadlines pass, people claim, and finance pays by its own buttons: the desk of answers sees nothing of that.
    const beforeMoney = await answersLists(admin, pays)
    for (const { voucher, state } of await rowsOf(world)) {
      if (state !== 'issued' || !chance.percent(30)) continue
      payee += 1
      await claimVoucher(ports, { id: voucher }, alipay(payee), 'holder')
    }
    if (pays) {
      const fields = { studyId: study.id, channel: 'alipay', currency: 'CNY', provider: 'alipay' }
      const at = (await preparer.post('/finance/batches', fields)).headers.get('location')?.split('?')[0]
      await approver.post(`${at}/approvals`)
      await sweepPayouts(ports)
    }
    crossings.push(
      ...differences(beforeMoney, await answersLists(admin, pays)).map((what) => `money of day ${day} changed ${what}`),
    )

    for (const [count, offer, Q04] of [
      [4 + chance.pick(4), 0, 1],
      [chance.pick(3), 1, 2],
    ] as const) {
      for (let n = 0; n < count; n += 1) {
        await addVouchers(world, 1, chance.percent(12) ? 'held' : 'issued', { offer, answers: { Q02: 3, Q04 } })
      }
    }
    await made(ports.db, [
      {
        sql: `update vouchers set expires_at = ? where expires_at is null and state = 'issued'`,
        values: [expiryOf(study.settings, ports.clock.now())],
      },
    ])
    world.wait(24 * 60)
    const wereOut = await expiredOf(world)
    await sweep(ports)
    const areOut = await expiredOf(world)
    for (const [offer, count] of areOut)
      if (count > (wereOut.get(offer) ?? 0)) freed.push(count - (wereOut.get(offer) ?? 0))
  }
  done.expired = freed.reduce((sum, count) => sum + count, 0)
  for (const row of await rowsOf(world)) {
    truth.set(row.ref, await voucherReference(ports.keys, { id: row.voucher, codeKey: row.codeKey }))
  }

  // In the end both lay down everything that is said of each voucher and was said of each response.
  const preparer = await signedIn(world, 'preparer')
  const { views, rows } = await moneySeen({ preparer, admin: preparer, approver: preparer })
  const plain = (name: string) => (views.get(name) ?? '').replaceAll(name, '').replace(/\d+/g, '#').replace(/\s+/g, ' ')
  const daysSaid = (name: string) => new Set((views.get(name) ?? '').match(/\b\d{1,2} \w+ \d{4}\b|\d{4}-\d\d-\d\d/g))
  for (const [ref, { row, acted }] of shown) {
    if (acted.size === 0) continue
    const among = candidates(row, rows)
    const written = [...acted].flatMap((day) => [day, formatDate(day, 'en')])
    const dated = among.filter((name) => written.some((day) => daysSaid(name).has(day)))
    if (dated.length < among.length) guesses.dates.push({ ref, among: dated })
    // Of whom less is said in common with the others is taken for who did something.
    const groups = [...Map.groupBy(among, plain).values()].sort((a, b) => a.length - b.length)
    if (groups.length > 1) guesses.oddities.push({ ref, among: groups[0] ?? [] })
  }
})

describe('an admin and a colleague of finance while people use their rights', () => {
  it('see each right used, and deadlines that pass', () => {
    for (const [what, times] of Object.entries(done)) expect(times, what).toBeGreaterThan(0)
    expect(truth.size).toBeGreaterThan(60)
    // What is compared is not blind: from one day to the next something moves on each desk.
    expect(moved.answers).toBeGreaterThan(days / 2)
    expect(moved.money).toBeGreaterThan(days / 2)
  })

  it('see nothing move on the one desk for what is done on the other', () => {
    expect(crossings).toEqual([])
  })

  it('see what nobody claimed come free in groups alone', () => {
    expect(Math.min(...freed)).toBeGreaterThanOrEqual(smallest)
  })

  it.each(['moments', 'dates', 'oddities'] as const)(
    'join no response with its voucher by %s more often than chance',
    (way) => {
      const all = guesses[way].filter(({ among }) => among.length > 0)
      if (way !== 'moments') expect(all.length).toBeGreaterThan(5)
      const right = all.filter(({ ref, among }) => among[chance.pick(among.length)] === truth.get(ref)).length
      const likely = all.length / smallest
      expect(right).toBeLessThanOrEqual(likely + 3 * Math.sqrt(likely * (1 - 1 / smallest)))
    },
  )
})
