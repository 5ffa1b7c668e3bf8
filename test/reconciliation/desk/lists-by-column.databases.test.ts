/** Lists of money and of reviews by their amounts and states: each row once, page by page, from either end and back. */
import { describe, expect, it } from 'vitest'
import type { BatchState } from '../../../schema/tables.ts'
import { openWrites } from '../../../src/reconciliation/exceptions/store.ts'
import { sql } from '../../../src/reconciliation/tables.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addVouchers, made, query } from '../../support/export-rows.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

interface Walked {
  /** What stands in the column, row by row, of all pages. */
  cells: string[]
  rows: string[]
  pages: number
}

const links = (html: string, rel: string) =>
  new RegExp(`rel="${rel}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

/** Every page of a list to its end, and back to its beginning, which shows the same. */
async function walked(reader: Student, path: string, head: string, label: string): Promise<Walked> {
  const pages: { cells: string[]; rows: string[] }[] = []
  let at: string | undefined = path
  let last = path
  const read = async (where: string) => {
    const { html, status } = await reader.open(where.replace(/#.*/, ''))
    expect(status, where).toBe(200)
    const table =
      html.split('<table class="table data"').find((one) => one.includes(`<caption class="sr">${label}<`)) ?? ''
    const rows = [...(table.split('</table>')[0]?.matchAll(/<tr role="row">(.*?)<\/tr>/gs) ?? [])].slice(1)
    const cells = rows.map(([row]) => new RegExp(`data-label="${head}"><div>(.*?)</div>`).exec(row)?.[1] ?? row)
    return {
      html,
      cells: cells.map((cell) => cell.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ')),
      rows: rows.map(([row]) => row),
    }
  }
  for (; at !== undefined; ) {
    const { html, cells, rows } = await read(at)
    pages.push({ cells, rows })
    last = at
    at = links(html, 'next')
  }
  for (const page of pages.toReversed().slice(1)) {
    const previous = links((await read(last)).html, 'prev') ?? expect.unreachable('there is a page before')
    expect((await read(previous)).rows).toEqual(page.rows)
    last = previous
  }
  return { cells: pages.flatMap(({ cells }) => cells), rows: pages.flatMap(({ rows }) => rows), pages: pages.length }
}

/** The cells one after the other, each run of the same once. */
const runs = (cells: readonly string[]) => cells.filter((cell, i) => cell !== cells[i - 1])

async function bothWays(reader: Student, path: string, head: string, label: string, name: string): Promise<Walked> {
  const up = await walked(reader, `${path}?sort=${name}`, head, label)
  const down = await walked(reader, `${path}?sort=-${name}`, head, label)
  expect(down.rows).toEqual(up.rows.toReversed())
  expect(new Set(up.rows).size).toBe(up.rows.length)
  return up
}

/** Frozen batches of these sums, with no payouts in them. */
async function addBatches(world: World, sums: readonly number[]): Promise<void> {
  const preparer = await staffAs(world, 'preparer')
  const at = world.ports.clock.now()
  for (const total of sums) {
    const id = world.ports.ids.next('batch')
    const state: BatchState = total % 2 === 0 ? 'frozen' : 'cancelled'
    const step = { batch_id: id, actor: preparer.id, reason: null, at }
    const frozen = { ...step, n: 1, state: 'frozen', n_before: null, state_before: null, move: '>frozen' } as const
    const over = {
      ...step,
      n: 2,
      state: 'cancelled',
      n_before: 1,
      state_before: 'frozen',
      move: 'frozen>cancelled',
    } as const
    const batch = {
      ...{ id, study_id: world.study.id, provider: 'alipay' as const, currency: 'CNY', prepared_by: preparer.id },
      ...{ counts_as: preparer.id, content_hash: id, payouts: 1, total_minor: total, approvals_needed: 1 },
      ...{ approvals: null, n: state === 'frozen' ? 1 : 2, state, made_at: at },
    } as const
    await made(world.ports.db, [
      query(sql.insertInto('batch_steps').values(frozen)),
      ...(state === 'frozen' ? [] : [query(sql.insertInto('batch_steps').values(over))]),
      query(sql.insertInto('batches').values(batch)),
    ])
  }
}

forEachDatabase((_, open) => {
  describe('sorted by a column', () => {
    it('vouchers are read by amount and by state, page by page', async () => {
      const world = await fresh({ open })
      await addVouchers(world, 30, 'issued')
      await addVouchers(world, 25, 'issued', { offer: 1 })
      await addVouchers(world, 3, 'held', { offer: 1 })
      const ada = await signedIn(world, 'approver')
      const amounts = await bothWays(ada, '/finance/vouchers', 'Amount', 'Vouchers', 'amount')
      expect(amounts).toMatchObject({ pages: 2 })
      expect(amounts.cells).toHaveLength(58)
      expect(runs(amounts.cells)).toEqual(['CNY 20.00', 'HKD 22.00'])
      const states = await bothWays(ada, '/finance/vouchers', 'State', 'Vouchers', 'state')
      expect(states.cells).toHaveLength(58)
      // Whether one is held stays unsaid.
      expect(runs(states.cells)).toEqual(['Open'])
      const filtered = await walked(ada, '/finance/vouchers?amount=22&currency=HKD&sort=-amount', 'Amount', 'Vouchers')
      expect(filtered.cells).toEqual(Array(28).fill('HKD 22.00'))
      const garbled = await ada.open('/finance/vouchers?sort=amount&before=nobody')
      expect(garbled.status).toBe(200)
    })

    it('batches are read by sum and by state, page by page', async () => {
      const world = await fresh({ open })
      await addBatches(
        world,
        [...Array(30).keys()].map((n) => (((n * 7) % 30) + 1) * 100 + (n % 2)),
      )
      const omar = await signedIn(world, 'preparer')
      const sums = await bothWays(omar, '/finance/payouts', 'Total', 'Batches', 'sum')
      const minor = sums.cells.map((cell) => Number(cell.replace(/\D/g, '')))
      expect(sums.pages).toBe(2)
      expect(minor).toEqual(minor.toSorted((one, other) => one - other))
      const states = await bothWays(omar, '/finance/payouts', 'State', 'Batches', 'state')
      expect(runs(states.cells)).toHaveLength(2)
      expect(states.cells).toHaveLength(30)
    })

    it('exceptions are read by amount and by kind, page by page, within one kind as well', async () => {
      const world = await fresh({ open })
      const some = [...Array(105).keys()].map((n) => ({
        class: n % 3 === 0 ? ('missing_at_provider' as const) : ('missing_in_ledger' as const),
        ...{ subject: `s${n}`, studyId: null, provider: 'alipay' as const, currency: n % 2 === 0 ? 'CNY' : 'HKD' },
        ...{ amountMinor: ((n * 37) % 50) - 10, detail: {}, accountId: 'alipay:CNY', day: '2026-11-23' },
      }))
      await made(world.ports.db, [
        query(
          sql.insertInto('provider_accounts').values({
            ...{ id: 'alipay:CNY', provider: 'alipay', currency: 'CNY' },
            instructed: 0,
            stops: 0,
            instructed_at_stop: 0,
            match_steps: 0,
          }),
        ),
      ])
      for (let at = 0; at < some.length; at += 5) {
        await made(world.ports.db, openWrites(world.ports, some.slice(at, at + 5), 'service'))
      }
      const ivo = await signedIn(world, 'auditor')
      const amounts = await bothWays(ivo, '/finance/exceptions', 'Amount', 'Exceptions', 'amount')
      expect(amounts.pages).toBe(3)
      const listed = amounts.cells.map((cell) => ({
        currency: cell.includes('HKD') ? 'HKD' : 'CNY',
        minor: Number(cell.replace(/[^\d]/g, '')) * (/[-−]/.test(cell) ? -1 : 1),
      }))
      const asKept = (await rowsOf<{ currency: string; amount_minor: number }>(world, 'exceptions')).map(
        ({ currency, amount_minor }) => ({ currency, minor: Number(amount_minor) }),
      )
      const inOrder = asKept.sort((one, other) =>
        one.currency < other.currency ? -1 : one.currency > other.currency ? 1 : one.minor - other.minor,
      )
      expect(listed).toEqual(inOrder)
      const kinds = await bothWays(ivo, '/finance/exceptions', 'Class', 'Exceptions', 'class')
      expect(kinds.rows).toHaveLength(105)
      const one = await walked(
        ivo,
        '/finance/exceptions?class=missing_at_provider&sort=-amount',
        'Amount',
        'Exceptions',
      )
      expect(one.rows).toHaveLength(35)
    })

    it('what is in clearing is read by amount and by state, behind a place as well', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      payer.answer = () => ({ state: 'unknown', code: 'READ_TIMEOUT' })
      await claimed(world, 3)
      await approved(world)
      await sweepPayouts(world.ports)
      const attempts = await rowsOf<{ id: string }>(world, 'attempts')
      const ids = attempts.map(({ id }) => id).sort()
      const ada = await signedIn(world, 'approver')
      const label = 'In clearing'
      const byAmount = await bothWays(ada, '/finance/clearing', 'Amount', label, 'amount')
      const byState = await bothWays(ada, '/finance/clearing', 'State', label, 'state')
      expect(byState.rows).toEqual(byAmount.rows)
      expect(byState.rows).toHaveLength(3)
      const behind = await walked(ada, `/finance/clearing?sort=amount&before=CNY+2000.${ids[0]}`, 'Amount', label)
      expect(behind.rows).toEqual(byAmount.rows.slice(1))
      const ofState = await walked(ada, `/finance/clearing?sort=state&before=unknown+${ids[1]}`, 'State', label)
      expect(ofState.rows).toEqual(byAmount.rows.slice(2))
    })

    it('complete responses are read by what was decided about them, those that wait first', async () => {
      const world = await fresh({ open })
      await addVouchers(world, 45, 'issued')
      await addVouchers(world, 10, 'held')
      const mei = await signedIn(world, 'admin')
      const { cells, pages } = await bothWays(mei, '/admin/reviews', 'State', 'All complete responses', 'state')
      expect(pages).toBe(2)
      expect(cells).toEqual([...Array(10).fill('Held'), ...Array(45).fill('Accepted')])
      // Who had no reward stands among those that were accepted, and nobody is left out.
      for (let n = 0; n < 3; n += 1) await addResponse(world)
      const all = await walked(mei, '/admin/reviews?sort=state', 'State', 'All complete responses')
      expect(all.cells.slice(0, 10)).toEqual(Array(10).fill('Held'))
      expect(all.rows).toHaveLength(58)
    })
  })
})
