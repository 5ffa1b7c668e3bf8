/** The frame of every view of the answers: in which other ways they are shown, and the filter, which all of them keep. */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { crossesMessages } from '../../../messages/generated/insights/crosses.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { FilterBar, filteredAddress } from './filter/bar.tsx'
import { filterFromQuery } from './filter/filter.ts'
import type { Here } from './here.ts'
import { countedHere } from './pictured.ts'

interface Props {
  c: Context<AppEnv>
  here: Here
  title: string
  /** At the title. */
  actions?: Child
  /** What stands before the filter. */
  lead?: Child
  /** What stands in the bar of the filter. */
  bar: Child
  /** What else of the address a new filter keeps. */
  kept?: readonly (readonly [name: string, value: string])[]
  /** What the page shows, where its title does not say so. */
  shows?: string
  /** Whom it counts, where the filter in the address does not say so. */
  counted?: readonly string[]
  children?: Child
}

export function InsightsPage({ c, here, title, actions, lead, bar, kept, shows, counted, children }: Props) {
  return (
    <StaffPage c={c} title={title} study={here.study.questionnaire.title[languageOf(c)]} actions={actions}>
      <Views c={c} slug={here.study.slug} />
      {lead}
      <FilterBar c={c} here={here} {...(kept !== undefined && { kept })}>
        {bar}
      </FilterBar>
      {/* Paper has no forms: what they say, a picture that is taken away says in the same words. */}
      <div class="on-paper">
        {shows !== undefined && <h2>{shows}</h2>}
        {(counted ?? countedHere(c, here)).map((line) => (
          <p class="small">{line}</p>
        ))}
      </div>
      {children}
    </StaffPage>
  )
}

/** A picture as wide as the page. @param svg as `chartSvg` draws it */
export function WideChart({ label, svg }: { label: string; svg: string }) {
  return (
    <Scroll label={label}>
      <div class="chart wide">{raw(svg)}</div>
    </Scroll>
  )
}

const views = { questions: '', crosses: '/crosses', flows: '/flows', compare: '/compare' } as const

/** The pages that show the same answers in other ways; whatever is filtered stays filtered. */
function Views({ c, slug }: { c: Context<AppEnv>; slug: string }) {
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
            href={filteredAddress(path, filterFromQuery(searchParams), stays)}
            aria-current={path === pathname ? 'page' : undefined}
          >
            {words[view as keyof typeof views]}
          </a>
        )
      })}
    </nav>
  )
}
