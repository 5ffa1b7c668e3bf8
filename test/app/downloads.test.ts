/**
 * Every file that somebody can take away, as everybody there: nothing that was typed anywhere is one that a spreadsheet
 * runs, all of it comes back, and the audit trail says who took what people are in. A new route that answers with a file
 * fails here until it is on the list.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sheetOf } from '../rewards/payment-files/payment-lines.ts'
import { approved, claimedFor, issued } from '../support/claimed.ts'
import { rowsOf } from '../support/databases/fresh.ts'
import { type Everywhere, everywhere } from '../support/everywhere.ts'
import { addResponse } from '../support/export-rows.ts'
import { parseCsv } from '../support/parse-csv.ts'
import { manualPayer } from '../support/payer.ts'
import type { Student } from '../support/student.ts'

const hostile = [
  `=cmd|'/C calc'!A0`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' \u3000=1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠x',
  '"=1+1',
  `'=1+1`,
  'a;=1',
  'a\r\n=1',
  '=HYPERLINK("https://evil.example","a")',
]
/** What a posted form may be: a payee's name or a cost centre is one line of its own. */
const oneLine = '=1+1'
const payees = ['=1+1', '@SUM(A1)', '＋1']

/** Each way to a file, and what it is for. Whoever adds one thinks here about what a spreadsheet makes of it. */
const known: Record<string, 'codes' | 'people' | 'workbook' | 'machines' | 'evidence'> = {
  'GET /admin/studies/:slug/exports/:id/file': 'people',
  'POST /admin/studies/:slug/responses.csv': 'codes',
  'POST /admin/studies/:slug/responses.csv?labels=en': 'people',
  'GET /admin/studies/:slug/questionnaire/files/:version/:as': 'people',
  'GET /admin/studies/:slug/live/:file{[a-z-]+\\.(?:csv|svg)}': 'people',
  'GET /admin/studies/:slug/insights/charts/:file': 'people',
  'GET /admin/studies/:slug/insights/crosses.csv?rows=Q03&columns=Q06': 'people',
  'GET /admin/studies/:slug/insights/crosses.svg?rows=Q03&columns=Q06': 'machines',
  'GET /admin/studies/:slug/insights/flows.csv': 'people',
  'GET /admin/studies/:slug/insights/flows.svg': 'machines',
  'GET /admin/studies/:slug/insights/compare.csv': 'people',
  'GET /admin/studies/:slug/insights/compare.xlsx': 'workbook',
  'GET /admin/studies/:slug/insights/compare.svg?question=Q03': 'machines',
  'POST /finance/vouchers.csv': 'people',
  'POST /admin/audit.csv': 'people',
  // One's own answers as JSON or as a page: no spreadsheet opens either.
  'GET /s/:study/status/:file': 'machines',
  'POST /finance/batches/:id/register/files/csv': 'people',
  'POST /finance/batches/:id/register/files/xlsx': 'workbook',
  'POST /finance/reports/files/csv/:kind/:of/:when?': 'people',
  'POST /finance/reports/files/xlsx/:kind/:of/:when?': 'workbook',
  'POST /finance/reports/signed/:id/file': 'machines',
  'POST /finance/batches/:id/files/csv': 'people',
  'POST /finance/batches/:id/files/xlsx': 'workbook',
  // The bytes of the bank, which are what is judged.
  'POST /finance/batches/:id/results/:file': 'evidence',
}

/** Files that leave no entry in the audit trail, since a GET writes nothing, and why that is right. Any other leaves one. */
const withoutEntry: Readonly<Record<string, string>> = {
  'GET /admin/studies/:slug/exports/:id/file':
    'the press before it left one, within the hour; without it there is the button alone',
  'GET /admin/studies/:slug/questionnaire/files/:version/:as': 'a questionnaire, which no person is in',
  'GET /admin/studies/:slug/live/:file{[a-z-]+\\.(?:csv|svg)}': 'counts of all',
  'GET /admin/studies/:slug/insights/charts/:file': 'counts of all',
  'GET /admin/studies/:slug/insights/crosses.csv': 'counts of all',
  'GET /admin/studies/:slug/insights/crosses.svg': 'counts of all',
  'GET /admin/studies/:slug/insights/flows.csv': 'counts of all',
  'GET /admin/studies/:slug/insights/flows.svg': 'counts of all',
  'GET /admin/studies/:slug/insights/compare.csv': 'counts of all',
  'GET /admin/studies/:slug/insights/compare.xlsx': 'counts of all',
  'GET /admin/studies/:slug/insights/compare.svg': 'counts of all',
  'GET /s/:study/status/:file': 'their own answers, to whoever gave them',
}

