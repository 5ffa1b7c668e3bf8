/** Files of a batch that is paid by hand, from its page to the bank and back. */

import { describe, expect, it } from 'vitest'
import type { Payee } from '../../../src/ports.ts'
import { linesToPay } from '../../../src/rewards/batches/hand-out.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, claimedFor, issued, payoutOf, staffAs } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { manualPayer } from '../../support/payer.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'
import { sheetOf } from './payment-lines.ts'

const bank = (n: number, name = '王小明'): Payee => ({
  channel: 'bank',
  fields: { bank: '中国银行', account: `622202123456789${n}`, name },
})

/** A batch of bank accounts that was handed out, in a world that has a debtor unless told otherwise. */
async function handedOut({ count = 2, payeeOf = bank as (n: number) => Payee, hasDebtor = true, now = '' } = {}) {
  const world = await fresh(now === '' ? {} : { now })
  world.ports.payers = [manualPayer()]
  if (hasDebtor) {
    world.ports.settings = {
      ...world.ports.settings,
      debtor: { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'unicode' },
    }
  }
  const vouchers = await claimed(world, count, payeeOf)
  const batch = await approved(world, { provider: 'manual', channel: payeeOf(1).channel })
  const at = `/finance/batches/${batch}`
  const omar = await signedIn(world, 'preparer')
  await omar.post(`${at}/instruction`)
  const payouts = await Promise.all(vouchers.map((voucher) => payoutOf(world, voucher)))
  return { world, vouchers, batch, at, omar, payouts, references: payouts.map(({ reference }) => reference ?? '') }
}

async function file(browser: Student, at: string, format: string) {
  const answer = await browser.post(`${at}/files/${format}`)
  return { answer, text: await answer.clone().text(), bytes: new Uint8Array(await answer.arrayBuffer()) }
}

function uploadStatement(browser: Student, at: string, text: string, name = 'results.csv'): Promise<Response> {
  const body = new FormData()
  body.append('results', new File([text], name))
  return browser.send(`${at}/results`, {
    method: 'POST',
    body,
    headers: { origin: browser.world.ports.settings.origin },
  })
}

async function shown(browser: Student, answer: Response): Promise<string> {
  expect(answer.status).toBe(303)
  return textOf((await browser.open(answer.headers.get('location') ?? '')).html)
}

const actionsIn = async (world: World) =>
  (await rowsOf<{ action: string }>(world, 'audit_entries')).map((it) => it.action)

