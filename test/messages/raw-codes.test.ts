/** Nothing that finance reads is a code of this program: an id with its kind, a name of a column, an amount in minor units. */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../schema/tables.ts'
import { closingCases } from '../reconciliation/exceptions/closing-cases.ts'
import { everyClass } from '../reconciliation/exceptions/every-class.ts'
import { close } from '../reconciliation/exceptions/two-people.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { proposals } from '../staff/approvals/shown/proposed.ts'
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

/** The kind of page that an address is of: every id and day of it left out; files are all of one. */
const kindOf = (path: string) =>
  /\bas=\w+$/.exec(path)?.[0] ?? path.replaceAll(/\w+_[\w-]{10,}|[A-Z0-9]{4}(-[A-Z0-9]{4})+|\d{4}-\d\d(-\d\d)?/g, '*')

/** Of these each is looked at, since each is about something else; of any other kind of page two. */
const eachIsItsOwn = /^\/finance\/(exceptions|payouts|vouchers|batches|statements)\/\*$/

/**
 * What of the kind stands on the pages that somebody reaches from there, by page.
 * @param isNear they are few: no further than two links, none of those around the page, and no file
 */
async function codesSeen(
  world: World,
  role: Role,
  from: readonly string[],
  isNear = false,
): Promise<Map<string, string[]>> {
  const browser = await signedIn(world, role)
  const seen = new Map<string, string[]>()
  const looked = new Map<string, number>()
  const open = from.map((path) => ({ path, far: 0 }))
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { path, far } = next
    const kind = kindOf(path)
    const times = looked.get(kind) ?? 0
    if (seen.has(path) || (times >= 2 && !eachIsItsOwn.test(kind))) continue
    looked.set(kind, times + 1)
    const response = await browser.get(path)
    // What a page leads to can be opened by whoever reads the page.
    const found = response.status >= 400 ? [String(response.status)] : []
    seen.set(path, found)
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    const page = await response.text()
    // The audit trail names what an entry is about by its id, and is searched by it.
    const html = path.startsWith('/admin/audit') ? page.replace(/<code>.*?<\/code>/gs, '') : page
    for (const text of texts(html)) found.push(...(text.match(code) ?? []).filter((hit) => !others.test(hit)))
    if (isNear && far >= 2) continue
    const around = isNear ? html.replace(/<(header|nav)\b.*?<\/\1>/gs, '') : html
    for (const [, to = ''] of around.matchAll(/href="(\/(?:admin|finance)[^"#]*)"/g))
      if (!(isNear && to.includes('as='))) open.push({ path: to.replaceAll('&amp;', '&'), far: far + 1 })
  }
  return seen
}

/** Everything that preparers can reach while each exception is open, and auditors when each is closed in its way. */
async function lookAtEverything() {
  const { world, exceptions } = await everyClass()
  const pageOf = ({ exception }: (typeof exceptions)[number]) => `/finance/exceptions/${exception.id}`
  const before = await codesSeen(world, 'preparer', ['/finance'])
  for (const { exception, action } of exceptions) await close(world, exception, action)
  // No list has those that are closed.
  const after = await codesSeen(world, 'auditor', ['/finance', ...exceptions.map(pageOf)])
  return { before, after, exceptions, pageOf }
}

let everything: ReturnType<typeof lookAtEverything> | undefined
const seenEverything = () => {
  everything ??= lookAtEverything()
  return everything
}

describe('no page of finance shows a code', () => {
  // One way to each closing of each class: the others differ in what becomes of a voucher.
  const ways = Map.groupBy(
    closingCases.filter(({ becomes }) => typeof becomes !== 'string'),
    ({ class: name, action }) => `${name} ${action}`,
  )
  it.each([...ways.values()].flatMap(([first]) => first ?? []))(
    'about $class, $how, open and closed by $action',
    async ({ class: name, action }) => {
      const { before, after, exceptions, pageOf } = await seenEverything()
      const own = exceptions.filter((one) => one.exception.class === name && one.action === action).map(pageOf)
      expect(own).toHaveLength(1)
      expect(own.map((path) => [before.get(path), after.get(path)])).toEqual([[[], []]])
    },
  )

  it('on any page that leads from the desk to an exception, or around it', async () => {
    const { before, after } = await seenEverything()
    for (const seen of [before, after]) {
      expect(new Set([...seen.keys()].map(kindOf)).size).toBeGreaterThan(30)
      expect([...seen].filter(([, found]) => found.length > 0)).toEqual([])
    }
  })

  const made = Object.entries(proposals).flatMap(([kind, ways]) =>
    Object.entries(ways).map(([way, make]) => ({ kind, way, make })),
  )
  it.each(made)('about a proposal of the kind $kind, $way', async ({ kind, make }) => {
    const { world, proposalId } = await make()
    // A permit is no matter of the money desk.
    const [role, list] =
      kind === 'permit' ? (['owner', '/admin/proposals'] as const) : (['approver', '/finance/proposals'] as const)
    const own = `${list}/${proposalId}`
    const seen = await codesSeen(world, role, [list, own], true)
    expect(seen.get(own)).toEqual([])
    expect([...seen].filter(([, found]) => found.length > 0)).toEqual([])
  })
})
