/**
 * All that a desk is shown at one moment, page by page and file by file, made into what a program can compare: what is said
 * of each reference, in which order references stand, and every figure by the place where it stands.
 */
import type { ExportFormat } from '../../src/survey/exports/formats/format.ts'
import { textOf } from '../support/begun.ts'
import { records } from '../support/parse-csv.ts'
import type { Student } from '../support/student.ts'
import type { World } from '../support/world.ts'

export interface Look {
  /** Rows of every file by the reference that they begin with, in the order of the file; by the file's name. */
  files: ReadonlyMap<string, Record<string, string>[]>
  /** Every sentence, line of a list and row of a table, by its words without its numbers. */
  figures: ReadonlyMap<string, string>
  /** References as they follow one another, by page. */
  orders: ReadonlyMap<string, string[]>
}

const reference = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b|\b(?=[a-z]*\d)[0-9a-z]{13}\b/g

/** The blocks of a page: what changes in one is told from what changes beside it. */
function figuresIn(path: string, html: string): [string, string][] {
  const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? html
  const blocks = [...main.matchAll(/<(tr|li|p|dt|h1|h2|h3|option)\b[^>]*>.*?<\/(?:\1)>(?:\s*<dd[^>]*>.*?<\/dd>)?/gs)]
  const seen = new Map<string, number>()
  return blocks.map(([block]) => {
    const text = textOf(block).trim()
    // A row is called by its first cell, such as a day.
    const name = textOf(/^<tr\b.*?<\/t[hd]>/s.exec(block)?.[0] ?? '').trim()
    const rest = text.slice(name.length).replace(/\d[\d,.]*/g, '#')
    const words = `${path} ${`${name}${rest}`.replace(reference, '')}`
    const nth = (seen.get(words) ?? 0) + 1
    seen.set(words, nth)
    // A share moves with what it is a share of, and says nothing more.
    return [`${words} ${nth}`, text.replace(/\d[\d.]*%/g, '%')]
  })
}

/** What somebody sees who opens these pages and takes these files. */
async function look(browser: Student, paths: readonly string[], files: Look['files']): Promise<Look> {
  const figures = new Map<string, string>()
  const orders = new Map<string, string[]>()
  for (const path of paths) {
    const { html } = await browser.open(path)
    for (const [words, text] of figuresIn(path, html)) figures.set(words, text)
    orders.set(path, [...new Set(html.match(reference) ?? [])])
  }
  for (const [name, rows] of files) orders.set(name, [...new Set(rows.map((row) => Object.values(row)[0] ?? ''))])
  return { files, figures, orders }
}

/** Addresses of pages about a study that name nothing but the study, and so are the same for everybody who looks. */
function pagesOf({ app, study }: World): string[] {
  const paths = app.routes
    .filter(({ method, path }) => method === 'GET' && /^\/admin\/studies\/:slug(\/[a-z-/]+)?$/.test(path))
    .map(({ path }) => path.replace(':slug', study.slug))
  return [...new Set(paths)]
}

/** Pages of a questionnaire and of settings: nobody's answers stand there, and reading them takes long. */
const ofSettings = /\/(questionnaire\/|settings|preview|dry-run|permit|soft-launch|findings|tests)/

/** How a file's rows are read, by its format; null where it is no text of rows, or nobody's rows stand in it. */
const formats: Readonly<Record<ExportFormat['id'], ((text: string) => Record<string, string>[]) | null>> = {
  csv: records,
  'csv-labels': records,
  paradata: records,
  flags: records,
  xlsx: null,
  sav: null,
  dta: null,
  parquet: null,
  codebook: null,
  'codebook-csv': null,
  ddi: null,
  themes: null,
  jsonl: (text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => rowOf(JSON.parse(line))),
}

function rowOf(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]))
}

/**
 * Takes a file of answers away, as the pages lead there.
 * @param filter as an address has it; without one, everybody is in the file
 */
