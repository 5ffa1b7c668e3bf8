/** Nothing that finance reads is a code of this program: an id with its kind, a name of a column, an amount in minor units. */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../schema/tables.ts'
import { closingCases } from '../reconciliation/exceptions/closing-cases.ts'
import { close } from '../reconciliation/exceptions/two-people.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { proposals } from '../staff/approvals/shown/proposed.ts'
import { open as openExceptions } from '../support/paid.ts'
import type { World } from '../support/world.ts'

/** `payout_1m8…`, `state_conflict`; `manual:HKD`, `sha256:12`; `closing: 500000`; and what a mistake leaves. */
const code = new RegExp(
  [
    String.raw`\b[a-z]+(?:_[A-Za-z0-9]+)+\b`,
    String.raw`\b[a-z]+\d*:[A-Za-z0-9]\S*`,
    String.raw`\b[a-z]+[A-Z]?\w*: -?\d{3,}\b`,
    String.raw`\b(undefined|null|NaN)\b|\[object`,
  ].join('|'),
  'g',
)
/** A government's own number of its notice. */
const others = /^content_\d+$/

/** The texts of a page, one for each stretch between tags. */
function texts(html: string): string[] {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '')
}

/** What of the kind stands on the pages that somebody reaches from their desk; of each kind of page a few. */
async function codesSeen(world: World, role: Role): Promise<string[]> {
  const browser = await signedIn(world, role)
  const found: string[] = []
  const seen = new Set<string>()
  const looked = new Map<string, number>()
  const open = ['/finance']
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const kind = path.replaceAll(/\w+_[\w-]{10,}|[A-Z0-9]{4}(-[A-Z0-9]{4})+|\d{4}-\d\d(-\d\d)?/g, '*')
    const times = looked.get(kind) ?? 0
    if (seen.has(path) || times >= 2) continue
    seen.add(path)
    looked.set(kind, times + 1)
    const response = await browser.get(path)
    // What a page leads to can be opened by whoever reads the page.
    if (response.status >= 400) found.push(`${path}: ${response.status}`)
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await response.text()
    for (const text of texts(html)) {
      found.push(...(text.match(code) ?? []).filter((hit) => !others.test(hit)).map((hit) => `${path}: ${hit}`))
    }
    for (const [, to = ''] of html.matchAll(/href="(\/(?:admin|finance)[^"#]*)"/g))
      open.push(to.replaceAll('&amp;', '&'))
  }
  expect(seen.size).toBeGreaterThan(15)
  return found
}

describe('no page of finance shows a code', () => {
  // One way to each closing of each class: the others differ in what becomes of a voucher.
  const ways = Map.groupBy(
    closingCases.filter(({ becomes }) => typeof becomes !== 'string'),
    ({ class: name, action }) => `${name} ${action}`,
  )
  it.each([...ways.values()].flatMap(([first]) => first ?? []))(
    'about $class, $how, open and closed by $action',
    async ({ class: name, action, make }) => {
      const { world } = await make(undefined)
      const before = await codesSeen(world, 'preparer')
      for (const one of await openExceptions(world)) if (one.class === name) await close(world, one, action)
      expect([...before, ...(await codesSeen(world, 'auditor'))]).toEqual([])
    },
  )

  const made = Object.entries(proposals).flatMap(([kind, ways]) =>
    Object.entries(ways).map(([way, make]) => ({ kind, way, make })),
  )
  it.each(made)('about a proposal of the kind $kind, $way', async ({ make }) => {
    const { world } = await make()
    expect(await codesSeen(world, 'approver')).toEqual([])
  })
})
