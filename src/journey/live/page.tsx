import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type LiveMessages, liveMessages } from '../../../messages/generated/insights/live.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { assetUrls } from '../../platform/http/assets.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Bar } from '../../survey/insights/questions/bar.tsx'
import { quantileOfCounts } from '../../survey/insights/statistics/quantiles.ts'
import { time } from './detail-tables.ts'
import type { LiveFigures } from './figures.ts'
import { share } from './funnel-tables.ts'
import type { LiveCell, LiveTable } from './table.ts'
import { completed, completionRate } from './tally.ts'

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
        <section aria-labelledby={table.id} data-part={table.id}>
          <h2 id={table.id}>{table.title}</h2>
          {table.note !== '' && <p class="small">{table.note}</p>}
          {table.id === 'days' && picture !== null && <div class="chart">{picture}</div>}
          <Drawn table={table} language={language} words={words} />
          <p class="actions no-print">
            {(table.bar === null ? ['csv'] : ['csv', 'svg']).map((ending) => (
              <a class="button quiet small" href={`${path}/${table.id}.${ending}`} download>
                {words.file({ kind: ending.toUpperCase(), name: table.title })}
              </a>
            ))}
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
    return value === null ? words.notYet : time(value * 1000, words).shown
  }
  const stats: [string, string, string?][] = [
    [words.funnel.opened, figures(opened)],
    [words.funnel.started, figures(started)],
    [words.funnel.completed, figures(completed(tally))],
    [words.rate, rate === null ? words.notYet : share(rate, 1).shown, words.rateNote],
    [words.median, within(0.5)],
    [words.p80, within(0.8)],
  ]
  return (
    <dl class="stats">
      {stats.map(([label, value, note]) => (
        <div class="stat">
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <dd class="small">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** A table whose bars are as long as their number: it reads the same in black and white, and without its bars. */
function Drawn({ table, language, words }: { table: LiveTable; language: Language; words: Words }) {
  const { bar, rows, heads } = table
  const most = bar === null ? 0 : Math.max(0, ...rows.map((row) => numberOf(row[bar])))
  return (
    <DataTable
      language={language}
      label={table.title}
      rows={rows}
      empty={words.nothing}
      columns={heads.map((head, at) => ({
        head,
        is: at === 0 ? ('name' as const) : ('number' as const),
        cell: (row: readonly LiveCell[]) => (
          <>
            {row[at]?.shown}
            {row[at]?.tail && <span lang={row[at].tail.lang}>{row[at].tail.text}</span>}
            {at === bar && <Bar share={most === 0 ? 0 : numberOf(row[at]) / most} />}
          </>
        ),
      }))}
    />
  )
}

const numberOf = (cell: LiveCell | undefined) => (typeof cell?.raw === 'number' ? cell.raw : 0)
