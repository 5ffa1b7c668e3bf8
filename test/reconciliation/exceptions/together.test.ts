/** Several exceptions of one class are closed in the same way: looked at on one page, proposed with one note, confirmed at once. */
import { expect, it } from 'vitest'
import { proposeClosing } from '../../../src/reconciliation/exceptions/actions.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'

const selection = '/finance/exceptions/selection'
const day = 24 * 60

/** So many payouts that our books have as paid and a statement of their days does not know. */
async function missing(count: number) {
  const { world } = await paidWorld(count)
  await uploadStatement(world, [filledUp], {}, { claims: { fromDay: '2026-11-22', toDay: '2026-11-24' } })
  world.wait(3 * day)
  await sweepStatements(world.ports)
  const ids = (await open(world)).flatMap(({ id, class: name }) => (name === 'missing_at_provider' ? [id] : []))
  expect(ids).toHaveLength(count)
  return { world, ids }
}

const asked = (ids: readonly string[]) => `class=missing_at_provider&${ids.map((id) => `exception=${id}`).join('&')}`
const fields = (ids: readonly string[], more: Record<string, string> = {}) => ({
  class: ['missing_at_provider'],
  exception: [...ids],
  ...Object.fromEntries(
    Object.entries({ action: 'book', shown: 'book', note: 'bank letter 12', ...more }).map(([name, it]) => [
      name,
      [it],
    ]),
  ),
})
const boxes = (html: string) => html.match(/<input type="checkbox"[^>]*>/g) ?? []
const listed = '/finance/exceptions?class=missing_at_provider'

it('select all, look at each with its postings, propose once, and another person confirms once', async () => {
  const { world, ids } = await missing(3)
  const omar = await signedIn(world, 'preparer')
  expect(boxes((await omar.open('/finance/exceptions')).html)).toEqual([])
  const list = (await omar.open(`${listed}&select=all`)).html
  expect(boxes(list).filter((box) => box.includes(' checked'))).toHaveLength(3)
  const page = await omar.post(`${selection}/look`, fields(ids))
  const html = await page.text()
  expect(html.match(/<h4>What is booked for the account<\/h4>/g)).toHaveLength(3)
  expect(textOf(html)).toContain('Propose all 3')
  const done = await omar.post(selection, fields(ids))
  expect(done.headers.get('location')).toBe(`${listed}&proposed=3`)
  const after = (await omar.open(`${listed}&proposed=3`)).html
  expect(textOf(after)).toContain('3 proposed. Another person has to confirm them.')
  expect(after.match(/Waiting for a second person/g)).toHaveLength(3)
  expect(boxes(after)).toEqual([])
  expect(await open(world)).toHaveLength(3)

  const ada = await signedIn(world, 'approver')
  const waiting = await ada.open('/finance/proposals?kind=exception_closed&select=all')
  expect(boxes(waiting.html).filter((box) => box.includes(' checked'))).toHaveLength(3)
  const proposals = (await rowsOf<{ id: string; reason: string }>(world, 'proposals')).filter(
    ({ reason }) => reason === 'bank letter 12',
  )
  const all = proposals.map(({ id }) => id)
  const together = await ada.open(
    `/finance/proposals/selection?kind=exception_closed&${all.map((id) => `proposal=${id}`).join('&')}`,
  )
  expect(together.html.match(/<h4>What is booked for the account<\/h4>/g)).toHaveLength(3)
  const posted = { proposal: all, verdict: ['confirmed'], kind: ['exception_closed'] }
  const confirmed = await ada.post('/finance/proposals/selection', posted)
  expect(confirmed.headers.get('location')).toBe('/finance/proposals?decided=3&kind=exception_closed')
  expect(await open(world)).toEqual([])
  await expectBooksToBalance(world)
})

it('what is refused is said line by line, the rest is done, and the note stays', async () => {
  const { world, ids } = await missing(3)
  const [first = ''] = ids
  const omar = await signedIn(world, 'preparer')
  const faster = await staffAs(world, 'preparer', 'Bo')
  await proposeClosing(world.ports, faster, first, { action: 'reopen' }, 'ticket 1')
  const done = await omar.post(selection, fields(ids))
  const html = await done.text()
  expect(done.status).toBe(422)
  expect(textOf(html)).toContain('2 proposed. Another person has to confirm them. Not done, each with its reason')
  expect(textOf(html)).toContain('A proposal about it is already pending.')
  expect(html).toMatch(/name="note"[^>]*>bank letter 12<\/textarea>/)
  expect(await rowsOf(world, 'proposals')).toHaveLength(3)
})

it.each([
  ['a note that is too long', { note: 'x'.repeat(501) }, 422, 'Add a note first'],
  ['another action than was shown', { action: 'reopen' }, 200, 'Reopen the voucher'],
])('nothing is proposed with %s, and the note stays', async (_, more, status, expected) => {
  const { world, ids } = await missing(2)
  const omar = await signedIn(world, 'preparer')
  const done = await omar.post(selection, fields(ids, more))
  const html = await done.text()
  expect(done.status).toBe(status)
  expect(textOf(html)).toContain(expected)
  expect(html).toMatch(new RegExp(`name="note"[^>]*>${'note' in more ? more.note : 'bank letter 12'}</textarea>`))
  expect(await rowsOf(world, 'proposals')).toEqual([])
})

it('whoever cannot work on exceptions is offered none of it', async () => {
  const { world, ids } = await missing(2)
  for (const role of ['approver', 'auditor'] as const) {
    const person = await signedIn(world, role)
    const { html } = await person.open(`${listed}&select=all`)
    expect(boxes(html)).toEqual([])
    expect(html).not.toContain(selection)
    expect((await person.get(`${selection}?${asked(ids)}`)).status).toBe(403)
    expect((await person.post(selection, fields(ids))).status).toBe(403)
  }
  expect(await rowsOf(world, 'proposals')).toEqual([])
})

it('what moves no money is closed by one person, all at once', async () => {
  const { world, attempts } = await paidWorld(2)
  const late = movementsOf(attempts).map((one) => ({ ...one, at: '2026-11-25T08:00:00.000Z' }))
  await uploadStatement(world, [filledUp, ...late])
  const ids = (await open(world)).flatMap(({ id, class: name }) => (name === 'late' ? [id] : []))
  expect(ids).toHaveLength(2)
  const omar = await signedIn(world, 'preparer')
  const done = await omar.post(selection, { ...fields(ids, { action: 'keep', shown: 'keep' }), class: ['late'] })
  expect(done.headers.get('location')).toBe('/finance/exceptions?class=late&closed=2')
  expect(textOf((await omar.open('/finance/exceptions?class=late&closed=2')).html)).toContain('2 closed.')
  expect((await open(world)).filter(({ class: name }) => name === 'late')).toEqual([])
})
