/**
 * An admin and a colleague of finance who tell each other everything: each looks through all that they have, and writes
 * down what it says beside every reference.
 */
import { signedIn } from '../staff/accounts/member.ts'
import { textOf } from '../support/begun.ts'
import { records } from '../support/parse-csv.ts'
import type { Student } from '../support/student.ts'
import type { World } from '../support/world.ts'

/** What all pages and files say of one reference, as one text; and in which order the references came. */
export interface Seen {
  views: Map<string, string>
  order: string[]
}

export interface Insiders {
  admin: Student
  preparer: Student
  approver: Student
}

export async function insiders(world: World): Promise<Insiders> {
  return {
    admin: await signedIn(world, 'admin'),
    preparer: await signedIn(world, 'preparer'),
    approver: await signedIn(world, 'approver'),
  }
}

/** Every page of a list, by the links that lead on. */
async function pagesOf(browser: Student, path: string, next: RegExp): Promise<string[]> {
  const pages: string[] = []
  for (let at: string | undefined = path; at !== undefined && pages.length < 50; ) {
    const { html }: { html: string } = await browser.open(at)
    pages.push(html)
    at = next.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return pages
}

const rowsWith = (html: string, reference: string) =>
  [...html.matchAll(/<tr\b[^>]*>.*?<\/tr>|<section class="q".*?<\/section>|<li>.*?<\/li>/gs)]
    .map(([row]) => row)
    .filter((row) => row.includes(reference))
    .map(textOf)

function seen(pages: readonly string[], rows: Record<string, string>[], key: string): Seen {
  const order = rows.map((row) => row[key] ?? '')
  const views = rows.map((row): [string, string] => {
    const reference = row[key] ?? ''
    return [reference, [JSON.stringify(row), ...pages.flatMap((html) => rowsWith(html, reference))].join('\n')]
  })
  return { views: new Map(views), order }
}

/** All that the admin sees, by export reference. */
export async function answersSeen({ admin }: Insiders): Promise<Seen & { rows: Record<string, string>[] }> {
  const pages = [
    ...(await pagesOf(admin, '/admin/reviews', /rel="next" href="(\/admin\/reviews\?before=[^"]+)"/)),
    ...(await pagesOf(admin, '/admin/reviews', /rel="next" href="(\/admin\/reviews\?held=[^"]+)"/)),
  ]
  const rows = records(await (await admin.post('/admin/studies/study-abroad/responses.csv')).text())
  return { ...seen(pages, rows, 'response'), rows }
}

/** All that finance sees, by the reference of a voucher, its own page and those of its batches among it. */
export async function moneySeen({ preparer }: Insiders): Promise<Seen & { rows: Record<string, string>[] }> {
  const file = await preparer.post('/finance/vouchers.csv')
  if (file.status !== 200) throw new Error(`the file of vouchers answered ${file.status}`)
  const rows = records(await file.text())
  const listed = (await preparer.open('/finance/days')).html
  const days = new Set([...listed.matchAll(/\/finance\/days\/([\d-]+)"/g)].map(([, day = '']) => day))
  const pages = [
    ...(await pagesOf(preparer, '/finance/vouchers', /rel="next" href="(\/finance\/vouchers\?[^"]+)"/)),
    ...(await pagesOf(
      preparer,
      '/finance/vouchers?state=claim_held',
      /rel="next" href="(\/finance\/vouchers\?[^"]+)"/,
    )),
    (await preparer.open('/finance/reports/closing/study-abroad')).html,
  ]
  for (const day of days) {
    pages.push(...(await pagesOf(preparer, `/finance/days/${day}`, /rel="next" href="(\/finance\/days\/[^"]+)"/)))
  }
  const found = seen(pages, rows, 'voucher')
  for (const reference of found.order) {
    const { html } = await preparer.open(`/finance/vouchers/${reference}`)
    found.views.set(reference, `${found.views.get(reference)}\n${textOf(html)}`)
  }
  return { ...found, rows }
}

/** The references of which something else is said than before, or that were not there. */
export function changed(before: Seen, after: Seen): Set<string> {
  return new Set([...after.views].flatMap(([name, view]) => (before.views.get(name) === view ? [] : [name])))
}
