import type { Context } from 'hono'
import { type AccountsMessages, accountsMessages } from '../../../messages/generated/accounts.ts'
import { frameMessages } from '../../../messages/generated/studies/frame.ts'
import { largestBody, readPosted } from '../../platform/http/form.ts'
import { type PageLink, refusals, refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { NoticePage } from '../accounts/pages.tsx'
import type { Granted } from './may.ts'
import { partsFor } from './parts.ts'

/** Fields in which staff write in words. */
const noteFields = /(^|-)(note|why|reason)$/
/** A choice from a list is a code; nobody mourns it. */
const codes = /^[a-z_]*$/

/** Fields of the form that was posted. Nothing is known of who sent it: only what any form of ours may hold is read. */
export async function fieldsSent(c: Context<AppEnv>): Promise<[string, string[]][]> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  if (c.req.method !== 'POST' || !isForm || !(length <= largestBody)) return []
  return Object.entries(await readPosted(c))
}

/** Notes among them. */
export function notesIn(fields: readonly [string, string[]][]): string[] {
  return fields.flatMap(([name, values]) => (noteFields.test(name) ? values : [])).filter((text) => !codes.test(text))
}

/**
 * A refusal in the words that staff need: what students are told of links and devices would lead them astray. A note in
 * the form that was posted is shown again: the session may have ended while it was typed.
 * @param staff whoever is refused, to be shown the way to their own part
 * @param others ways on besides
 */
export async function refuseStaff(
  c: Context<AppEnv>,
  code: keyof AccountsMessages['problems'],
  staff?: Granted,
  others: readonly PageLink[] = [],
): Promise<Response> {
  if (wantsJson(c)) return refuse(c, code)
  const words = accountsMessages(languageOf(c))
  const [home] = staff === undefined ? [] : partsFor(staff)
  const own = home === undefined ? [] : [{ href: home.href, label: frameMessages(languageOf(c)).parts[home.part] }]
  const ways = [...own, ...others]
  const page = <NoticePage c={c} {...words.problems[code]} ways={ways} typed={notesIn(await fieldsSent(c))} />
  return c.html(page, refusals[code])
}
