/** The pages of the calendar and of what takes two people, without scripts. */
import { describe, expect, it } from 'vitest'
import { fresh } from '../../support/databases/fresh.ts'
import type { Student } from '../../support/student.ts'
import { signedIn } from '../accounts/member.ts'

const closing = { day: '2026-12-24', kind: 'closed', slow: '0', reason: 'The bank told us' }
const year = {
  closed: '01-01\n02-05..02-11',
  working: '02-20',
  slow: '01-18..02-24',
  source: 'gov.cn <2027>',
}

/** The address that the first waiting proposal's buttons post to. */
async function firstWaiting(browser: Student): Promise<string> {
  const { html } = await browser.open('/finance/proposals')
  const found = /action="(\/finance\/proposals\/[^"]+)"/.exec(html)?.[1]
  if (found === undefined) throw new Error('nothing is waiting')
  return found
}

const press = async (browser: Student, path: string, verdict: string) => {
  const response = await browser.post(path, { verdict })
  const location = response.headers.get('location')
  return location === null
    ? { status: response.status, html: await response.text() }
    : { status: response.status, html: (await browser.open(location)).html }
}

describe('a day of the calendar', () => {
  it('is proposed by the preparer, confirmed by the approver, and closed from then on', async () => {
    const world = await fresh()
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    const before = await omar.open('/finance/calendar/2026?day=2026-12-24')
    expect(before.html).toContain('value="2026-12-24"')
    expect(before.html).not.toMatch(/day-closed"[^>]*><a[^>]*>24</)
    const made = await omar.post('/finance/calendar/2026', closing)
    expect([made.status, made.headers.get('location')]).toEqual([303, '/finance/proposals?said=proposed'])

    const theirs = await omar.open('/finance/proposals?said=proposed')
    expect(theirs.html).toContain('Proposed. Another person has to confirm it.')
    expect(theirs.html).toContain('value="withdrawn"')
    expect(theirs.html).not.toContain('value="confirmed"')
    const waiting = await ada.open('/finance/proposals')
    expect(waiting.html).toContain('24 December 2026: working day → closed')
    expect(waiting.html).toContain('The bank told us')
    expect(waiting.html).toContain('Proposed by Omar on 23 November 2026')
    expect(waiting.html).not.toContain('value="withdrawn"')

    const done = await press(ada, await firstWaiting(ada), 'confirmed')
    expect(done.html).toContain('Confirmed. It is in effect.')
    expect(done.html).toContain('Nothing is pending')
    const after = await omar.open('/finance/calendar/2026')
    expect(after.html).toMatch(/<td class="day-closed"><a href="[^"]*2026-12-24#day"/)
    expect(after.html).toContain('Changed days')
  })

  it('is not proposed by an approver or an auditor, who see no form', async () => {
    const world = await fresh()
    for (const role of ['approver', 'auditor'] as const) {
      const browser = await signedIn(world, role)
      const { html, status } = await browser.open('/finance/calendar')
      expect(status).toBe(200)
      expect(html).not.toContain('name="reason"')
      expect(html).not.toContain('?day=')
      expect((await browser.post('/finance/calendar/2026', closing)).status).toBe(403)
      expect((await browser.post('/finance/calendar/2027/publish', year)).status).toBe(403)
    }
    expect(await world.ports.db.read({ sql: 'select * from proposals', values: [] })).toEqual([])
  })

  it.each([
    [{ day: '2026-11-22' }, 'That day is over'],
    [{ day: '2027-01-04' }, 'That year is not published'],
    [{ day: '24.12.' }, 'Please enter a day'],
    [{ kind: 'working' }, 'The day is already set that way'],
    [{ kind: 'open' }, 'Please fill this in'],
    [{ reason: ' ' }, 'Please fill this in'],
    [{ reason: 'x'.repeat(501) }, 'Up to 500 characters'],
  ])('asked for wrongly (%j) is refused at its field, with what was typed', async (wrong, expected) => {
    const omar = await signedIn(await fresh(), 'preparer')
    const response = await omar.post('/finance/calendar/2026', { ...closing, ...wrong })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(expected)
    expect(html).toContain('aria-invalid="true"')
    if (!('reason' in wrong)) expect(html).toContain('value="The bank told us"')
  })

  it('that waits already cannot be proposed twice', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    expect((await omar.post('/finance/calendar/2026', closing)).status).toBe(303)
    const again = await omar.post('/finance/calendar/2026', closing)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('already waiting for a decision')
  })
})

