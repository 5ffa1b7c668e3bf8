/** The pages by which finance uploads statements and deals with exceptions, as a browser without scripts uses them. */
import { expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { zipped } from '../../../simulation/statements/pack.ts'
import { pieceBytes } from '../../../src/reconciliation/statements/kept-file.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import { filledUp, movementsOf, open, paidWorld } from '../../support/paid.ts'
import { Student } from '../../support/student.ts'

/** Posts the form with a file, as a browser does. */
function upload(browser: Student, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) {
  const body = new FormData()
  body.append('file', new File([bytes], 'bill.csv'))
  for (const [name, value] of Object.entries({ account: '', ...fields })) body.append(name, value)
  return browser.send('/finance/statements', {
    method: 'POST',
    body,
    headers: { origin: browser.world.ports.settings.origin },
  })
}

async function world(count = 2) {
  const paid = await paidWorld(count)
  return { ...paid, browser: await signedIn(paid.world, 'preparer') }
}

it('a file is uploaded in one post, read while its page is posted, and shows the gates that it passed', async () => {
  const { browser, attempts, world: site } = await world()
  // Each post has time for one step.
  const { clock } = site.ports
  site.ports.clock = {
    now: () => {
      site.wait(1)
      return clock.now()
    },
  }
  const { bytes } = await makeFile('wechat_fund_bill', [filledUp, ...movementsOf(attempts)], { openingMinor: 0 })
  const response = await upload(browser, bytes)
  expect(response.status).toBe(303)
  const path = response.headers.get('location')?.split('?')[0] ?? ''
  let steps = 0
  for (;;) {
    const button = /action="([^"]*\/work)"/.exec((await browser.open(path)).html)?.[1]
    if (button === undefined) break
    expect((await browser.post(button)).headers.get('location')).toBe(path)
    steps += 1
  }
  expect(steps).toBeGreaterThan(1)
  const { html } = await browser.open(path)
  expect(html).toContain('Checks passed')
  expect(html).toContain('match the file’s own totals')
  expect((await browser.open('/finance/statements')).html).toContain('wechat:CNY')
  expect(await open(site)).toEqual([])
  const again = await upload(browser, bytes)
  expect((await browser.open(again.headers.get('location') ?? '')).html).toContain('was uploaded before')
})

it('the script of the page is told how far the work is, and looking at the page does none of it', async () => {
  const { browser, attempts, world: site } = await world()
  const { bytes } = await makeFile('wechat_fund_bill', [filledUp, ...movementsOf(attempts)], { openingMinor: 0 })
  const path = (await upload(browser, bytes)).headers.get('location')?.split('?')[0] ?? ''
  const auditor = await signedIn(site, 'auditor')
  for (const reader of [browser, auditor, browser]) await reader.open(path)
  expect(await rowsOf(site, 'statement_lines')).toEqual([])
  // Who may not press the button sees what the sweep does.
  expect((await auditor.get(path)).headers.get('refresh')).not.toBeNull()
  expect((await auditor.post(`${path}/work`)).status).toBe(403)
  const response = await browser.send(`${path}/work`, {
    method: 'POST',
    headers: { origin: site.ports.settings.origin, accept: 'application/json' },
  })
  expect(await response.json()).toEqual({ done: 1, more: false, waits: false })
  expect(await rowsOf(site, 'statement_lines')).toHaveLength(3)
})

it('a refused file says line and reason, and an upload that cannot be read says why', async () => {
  const { browser, attempts, world: site } = await world()
  const broken = await makeFile('wechat_fund_bill', movementsOf(attempts), { fault: 'totals' })
  const response = await upload(browser, broken.bytes)
  const path = response.headers.get('location')?.split('?')[0] ?? ''
  await finishWork(site.ports, path.split('/').at(-1) ?? '')
  expect((await browser.open(path)).html).toContain('own totals do not match its lines')
  const text = new TextEncoder().encode('no table at all')
  const none = await upload(browser, text)
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('file type is not supported')
  const unsaid = await upload(browser, new TextEncoder().encode('a,b\n1,2\n'))
  expect(await unsaid.text()).toContain('Choose the account')
  const period = await upload(browser, broken.bytes, { from: '2026-11-23' })
  expect(await period.text()).toContain('Enter both days')
  for (const account of ['wechat:USD', 'alipay:HKD', 'manual:CHE']) {
    const foreign = await upload(browser, new TextEncoder().encode('a,b\n1,2\n'), { account })
    expect([account, foreign.status]).toEqual([account, 422])
    expect(await foreign.text()).toContain('does not pay that currency')
  }
  const accounts = await rowsOf<{ id: string }>(site, 'provider_accounts')
  expect(accounts.map(({ id }) => id)).toEqual(['wechat:CNY'])
})

