/** One voucher's page, walked as the people who use it. */
import { describe, expect, it } from 'vitest'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, approved, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

interface Row {
  id: string
  code_key: string
  respondent_id: string
  state: string
  replaces: string | null
}

const vouchers = (world: World) => rowsOf<Row>(world, 'vouchers')
const pathOf = async (world: World, { id, code_key }: Row) =>
  `/finance/vouchers/${await voucherReference(world.ports.keys, { id, codeKey: code_key })}`

async function paidWorld() {
  const world = await fresh()
  withAlipay(world)
  const [voucher = { id: '' }] = await claimed(world)
  await approved(world)
  world.wait(7)
  await sweepPayouts(world.ports)
  const [row] = await vouchers(world)
  if (row === undefined) throw new Error('no voucher')
  return { world, voucher, row, at: await pathOf(world, row) }
}

async function issuedWorld() {
  const world = await fresh()
  await addVouchers(world, 1, 'issued')
  const [row] = await vouchers(world)
  if (row === undefined) throw new Error('no voucher')
  return { world, row, at: await pathOf(world, row), omar: await signedIn(world, 'preparer') }
}

/** Posts a proposal and has an approver confirm it. */
async function decided(world: World, at: string, fields: Record<string, string>) {
  const omar = await signedIn(world, 'preparer')
  const ada = await signedIn(world, 'approver')
  const proposed = await omar.post(`${at}/proposals`, fields)
  expect(textOf((await omar.open(proposed.headers.get('location') ?? '')).html)).toContain('Proposed.')
  const list = (await ada.open('/finance/proposals')).html
  expect(list).toContain(`href="${at}"`)
  const proposal = /action="(\/finance\/proposals\/[^"]+)"/.exec(list)?.[1] ?? ''
  const confirmed = await ada.post(proposal, { verdict: 'confirmed' })
  expect(textOf((await ada.open(confirmed.headers.get('location') ?? '')).html)).toContain(
    'Confirmed. It is in effect.',
  )
  return omar
}

