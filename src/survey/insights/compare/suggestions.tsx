/** Two pairs of groups to begin with, one press each. */
import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { stagesOf, usualPair } from '../axes/usual.ts'
import type { Here } from '../here.ts'

/** The first two answers to a usual question, and two languages. */
export function Suggestions({ c, here: { dictionary } }: { c: Context<AppEnv>; here: Here }) {
  const language = languageOf(c)
  const words = crossesMessages(language).compare
  const axis = stagesOf(dictionary).find(({ key }) => key === usualPair(dictionary)?.rows)
  const [one, other] = axis?.categories ?? []
  const pairs = [
    ...(axis === undefined || one === undefined || other === undefined
      ? []
      : [
          {
            a: { filter: `is.${axis.key}=${one.key}`, label: one.label[language] },
            b: { filter: `is.${axis.key}=${other.key}`, label: other.label[language] },
          },
        ]),
    {
      a: { filter: 'is._language=zh-Hans', label: commonMessages('zh-Hans').name },
      b: { filter: 'is._language=zh-Hant', label: commonMessages('zh-Hant').name },
    },
  ]
  return (
    <p class="line no-print">
      <span>{words.begin}</span>
      {pairs.map(({ a, b }) => (
        <a class="button quiet small" href={addressWith(c, { a: a.filter, b: b.filter })}>
          {words.pair({ a: a.label, b: b.label })}
        </a>
      ))}
    </p>
  )
}
