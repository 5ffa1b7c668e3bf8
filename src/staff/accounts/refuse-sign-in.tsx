import type { Context } from 'hono'
import { type PeopleMessages, peopleMessages } from '../../../messages/generated/studies/people.ts'
import { refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { refuseStaff } from '../permissions/refuse.tsx'
import { NoticePage } from './pages.tsx'
import { countRefused, type RefusedSignIn } from './refused-sign-ins.ts'

type Words = Exclude<keyof PeopleMessages['refused'], 'again'>

const statuses = {
  not_here: 403,
  not_invited: 403,
  identity_taken: 409,
  has_identity: 409,
  unconfirmed: 403,
  provider_down: 503,
  provider_refused: 403,
  try_again: 410,
} as const satisfies Record<Words, number>

/** Says why nobody was signed in, and counts it. */
export async function refuseSignIn(c: Context<AppEnv>, way: 'link' | 'oidc', reason: RefusedSignIn): Promise<Response> {
  await countRefused(c.var.ports, way, reason)
  if (!(reason in statuses)) return refuseStaff(c, reason as Exclude<RefusedSignIn, Words>)
  if (wantsJson(c)) return refuse(c, 'forbidden')
  const words = peopleMessages(languageOf(c)).refused
  const name = c.var.ports.settings.oidc?.name ?? ''
  const { title, text } = words[reason as Words]
  const withName = (one: typeof title | typeof text) => (typeof one === 'string' ? one : one({ name }))
  const ways = [{ href: '/sign-in', label: words.again }]
  return c.html(
    <NoticePage c={c} title={withName(title)} text={withName(text)} ways={ways} />,
    statuses[reason as Words],
  )
}
