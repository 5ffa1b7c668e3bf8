/** What stands in columns and beside labels of everything that one desk can open or take away. */

import { parseCsv } from '../support/parse-csv.ts'
import type { Student } from '../support/student.ts'

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

/** Ids, days, references and parts of a questionnaire left out: one of each kind of page is enough, three are looked at. */
const kindOf = (path: string) =>
  path
    .replaceAll(/\w+_[\w-]{10,}|[A-Z0-9]{4}(-[A-Z0-9]{4})+|\d{4}-\d\d(-\d\d)?|\b[0-9a-z]{13}\b|[0-9a-f]{64}/g, '*')
    .replaceAll(/%2F(?!(options|rows|ends)\b)\w+/g, '%2F*')

/** Of these each is about something else: which of them come first is left to chance. */
const eachIsItsOwn =
  /\/finance\/(exceptions|payouts|vouchers|batches|statements|proposals)\/\*$|\/edit\?at=questions%2F\*$/

/** Where a study is described before anybody answers: what stands there is public once it opens, of whichever desk. */
const describesStudy = /^\/admin\/(setups\/|studies\/[^/]+\/settings)/

/**
 * Where a questionnaire is edited, texts are sorted or margins typed: fields are named by the part or the response that they
 * are of, and their kind is all that matters.
 */
const namesParts = /^\/admin\/studies\/[^/]+\/(questionnaire\/edit|insights\/(texts|weights))/
const withoutPart = (name: string) =>
  name
    .replace(/^field t\.\w+\..*/, 'field t.')
    .replace(/^field (?:([a-z]+)\/|Q\d\d).*/, (_, kind = 'answer') => `field ${kind}/`)

function fieldsOf(html: string): string[] {
  const main = html.replace(/<(header|nav|script|style)\b.*?<\/\1>/gs, '')
  const named = (tag: RegExp) => [...main.matchAll(tag)].map(([, text = '']) => plain(text))
  return [
    ...named(/<th scope="col"[^>]*>(.*?)<\/th>/gs).map((name) => `column ${name}`),
    ...named(/<dt[^>]*>(.*?)<\/dt>/gs).map((name) => `label ${name}`),
    ...[...main.matchAll(/<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"/g)].map(([, name]) => `field ${name}`),
  ].filter((name) => !/^(column|label) ?$/.test(name))
}

/** The header of a file: its first row, or of a report that has rows of labels, the first of the widest. */
function columnsOf(text: string): string[] {
  const rows = parseCsv(text.replace(/^\uFEFF/, ''))
  const [header = []] = [...rows].sort((one, other) => other.length - one.length)
  return header.map((name) => `in a file ${name}`)
}

/** All of it, from a page on, by the name of the field; the pages where each was seen, for whoever has to judge it. */
export async function everyField(
  browser: Student,
  from: readonly string[],
  root: string,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const looked = new Map<string, number>()
  const been = new Set<string>()
  const open = from.map((path) => ({ path, isFile: false }))
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { path, isFile } = next
    if (been.has(`${isFile} ${path}`)) continue
    been.add(`${isFile} ${path}`)
    const kind = `${isFile} ${kindOf(path)}`
    const times = looked.get(kind) ?? 0
    if (times >= (eachIsItsOwn.test(kind) ? 60 : 3)) continue
    looked.set(kind, times + 1)
    const response = isFile ? await browser.post(path) : await browser.get(path)
    const type = response.headers.get('content-type') ?? ''
    if (response.status !== 200) continue
    const text = await response.text()
    const found = type.startsWith('text/html') ? fieldsOf(text) : type.startsWith('text/csv') ? columnsOf(text) : []
    for (const one of found) {
      const ofPart = namesParts.test(path) ? withoutPart(one) : one
      const name = describesStudy.test(path) ? `${one} (of a study)` : ofPart
      if (!seen.has(name)) seen.set(name, path)
    }
    if (!type.startsWith('text/html')) continue
    const links = [...text.matchAll(/href="([^"#]+)"/g)].map(([, to = '']) => ({ path: to, isFile: false }))
    const files = [...text.matchAll(/action="([^"]+\.csv[^"]*|[^"]+\/files\/csv)"/g)].map(([, to = '']) => ({
      path: to,
      isFile: true,
    }))
    for (const one of [...links, ...files]) {
      const to = one.path.replaceAll('&amp;', '&')
      // Pictures and workbooks have neither fields nor links that are read here.
      if (to.startsWith(root) && !/\.(svg|xlsx)(\?|$)/.test(to)) open.push({ ...one, path: to })
    }
  }
  return seen
}
