/** The page of rules: what was said of each account's files, by whom, and how it is changed, forgotten and unlearned. */
import { expect, it } from 'vitest'
import { proposeClosing } from '../../../src/reconciliation/exceptions/actions.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { columnsIn, columnsName, wordsIn } from '../../../src/reconciliation/reading-rules/rule.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { open, uploadBytes } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { confirm } from '../exceptions/two-people.ts'

const accountId = 'manual:HKD'
const header = ['Date', 'Type', 'Amount', 'Ref']
const name = columnsName(header)
const mapping = csvMapping.parse({
  delimiter: ',',
  day: { column: 'Date', format: 'DD/MM/YYYY' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'HKD' },
  reference: 'Ref',
  type: 'Type',
})
const file = (day: number) => new TextEncoder().encode(`${header}\n${day}/11/2026,Odd,5.00,A${day}\n`)
const claims = { rows: 1 }

/** A file that counts, whose unknown type was taught as a top-up. */
async function taught() {
  const world = await fresh()
  await uploadBytes(world, file(13), { accountId, mapping, claims })
  const [exception] = await open(world)
  const browser = await signedIn(world, 'preparer')
  const before = (await browser.open(`/finance/exceptions/${exception?.id}`)).html
  const payload = { action: 'book', kind: 'topup' } as const
  const done = await proposeClosing(
    world.ports,
    await staffAs(world, 'preparer'),
    exception?.id ?? '',
    payload,
    'a top-up',
  )
  if ('refused' in done) throw new Error(done.refused)
  const approver = await signedIn(world, 'approver')
  const proposal = (await approver.open('/finance/proposals')).html
  await confirm(world, 'exception_closed', done.proposed)
  return { world, browser, approver, before, proposal }
}

const rule = { account: accountId, name }
const upload = (world: World, day: number) => uploadBytes(world, file(day), { accountId, claims })

it('a rule says what it will do before it is made: on the form, on the proposal, and on its page', async () => {
  const { browser, before, proposal } = await taught()
  expect(before).toContain('with the type “Odd” are booked so. 1 line so far had it')
  expect(proposal).toContain('with the type “Odd” are booked as a top-up; 1 line so far had it')
  const { html } = await browser.open('/finance/statements/rules')
  for (const text of ['with the type “Odd” are booked as a top-up', 'Date (DD/MM/YYYY)', 'in use', 'Said by Omar']) {
    expect(html).toContain(text)
  }
  expect((await browser.open('/finance/statements')).html).toContain('href="/finance/statements/rules"')
})

it('a type is unlearned with a reason, which is not lost when it is refused, and another person confirms it', async () => {
  const { world, browser, approver } = await taught()
  const form = { account: accountId, word: 'Odd', field: 'n' }
  const long = `${'x'.repeat(500)} too long`
  const refused = await browser.post('/finance/statements/rules/unlearn', { ...form, n: long })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(long)
  const done = await browser.post('/finance/statements/rules/unlearn', { ...form, n: 'It was a refund.' })
  expect(done.headers.get('location')).toContain('said=proposed')
  const again = await browser.post('/finance/statements/rules/unlearn', { ...form, n: 'It was a refund.' })
  expect(await again.text()).toContain('already pending')
  const { html } = await approver.open('/finance/proposals')
  expect(html).toContain('are no longer booked as a top-up')
  const action = /action="(\/finance\/proposals\/proposal_\w+)"/.exec(html)?.[1] ?? ''
  world.wait(1)
  await approver.post(action, { verdict: 'confirmed' })
  expect((await browser.open('/finance/statements/rules')).html).not.toContain('Odd')
})