describe('a year that is missing', () => {
  it('is said loudly with what it blocks, on its own page and on this year’s', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    const missing = await omar.open('/finance/calendar/2027')
    expect(missing.html).toMatch(/role="alert"><h2>2027 is not published/)
    expect(missing.html).toContain('Nothing is known from 1 January 2027 on, so no payment goes out on a day of 2027')
    expect(missing.html).toContain('href="/finance/calendar/2027/publish"')
    const now = await omar.open('/finance/calendar')
    expect(now.html).toContain('Payments stop in 39 days.')
  })

  it('is published by two people, who see it whole before', async () => {
    const world = await fresh()
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    expect((await omar.post('/finance/calendar/2027/publish', year)).status).toBe(303)
    const waiting = await ada.open('/finance/proposals')
    expect(waiting.html).toContain('Publish 2027: 8 closed days, 1 working days at weekends.')
    expect(waiting.html).toContain('gov.cn &lt;2027&gt;')
    const preview = await ada.open(`${await firstWaiting(ada)}/calendar`)
    expect(preview.html.match(/<td class="day-closed/g)).toHaveLength(8)
    expect(preview.html.match(/<td class="day-extra day-slow/g)).toHaveLength(1)
    await press(ada, await firstWaiting(ada), 'confirmed')
    const published = await ada.open('/finance/calendar/2027')
    expect(published.html.match(/<td class="day-closed/g)).toHaveLength(8)
    expect(published.html).toContain('Published by: Omar · Ada')
    expect((await ada.open('/finance/calendar')).html).not.toContain('Payments stop')
  })

  it.each([
    [{ closed: '' }, 'Every year has public holidays'],
    [{ closed: '02-30' }, '“02-30” is not a day or range'],
    [{ working: '02-19' }, '2027-02-19 is not at a weekend'],
    [{ working: '02-06' }, '2027-02-06 is both closed and working'],
    [{ slow: 'winter' }, '“winter” is not a day or range'],
    [{ source: '' }, 'Please fill this in'],
  ])('listed wrongly (%j) is refused, with what was typed', async (wrong, expected) => {
    const omar = await signedIn(await fresh(), 'preparer')
    const response = await omar.post('/finance/calendar/2027/publish', { ...year, ...wrong })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(expected)
    if (!('slow' in wrong)) expect(html).toContain('01-18..02-24</textarea>')
  })

  it('that is over, or far off, has no page', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    for (const other of [2025, 2030]) expect((await omar.open(`/finance/calendar/${other}`)).status).toBe(404)
    expect((await omar.open('/finance/calendar/2029')).status).toBe(200)
  })

  it('that is published already is not published over', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    const response = await omar.post('/finance/calendar/2026/publish', year)
    expect(await response.text()).toContain('That year is already published')
  })
})

describe('a proposal', () => {
  it('is withdrawn by who made it, and declined by the approver, who may not withdraw it', async () => {
    const world = await fresh()
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    await omar.post('/finance/calendar/2026', closing)
    const first = await firstWaiting(omar)
    expect((await press(ada, first, 'withdrawn')).html).toContain('Only the person who proposed it can withdraw it.')
    expect((await press(omar, first, 'withdrawn')).html).toContain('Withdrawn. Nothing has changed.')
    await omar.post('/finance/calendar/2026', closing)
    const second = await firstWaiting(ada)
    expect((await press(ada, second, 'declined')).html).toContain('Declined. Nothing has changed.')
    const late = await press(ada, second, 'confirmed')
    expect(late.html).toContain('This has already been decided')
    expect(late.html.match(/<dl/g)).toHaveLength(2)
    expect((await omar.open('/finance/calendar/2026')).html).not.toContain('Changed days')
  })

  it('is decided by no preparer, no auditor and nobody from another page', async () => {
    const world = await fresh()
    const omar = await signedIn(world, 'preparer')
    await omar.post('/finance/calendar/2026', closing)
    const path = await firstWaiting(omar)
    const others = [await signedIn(world, 'preparer', 'Pia'), await signedIn(world, 'auditor'), omar]
    for (const browser of others) {
      expect((await press(browser, path, 'confirmed')).status).toBe(403)
      expect((await press(browser, path, 'declined')).status).toBe(403)
    }
    const ada = await signedIn(world, 'approver')
    expect((await press(ada, path, 'maybe')).status).toBe(403)
    const elsewhere = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }
    const forged = await ada.send(path, { method: 'POST', body: 'verdict=confirmed', headers: elsewhere })
    expect(forged.status).toBe(403)
    expect(await world.ports.db.read({ sql: 'select * from decisions', values: [] })).toEqual([])
    expect((await press(ada, '/finance/proposals/none', 'confirmed')).html).toContain('There is no such proposal.')
  })

  it('about a day that went by says so, and can be declined', async () => {
    const world = await fresh()
    const omar = await signedIn(world, 'preparer')
    await omar.post('/finance/calendar/2026', { ...closing, day: '2026-11-23' })
    world.wait(9 * 60)
    const ada = await signedIn(world, 'approver')
    const path = await firstWaiting(ada)
    expect((await press(ada, path, 'confirmed')).html).toContain('The day is over and can no longer be changed.')
    expect((await press(ada, path, 'declined')).html).toContain('Declined.')
  })

  it('of long ago is found page by page, there and back', async () => {
    const world = await fresh()
    const omar = await signedIn(world, 'preparer')
    for (let i = 0; i < 26; i++) {
      world.wait(1)
      await omar.post('/finance/calendar/2026', { ...closing, reason: `reason ${i}.` })
      await press(omar, await firstWaiting(omar), 'withdrawn')
    }
    const newest = await omar.open('/finance/proposals')
    expect(newest.html.match(/<dl/g)).toHaveLength(25)
    expect(newest.html).not.toContain('reason 0.')
    const older = /href="(\/finance\/proposals\?before=[^"]+)"/.exec(newest.html)?.[1] ?? ''
    const oldest = await omar.open(older)
    expect(oldest.html.match(/<dl/g)).toHaveLength(1)
    expect(oldest.html).toContain('reason 0.')
    const back = /rel="prev" href="([^"]+)"/.exec(oldest.html)?.[1] ?? ''
    expect((await omar.open(back)).html.match(/<dl/g)).toHaveLength(25)
  })
})