let all: Everywhere
let batch: string
beforeAll(async () => {
  all = await everywhere({
    study: (study) => ({ ...study, settings: { ...study.settings, costCentre: oneLine, projectCode: '@x' } }),
  })
  const { world } = all
  for (const [n, text] of hostile.entries()) {
    await addResponse(world, { answers: { Q22: text, Q28: text }, exportRef: `ref${String(n).padStart(10, '0')}` })
  }
  world.ports.payers = [...world.ports.payers, manualPayer()]
  for (const [n, name] of payees.entries()) {
    await claimedFor(world, await issued(world, 200 + n), {
      channel: 'bank',
      fields: { name, bank: '=1+1', account: `62220200000000${n}` },
    })
  }
  batch = await approved(world, { provider: 'manual', channel: 'bank' })
  const [, preparer] = all.readers.find(([who]) => who === 'a preparer') ?? []
  await preparer?.post(`/finance/batches/${batch}/instruction`)
})
afterAll(() => all.world.close())

/** What a spreadsheet could run, wherever a locale begins a cell. */
const formula = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/
const plain = /^(-?\d+(\.\d+)?|\+\d{6,15})?$/

function expectNoFormula(cell: string, where: string): void {
  if (plain.test(cell)) return
  for (const part of cell.split(/[;\t\r\n]/)) expect(part.replace(/^[\s"]+/, ''), where).not.toMatch(formula)
}

/** What was typed, as whoever opens a file has it. */
const typedIn = {
  people: (cell: string) => cell.replace(/^'/, '').replaceAll(/([;\t\r\n][\s"']*)'(?=[=+\-@＝＋－＠])/g, '$1'),
  codes: (cell: string) => JSON.parse(`"${cell.replaceAll('"', '\\"')}"`) as string,
}

const entries = async () => (await rowsOf<{ id: string }>(all.world, 'audit_entries')).length

interface Taken {
  route: string
  /** With what was asked for. */
  name: string
  bytes: Uint8Array
  /** Whether the audit trail says so. */
  isTold: boolean
}

/** What somebody who may take it away gets. */
async function filesOf(reader: Student): Promise<Taken[]> {
  const { addressOf, queries, world } = all
  const routes = new Set(world.app.routes.map(({ method, path }) => `${method} ${path}`))
  const taken: Taken[] = []
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ')
    // Of what is posted, only files: any other button would change something.
    if (method !== 'GET' && !/\.csv$|\/files\/:format|\/results\/:file$|\/file$/.test(path)) continue
    const formats = path.includes('/:format') ? ['csv', 'xlsx'] : [null]
    for (const format of formats) {
      for (const query of ['', ...(queries[path] ?? [])]) {
        const own = path.replace(':id', batch).replace(':format', format ?? '')
        const isOfBatch = path.startsWith('/finance/batches/') && format !== null
        const address = `${isOfBatch ? own : addressOf(path)?.replace('/csv/', `/${format}/`)}${query}`
        const before = await entries()
        const response = method === 'GET' ? await reader.get(address) : await reader.post(address)
        const bytes = new Uint8Array(await response.arrayBuffer())
        const isFile = response.headers.get('content-disposition')?.startsWith('attachment')
        const name = route.replace(':format', format ?? '') + query
        if (isFile) taken.push({ route, name, bytes, isTold: (await entries()) > before })
      }
    }
  }
  return taken
}

it('in no file that somebody may take away is anything run by a spreadsheet, all that was typed comes back, and the trail tells of it', async () => {
  const seen = new Map<string, string[]>()
  const untold = new Set<string>()
  for (const [who, reader] of all.readers) {
    for (const { route, name, bytes, isTold } of await filesOf(reader)) {
      if (!isTold) untold.add(route)
      const kind = known[name]
      expect(kind, `${name}: a file that is not on the list`).toBeDefined()
      const where = `${who}: ${name}`
      const text = new TextDecoder().decode(bytes)
      const cells = kind === 'people' || kind === 'codes' ? parseCsv(text.replace(/^\uFEFF/, '')).flat() : []
      for (const cell of cells) expectNoFormula(cell, where)
      // A cell of a workbook is a text or a number: one that is a formula throws.
      const texts = kind === 'workbook' ? [...sheetOf(bytes).values()].map(({ value }) => value) : cells
      seen.set(name, kind === 'people' || kind === 'codes' ? texts.map(typedIn[kind]) : texts)
    }
  }
  expect([...seen.keys()].sort()).toEqual(Object.keys(known).sort())
  expect([...untold].sort(), 'taken away without an entry in the audit trail').toEqual(Object.keys(withoutEntry).sort())
  for (const name of ['', '?labels=en'].map((query) => `POST /admin/studies/:slug/responses.csv${query}`)) {
    expect(seen.get(name)).toEqual(expect.arrayContaining(hostile))
  }
  for (const format of ['csv', 'xlsx']) {
    expect(seen.get(`POST /finance/batches/:id/files/${format}`)).toEqual(expect.arrayContaining(payees))
    expect(seen.get(`POST /finance/batches/:id/register/files/${format}`)).toEqual(
      expect.arrayContaining([oneLine, '@x']),
    )
  }
})
