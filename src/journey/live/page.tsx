import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type LiveMessages, liveMessages } from '../../../messages/generated/insights/live.ts'
import { questionsMessages } from '../../../messages/generated/insights/questions.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { formatDateTime, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { quantileOfCounts } from '../../survey/insights/statistics/quantiles.ts'
import { time } from './detail-tables.ts'
import type { LiveFigures } from './figures.ts'
import { shareCell, wasCounted } from './funnel-tables.ts'
import type { LiveTable } from './table.ts'
import { TableSection } from './table-section.tsx'
import { completedCount, completionRate } from './tally.ts'

type Words = LiveMessages['page']

/** Where the live page of a study is, and its files below it. */
const livePath = (slug: string) => `/admin/studies/${slug}/live`

interface LivePageProps {
  c: Context<AppEnv>
  found: LiveFigures
  tables: readonly LiveTable[]
  /** Days as lines; null before there is one. */
  picture: Child
}

/** How a study is doing: its script fetches the page anew while somebody looks, and puts in place what has changed. */
export function LivePage({ c, found, tables, picture }: LivePageProps) {
  const language = languageOf(c)
  const words = liveMessages(language).page
  const take = questionsMessages(language)
  const path = livePath(found.study.slug)
  return (
    <StaffPage
      c={c}
      title={words.title}
      study={found.study.questionnaire.title[language]}
      scripts={[assetUrls(c.var.ports.assets).live]}
      actions={
        <a class="button quiet no-print" href={path}>
          {words.refresh}
        </a>
      }
    >
      <p>{words.lead}</p>
      <p class="small" id="live-at">
        {words.asOf({ at: formatDateTime(c.var.ports.clock.now(), language) })}
      </p>
      <p class="small" role="status" id="live-says" data-changed={words.changed} data-paused={words.paused} />
      <div data-part="first">
        <Stats found={found} words={words} />
      </div>
      {tables.map((table) => (
        <section class="question" aria-labelledby={table.id} data-part={table.id}>
          <h2 id={table.id}>{table.title}</h2>
          {table.note !== '' && <p class="small">{table.note}</p>}
          {table.id === 'days' && picture !== null ? (
            <>
              <Scroll label={table.title}>
                <div class="chart wide">{picture}</div>
              </Scroll>
              <details>
                <summary>{words.days.table}</summary>
                <TableSection table={table} language={language} />
              </details>
            </>
          ) : (
            <TableSection table={table} language={language} />
          )}
          <p class="small no-print">
            {leadIn(take.download, language)}
            {(table.bar === null || table.rows.length === 0 ? (['csv'] as const) : (['svg', 'csv'] as const)).map(
              (ending, at) => (
                <>
                  {at > 0 && ' · '}
                  <a href={`${path}/${table.id}.${ending}`} download>
                    {take[ending]}
                    <span class="sr"> {table.title}</span>
                  </a>
                </>
              ),
            )}
          </p>
        </section>
      ))}
    </StaffPage>
  )
}

function Stats({ found, words }: { found: LiveFigures; words: Words }) {
  const { started, opened, tally } = found
  const rate = completionRate(started, tally)
  const seconds = [...tally.seconds].sort(([a], [b]) => a - b)
  const within = (part: number) => {
    const value = quantileOfCounts(seconds, part)
    return value === null ? null : time(value * 1000, words).shown
  }
  const stats: [string, string | null, string?][] = [
    [words.funnel.opened, wasCounted(opened, started) ? figures(opened) : null],
    [words.funnel.started, figures(started)],
    [words.funnel.completed, figures(completedCount(tally))],
    [words.rate, rate === null ? null : shareCell(rate, 1).shown, words.rateNote],
    [words.median, within(0.5)],
    [words.p80, within(0.8)],
  ]
  return (
    <dl class="stats">
      {stats.map(([label, value, note]) => (
        <Stat name={label} note={note} small={value === null}>
          {value ?? words.notYet}
        </Stat>
      ))}
    </dl>
  )
}
