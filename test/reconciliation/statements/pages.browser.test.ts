/** The pages of statements and exceptions in a real browser: they fit, speak one language, and send large files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeFile } from '../../../simulation/statements/make.ts'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { columnsName } from '../../../src/reconciliation/reading-rules/rule.ts'
import { learnWord } from '../../../src/reconciliation/reading-rules/words.ts'
import { atEachWidth } from '../../browser/each-width.ts'
import { type Site, visitors } from '../../browser/site.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { filledUp, movementsOf, paidWorld, uploadBytes, uploadStatement } from '../../support/paid.ts'

const { open, visit } = visitors()
const directory = mkdtempSync(join(tmpdir(), 'honorarium-upload-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const leak = {
  ...filledUp,
  id: 'leak',
  providerId: '9',
  reference: 'X1',
  direction: 'debit' as const,
  kind: 'payment' as const,
}

/** A statement that counts, one that was refused, a CSV whose columns are not known, and exceptions. */
async function busySite(): Promise<Site> {
  const site = await open({})
  const { attempts } = await paidWorld(2, {}, undefined, async () => site)
  const [one, two] = movementsOf(attempts)
  if (one === undefined || two === undefined) throw new Error('no movements')
  const late = { ...two, at: '2026-11-24T03:00:00.000Z' }
  await uploadStatement(site, [filledUp, { ...leak, amountMinor: 2_000 }, one, { ...one, id: 'twice' }, late])
  await uploadStatement(site, [filledUp], { fault: 'totals' })
  await uploadBytes(site, new TextEncoder().encode('Date,Paid,Ref\n01/12/2026,-12.50,R1\n'), {
    accountId: 'manual:CNY',
  })
  // Rules: a mapping that has read a file, and a type that was taught.
  const mapping = csvMapping.parse({
    delimiter: ',',
    day: { column: 'Date', format: 'DD/MM/YYYY' },
    amount: { by: 'sign', column: 'Paid', below: 'debit' },
    currency: { code: 'HKD' },
    type: 'Ref',
  })
  await uploadBytes(site, new TextEncoder().encode('Date,Paid,Ref\n01/12/2026,12.50,Odd\n'), {
    accountId: 'manual:HKD',
    mapping,
    claims: { rows: 1 },
  })
  await site.ports.db.together(...(await learnWord(site.ports, 'manual:HKD', 'Odd', 'topup', 'staff_1')))
  return site
}

/** What every language shares: people, the time of the world, formats, units, accounts. */
const shared =
  /^another language: (Mei|Omar|Ada|UTC|UTF|GB|GBK|Big|HKSCS|Windows|ISO|Latin|camt|Tremendous|CSV|XLSX|HKD|Odd|SHA|ZIP|MB|gzip|wechat|manual|YYYY|YY|MMM|MM|DD|Date|Paid|Ref|年|月|日|\s)+$/

atEachWidth(
  'in %s the pages fit, speak one language, and axe finds nothing',
  async ({ language, see, found }) => {
    const site = await busySite()
    const ids = await site.rows<{ id: string; state: string }>('select id, state from statements')
    const exceptions = await site.rows<{ id: string }>('select id from exceptions')
    const { page, complaints } = await visit(site, { language, as: await signedIn(site, 'preparer') })
    const paths = [
      'statements',
      ...ids.map(({ id, state }) => (state === 'receiving' ? `statements/${id}/columns` : `statements/${id}`)),
      'exceptions',
      ...exceptions.map(({ id }) => `exceptions/${id}`),
      'statements/rules',
      `statements/rules/columns?account=manual:HKD&name=${columnsName(['Date', 'Paid', 'Ref'])}`,
    ]
    expect(paths).toHaveLength(12)
    for (const path of paths) {
      await page.goto(`${site.origin}/finance/${path}`)
      await see(page)
      if (!path.endsWith('/columns')) continue
      await page.locator('main form button').last().click()
      await page.locator('button[formaction]').waitFor()
      await see(page)
    }
    found(...complaints)
  },
  (fault) => shared.test(fault),
)

it.each([true, false])('a large file is uploaded and read to its end (scripts: %s)', async (scripts) => {
  const site = await open({})
  const movements = Array.from({ length: 5_000 }, (_, i) => ({
    ...filledUp,
    id: `19000092312026112${i}`,
    at: new Date(Date.parse('2026-11-22T01:00:00.000Z') + i * 1000).toISOString(),
    amountMinor: 1,
  }))
  const { bytes } = await makeFile('wechat_fund_bill', movements, { openingMinor: 0 })
  const path = join(directory, 'bill.csv')
  writeFileSync(path, bytes)
  const { page } = await visit(site, { scripts, as: await signedIn(site, 'preparer') })
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname.replace(/statement_\w+/, 'ID'))
  })
  await page.goto(`${site.origin}/finance/statements`)
  await page.setInputFiles('#file', path)
  await page.click('main form.file button')
  await page.waitForURL(/said=received/)
  // The script goes on by itself; without it the button is pressed until there is none.
  const button = page.locator('form[data-work] button')
  if (!scripts) while ((await button.count()) > 0) await button.click()
  await page.getByText('Checks passed').waitFor()
  await page.getByText('in effect', { exact: true }).waitFor()
  const sent = scripts
    ? ['/finance/statements/pieces', '/finance/statements/ID/pieces/2', '/finance/statements/ID/end']
    : ['/finance/statements']
  expect(posts.slice(0, sent.length)).toEqual(sent)
  expect(new Set(posts.slice(sent.length))).toEqual(new Set(['/finance/statements/ID/work']))
  expect(await site.rows('select state, lines_matched from statements')).toEqual([
    { state: 'published', lines_matched: 5_000 },
  ])
})
