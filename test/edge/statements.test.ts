/** A statement through the built Worker on D1: kept in pieces, read in steps as its page posts. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeFile } from '../../simulation/statements/make.ts'
import { pieceBytes } from '../../src/reconciliation/statements/kept-file.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { type Edge, openEdge } from './edge.ts'

let edge: Edge
beforeAll(async () => {
  edge = await openEdge()
})
afterAll(() => edge?.close())

it('a file of 4,000 rows is kept in pieces, read in bounded steps, and counts', async () => {
  const movements = Array.from({ length: 4_000 }, (_, i) => ({
    id: `1900009231202611222${i}`,
    providerId: `10300000710${i}`,
    reference: null,
    at: new Date(Date.parse('2026-03-02T01:00:00.000Z') + i * 1000).toISOString(),
    direction: 'credit' as const,
    amountMinor: 1,
    currency: 'CNY',
    kind: 'topup' as const,
  }))
  const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
  expect(bytes.length).toBeGreaterThan(pieceBytes)
  const browser = await signedIn(edge, 'preparer')
  const body = new FormData()
  body.append('file', new File([bytes], 'bill.csv'))
  body.append('account', '')
  const { origin } = edge.ports.settings
  const brought = await browser.send('/finance/statements', { method: 'POST', body, headers: { origin } })
  expect(brought.status).toBe(303)
  const path = brought.headers.get('location')?.split('?')[0] ?? ''
  let posts = 0
  while ((await browser.open(path)).html.includes(`action="${path}/work"`)) {
    expect((await browser.post(`${path}/work`)).status).toBe(303)
    posts += 1
  }
  expect(posts).toBeGreaterThan(0)
  expect((await browser.open(path)).html).toContain('Checks passed')
  const rows = await edge.ports.db.read({ sql: 'select state, lines_matched from statements', values: [] })
  expect(rows).toEqual([{ state: 'published', lines_matched: 4_000 }])
})