it('a plain CSV has its columns said once, and they are remembered', async () => {
  const { browser, world: site } = await world(1)
  const csv = (n: number) =>
    new TextEncoder().encode(`Date,Paid,Text,Ref\n0${n}/12/2026,-12.50,x,R${n}\n0${n}/12/2026,100.00,top,\n`)
  const first = await upload(browser, csv(1), { account: 'manual:CNY' })
  expect(first.headers.get('location')).toMatch(/\/columns$/)
  const { path, html } = await browser.open(first.headers.get('location') ?? '')
  expect(html).toContain('<option value="Paid">')
  const fields = {
    day: 'Date',
    dayFormat: 'DD/MM/YYYY',
    by: 'sign',
    amount: 'Paid',
    below: 'debit',
    decimal: '.',
    reference: 'Ref',
  }
  expect(await (await browser.post(path, { ...fields, amount: '', rows: '2' })).text()).toContain(
    'contradict each other',
  )
  const shown = await (await browser.post(`${path}/try`, { ...fields, rows: '2' })).text()
  const tried = /name="tried" value="(\w+)"/.exec(shown)?.[1] ?? ''
  const response = await browser.post(path, { ...fields, rows: '2', tried })
  expect(response.status).toBe(303)
  await finishWork(site.ports, path.split('/').at(-2) ?? '')
  const second = await upload(browser, csv(2), { account: 'manual:CNY', rows: '2' })
  expect(second.headers.get('location')).toContain('said=received')
  await finishWork(site.ports, second.headers.get('location')?.split(/[/?]/).at(-2) ?? '')
  expect(await rowsOf(site, 'statement_lines')).toHaveLength(4)
})

it('a plain CSV that is uploaded again waits for its columns once, and says that it does', async () => {
  const { browser, world: site } = await world(1)
  const csv = new TextEncoder().encode('Date,Paid,Text,Ref\n01/12/2026,-12.50,x,R1\n')
  const first = await upload(browser, csv, { account: 'manual:CNY' })
  const columns = first.headers.get('location') ?? ''
  const again = await upload(browser, csv, { account: 'manual:CNY', rows: '1' })
  expect(again.headers.get('location')).toBe(`${columns}?rows=1&said=same_waiting`)
  expect(textOf((await browser.open(again.headers.get('location') ?? '')).html)).toContain('go on here')
  const listed = textOf((await browser.open('/finance/statements')).html)
  expect(listed.match(/columns needed/g)).toHaveLength(1)
  expect(listed).not.toContain('uploading')
  expect(textOf((await browser.open(columns.replace('/columns', ''))).html)).toContain('which column is which')
  // Somebody else's upload is theirs to go on with.
  const other = await upload(await signedIn(site, 'preparer', 'Noor'), csv, { account: 'manual:CNY' })
  expect(other.headers.get('location')).not.toContain('same_waiting')
})

it('the script of the page sends a large file in pieces, and each piece counts once', async () => {
  const { browser, world: site } = await world(1)
  const movements = Array.from({ length: 6_000 }, (_, i) => ({
    ...filledUp,
    id: `19000092312026112${i}`,
    at: new Date(Date.parse('2026-11-22T01:00:00.000Z') + i * 1000).toISOString(),
    amountMinor: 1,
  }))
  const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
  expect(bytes.length).toBeGreaterThan(pieceBytes)
  const piece = (path: string, body: Uint8Array<ArrayBuffer>) =>
    browser.send(path, { method: 'POST', body, headers: { origin: site.ports.settings.origin } })
  const begun = await piece('/finance/statements/pieces?account=', bytes.slice(0, pieceBytes))
  expect(begun.status).toBe(201)
  const { statementId } = (await begun.json()) as { statementId: string }
  const end = { account: '', bytes: String(bytes.length) }
  // The pieces that are missing are missed.
  expect((await browser.post(`/finance/statements/${statementId}/end`, end)).status).toBe(422)
  for (let n = 2; (n - 1) * pieceBytes < bytes.length; n += 1) {
    const path = `/finance/statements/${statementId}/pieces/${n}`
    const some = bytes.slice((n - 1) * pieceBytes, n * pieceBytes)
    expect((await piece(path, some)).status).toBe(200)
    expect((await piece(path, some)).status).toBe(200)
  }
  expect((await browser.post(`/finance/statements/${statementId}/end`, end)).status).toBe(303)
  await finishWork(site.ports, statementId)
  expect(await rowsOf(site, 'statements')).toMatchObject([{ state: 'published', lines_matched: 6_000 }])
  expect(await piece('/finance/statements/pieces', new Uint8Array(pieceBytes + 1)).then(({ status }) => status)).toBe(
    413,
  )
})

