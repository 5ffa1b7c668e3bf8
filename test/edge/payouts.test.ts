/** Money out of the built Worker: claimed, approved, paid through a sandbox provider over HTTP, told by a signed notice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SandboxServers, startSandboxes } from '../../demo/sandbox-servers.ts'
import { voucherMessages } from '../../messages/generated/voucher.ts'
import { nanoIds } from '../../src/platform/adapters/nano-ids.ts'
import { sheetOf } from '../rewards/payment-files/payment-lines.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { textOf } from '../support/begun.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { Student } from '../support/student.ts'
import { type Edge, openEdge, origin } from './edge.ts'

const home = '/s/study-abroad/voucher'
const startedAt = performance.timeOrigin
let late = 0
const clock = { now: () => new Date(startedAt + performance.now() + late).toISOString() }
let edge: Edge
let providers: SandboxServers

beforeAll(async () => {
  providers = await startSandboxes({
    service: origin,
    toService: async (request) => edge.app.fetch(request),
    origin,
    clock,
    ids: nanoIds(clock),
  })
  const debtor = { DEBTOR_NAME: 'Survey Office', DEBTOR_ACCOUNT: '004123456001', DEBTOR_BANK: 'HSBCHKHHHKH' }
  edge = await openEdge({ ...providers.settings, ...debtor })
  await publishTheseDays(edge)
})
afterAll(async () => {
  await providers?.close()
  await edge?.close()
})

/** The Worker's clock is the real one, so that today has to be a day on which money may go out. */
async function publishTheseDays({ ports: { db } }: Edge): Promise<void> {
  for (const days of [-1, 0, 1, 2]) {
    const day = new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString().slice(0, 10)
    const year = Number(day.slice(0, 4))
    await db.together({
      sql: `insert into calendar_years (calendar_id, year, source, at) values ('cn', ?, 'a test', ?) on conflict do nothing`,
      values: [year, clock.now()],
    })
    await db.together({
      sql: `insert into calendar_days (calendar_id, day, n, year, kind, slow, open, source) values ('cn', ?, 99, ?, 'working', 0, 1, 'a test')`,
      values: [day, year],
    })
  }
}

/** Somebody who has finished, and has said where the money should go. */
async function claimed(seed: number, fields: Record<string, string>): Promise<Student> {
  const student = new Student(edge, seed)
  await student.complete()
  const answer = await student.post(`${home}/claim`, { ...fields, checked: '1', go: 'confirm' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, home])
  return student
}

async function approvedBatch(provider: string, channel: string): Promise<{ omar: Student; at: string }> {
  const omar = await signedIn(edge, 'preparer')
  const ada = await signedIn(edge, 'approver')
  const made = await omar.post('/finance/batches', { studyId: edge.study.id, channel, currency: 'CNY', provider })
  const at = made.headers.get('location')?.split('?')[0] ?? ''
  const refused = await omar.post(`${at}/approvals`)
  expect(refused.status).toBe(403)
  expect((await ada.post(`${at}/approvals`)).headers.get('location')).toContain('said=approved')
  return { omar, at }
}

const textAt = async (student: Student) => textOf((await student.open(home)).html)

describe('inside workerd, on D1', () => {
  it('an Alipay transfer is held, and paid once a signed notice says so; a forged one changes nothing', async () => {
    providers.alipay.faults.inject('send', 'dealing')
    const student = await claimed(1, { way: 'alipay', phone: '138 1234 5678', name: '王小明' })
    await approvedBatch('alipay', 'alipay')
    await edge.cron()
    expect(providers.alipay.orders()).toMatchObject([{ identity: '13812345678', amountMinor: 2000, status: 'DEALING' }])
    expect(await textAt(student)).not.toContain('Paid to Alipay')
    late = 15 * 60_000
    providers.alipay.faults.injectNotice('tampered')
    await providers.tick()
    expect(providers.alipay.deliveries).toMatchObject([
      { fault: 'tampered', status: 401 },
      { fault: null, status: 200, answer: 'success' },
    ])
    expect(await textAt(student)).toContain('Paid to Alipay')
    await expectBooksToBalance(edge)
  })

  it('a gift is paid by Tremendous, whose webhook makes the Worker ask', async () => {
    const student = await claimed(2, { way: 'gift', email: 'mei@example.org' })
    await approvedBatch('tremendous', 'gift')
    await edge.cron()
    await providers.tick()
    expect(providers.tremendous.deliveries.map(({ status }) => status)).toContain(200)
    expect(await textAt(student)).toContain(voucherMessages('en').stages.paid.text)
    expect(providers.tremendous.orders()).toMatchObject([{ currency: 'CNY', amountMinor: 2000, status: 'EXECUTED' }])
    await expectBooksToBalance(edge)
  })

  it('files go out as CSV, XLSX and pain.001, and results come back', async () => {
    const account = { bank: '中国银行', account: '6222 0212 3456 7890 128', name: '王小明' }
    await claimed(3, { way: 'bank', ...account })
    const { omar, at } = await approvedBatch('manual', 'bank')
    await omar.post(`${at}/instruction`)
    const csv = await (await omar.post(`${at}/files/csv`)).text()
    expect(csv).toContain('6222021234567890128')
    const xlsx = new Uint8Array(await (await omar.post(`${at}/files/xlsx`)).arrayBuffer())
    expect([...sheetOf(xlsx).values()].map(({ value }) => value)).toContain('6222021234567890128')
    expect(await (await omar.post(`${at}/files/pain001`)).text()).toContain('<InstdAmt Ccy="CNY">20.00</InstdAmt>')
    const [header = '', line = ''] = csv.trim().split('\r\n')
    const filledIn = line.split(',').with(header.split(',').indexOf('result'), 'paid').join(',')
    const body = new FormData()
    body.append('results', new File([`${header}\r\n${filledIn}\r\n`], 'results.csv'))
    const encoded = new Request(origin, { method: 'POST', body })
    const brought = await omar.send(`${at}/results`, {
      method: 'POST',
      body: await encoded.text(),
      headers: { origin, 'content-type': encoded.headers.get('content-type') ?? '' },
    })
    expect(brought.headers.get('location')).toContain('counts=1-0-0-0')
    await expectBooksToBalance(edge)
  })

  it('nothing of a payee or a key stands in the log', () => {
    const log = edge.lines.join('\n')
    expect(log).toContain('provider_called')
    for (const secret of ['13812345678', '王小明', 'mei@example.org', '6222021234567890128', 'BEGIN']) {
      expect(log).not.toContain(secret)
    }
  })
})
