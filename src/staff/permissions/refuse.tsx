import type { Context } from 'hono'
import type { Role } from '../../../schema/tables.ts'
import { refusals, refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { NoticePage } from '../accounts/pages.tsx'
import { type StaffWords, staffWords } from '../accounts/words.ts'

/** A refusal in the words that staff need: what students are told of links and devices would lead them astray. */
export function refuseStaff(
  c: Context<AppEnv>,
  code: keyof StaffWords['problems'],
  way?: { href: string; role: Role },
): Response | Promise<Response> {
  if (wantsJson(c)) return refuse(c, code)
  const words = staffWords(languageOf(c))
  const ways = way ? [{ href: way.href, label: words.home[way.role] }] : []
  return c.html(<NoticePage c={c} {...words.problems[code]} ways={ways} />, refusals[code])
}
