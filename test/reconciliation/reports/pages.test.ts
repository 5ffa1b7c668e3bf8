/** The pages of reports, walked as the people who sign. */
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../src/platform/files/xlsx-read.ts'
import { reportHash } from '../../../src/reconciliation/reports/content.ts'
import { readClosing } from '../../../src/reconciliation/reports/read-study.ts'
import { signFirst } from '../../../src/reconciliation/reports/signing/sign.ts'
import { forgetStudies } from '../../../src/survey/studies/store.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { freshStory } from '../integrity/story.ts'

const path = '/finance/reports/day/alipay%3ACNY/2026-11-23'
const fileOf = (format: 'csv' | 'xlsx') => path.replace('/reports/', `/reports/files/${format}/`)

async function signers() {
  const { world } = await freshStory()
  world.wait(24 * 60)
  return { world, omar: await signedIn(world, 'preparer'), ada: await signedIn(world, 'approver') }
}

const hashIn = (html: string) => /name="hash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''

describe('a report’s page', () => {
  it('is signed by two, stays as it was signed, and turns red when the books move', async () => {
    const { world, omar, ada } = await signers()
    expect(textOf((await omar.open('/finance/reports')).html)).toContain('Alipay CNY')
    const page = await omar.open(path)
    expect(textOf(page.html)).toContain('Some of its days have no statement in effect.')
    const missing = await omar.post(path, { hash: hashIn(page.html), note: '' })
    expect(missing.status).toBe(422)
    expect(textOf(await missing.text())).toContain('say why you are signing it anyway')
    const stale = await omar.post(path, { hash: 'f'.repeat(64), note: 'T+1 file is late' })
    expect(await stale.text()).toContain('value="T+1 file is late"')
    const first = await omar.post(path, { hash: hashIn(page.html), note: 'T+1 file is late' })
    const at = first.headers.get('location') ?? ''
    expect(at).toContain('version=1&said=signed')
    const signed = await ada.open(at)
    const second = /action="(\/finance\/reports\/signed\/report_[0-9a-z]+)"/.exec(signed.html)?.[1] ?? ''
    expect((await omar.post(second)).headers.get('location')).toContain('said=same_person')
    expect((await ada.post(second)).headers.get('location')).toContain('said=signed_second')
    const done = textOf((await ada.open(`${path}?version=1`)).html)
    expect(done).toContain('T+1 file is late')
    expect(done).toMatch(/First signature\s*Omar/)
    expect(done).toMatch(/Second signature\s*Ada/)
    expect((await ada.open(`${second}/file`)).html).toContain(`action="${second}/file"`)
    expect(await (await ada.post(`${second}/file`)).text()).toContain('"signature"')
    const taken = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
    expect(taken.filter(({ action }) => action === 'report.exported')).toMatchObject([
      { subject: second.split('/').at(-1) },
    ])

    await world.ports.db.together({
      sql: "update provider_days set fees = 7 where account_id = 'alipay:CNY'",
      values: [],
    })
    expect(textOf((await omar.open(path)).html)).toContain('The current ledger differs from what was signed.')
    const still = textOf((await omar.open(`${path}?version=1`)).html)
    expect(still).toContain('The current ledger differs from what was signed.')
    expect(still).not.toContain('CNY 0.07')
  })

  it('says of a day that is not over when it can be signed, and offers no signature before', async () => {
    const { world, omar } = await signers()
    const today = await omar.open(path.replace('2026-11-23', world.ports.clock.now().slice(0, 10)))
    expect(textOf(today.html)).toContain('It can be signed once its last day is over.')
    expect(today.html).not.toContain('name="hash"')
    expect(textOf((await omar.open(path)).html)).not.toContain('once its last day is over')
  })

  it('of a month that is not over says nothing of days that have not come', async () => {
    const { omar } = await signers()
    const { html } = await omar.open('/finance/reports/month/alipay%3ACNY/2026-11')
    expect(textOf(html)).toMatch(/Days without a statement .*– 24 November 2026 /)
    expect(textOf(html)).not.toMatch(/Days without a statement[^.]*30 November 2026 Days/)
  })

  it('names in one line what did not happen, and has a table of everything else, with a true minus', async () => {
    const { omar } = await signers()
    const { html } = await omar.open(path)
    const [, nothing = ''] = /Nothing under: ([^<]*)/.exec(html) ?? []
    const empty = nothing.split(' · ')
    expect(empty).toEqual(expect.arrayContaining(['Statements', 'Matched manually']))
    const headings = [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)
    expect(headings).toContain('Opening to closing balance')
    expect(headings.filter((heading) => empty.includes(heading ?? ''))).toEqual([])
    expect(html).toContain('CNY\u00a0\u221220.00')
  })

  it('waits where whoever may sign it second finds it, and its first signature can be taken back', async () => {
    const { omar, ada } = await signers()
    const page = await omar.open(path)
    await omar.post(path, { hash: hashIn(page.html), note: 'T+1 file is late' })
    const theirs = await ada.open('/finance/reports')
    expect(textOf(theirs.html)).toMatch(
      /Needs a second signature\s*Daily report · Alipay CNY · 23 November 2026\s*· Omar[^·]*· \d/,
    )
    expect(textOf(theirs.html)).toContain('You can sign it')
    expect(textOf((await ada.open('/finance')).html)).toContain('1 report that needs your signature')
    expect(textOf((await omar.open('/finance')).html)).not.toMatch(/reports? that needs? your signature/)
    expect(textOf((await omar.open('/finance/reports')).html)).not.toContain('You can sign it')
    // The books as they stand lead to it as well.
    expect((await ada.open(path)).html).toContain(`href="${path}?version=1"`)
    const own = await omar.open(`${path}?version=1`)
    const withdrawal = /action="([^"]+\/withdrawal)"/.exec(own.html)?.[1] ?? ''
    expect((await ada.open(`${path}?version=1`)).html).not.toContain('/withdrawal"')
    expect((await omar.post(withdrawal)).headers.get('location')).toContain('said=withdrawn')
    expect(textOf((await ada.open(`${path}?version=1`)).html)).toContain('Signature withdrawn')
    expect(textOf((await ada.open('/finance')).html)).not.toMatch(/reports? that needs? your signature/)
    expect(hashIn((await omar.open(path)).html)).not.toBe('')
  })

  it('is a CSV that no spreadsheet computes, and a workbook whose amounts are numbers and whose ids are text', async () => {
    const { world, omar } = await signers()
    await world.ports.db.together({ sql: `update attempts set reference = '=1+' || id`, values: [] })
    const csv = await (await omar.post(fileOf('csv'))).text()
    expect(csv).toContain("'=1+")
    expect(csv).not.toMatch(/(^|,)=/m)
    expect(csv).toContain(',-20.00,-2000,')
    const bytes = new Uint8Array(await (await omar.post(fileOf('xlsx'))).arrayBuffer())
    const sheet = await readXlsx(bytes, { maxRows: 1_000, maxUnzippedBytes: 1_000_000 })
    const cells = 'rows' in sheet ? sheet.rows.map((row) => row.cells) : []
    expect(cells.find((row) => row[1] === '= closing balance')?.slice(6, 9)).toEqual(['CNY', -20, '-2000'])
    expect(cells.some((row) => String(row[2]).startsWith('=1+'))).toBe(true)
  })

  it('of a study and of its closing say that they add up', async () => {
    const { omar } = await signers()
    const report = textOf((await omar.open('/finance/reports/study/study-abroad/2026-11')).html)
    expect(report).toContain('No issues found.')
    expect(report).toContain('1 November 2026 – 30 November 2026')
    const closing = textOf((await omar.open('/finance/reports/closing/study-abroad')).html)
    expect(closing).toContain('Money is still owed or on its way.')
    // Beside what is owed, so that nobody takes the one for the other.
    expect(closing).toContain('Where payments are under way, this is not all that is owed.')
    expect(closing).toContain('CNY 20,000.00')
    for (const wrong of [
      'day/alipay:CNY/2026-11',
      'day/none:CNY/2026-11-23',
      'month/alipay:CNY/2026-13',
      'closing/none',
    ]) {
      expect((await omar.get(`/finance/reports/${wrong}`)).status).toBe(404)
    }
    const inChinese = await omar.open('/finance/reports/study/study-abroad/2026-11?lang=zh-Hans')
    // Each by what it is given for, how much and where; rewards before thank-yous.
    const offers = ['预算 · 奖励¥20.00（', '预算 · 奖励HK$22.00（', '预算 · 奖励MOP$22.00（']
    const at = offers.map((offer) => textOf(inChinese.html).indexOf(offer))
    expect(at).toEqual([...at].sort((one, other) => one - other))
    expect(at[0]).toBeGreaterThan(0)
  })

  it('of the closing of a study that opened today has no day yet: it says so, and takes no signature', async () => {
    const { world, omar } = await signers()
    await world.ports.db.together({ sql: 'update studies set opens_at = ?', values: [world.ports.clock.now()] })
    forgetStudies(world.ports.db)
    const closing = await omar.open('/finance/reports/closing/study-abroad')
    expect(textOf(closing.html)).toContain('none yet: the first day, 24 November 2026, is not over')
    expect(textOf(closing.html)).toContain('It can be signed once its last day is over.')
    expect(hashIn(closing.html)).toBe('')
    const report = await readClosing(world.ports, 'study-abroad')
    if (report === undefined) throw new Error('no certificate')
    const staff = await staffAs(world, 'preparer')
    expect(await signFirst(world.ports, staff, report, reportHash(report), 'so')).toEqual({ refused: 'not_over' })
  })

  it('is for finance alone', async () => {
    const { world } = await signers()
    const mei = await signedIn(world, 'admin')
    expect((await mei.get(path)).status).toBe(403)
    const ivo = await signedIn(world, 'auditor')
    expect((await ivo.open(path)).html).not.toContain('name="hash"')
    expect((await ivo.post(path, { hash: 'x' })).status).toBe(403)
  })
})
