import type { Context } from 'hono'
import { type AccountsMessages, accountsMessages } from '../../../messages/generated/accounts.ts'
import { refusals, refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { NoticePage } from '../accounts/pages.tsx'
import type { Granted } from './may.ts'
import { partsFor } from './parts.ts'

/**
 * A refusal in the words that staff need: what students are told of links and devices would lead them astray.
 * @param staff whoever is refused, to be shown the way to their own part
 */
export function refuseStaff(
  c: Context<AppEnv>,
  code: keyof AccountsMessages['problems'],
  staff?: Granted,
): Response | Promise<Response> {
  if (wantsJson(c)) return refuse(c, code)
  const words = accountsMessages(languageOf(c))
  const [home] = staff === undefined ? [] : partsFor(staff)
  const ways = home === undefined ? [] : [{ href: home.href, label: words.parts[home.part] }]
  return c.html(<NoticePage c={c} {...words.problems[code]} ways={ways} />, refusals[code])
}
