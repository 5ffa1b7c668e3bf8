import { afterEach, beforeEach, expect, it } from 'vitest'
import { signedIn } from '../staff/accounts/member.ts'
import { records } from '../support/parse-csv.ts'
import { Student } from '../support/student.ts'
import { type World, world } from '../support/world.ts'

const people = 50

let here: World
let answers: Record<string, string>[]
let labelled: Record<string, string>[]
let vouchers: Record<string, string>[]
let order: string[]

beforeEach(async () => {
  here = await world()
  order = []
  for (let seed = 1; seed <= people; seed += 1) {
    const student = new Student(here, seed)
    await student.complete({ Q02: 3, Q04: 1 })
    order.push(student.respondentId)
    here.wait(seed % 10 === 0 ? 5 * 60 : 3)
  }
  const admin = await signedIn(here, 'admin')
  const finance = await signedIn(here, 'preparer')
  answers = records(await (await admin.post('/admin/studies/study-abroad/responses.csv')).text())
  labelled = records(await (await admin.post('/admin/studies/study-abroad/responses.csv?labels=en')).text())
  vouchers = records(await (await finance.post('/finance/vouchers.csv')).text())
})
afterEach(() => here.close())

it('answers and money share nothing but the day', async () => {
  expect([answers.length, labelled.length, vouchers.length]).toEqual([people, people, people])
  const seenByAdmins = new Set([...answers, ...labelled].flatMap(Object.values))
  const seenByFinance = new Set(vouchers.flatMap(Object.values))
  const shared = [...seenByAdmins].filter((cell) => seenByFinance.has(cell))
  const days = new Set(vouchers.map(({ day }) => day))
  expect(days.size).toBeGreaterThan(1)
  expect(new Set(shared)).toEqual(days)

  // Nor does either show a key of the database, or a part of one, by which a copy of it would join them.
  const keys = await here.ports.db.read<Record<string, string>>({
    sql: `select vouchers.id as voucher, vouchers.respondent_id as respondent, responses.export_ref as ref
      from vouchers join responses on responses.respondent_id = vouchers.respondent_id`,
    values: [],
  })
  const adminsText = JSON.stringify([answers, labelled])
  const financeText = JSON.stringify(vouchers)
  for (const { voucher = '', respondent = '', ref = '' } of keys) {
    for (const id of [voucher, respondent]) {
      const [, tail = ''] = id.split('_')
      for (const part of [tail.slice(0, 9), tail.slice(9)]) {
        expect(adminsText.toLowerCase()).not.toContain(part)
        expect(financeText.toLowerCase().replaceAll('-', '')).not.toContain(part)
      }
    }
    expect(financeText.toLowerCase().replaceAll('-', '')).not.toContain(ref)
  }
  for (const text of [adminsText, financeText]) expect(text).not.toMatch(/\d\d:\d\d/)

  // Neither order says anything of who came when: ranks that were drawn at random correlate by less than this, but
  // for about once in a hundred thousand runs.
  const byRef = new Map(keys.map((row) => [row.ref, order.indexOf(row.respondent ?? '')]))
  const admins = answers.map(({ response = '' }) => byRef.get(response) ?? -1)
  expect(Math.abs(correlation(admins))).toBeLessThan(0.65)

  const { voucherReference } = await import('../../src/rewards/vouchers/voucher.ts')
  const made = await here.ports.db.read<{ id: string; codeKey: string; respondent: string }>({
    sql: 'select id, code_key as "codeKey", respondent_id as respondent from vouchers',
    values: [],
  })
  const byReference = new Map<string, number>()
  for (const row of made) byReference.set(await voucherReference(here.ports.keys, row), order.indexOf(row.respondent))
  const finances = vouchers.map(({ voucher = '' }) => byReference.get(voucher) ?? -1)
  for (const day of days) {
    const ofDay = finances.filter((_, at) => vouchers[at]?.day === day)
    const inTime = [...ofDay].sort((a, b) => a - b)
    if (ofDay.length >= 12) expect(ofDay).not.toEqual(inTime)
  }
  // Row by row, the one order says nothing of the other: within a day, which of its answers is which of its vouchers.
  const [biggest] = [...days].sort((a, b) => countOf(b) - countOf(a))
  const ofAdmins = admins.filter((_, at) => answers[at]?.day === biggest)
  const ofFinance = finances.filter((_, at) => vouchers[at]?.day === biggest)
  expect(new Set(ofAdmins)).toEqual(new Set(ofFinance))
  expect(ofAdmins.filter((who, at) => who === ofFinance[at]).length).toBeLessThan(ofAdmins.length / 2)
})

const countOf = (day: string | undefined) => vouchers.filter((row) => row.day === day).length

/** Of the values with their places: 1 when they only rise, -1 when they only fall. */
function correlation(values: number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [both, one, other] = [0, 0, 0]
  values.forEach((value, at) => {
    both += (at - middle) * (value - mean)
    one += (at - middle) ** 2
    other += (value - mean) ** 2
  })
  return both / Math.sqrt(one * other)
}
