import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NewStudy } from '../../../src/journey/setup/open-study.ts'
import { readOfferBooks } from '../../../src/reconciliation/desk/offer-books.ts'
import { vouchersFile } from '../../../src/rewards/voucher-desk/vouchers-file.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { addResponse, addVouchers } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const held = (study: NewStudy): NewStudy => ({ ...study, openLinkPolicy: 'hold' })

forEachDatabase((_, open, once) => {
  let here: World
  beforeEach(async () => {
    here = await world({ open })
  })
  afterEach(() => here.close())

  const run = (sql: string) => here.ports.db.together({ sql, values: [] })

  it('shows books that balance while some have finished, some are answering and some have left', async () => {
    const [done, elsewhere, answering] = [1, 2, 3].map((seed) => new Student(here, seed))
    await done?.complete()
    await elsewhere?.complete({ Q02: 3, Q04: 2 })
    await answering?.start()
    await answering?.answer({ stopBefore: 'course' })

    const { offers, states } = await readOfferBooks(here.ports, [here.study.id])
    expect(offers.flatMap(({ mismatches }) => mismatches)).toEqual([])
    expect(states).toEqual([
      { state: 'open', currency: 'CNY', sum: { count: 1, amountMinor: 2000 } },
      { state: 'open', currency: 'HKD', sum: { count: 1, amountMinor: 2200 } },
    ])
    const finance = await signedIn(here, 'preparer')
    const response = await finance.get('/finance/books?check=now')
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('The ledger balances')
    expect(page).not.toContain('role="alert"')
    expect(page).toContain('CNY\u00a020.00')
    expect(page).toContain('HKD\u00a022.00')
    for (const { offer, balance, openLeases } of offers) {
      expect(balance.total).toBeGreaterThan(0)
      expect(openLeases.count).toBe(offer.currency === 'CNY' ? 1 : 0)
    }
  })

  once('owes held vouchers like any other', async () => {
    await here.close()
    here = await world({ open, study: held })
    await new Student(here).complete()
    const { offers, states } = await readOfferBooks(here.ports, [here.study.id])
    expect(states).toEqual([{ state: 'open', currency: 'CNY', sum: { count: 1, amountMinor: 2000 } }])
    const cny = offers.find(({ offer }) => offer.currency === 'CNY')
    expect(cny?.balance).toMatchObject({ reserved: 0, liability: 2000 })
    expect(cny?.mismatches).toEqual([])
    const admin = await (await (await signedIn(here, 'admin')).get('/admin')).text()
    expect(admin).toMatch(/Held for review<\/dt>\s*<dd[^>]*>1</)
  })

  once('cries out when the books do not balance, on the page and in the log', async () => {
    await addVouchers(here, 2, 'issued')
    await run(`update offer_balances set available = available - 5, paid = paid + 5 where liability > 0`)
    const finance = await signedIn(here, 'preparer')
    expect(await (await finance.get('/finance/books')).text()).not.toContain('The ledger')
    const page = await (await finance.get('/finance/books?check=now')).text()
    expect(page).toContain('role="alert"')
    expect(page).toContain('The ledger does not balance')
    expect(page).toContain('CNY\u00a00.05')
    expect(page).not.toContain('The ledger balances')
    const alarms = here.logged.filter(({ event }) => event === 'books_do_not_balance')
    expect(alarms.map(({ what }) => what)).toEqual(['available', 'paid', 'vouchers_paid'])
  })

  it('lists every voucher once in the file, day by day, in the order of references, however a day is cut up', async () => {
    await addVouchers(here, 7, 'issued')
    here.wait(24 * 60)
    await addVouchers(here, 23, 'issued')
    await addVouchers(here, 2, 'held')
    for (const size of [20_000, 10]) {
      let text = ''
      for await (const piece of vouchersFile(here.ports, [here.study.id], 'en', size)) text += piece
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const rows = records(text)
      expect(Object.keys(rows[0] ?? {})).toEqual([
        'voucher',
        'study',
        'currency',
        'amount',
        'amount_minor',
        'tax',
        'state',
        'day',
        'state_name',
      ])
      expect(new Set(rows.map(({ voucher }) => voucher)).size).toBe(32)
      expect(rows.map(({ day }) => day)).toEqual([
        ...Array.from({ length: 7 }, () => '2026-11-23'),
        ...Array.from({ length: 25 }, () => '2026-11-24'),
      ])
      expect(new Set(rows.map(({ state, state_name }) => `${state} ${state_name}`))).toEqual(new Set(['open Open']))
      for (const row of rows)
        expect(row).toMatchObject({ study: 'study-abroad', currency: 'CNY', amount: '20.00', amount_minor: '2000' })
      const first = rows.slice(0, 7).map(({ voucher = '' }) => voucher)
      if (size > 7) expect(first).toEqual([...first].sort())
    }
  })

  once('gives finance the file and writes down who took it', async () => {
    await addVouchers(here, 3, 'issued')
    const finance = await signedIn(here, 'preparer')
    const response = await finance.post('/finance/vouchers.csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="vouchers-2026-11-23.csv"')
    expect(records(await response.text())).toHaveLength(3)
    const sql = `select audit_entries.subject, staff.role from audit_entries join staff on staff.id = audit_entries.actor
      where action = 'vouchers.exported'`
    expect(await here.ports.db.read({ sql, values: [] })).toEqual([{ subject: here.study.id, role: 'preparer' }])
  })

  it('pages through the vouchers of a day, each once, and back', async () => {
    await addVouchers(here, 130, 'issued')
    const finance = await signedIn(here, 'preparer')
    const list = await (await finance.get('/finance/days')).text()
    let at = /href="(\/finance\/days\/[\d-]+)">\d+ November 2026</.exec(list)?.[1]
    const seen: string[] = []
    let back: string | undefined
    for (let pages = 0; at !== undefined && pages < 5; pages += 1) {
      const page = await (await finance.get(at)).text()
      seen.push(...[...page.matchAll(/<code>([0-9A-Z-]+)<\/code>/g)].map(([, reference = '']) => reference))
      back = /rel="prev" href="([^"]*)"/.exec(page)?.[1]
      at = /rel="next" href="(\/finance\/days\/[^"]*)"/.exec(page)?.[1]
    }
    expect(seen).toHaveLength(130)
    expect(seen).toEqual([...new Set(seen)].sort())
    const before = await (await finance.get(back ?? '')).text()
    expect([...before.matchAll(/<code>([0-9A-Z-]+)<\/code>/g)].map(([, reference]) => reference)).toEqual(
      seen.slice(0, 100),
    )
  })

  once.each(['2026-11-22', '2026-13-01', 'x', '\0', '2026-11-23T08'])(
    'knows no vouchers of the day %j',
    async (day) => {
      await addVouchers(here, 1, 'issued')
      const finance = await signedIn(here, 'preparer')
      expect((await finance.get(`/finance/days/${encodeURIComponent(day)}`)).status).toBe(404)
      expect((await finance.get(`/finance/days?before=${encodeURIComponent(day)}x`)).status).toBe(404)
      expect((await finance.get('/finance/days/2026-11-23')).status).toBe(200)
    },
  )

  once('counts for admins what is started, in progress, complete and screened out', async () => {
    const at = here.ports.clock.now()
    const before = (minutes: number) => new Date(Date.parse(at) - minutes * 60_000).toISOString()
    for (const minutes of [5, 9, 100]) await addResponse(here, { startedAt: before(minutes) })
    await addResponse(here, { state: 'in_progress', answers: null })
    await addResponse(here, { state: 'screened_out', answers: null, startedAt: before(1) })
    const page = await (await (await signedIn(here, 'admin')).get('/admin')).text()
    const stat = (label: string) => new RegExp(`<dt[^>]*>${label}</dt>\\s*<dd[^>]*>([^<]*)<`).exec(page)?.[1]
    expect(['Started', 'Complete', 'In progress', 'Screened out', 'Held for review'].map(stat)).toEqual([
      '5',
      '3',
      '1',
      '1',
      '0',
    ])
  })

  once('shows empty pages before anybody has come', async () => {
    expect(await (await (await signedIn(here, 'admin')).get('/admin')).text()).toContain('Nobody has started yet')
    const finance = await signedIn(here, 'preparer')
    expect(await (await finance.get('/finance')).text()).toContain('You have nothing to do')
    for (const path of ['/finance/days', '/finance/books?check=now']) {
      expect(await (await finance.get(path)).text()).toContain('No vouchers yet')
    }
  })
})