it('a mapping that is changed is tried on the next file and confirmed, and is in use again from then on', async () => {
  const { world, browser } = await taught()
  world.wait(1)
  const path = `/finance/statements/rules/columns?${new URLSearchParams(rule)}`
  expect((await browser.open(path)).html).toContain('<option value="Ref" selected="">')
  const fields = {
    ...rule,
    day: 'Date',
    dayFormat: 'DD/MM/YYYY',
    by: 'sign',
    amount: 'Amount',
    below: 'debit',
    decimal: '.',
    key: 'Ref',
    type: 'Type',
  }
  const wrong = await browser.post('/finance/statements/rules/columns', { ...fields, amount: '' })
  expect(wrong.status).toBe(422)
  const done = await browser.post('/finance/statements/rules/columns', fields)
  expect(done.headers.get('location')).toContain('said=changed')
  expect((await browser.open('/finance/statements/rules')).html).toContain('the next file asks to confirm it')
  expect((await upload(world, 14)).received).toMatchObject({ refused: 'which_columns' })
  world.wait(1)
  const changed = { ...mapping, reference: null, key: 'Ref' }
  expect((await uploadBytes(world, file(14), { accountId, claims, mapping: changed })).statement?.state).toBe(
    'published',
  )
  expect((await upload(world, 15)).statement?.state).toBe('published')
  const actions = (await rowsOf(world, 'audit_entries')).map(({ action }) => String(action))
  expect(actions.filter((action) => action.startsWith('columns.'))).toEqual(['columns.changed'])
})

it('a mapping that is forgotten is asked for anew, and nothing of it is filled in', async () => {
  const { world, browser } = await taught()
  world.wait(1)
  const done = await browser.post('/finance/statements/rules/forget', rule)
  expect(done.headers.get('location')).toContain('said=forgotten')
  const { html } = await browser.open('/finance/statements/rules')
  expect(html).not.toContain('Date (DD/MM/YYYY)')
  const { received } = await upload(world, 14)
  expect(received).toMatchObject({ refused: 'which_columns' })
  const own = 'own' in received ? received.own : ''
  const page = (await browser.open(`/finance/statements/${own}/columns`)).html
  expect(page).not.toContain('As it will be read')
  expect(page).not.toContain('<option value="Ref" selected="">')
  // Once more is once too often.
  expect((await browser.post('/finance/statements/rules/forget', rule)).headers.get('location')).toContain('moved_on')
})

it('who may only look sees no button', async () => {
  const { world } = await taught()
  const auditor = await signedIn(world, 'auditor')
  const { html } = await auditor.open('/finance/statements/rules')
  expect(html).toContain('Odd')
  expect(html).not.toContain('action="/finance/statements/rules')
})

const revisionAt = (at: string, of: object | null = {}) => ({
  header: name,
  mapping: of === null ? null : JSON.stringify({ ...mapping, header, ...of }),
  actor: 'b',
  at,
})
const read = (saidAt: string, of: object = {}) => ({
  mapping: JSON.stringify({ ...mapping, header, ...of }),
  uploadedBy: 'a',
  saidAt,
})

it.each([
  ['nothing', [], [], []],
  ['a file', [read('1')], [], ['in_use 1']],
  ['two files', [read('2'), read('1')], [], ['in_use 2']],
  ['a file of before rows of names were kept', [read('1', { header: null })], [], []],
  ['a change of later', [read('1')], [revisionAt('2')], ['to_confirm 2']],
  ['a change of the same moment', [read('1')], [revisionAt('1')], ['to_confirm 1']],
  ['a file read since the change', [read('3')], [revisionAt('2')], ['in_use 3']],
  ['forgotten since', [read('1')], [revisionAt('2', null)], []],
  ['read since it was forgotten', [read('3'), read('1')], [revisionAt('2', null)], ['in_use 3']],
  ['changed and forgotten', [read('1')], [revisionAt('2'), revisionAt('3', null)], []],
  ['two tables', [read('1'), read('2', { header: ['other'] })], [], ['in_use 2', 'in_use 1']],
])('columns in force: %s', (_, files, rows, wanted) => {
  expect(columnsIn(files, rows).map(({ state, at }) => `${state} ${at}`)).toEqual(wanted)
})

it.each([
  [[], []],
  [['Odd topup'], ['Odd topup']],
  [['Odd topup', 'Odd fee'], ['Odd fee']],
  [['Odd topup', 'Odd unknown'], []],
  [
    ['Odd topup', 'Odd unknown', 'Odd fee', 'Even tax'],
    ['Even tax', 'Odd fee'],
  ],
  [[' topup'], []],
])('words in force: %j', (rows, wanted) => {
  const stored = rows.map((row) => {
    const [rawType = '', kind] = row.split(' ')
    return { rawType, kind: kind as 'topup', actor: 'a', at: '1' }
  })
  expect(wordsIn(stored).map(({ word, kind }) => `${word} ${kind}`)).toEqual(wanted)
})