export async function exportOf(admin: Student, format: string, filter = ''): Promise<string> {
  const who: Record<string, string> = filter === '' ? { everybody: 'yes' } : { filter }
  const asked = await admin.post('/admin/studies/study-abroad/exports', { format, language: 'en', ...who })
  const at = asked.headers.get('location') ?? ''
  const taken = await admin.post(`${at}/file`)
  const file = await admin.get(taken.headers.get('location') ?? '')
  if (file.status !== 200) throw new Error(`the file of ${format} answered ${file.status}`)
  return file.text()
}

/**
 * What an admin sees: every page about the study, the desk of reviews, and every file of answers.
 * @param of `everything`; `pages`: with one file; or the one `file` alone
 */
export async function answersLook(world: World, admin: Student, of: 'everything' | 'pages' | 'file'): Promise<Look> {
  const paths = ['/admin', '/admin/reviews', ...pagesOf(world).filter((path) => !ofSettings.test(path))]
  const plain = await (await admin.post('/admin/studies/study-abroad/responses.csv')).text()
  const files = new Map([['csv', records(plain)]])
  if (of === 'everything') {
    for (const [format, rowsIn] of Object.entries(formats)) {
      if (rowsIn === null) continue
      const rows = rowsIn(await exportOf(admin, format))
      if (rows.length === 0) throw new Error(`the file of ${format} is empty`)
      files.set(`an export of ${format}`, rows)
    }
  }
  return look(admin, of === 'file' ? [] : paths, files)
}

/** Figures under filters by answers, days, languages and flags, as an admin may choose any. */
const filters = [
  'is.Q01=4',
  'is.Q02=2.3&held=out',
  'is.Q05=1&is._flags=pace',
  'is._language=zh-Hans&from._day=2026-11-25',
]

/** What an admin sees of answers under filters: figures, crosses and the live page. */
export function filteredLook(admin: Student): Promise<Look> {
  const here = '/admin/studies/study-abroad'
  const filtered = filters.map((filter) => `${here}/insights?${filter}`)
  return look(admin, [...filtered, `${here}/insights/crosses?row=Q01&column=Q02`, `${here}/live`], new Map())
}

/** What the lists of money say when they are asked for by the same filters, beside what they say without. */
export async function moneyByAnswers(preparer: Student): Promise<[said: string, plain: string][]> {
  const pairs: [string, string][] = []
  for (const path of ['/finance/vouchers', '/finance/payouts', '/finance']) {
    const of = async (query: string) =>
      textOf(/<main\b.*<\/main>/s.exec((await preparer.open(path + query)).html)?.[0] ?? '')
    for (const filter of filters.slice(0, 2)) pairs.push([await of(`?${filter}`), await of('')])
  }
  return pairs
}

/**
 * What an admin sees without opening a response: both lists of reviews, who has asked in writing, the live page and its files, and
 * the file of answers.
 * @param takesFiles whether the files of the live page are taken away
 */
export async function answersLists(admin: Student, takesFiles: boolean): Promise<Look> {
  const here = '/admin/studies/study-abroad'
  const html = takesFiles ? (await admin.open(`${here}/live`)).html : ''
  const names = [...new Set([...html.matchAll(/\/live\/([a-z-]+\.csv)"/g)].map(([, name = '']) => name))]
  if (takesFiles && names.length === 0) throw new Error('the live page leads to no file')
  const files = new Map([['csv', records(await (await admin.post(`${here}/responses.csv`)).text())]])
  for (const name of names) files.set(name, records(await (await admin.get(`${here}/live/${name}`)).text()))
  return look(admin, ['/admin', '/admin/reviews', here, `${here}/requests`, `${here}/live`], files)
}

const moneyPages = [
  '/finance',
  '/finance/budgets',
  '/finance/vouchers',
  '/finance/days',
  '/finance/payouts',
  '/finance/clearing',
  '/finance/exceptions',
  '/finance/proposals',
  '/finance/reports',
  '/finance/reports/closing/study-abroad',
]

/** What a preparer sees: every list of the desk of money, and the file of vouchers. */
export async function moneyLook(preparer: Student, pages: boolean): Promise<Look> {
  const files = new Map([['vouchers', records(await (await preparer.post('/finance/vouchers.csv')).text())]])
  return look(preparer, pages ? moneyPages : [], files)
}
