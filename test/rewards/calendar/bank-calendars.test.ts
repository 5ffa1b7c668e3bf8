/** The calendars of banks, seen and changed on the calendar's pages, and followed by the files that go to them. */
import { describe, expect, it } from 'vitest'
import type { Payee } from '../../../src/ports.ts'
import { linesToPay } from '../../../src/rewards/batches/hand-out.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { approved, claimedFor, issued, staffAs } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { manualPayer } from '../../support/payer.ts'
import type { Student } from '../../support/student.ts'

const closing = { day: '2026-12-23', kind: 'closed', reason: 'abm.org.mo, list of 2026' }

async function confirmFirst(browser: Student): Promise<string> {
  const waiting = await browser.open('/finance/proposals')
  const [address = ''] = /\/finance\/proposals\/proposal_\w+/.exec(waiting.html) ?? []
  await browser.post(address, { verdict: 'confirmed' })
  return textOf(waiting.html)
}

describe('the calendar of the banks of a place', () => {
  it('is reached from ours, and says of each closed day where it is announced', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    const ours = await omar.open('/finance/calendar')
    expect(ours.html).toContain('href="/finance/calendar/2026?calendar=mo"')
    expect(ours.html).toMatch(
      /14 February 2026<\/th><td>working day, slow<\/td><td><span lang="">gov.cn content_7047091</,
    )
    const macao = await omar.open('/finance/calendar/2026?calendar=mo')
    const text = textOf(macao.html)
    expect(text).toContain('Calendar 2026: banks in Macao')
    expect(macao.html).toMatch(
      /21 December 2026<\/th><td>banks closed<\/td><td><span lang="">gov\.mo\/zh-hans\/\?p=820123 abm\.org\.mo</,
    )
    expect(text).not.toContain('worked out from the law')
    expect(textOf((await omar.open('/finance/calendar/2027?calendar=mo')).html)).toContain('worked out from the law')
    expect(text).not.toContain('no payment goes out')
    expect(macao.html).not.toContain('name="slow"')
    expect(macao.html).toContain('action="/finance/calendar/2026?calendar=mo"')
    expect(macao.html).toContain('href="/finance/calendar/2027?calendar=mo"')
  })

  it('is changed by two people, and a bank is asked to pay on another day from then on', async () => {
    const world = await fresh({ now: '2026-12-20T02:00:00.000Z' })
    world.ports.payers = [manualPayer()]
    const payee: Payee = { channel: 'bank', fields: { bank: 'BNU', account: '9012345678', name: 'Chan Tai Man' } }
    await claimedFor(world, await issued(world, 1, { place: 3 }), payee)
    const batch = await approved(world, { provider: 'manual', channel: 'bank', currency: 'MOP' })
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    await omar.post(`/finance/batches/${batch}/instruction`)
    // A Sunday, a day in lieu and Winter Solstice come first.
    const toPay = async () => linesToPay(world.ports, await staffAs(world, 'preparer'), batch)
    expect(await toPay()).toMatchObject({ day: '2026-12-20', payOn: '2026-12-23' })
    expect((await omar.post('/finance/calendar/2026?calendar=mo', closing)).headers.get('location')).toContain(
      'proposed',
    )
    expect(await confirmFirst(ada)).toContain('Macao: 23 December 2026: working day → banks closed')
    // Christmas Eve and Christmas, and a weekend.
    expect(await toPay()).toMatchObject({ day: '2026-12-20', payOn: '2026-12-28' })
    const changed = await ada.open('/finance/calendar/2026?calendar=mo')
    expect(changed.html).toMatch(
      /23 December 2026<\/th><td>banks closed<\/td><td><span lang="">abm.org.mo, list of 2026</,
    )
    for (const other of ['', '?calendar=hk']) {
      expect((await ada.open(`/finance/calendar/2026${other}`)).html).not.toContain('list of 2026')
    }
  })

  it('of a year that is missing is published with its own name, and money goes out meanwhile', async () => {
    const world = await fresh()
    const [omar, ada] = [await signedIn(world, 'preparer'), await signedIn(world, 'approver')]
    const missing = textOf((await omar.open('/finance/calendar/2028?calendar=hk')).html)
    expect(missing).toContain('Until 2028 is published, banks in Hong Kong are asked to pay on working days')
    const form = await omar.open('/finance/calendar/2028/publish?calendar=hk')
    expect(textOf(form.html)).toContain('Hong Kong: Publish the calendar of 2028')
    expect(form.html).toContain('action="/finance/calendar/2028/publish?calendar=hk"')
    expect(form.html).not.toContain('name="slow"')
    const year = { closed: '01-01, 04-14', working: '', source: 'gov.hk 2028' }
    expect((await omar.post('/finance/calendar/2028/publish?calendar=hk', year)).status).toBe(303)
    expect(await confirmFirst(ada)).toContain('Hong Kong: Publish 2028: 2 closed days')
    const published = await ada.open('/finance/calendar/2028?calendar=hk')
    expect(published.html).toMatch(/14 April 2028<\/th><td>banks closed<\/td><td><span lang="">gov.hk 2028</)
    expect((await ada.open('/finance/calendar/2028')).html).toContain('2028 is not published')
  })

  it('is missed on the desk where an offer pays its currency', async () => {
    const omar = await signedIn(await fresh({ now: '2027-12-01T02:00:00.000Z' }), 'preparer')
    const desk = textOf((await omar.open('/finance')).html)
    expect(desk).toContain('The 2028 calendar of banks in Hong Kong is not published, and begins in 31 days.')
    expect(desk).toContain('The 2028 calendar of banks in Macao is not published, and begins in 31 days.')
  })

  it('is not there under another name', async () => {
    const omar = await signedIn(await fresh(), 'preparer')
    for (const path of ['2026?calendar=tw', '2026/publish?calendar=', '?calendar=cn&calendar=hk']) {
      expect((await omar.open(`/finance/calendar${path.startsWith('?') ? '' : '/'}${path}`)).status, path).toBe(404)
    }
    expect((await omar.post('/finance/calendar/2026?calendar=tw', closing)).status).toBe(404)
  })
})
