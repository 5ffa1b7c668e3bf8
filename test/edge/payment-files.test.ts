import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, inject, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

// All that a batch's files are made with, as a Worker of its own: what comes out goes straight in again.
const entry = `
import { paymentsCsv } from './src/rewards/payment-files/payments-csv.ts'
import { paymentsXlsx } from './src/rewards/payment-files/payments-xlsx.ts'
import { pain001 } from './src/rewards/payment-files/pain001.ts'
import { profiles } from './src/rewards/payment-files/bank-profile.ts'
import { readResultsFile } from './src/rewards/payment-files/results.ts'
const payment = (nth) => ({
  reference: 'H' + nth + 'ABCDEFGHJKMN', voucherReference: 'V' + nth, amountMinor: 2000 + nth, currency: 'HKD',
  channel: 'bank', payee: { name: '=陈 & <😀>', bank: '004', account: '012345678901' }, title: '调研参与奖励',
})
const report = '<Document><CstmrPmtStsRpt><TxInfAndSts><OrgnlEndToEndId>H1A</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts></CstmrPmtStsRpt></Document>'
export default {
  async fetch() {
    const lines = Array.from({ length: 1000 }, (_, nth) => payment(nth))
    const csv = new TextEncoder().encode(await paymentsCsv(lines))
    const xlsx = await paymentsXlsx(lines, { day: '2026-02-26', payOn: '2026-02-27' })
    const debtor = { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'unicode' }
    const meta = { messageId: 'BATCH1', day: '2026-02-26', executionDay: '2026-02-27' }
    const { xml } = await pain001(lines, debtor, meta, profiles.unicode)
    const big5 = Uint8Array.of(0xb0, 0xd1, 0xa6, 0xd2, 0xb8, 0xb9, 0x2c, 0xb5, 0xb2, 0xaa, 0x47, 0x0a, 0x48, 0x31, 0x41, 0x2c, 0xa6, 0xa8, 0xa5, 0x5c)
    const files = [csv, xlsx, new TextEncoder().encode(report), big5]
    const read = await Promise.all(files.map((bytes) => readResultsFile({ name: '', bytes, currency: 'HKD' })))
    return Response.json({ sum: /<CtrlSum>([^<]*)/.exec(xml)[1], read: read.map(({ lines, refused }) => refused ?? lines.length) })
  },
}`

it('a batch’s files are written and read in workerd', async () => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
  })
  const contents = outputFiles[0]?.text ?? ''
  const worker = new Miniflare({
    telemetry: { enabled: false },
    workers: [
      {
        config: {
          name: 'files',
          compatibilityDate: inject('worker').compatibilityDate,
          manifest: { mainModule: 'worker.js', modules: { 'worker.js': { type: 'esm', contents } } },
          env: {},
        },
      },
    ],
  })
  try {
    const reply = await worker.dispatchFetch('https://study.example.org/')
    expect(await reply.json()).toEqual({ sum: '24995.00', read: [1000, 1000, 1, 1] })
  } finally {
    await worker.dispose()
  }
})
