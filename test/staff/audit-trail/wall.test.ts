/**
 * The wall between answers and payees, as an admin and an auditor find it who lay the trail beside what each of them did and
 * saw: the admin knows which response they decided about at which minute, the auditor at which minute each voucher was made.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sweep } from '../../../src/app/sweep.ts'
import { timeOfId } from '../../../src/platform/time/id-time.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import { type World, world } from '../../support/world.ts'
import { signedIn } from '../accounts/member.ts'

const people = 15

let here: World
/** When the reader of money first saw each voucher. */
const made = new Map<string, number>()
/** When each decision was made, or was to act by itself, by the response's reference. */
const decided: { ref: string; at: number }[] = []
/** The file of the trail, and its page, as the auditor has them. */
let trail: Record<string, string>[] = []
let page = ''

beforeAll(async () => {
  here = await world({ smallestGroup: 5 })
  for (let n = 0; n < people; n += 1) {
    here.wait(3 + (n % 4))
    await addVouchers(here, 1, 'issued', { answers: { Q01: 4, Q02: 3, Q04: 1 } })
    const { html } = await (await signedIn(here, 'preparer')).open('/finance/vouchers')
    for (const [, name = ''] of html.matchAll(/\/finance\/vouchers\/([0-9A-Z-]{14})"/g)) {
      if (!made.has(name)) made.set(name, now())
    }
  }
  here.wait(24 * 60)
  await sweep(here.ports)
  const { html } = await (await signedIn(here, 'admin')).open('/admin/reviews')
  const refs = [...new Set([...html.matchAll(/\/admin\/reviews\?ref=([0-9a-z]{13})"/g)].map(([, ref = '']) => ref))]
  for (const [n, ref] of refs.slice(0, 8).entries()) {
    await decide(ref, 'hold', 'careless_answers')
    await decide(
      ref,
      ...((n % 2 === 0 ? ['release', 'looks_genuine'] : ['reject', 'careless_answers']) as [string, string]),
    )
  }
  // Nobody objects, and what is final goes with the first turn of another day.
  for (let days = 0; days < 18; days += 1) {
    here.wait(24 * 60)
    await sweep(here.ports)
  }
  const auditor = await signedIn(here, 'auditor')
  trail = records((await (await auditor.post('/admin/audit.csv')).text()).replace(/^\uFEFF/, ''))
  page = (await auditor.open('/admin/audit')).html
})
afterAll(() => here.close())

const now = () => Date.parse(here.ports.clock.now())

/** What an admin does, each thing in a minute of its own. */
async function decide(ref: string, way: string, reason: string): Promise<void> {
  here.wait(2)
  const admin = await signedIn(here, 'admin')
  expect((await admin.post(`/admin/reviews/${ref}/${way}`, { reason })).status).toBe(303)
  decided.push({ ref, at: now() })
}

/** Every moment that an id in an entry tells, beyond when the entry was written. */
function momentsIn(entry: Record<string, string>): number[] {
  const ids = [entry.actor, entry.subject].flatMap((text = '') => text.split(' '))
  return ids.flatMap((id) => (/^(staff|study)/.test(id) ? [] : (timeOfId(id) ?? [])))
}

it('no entry of a moment at which an admin decided names a moment at which a voucher was made', async () => {
  expect(made.size).toBe(people)
  expect(decided.length).toBe(16)
  const rows = await here.ports.db.read<{ id: string; codeKey: string; ref: string }>({
    sql: `select vouchers.id as "id", vouchers.code_key as "codeKey", responses.export_ref as "ref"
from vouchers join responses on responses.respondent_id = vouchers.respondent_id`,
    values: [],
  })
  const truth = new Map<string, string>()
  for (const row of rows) truth.set(row.ref, await voucherReference(here.ports.keys, row))
  const linked = decided.flatMap(({ ref, at }) => {
    const moments = trail.filter((entry) => Date.parse(entry.at ?? '') === at).flatMap(momentsIn)
    // Whoever takes eight minutes began eight minutes before their voucher was made.
    const names = [...made].filter(([, seen]) => moments.some((one) => one === seen || one === seen - 8 * 60_000))
    return names.map(([name]) => (truth.get(ref) === name ? 'right' : 'wrong'))
  })
  expect(linked).toEqual([])
})

it('what admins did is in it, each decision under one word for the same response, and no step of a voucher that follows it', async () => {
  const actions = new Set(trail.map(({ action = '' }) => action))
  for (const action of ['review.held', 'review.accepted', 'review.rejected', 'review.final']) {
    expect(actions).toContain(action)
  }
  expect([...actions].filter((action) => action.startsWith('voucher.'))).toEqual([])
  const [finalOne] = trail.filter(({ action }) => action === 'review.final')
  const same = trail.filter(({ subject }) => subject === finalOne?.subject)
  expect(same.map(({ action }) => action)).toEqual(['review.held', 'review.rejected', 'review.final'])
})

it('a decision is one entry, so that how many there are says nothing of the voucher', async () => {
  const entries = await rowsOf<{ at: string; action: string }>(here, 'audit_entries')
  for (const { at } of decided) {
    const mine = entries.filter((one) => Date.parse(one.at) === at && !/^(staff|sign_in)/.test(one.action))
    expect(mine.map(({ action }) => action.split('.')[0])).toEqual(['review'])
  }
})

it('an id is found as it is shown', async () => {
  const [{ subject = '' } = {}] = trail.filter(({ action }) => action === 'review.final')
  expect(subject).toMatch(/^r_…[0-9a-z]{12}$/)
  const auditor = await signedIn(here, 'auditor')
  const { html } = await auditor.open(`/admin/audit?${new URLSearchParams({ subject })}`)
  expect(html.match(/<tr role="row">/g)).toHaveLength(1 + 3)
  const none = await auditor.open(`/admin/audit?${new URLSearchParams({ subject: `${subject.slice(0, -1)}!` })}`)
  expect(none.html).toContain('Clear one of them')
})

it('no page or file of it has an id of a respondent', async () => {
  const ids = (await rowsOf<{ id: string }>(here, 'respondents')).map(({ id }) => id)
  const text = page + JSON.stringify(trail)
  expect(ids.filter((id) => text.includes(id))).toEqual([])
})