describe('the page of a voucher', () => {
  it('tells of a paid one who did what, when and under which reference, and shows its payee masked', async () => {
    const { world, voucher, at } = await paidWorld()
    const ivo = await signedIn(world, 'auditor')
    const { html } = await ivo.open(at)
    const text = textOf(html)
    const { reference } = await payoutOf(world, voucher)
    for (const expected of [
      'Batch: Approved Ada',
      'Batch: Awaiting approval Omar',
      'Payment attempt: Paid',
      'Prepared by Omar',
    ]) {
      expect(text).toContain(expected)
    }
    expect(text).toContain(reference)
    expect(text).toMatch(/Being paid Paid CNY 20\.00/)
    expect(html).not.toContain(alipay(1).fields.phone)
    expect(/<main.*/s.exec(html)?.[0]).not.toContain('<details')
  })

  it('tells of issuing and claiming not even the day, and of payment the minute', async () => {
    const { world, at } = await paidWorld()
    const text = textOf((await (await signedIn(world, 'auditor')).open(at)).html)
    expect(text).not.toMatch(/Voucher: (Issued|Claimed|Open)|Claim: Ready/)
    expect(text).toMatch(/23 November 2026, 16:07 \(?UTC\+8\)? Payment attempt: Paid/)
    // Everything of the answer's own moment is at 16:00.
    const early = [...text.matchAll(/16:00 \(?UTC\+8\)? (\w+: [\w ]+?) (?:Omar|Ada|system|holder)/g)]
    expect(early.every(([, what = '']) => /^(Batch|Payout|Claim: In a batch)/.test(what))).toBe(true)
  })

  it('says in words that nothing was paid yet, and draws no empty table', async () => {
    const { at, omar } = await issuedWorld()
    const { html } = await omar.open(at)
    expect(textOf(html)).toContain('No step of payment yet.')
    expect(html).not.toContain('<thead')
  })

  it('names nobody who answered, and nothing of what they said', async () => {
    const { world, row, at } = await paidWorld()
    const { html } = await (await signedIn(world, 'preparer')).open(at)
    const responses = await rowsOf<{ export_ref: string; seed: string }>(world, 'responses')
    expect(html).not.toContain(row.respondent_id)
    expect(html).not.toContain(row.id)
    for (const { export_ref } of responses) expect(html).not.toContain(export_ref)
    const admin = await signedIn(world, 'admin')
    expect((await admin.get(at)).status).toBe(403)
  })

  it('voids a voucher by two people', async () => {
    const { world, at } = await issuedWorld()
    const omar = await decided(world, at, { way: 'void', reason: 'organiser_decision', why: 'The study ended.' })
    const text = textOf((await omar.open(at)).html)
    expect(text).toContain('Voucher: Voided Omar')
    expect(text).toContain('The study ended.')
    expect(text).toContain('Confirmed: Ada')
    expect((await vouchers(world)).map(({ state }) => state)).toEqual(['voided'])
  })

  it('puts another in its place, and shows the new link once, behind an entry in the audit trail', async () => {
    const { world, row, at } = await issuedWorld()
    const omar = await decided(world, at, { way: 'reissue', reason: 'lost_link', why: 'Ticket 12.' })
    const next = (await vouchers(world)).find(({ replaces }) => replaces === row.id)
    if (next === undefined) throw new Error('no other voucher')
    const nextAt = await pathOf(world, next)
    expect((await omar.open(at)).html).toContain(`href="${nextAt}"`)
    expect((await omar.open(nextAt)).html).toContain('Show the link once')
    const shown = await (await omar.post(`${nextAt}/link`)).text()
    const link = /https:\/\/study\.example\.org\/v\/[0-9a-z]+/.exec(shown)?.[0] ?? ''
    const holder = new Student(world)
    const opened = await holder.post(new URL(link).pathname)
    expect(opened.status).toBe(303)
    expect(textOf((await holder.open(opened.headers.get('location') ?? '')).html)).toContain('CNY 20.00')

    const again = await omar.post(`${nextAt}/link`)
    expect(again.status).toBe(303)
    const page = await omar.open(again.headers.get('location') ?? '')
    expect(textOf(page.html)).toContain('The link has already been shown.')
    expect(textOf(page.html)).toContain('Shown to Omar')
    expect(page.html).not.toContain(new URL(link).pathname)
    const entries = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
    expect(entries.filter(({ action }) => action === 'voucher.link_shown')).toMatchObject([{ subject: next.id }])
  })

  it('shows no link of a voucher that took nobody’s place, or is claimed', async () => {
    const { world, at, omar } = await issuedWorld()
    expect((await omar.open(at)).html).not.toContain('Show the link once')
    const refused = await omar.post(`${at}/link`)
    expect(textOf((await omar.open(refused.headers.get('location') ?? '')).html)).toContain('There is no link to show.')
    expect(await rowsOf(world, 'voucher_links')).toEqual([])
  })

  it('releases a held claim by two people once the other one has ended, and not before', async () => {
    const world = await fresh()
    withAlipay(world)
    await claimed(world, 2, () => alipay(1))
    const heldId = (await rowsOf<{ voucher_id: string; state: string }>(world, 'claims')).find(
      ({ state }) => state === 'held',
    )?.voucher_id
    const row = (await vouchers(world)).find(({ id }) => id === heldId)
    if (row === undefined) throw new Error('no held claim')
    const at = await pathOf(world, row)
    const omar = await signedIn(world, 'preparer')
    await omar.post(`${at}/proposals`, { way: 'release', reason: 'checked_by_hand', why: 'Two siblings.' })
    const ada = await signedIn(world, 'approver')
    const proposal =
      /action="(\/finance\/proposals\/[^"]+)"/.exec((await ada.open('/finance/proposals')).html)?.[1] ?? ''
    const early = await ada.post(proposal, { verdict: 'confirmed' })
    expect(textOf((await ada.open(early.headers.get('location') ?? '')).html)).toContain('another claim in this study')
    const other = (await vouchers(world)).find(({ id }) => id !== heldId)
    if (other === undefined) throw new Error('no other voucher')
    await omar.post(`${await pathOf(world, other)}/proposals`, { way: 'void', reason: 'wrong_person', why: 'Mistake.' })
    for (const [, path = ''] of (await ada.open('/finance/proposals')).html.matchAll(
      /action="(\/finance\/proposals\/[^"]+)"/g,
    )) {
      await ada.post(path, { verdict: 'confirmed' })
    }
    await ada.post(proposal, { verdict: 'confirmed' })
    expect(textOf((await omar.open(at)).html)).toContain('Claim: Ready Omar')
  })

  it.each([
    [{ way: 'void', reason: 'organiser_decision', why: ' ' }, 'Choose a reason and add an explanation'],
    [{ way: 'void', reason: 'lost_link', why: 'x' }, 'Choose a reason and add an explanation'],
    [{ way: 'burn', reason: 'other', why: 'x' }, 'Choose a reason and add an explanation'],
    [{ way: 'release', reason: 'other', why: 'x' }, 'Its state has changed in the meantime.'],
  ])('refuses %j in words', async (fields, expected) => {
    const { at, omar, world } = await issuedWorld()
    const answer = await omar.post(`${at}/proposals`, fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(textOf(html)).toContain(expected)
    // What was typed is still there: in its form, or beside the reason when there is no such form.
    if (fields.way === 'void')
      expect(html).toMatch(new RegExp(`<details open[^]*?>${fields.why.trim()}\\s*</textarea>`))
    else expect(html).toContain(`<li>${fields.why}</li>`)
    expect(await rowsOf(world, 'proposals')).toEqual([])
  })

  it('says what is proposed already', async () => {
    const { at, omar } = await issuedWorld()
    const fields = { way: 'void', reason: 'other', why: 'seen twice' }
    await omar.post(`${at}/proposals`, fields)
    const again = await omar.post(`${at}/proposals`, fields)
    const html = await again.text()
    expect(textOf(html)).toContain('needs a second person')
    expect(html).toContain('<li>seen twice</li>')
    // What waits is not offered once more; what else can be proposed is.
    const offered = [...html.matchAll(/name="way" value="(\w+)"/g)].map(([, way]) => way)
    expect(offered).toEqual(['reissue'])
  })

  it.each(['approver', 'auditor'] as const)('leaves proposing and the link to preparers: %s', async (role) => {
    const { at, world } = await issuedWorld()
    const browser = await signedIn(world, role)
    expect((await browser.post(`${at}/proposals`, { way: 'void' })).status).toBe(403)
    expect((await browser.post(`${at}/link`)).status).toBe(403)
    expect((await browser.open(at)).html).not.toContain(`action="${at}`)
  })
})