describe('a file for the bank', () => {
  it('has every payee in full, once each is in the audit trail', async () => {
    const { world, at, omar, batch, references } = await handedOut()
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['pain001', 'application/xml'],
    ] as const) {
      const before = await actionsIn(world)
      const { answer, text, bytes } = await file(omar, at, format)
      expect(answer.headers.get('content-type')).toContain(type)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="payments-batch-.*-2026-11-23\./)
      const content = format === 'xlsx' ? [...sheetOf(bytes).values()].map(({ value }) => value).join() : text
      for (const part of [...references, '6222021234567891', '6222021234567892', '王小明'])
        expect(content).toContain(part)
      const after = await actionsIn(world)
      const added = (action: string) => [after, before].map((all) => all.filter((it) => it === action).length)
      expect(after.length - before.length).toBe(3)
      expect(added('payee.unmasked').reduce((now, then) => now - then)).toBe(2)
      expect(after).toContain(`batch.file_${format}`)
    }
    expect((await file(omar, at, 'pain001')).text).toContain(
      `<MsgId>${batch.replaceAll('_', '').toUpperCase()}</MsgId>`,
    )
  })

  it('is to be a workbook for whoever opens it in a spreadsheet, as the page says', async () => {
    const { at, omar } = await handedOut()
    expect(textOf((await omar.open(at)).html)).toContain('To open it in a spreadsheet, take XLSX')
  })

  it('leaves out what was reported, because it would be paid twice', async () => {
    const { at, omar, references } = await handedOut()
    const [paid = '', open = ''] = references
    await omar.post(`${at}/reports`, { paid })
    const { text } = await file(omar, at, 'csv')
    expect(text).toContain(open)
    expect(text).not.toContain(paid)
    await omar.post(`${at}/reports`, { paid: open })
    expect(await shown(omar, await omar.post(`${at}/files/csv`))).toContain('This batch has nothing left to pay.')
    expect(textOf((await omar.open(at)).html)).not.toContain('Files for the bank')
  })

  it('is for preparers, and there is none of another kind or of a batch that was not handed out', async () => {
    const { world, at, omar } = await handedOut()
    for (const role of ['approver', 'auditor'] as const) {
      const other = await signedIn(world, role)
      expect((await other.post(`${at}/files/csv`)).status).toBe(403)
      expect((await uploadStatement(other, at, 'reference,result\n')).status).toBe(403)
    }
    expect((await omar.post(`${at}/files/toString`)).status).toBe(404)
    expect((await omar.post('/finance/batches/batch_x/files/csv')).status).toBe(404)
    await claimed(world, 1, (n) => bank(n + 7))
    const frozen = await approved(world, { provider: 'manual', channel: 'bank' })
    const answer = await omar.post(`/finance/batches/${frozen}/files/csv`)
    expect(await shown(omar, answer)).toContain('This batch has nothing left to pay.')
    expect(await actionsIn(world)).not.toContain('payee.unmasked')
  })

  it('in pain.001 is offered for banks only, and only when it is known whose account pays', async () => {
    const offers = async (choices: Parameters<typeof handedOut>[0]) => {
      const { at, omar } = await handedOut(choices)
      const { html } = await omar.open(at)
      return { inPage: html.includes('/files/pain001'), status: (await omar.post(`${at}/files/pain001`)).status }
    }
    expect(await offers({})).toEqual({ inPage: true, status: 200 })
    expect(await offers({ hasDebtor: false })).toEqual({ inPage: false, status: 404 })
    expect(await offers({ payeeOf: alipay })).toEqual({ inPage: false, status: 422 })
  })

  it('that a bank could not take is not made, and says for which vouchers', async () => {
    const { world, at, omar, payouts } = await handedOut({
      payeeOf: (n) => bank(n, n === 1 ? '王'.repeat(150) : '王小明'),
    })
    const answer = await omar.post(`${at}/files/pain001`)
    expect(answer.status).toBe(422)
    const text = textOf(await answer.text())
    expect(text).toMatch(/No file was created.*Voucher [0-9A-Z-]+: the name is too long for the bank/s)
    expect(text.match(/too long for the bank/g)).toHaveLength(1)
    expect(payouts).toHaveLength(2)
    expect(await actionsIn(world)).not.toContain('batch.file_pain001')
  })

  it('asks the bank to pay on the next working day, when it is made on a Sunday', async () => {
    const { at, omar } = await handedOut({ now: '2026-11-28T18:34:00.000Z' })
    const { text } = await file(omar, at, 'pain001')
    expect(text).toContain('<CreDtTm>2026-11-29T00:00:00</CreDtTm>')
    expect(text).toMatch(/<ReqdExctnDt>\s*<Dt>2026-11-30<\/Dt>/)
  })

  it('says what it is for in the language of the payee’s channel', async () => {
    const { at, omar } = await handedOut()
    expect((await file(omar, at, 'csv')).text).toContain(',调研参与奖励,')
    const world = await fresh()
    world.ports.payers = [manualPayer()]
    const phone: Payee = { channel: 'fps', fields: { phone: '+85261234567', name: 'Chan Tai Man' } }
    await claimedFor(world, await issued(world, 1, { place: 2 }), phone)
    const batch = await approved(world, { provider: 'manual', channel: 'fps', currency: 'HKD' })
    const preparer = await signedIn(world, 'preparer')
    await preparer.post(`/finance/batches/${batch}/instruction`)
    const { text } = await file(preparer, `/finance/batches/${batch}`, 'csv')
    expect(text).toContain(',+85261234567,')
    expect(text).toContain(',問卷調查獎賞,')
  })

  // Tuesday the 8th of December is a holiday in Macao, and nowhere else.
  it.each([
    ['mpay', 'MOP', 3, '+8536612345', '2026-12-09'],
    ['alipayhk', 'HKD', 2, '+8526123456', '2026-12-08'],
  ] as const)('of %s is a table of phone numbers and never a bank’s, paid and reported as any other', async (...of) => {
    const [channel, currency, place, phone, payOn] = of
    const world = await fresh({ now: '2026-12-08T02:00:00.000Z' })
    world.ports.payers = [manualPayer()]
    const debtor = { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'latin' } as const
    world.ports.settings = { ...world.ports.settings, debtor }
    for (const n of [1, 2]) {
      await claimedFor(world, await issued(world, n, { place }), { channel, fields: { phone: phone + n } })
    }
    const batch = await approved(world, { provider: 'manual', channel, currency })
    const at = `/finance/batches/${batch}`
    const omar = await signedIn(world, 'preparer')
    await omar.post(`${at}/instruction`)
    expect(await linesToPay(world.ports, await staffAs(world, 'preparer'), batch)).toMatchObject({ payOn })

    const { html } = await omar.open(at)
    expect(html).not.toContain('/files/pain001')
    expect(textOf(html)).toContain('A bank file (pain.001) cannot pay it.')
    const pain = await omar.post(`${at}/files/pain001`)
    expect(pain.status).toBe(422)
    expect(textOf(await pain.text())).toContain('banks do not pay through this channel')

    const { text } = await file(omar, at, 'csv')
    for (const n of [1, 2]) expect(text).toContain(`,${phone}${n},`)
    expect(text).toContain(`,${currency},22.00,2200,問卷調查獎賞,`)
    const sheet = sheetOf((await file(omar, at, 'xlsx')).bytes)
    const cells = [...sheet.values()]
    const column = [...sheet].find(([, { value }]) => value === 'pay_on')?.[0].slice(0, -1)
    expect(sheet.get(`${column}2`)?.value).toBe(String(Date.parse(payOn) / 86_400_000 + 25_569))
    for (const n of [1, 2]) {
      expect(cells.find(({ value }) => value === `${phone}${n}`)).toMatchObject({ type: 'text', format: '@' })
    }

    const [first = '', second = ''] = [...text.matchAll(/^\ufeff?(H[0-9A-Z]{10,}),/gm)].map(
      ([, reference]) => reference,
    )
    const filled = text.replace(new RegExp(`^(${first},.*),,,(\r?)$`, 'm'), '$1paid,,,$2')
    expect(await shown(omar, await uploadStatement(omar, at, filled))).toContain('Paid: 1.')
    await omar.post(`${at}/reports`, { paid: second })
    expect((await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state)).toEqual(['paid', 'paid'])
    await expectBooksToBalance(world)
  })

  it('is not handed out again on a closed day', async () => {
    const { world, at, omar } = await handedOut({ now: '2026-02-14T02:00:00.000Z' })
    expect((await file(omar, at, 'csv')).answer.status).toBe(200)
    world.wait(24 * 60)
    const onSunday = await signedIn(world, 'preparer')
    const before = await actionsIn(world)
    const text = await shown(onSunday, await onSunday.post(`${at}/files/csv`))
    expect(text).toContain('Today is a closed day: no payments go out. It can go out from 24 February 2026.')
    expect(await actionsIn(world)).toEqual(before)
  })
})