it('nobody uploads a large body without a session, and only a preparer uploads a file', async () => {
  const { world: site, browser } = await world(1)
  const stranger = new Student(site)
  const large = new Uint8Array(200_000)
  expect((await upload(stranger, large)).status).toBe(401)
  expect((await upload(await signedIn(site, 'approver'), large)).status).toBe(403)
  expect((await upload(browser, large)).status).toBe(422)
})

it('an exception is worked on by two people on its own page', async () => {
  const { browser, attempts, world: site } = await world(1)
  const [movement] = movementsOf(attempts)
  if (movement === undefined) throw new Error('no movement')
  const lost = { ...movement, id: 'lost', reference: 'X9', providerId: '9' }
  const { bytes } = await makeFile('wechat_fund_bill', [filledUp, lost], { openingMinor: 0 })
  const response = await upload(browser, bytes)
  await finishWork(site.ports, response.headers.get('location')?.split(/[/?]/).at(-2) ?? '')
  const queue = (await browser.open('/finance/exceptions')).html
  expect(queue).toContain('Missing in our ledger')
  expect(queue).toContain('Payments stopped')
  expect(queue).toContain('less than a working day')
  const path = /\/finance\/exceptions\/exception_\w+/.exec(queue)?.[0] ?? ''
  expect((await browser.open(path)).html).toContain(attempts[0]?.reference)
  await browser.post(`${path}/owner`)
  const noted = await browser.post(`${path}/notes`, { note: 'asked the bank' })
  const page = (await browser.open(noted.headers.get('location') ?? '')).html
  expect(page).toContain('Note saved')
  expect(page).toContain('asked the bank')
  const fields = { attempt: attempts[0]?.id ?? '', 'match-note': 'the reference was cut off' }
  const proposed = await browser.post(`${path}/match`, fields)
  expect(proposed.headers.get('location')).toContain('said=proposed')
  const approver = await signedIn(site, 'approver')
  const waiting = (await approver.open('/finance/proposals')).html
  expect(waiting).toContain('Match the line with a payout')
  const action = /action="(\/finance\/proposals\/proposal_\w+)"/.exec(waiting)?.[1] ?? ''
  expect((await approver.post(action, { verdict: 'confirmed' })).headers.get('location')).toContain('said=confirmed')
  expect((await browser.open(path)).html).toContain('Matched manually')
  expect((await browser.open('/finance/exceptions')).html).toContain('No open exceptions')
  // An approver looks, and does not work on it.
  expect((await approver.post(`${path}/owner`)).status).toBe(403)
})

it('a ZIP of several files shows each of them with what became of it', async () => {
  const { browser, world: site } = await world(1)
  const files = [filledUp, { ...filledUp, id: '2', providerId: '2', at: '2026-11-23T02:00:00.000Z' }].map(
    async (movement, n) => ({
      name: new TextEncoder().encode(`${n}`),
      content: (await makeFile('wechat_fund_bill', [movement], { openingMinor: n * filledUp.amountMinor })).bytes,
    }),
  )
  const response = await upload(browser, await zipped(await Promise.all(files), true))
  const path = response.headers.get('location')?.split('?')[0] ?? ''
  for (const _ of files) await sweepStatements(site.ports)
  const { html } = await browser.open(path)
  expect(html).toContain('Files in this ZIP')
  expect(html.match(/href="\/finance\/statements\/statement_\w+"/g)).toHaveLength(2)
  expect(html).not.toContain('role="alert"')
})