describe('finding vouchers', () => {
  it('leads from a reference to its page, and says when there is none', async () => {
    const { at, omar } = await issuedWorld()
    const reference = at.split('/').at(-1) ?? ''
    const found = await omar.get(`/finance/vouchers?q=${reference.toLowerCase().replaceAll('-', '+')}`)
    expect(found.headers.get('location')).toBe(at)
    const none = await omar.get('/finance/vouchers?q=XXXX-XXXX-XXXX')
    expect([none.status, textOf(await none.text())]).toEqual([422, expect.stringContaining('Nothing was found for')])
    expect((await omar.get('/finance/vouchers/XXXX-XXXX-XXXX')).status).toBe(404)
  })

  it.each([
    ['amount=20.00&currency=CNY', true],
    ['amount=20&currency=CNY&state=open&day=2026-11-23', true],
    ['amount=20.00&currency=HKD', false],
    ['state=paid', false],
    ['state=claim_held', false],
    ['day=2026-11-22', false],
  ])('by %s', async (query, isThere) => {
    const { at, omar } = await issuedWorld()
    const { html, status } = await omar.open(`/finance/vouchers?${query}`)
    expect([status, html.includes(`href="${at}"`)]).toEqual([200, isThere])
    if (!isThere) expect(html).toContain('No vouchers found.')
  })

  it.each([
    ['amount=much', 422],
    ['amount=0.001', 422],
    ['day=tomorrow', 422],
    ['state=lost', 404],
    ['state=held', 404],
    ['state=claimed', 404],
    ['currency=%27', 404],
  ])('answers %s with %i', async (query, status) => {
    const { omar } = await issuedWorld()
    expect((await omar.get(`/finance/vouchers?${query}`)).status).toBe(status)
  })

  it('goes on from page to page with what was asked for, without an id in an address', async () => {
    const world = await fresh()
    await addVouchers(world, 57, 'issued')
    const omar = await signedIn(world, 'preparer')
    const first = (await omar.open('/finance/vouchers?state=open')).html
    const next = /href="(\/finance\/vouchers\?[^"]*before=[^"]*)#list"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('state=open')
    const second = (await omar.open(next)).html
    const back = /href="(\/finance\/vouchers\?[^"]*after=[^"]*)#list"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const [whole, again] = [first, (await omar.open(back)).html].map((html) =>
      textOf(html.slice(html.indexOf('<table'))),
    )
    expect(again?.slice(0, 400)).toBe(whole?.slice(0, 400))
    const listed = [first, second].flatMap((html) => [...html.matchAll(/href="\/finance\/vouchers\/([0-9A-Z-]+)"/g)])
    expect(new Set(listed.map(([, reference]) => reference)).size).toBe(57)
    for (const { id } of await vouchers(world)) expect(first + second).not.toContain(id.slice(2))
  })
})