describe('results that come back', () => {
  it('mark what was paid, and propose what was not, which another person confirms', async () => {
    const { world, at, omar, references } = await handedOut({ count: 3 })
    const [paid, failed, open] = references
    const csv = `reference,result,amount_minor,bank_id,reason_code\n${paid},paid,2000,B1,\n${failed},failed,,,AC04\n${open},,,,\n`
    const text = await shown(omar, await uploadStatement(omar, at, csv))
    expect(text).toMatch(/Paid: 1\.(?! Already)/)
    expect(text).toContain('Reported as failed by the bank: 1.')
    const states = async () => (await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state).sort()
    expect(await states()).toEqual(['open', 'open', 'paid'])
    const ada = await signedIn(world, 'approver')
    const page = await ada.open('/finance/proposals')
    expect(textOf(page.html)).toMatch(/The account cannot receive money \(AC04\). Evidence: SHA-256 [0-9a-f]{16}…/)
    const [proposal] = await rowsOf<{ id: string }>(world, 'proposals')
    await ada.post(`/finance/proposals/${proposal?.id}`, { verdict: 'confirmed' })
    expect(await states()).toEqual(['failed', 'open', 'paid'])
    await expectBooksToBalance(world)
  })

  it('twice change nothing the second time', async () => {
    const { world, at, omar, references } = await handedOut()
    const csv = `reference,result\n${references[0]},paid\n${references[1]},failed\n`
    await uploadStatement(omar, at, csv)
    const before = await rowsOf(world, 'transfers')
    expect(await shown(omar, await uploadStatement(omar, at, csv))).toContain('Paid: 0. Already reported: 2.')
    expect(await rowsOf(world, 'transfers')).toEqual(before)
    expect(await rowsOf(world, 'proposals')).toHaveLength(1)
  })

  it('that contradict what is known, or name what is not ours, are for a person to look at', async () => {
    const { world, at, omar, references } = await handedOut()
    await uploadStatement(omar, at, `reference,result\n${references[0]},paid\n`)
    const csv = `reference,result,amount_minor\n${references[0]},failed,\n${references[1]},paid,1999\nHABC123,paid,\nHABC124,failed,\n`
    const answer = await uploadStatement(omar, at, csv)
    const page = await omar.open(answer.headers.get('location') ?? '')
    expect(textOf(page.html)).toContain('To be checked: 2. Not in this batch: 2. What the file did')
    const [, file = ''] = /class="notice wait".*?href="([^"]*\/results\/\w+)"/s.exec(page.html) ?? []
    expect(textOf((await omar.open(file)).html)).toContain('an exception waits')
    const found = await rowsOf<{ id: string; class: string }>(world, 'exceptions')
    expect(found.map((it) => it.class).sort()).toEqual(['amount_mismatch', 'state_conflict'])
    const conflict = found.find((one) => one.class === 'state_conflict')
    const about = textOf((await omar.open(`/finance/exceptions/${conflict?.id}`)).html)
    expect(about).toContain('the provider or bank now says that it failed')
    expect(about).toMatch(/Our ledger CNY\s20.00 · Paid/)
    expect(about).not.toContain('does not apply')
    await expectBooksToBalance(world)
  })

  it('with a mistake are refused whole, each line with why', async () => {
    const { world, at, omar, references } = await handedOut()
    const csv = `reference,result,amount\n${references[0]},paid,20.00\n${references[1]},perhaps,20.00\n,paid,20.00\n`
    const answer = await uploadStatement(omar, at, csv)
    expect(answer.status).toBe(422)
    const text = textOf(await answer.text())
    expect(text).toContain('The file was rejected as a whole, and nothing in it counts:')
    expect(text).toContain('Line 3: The result is neither paid nor failed.')
    expect(text).toContain('Line 4: The reference is missing or unreadable.')
    expect((await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state)).toEqual(['open', 'open'])
    expect(textOf(await (await uploadStatement(omar, at, '')).text())).toContain('No file was chosen, or it is empty.')
    const form = new URLSearchParams({ results: 'no file' })
    const headers = { origin: world.ports.settings.origin, 'content-type': 'application/x-www-form-urlencoded' }
    expect((await omar.send(`${at}/results`, { method: 'POST', body: form.toString(), headers })).status).toBe(422)
  })

  it('may be larger than a form of ours, up to 8 MB, from staff only', async () => {
    const { world, at, omar, references } = await handedOut()
    const large = `reference,result\n${references[0]},paid\n${'\n'.repeat(200_000)}`
    expect(await shown(omar, await uploadStatement(omar, at, large))).toContain('Paid: 1.')
    expect((await uploadStatement(omar, at, ' '.repeat(9 * 1024 * 1024))).status).toBe(413)
    const stranger = omar.tab()
    stranger.cookies.clear()
    expect((await uploadStatement(stranger, at, large)).status).toBe(401)
    expect(
      (
        await omar.send(`${at}/reports`, {
          method: 'POST',
          body: large,
          headers: { origin: world.ports.settings.origin },
        })
      ).status,
    ).toBe(413)
  })
})

