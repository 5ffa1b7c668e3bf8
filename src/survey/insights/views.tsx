/** The pages that show the same answers in other ways; whatever is filtered stays filtered. */
import type { Context } from 'hono'
import { crossesMessages } from '../../../messages/generated/insights/crosses.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { addressOf } from './filter/bar.tsx'
import { filterFromQuery } from './filter/filter.ts'

const views = { questions: '', crosses: '/crosses', flows: '/flows', compare: '/compare' } as const

export function Views({ c, slug }: { c: Context<AppEnv>; slug: string }) {
  const words = crossesMessages(languageOf(c)).views
  const { pathname, searchParams } = new URL(c.req.url)
  const version = searchParams.get('v')
  const stays = version === null ? [] : [['v', version] as const]
  return (
    <nav class="parts no-print" aria-label={words.label}>
      {Object.entries(views).map(([view, end]) => {
        const path = `/admin/studies/${slug}/insights${end}`
        return (
          <a
            href={addressOf(path, filterFromQuery(searchParams), stays)}
            aria-current={path === pathname ? 'page' : undefined}
          >
            {words[view as keyof typeof views]}
          </a>
        )
      })}
    </nav>
  )
}
