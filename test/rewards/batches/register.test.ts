import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../src/platform/files/xlsx-read.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, approved, claimed, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'

describe('the payment register of a batch', () => {
  it('has cost centre, project code, period, every payment by voucher, and lines to sign', async () => {
    const world = await fresh({
      study: (study) => ({ ...study, settings: { ...study.settings, costCentre: '=CC7', projectCode: 'P-12' } }),
    })
    withAlipay(world)
    await claimed(world, 2)
    const batchId = await approved(world)
    const omar = await signedIn(world, 'preparer')
    const at = `/finance/batches/${batchId}/register`
    expect((await omar.open(`/finance/batches/${batchId}`)).html).toContain(`href="${at}"`)
    const page = textOf((await omar.open(at)).html)
    for (const text of ['P-12', '2026-11', 'CNY 40.00', 'Omar', 'Ada', 'Name, date, signature'])
      expect(page).toContain(text)
    expect(page).not.toContain(alipay(1).fields.phone)
    const csv = (await (await omar.post(`${at}/files/csv`)).text()).trim().split('\r\n')
    expect(csv).toHaveLength(3)
    expect(csv[1]).toContain(",'=CC7,P-12,2026-11,")
    expect(csv[1]).toContain(',CNY,20.00,2000,0.00,0,queued')
    const bytes = new Uint8Array(await (await omar.post(`${at}/files/xlsx`)).arrayBuffer())
    const sheet = await readXlsx(bytes, { maxRows: 10, maxUnzippedBytes: 1_000_000 })
    expect('rows' in sheet && sheet.rows[1]?.cells.slice(9, 15)).toEqual(['CNY', 20, '2000', 0, '0', 'queued'])
    const entries = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
    expect(entries.filter(({ action }) => action === 'register.exported').map(({ subject }) => subject)).toEqual([
      batchId,
      batchId,
    ])
    for (const path of ['batch_none/register', 'batch_none/register/files/pdf'])
      expect((await omar.get(`/finance/batches/${path}`)).status).toBe(404)
    expect((await omar.post('/finance/batches/batch_none/register/files/csv')).status).toBe(404)
  })
})