describe('a bank’s word on a whole batch', () => {
  const report = (batch: string, status: string, code = '', inside = '') =>
    '<Document><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId></GrpHdr><OrgnlGrpInfAndSts>' +
    `<OrgnlMsgId>${batch.replaceAll('_', '').toUpperCase()}</OrgnlMsgId><GrpSts>${status}</GrpSts>` +
    `${code && `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`}</OrgnlGrpInfAndSts>${inside}</CstmrPmtStsRpt></Document>`
  const statesIn = async (world: World) =>
    (await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state).sort()

  it('that rejects it proposes all that is open as failed, by one person, and another confirms once', async () => {
    const { world, at, batch, omar, references } = await handedOut({ count: 3 })
    await omar.post(`${at}/reports`, { paid: references[0] ?? '' })
    const xml = report(batch, 'RJCT', 'AC04')
    expect(await shown(omar, await uploadStatement(omar, at, xml, 'report.xml'))).toContain(
      'The bank rejected the batch as a whole. Payouts proposed as failed: 2. A second person confirms them together.',
    )
    expect(await shown(omar, await uploadStatement(omar, at, xml))).toContain('It has already been proposed')
    const proposals = await rowsOf<{ id: string }>(world, 'proposals')
    expect(proposals).toMatchObject([{ kind: 'batch_failed', subject: batch }])
    const ada = await signedIn(world, 'approver')
    const page = await ada.open('/finance/proposals')
    // The account of a whole message is ours: no payee is asked for another one.
    expect(textOf(page.html)).toMatch(
      /A problem with our account at the provider \(AC04\)\. Payouts: 2, in total CNY 40\.00\. Evidence: SHA-256 [0-9a-f]{16}…/,
    )
    expect(page.html).toContain(`href="${at}"`)
    expect(textOf(page.html)).not.toContain('received the batch before')
    await ada.post(`/finance/proposals/${proposals[0]?.id}`, { verdict: 'confirmed' })
    expect(await statesIn(world)).toEqual(['failed', 'failed', 'paid'])
    expect((await rowsOf<{ state: string }>(world, 'claims')).map(({ state }) => state).sort()).toEqual([
      'paid',
      'ready',
      'ready',
    ])
    await expectBooksToBalance(world)
    expect(await shown(omar, await uploadStatement(omar, at, xml))).toContain('This batch has nothing left to pay.')
  })

  it('that rejects a payment information leaves those to their own reason of which it says one', async () => {
    const { world, at, batch, omar, references } = await handedOut({ count: 3 })
    const payments =
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batch.replaceAll('_', '').toUpperCase()}-CNY</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>` +
      `<TxInfAndSts><OrgnlEndToEndId>${references[1]}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>`
    const text = await shown(omar, await uploadStatement(omar, at, report(batch, 'PART', '', payments)))
    expect(text).toContain('Reported as failed by the bank: 1.')
    expect(text).toContain('Payouts proposed as failed: 2.')
    const found = await rowsOf<{ kind: string; payload: string }>(world, 'proposals')
    expect(found.map(({ kind }) => kind).sort()).toEqual(['batch_failed', 'payout_failed'])
    const whole = found.find(({ kind }) => kind === 'batch_failed')
    expect(JSON.parse(whole?.payload ?? '')).toMatchObject({
      amountMinor: 4000,
      payoutIds: [expect.anything(), expect.anything()],
    })
  })

  it('as sent twice is told to whoever confirms, because the first may have been paid', async () => {
    const { world, at, batch, omar } = await handedOut()
    await uploadStatement(omar, at, report(batch, 'RJCT', 'DUPL'))
    const ada = await signedIn(world, 'approver')
    expect(textOf((await ada.open('/finance/proposals')).html)).toContain(
      'The code says that the bank received the batch before',
    )
  })

  it('is not confirmed once one of its payments was reported otherwise', async () => {
    const { world, at, batch, omar, references } = await handedOut()
    await uploadStatement(omar, at, report(batch, 'RJCT', 'FF01'))
    await omar.post(`${at}/reports`, { paid: references[0] ?? '' })
    const ada = await signedIn(world, 'approver')
    const [proposal] = await rowsOf<{ id: string }>(world, 'proposals')
    await ada.post(`/finance/proposals/${proposal?.id}`, { verdict: 'confirmed' })
    expect(await statesIn(world)).toEqual(['open', 'paid'])
    await ada.post(`/finance/proposals/${proposal?.id}`, { verdict: 'declined' })
    await uploadStatement(omar, at, report(batch, 'RJCT', 'FF01'))
    expect(await rowsOf(world, 'proposals')).toHaveLength(2)
  })

  it('that accepts it is noted, and pays nothing', async () => {
    const { world, at, batch, omar } = await handedOut()
    const text = await shown(omar, await uploadStatement(omar, at, report(batch, 'ACSC')))
    expect(text).toContain('The bank has accepted the batch as a whole.')
    expect(await statesIn(world)).toEqual(['open', 'open'])
    expect(await actionsIn(world)).toContain('batch.accepted_by_bank')
    expect(await rowsOf(world, 'proposals')).toEqual([])
  })

  it.each(['RJCT', 'ACCP'])('that is another batch’s, or nobody’s, is refused (%s)', async (status) => {
    const { world, at, batch, omar } = await handedOut()
    const before = await actionsIn(world)
    const other = '<OrgnlPmtInfAndSts><OrgnlPmtInfId>BATCHX-CNY</OrgnlPmtInfId></OrgnlPmtInfAndSts>'
    for (const text of [report('batch_x', status), report('', status), report(batch, status, '', other)]) {
      const answer = await uploadStatement(omar, at, text)
      expect(answer.status).toBe(422)
      expect(textOf(await answer.text())).toContain('It is about another batch, or does not say which one.')
    }
    expect(await actionsIn(world)).toEqual(before)
    expect(await rowsOf(world, 'proposals')).toEqual([])
  })
})

describe('results of another batch', () => {
  it('touch nothing, whichever way they are brought', async () => {
    const { world, at, omar, references } = await handedOut()
    await claimed(world, 1, (n) => bank(n + 7))
    const other = await approved(world, { provider: 'manual', channel: 'bank' })
    await omar.post(`/finance/batches/${other}/instruction`)
    const csv = `reference,result\n${references[0]},paid\n${references[1]},failed\n`
    const elsewhere = `/finance/batches/${other}`
    const before = await rowsOf(world, 'transfers')
    expect(await shown(omar, await uploadStatement(omar, elsewhere, csv))).toContain('Not in this batch: 2.')
    const ticked = await omar.post(`${elsewhere}/reports`, { paid: references[0] ?? '' })
    expect(await shown(omar, ticked)).toContain('Not in this batch: 1.')
    expect(await rowsOf(world, 'transfers')).toEqual(before)
    expect(await rowsOf(world, 'proposals')).toEqual([])
    expect(await shown(omar, await uploadStatement(omar, at, csv))).toContain('Paid: 1.')
  })
})
