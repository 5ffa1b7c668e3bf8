/** `/admin`: where the responses of each study stand, and its files. */

import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { figuresMessages } from '../../../messages/generated/insights/figures.ts'
import { filesMessages } from '../../../messages/generated/insights/files.ts'
import { liveMessages } from '../../../messages/generated/insights/live.ts'
import { type ReviewsMessages, reviewsMessages } from '../../../messages/generated/reviews.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import type { ClockNoticed } from '../../platform/heartbeats/clock-noticed.ts'
import { formatDate, gap } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { ClockNotice } from '../../staff/frame/clock-notice.tsx'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { type ChartPart, fills, Picture, Swatch } from '../../staff/frame/picture.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import { exportsPath } from '../../survey/exports/export.ts'
import type { Study } from '../../survey/studies/study.ts'
import { Cells } from '../quotas/cells-table.tsx'
import { LowQuotas, lowCells } from '../quotas/low.tsx'
import type { Overview } from './overview.ts'

interface AdminPageProps {
  c: Context<AppEnv>
  studies: Overview[]
  /** Those of which the reader sees figures of groups, and no count that is exact. */
  figuresOnly: readonly Study[]
  /** The ids of those whose files may be taken away. */
  exportable: readonly string[]
  /** Of which studies the reader does what respondents ask for in writing, by id. */
  deciding: readonly string[]
  clock: ClockNoticed | null
}

/** Studies: where the responses of each stand, and its files. */
export function AdminPage({ c, studies, figuresOnly, exportable, deciding, clock }: AdminPageProps) {
  const language = languageOf(c)
  const words = reviewsMessages(language).overview
  return (
    <StaffPage c={c} title={words.title}>
      <ClockNotice noticed={clock} language={language} />
      {studies.length + figuresOnly.length === 0 && (
        <section class="empty">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
        </section>
      )}
      {studies.map((study) => (
        <StudySection
          overview={study}
          language={language}
          words={words}
          hasFiles={exportable.includes(study.study.id)}
          decides={deciding.includes(study.study.id)}
        />
      ))}
      {figuresOnly.map(({ slug, questionnaire }) => (
        <section class="study-section" aria-labelledby={slug}>
          <h2 id={slug}>{questionnaire.title[language]}</h2>
          <p>
            <a href={`/admin/studies/${slug}/figures`}>{figuresMessages(language).title}</a>
          </p>
        </section>
      ))}
    </StaffPage>
  )
}

interface PartProps {
  overview: Overview
  language: Language
  words: ReviewsMessages['overview']
}

interface StudySectionProps extends PartProps {
  decides: boolean
  hasFiles: boolean
}

function StudySection({ overview, language, words, hasFiles, decides }: StudySectionProps) {
  const { study, started } = overview
  const low = lowCells(overview.cells)
  return (
    <section class="study-section" aria-labelledby={study.slug}>
      <h2 id={study.slug}>{study.questionnaire.title[language]}</h2>
      <p class="small">
        <a href={`/s/${study.slug}`}>{study.slug}</a> ·{' '}
        <a href={`/admin/studies/${study.slug}/live`}>{liveMessages(language).page.title}</a>
        {decides && (
          <>
            {' '}
            · <a href={`/admin/studies/${study.slug}/requests`}>{reviewsMessages(language).requests.title}</a>
          </>
        )}
      </p>
      <States overview={overview} language={language} words={words} />
      {overview.alarms.length > 0 && (
        <div class="note">
          <h3>{words.alarms.title}</h3>
          <ul>
            {overview.alarms.map(({ kind, day }) => (
              <li>{words.alarms[kind]({ day: formatDate(day, language) })}</li>
            ))}
          </ul>
        </div>
      )}
      {started === 0 ? (
        <p>{words.noResponses}</p>
      ) : (
        <StatesPicture overview={overview} language={language} words={words} />
      )}
      {low.length > 0 && (
        <ul class="note">
          <LowQuotas cells={low} quotas={study.settings.quotas} language={language} />
        </ul>
      )}
      <Cells quotas={study.settings.quotas} cells={overview.cells} language={language} />
      {hasFiles && <Downloads overview={overview} language={language} words={words} />}
    </section>
  )
}

function States({ overview, language, words }: PartProps) {
  const { started, states, held, objections } = overview
  return (
    <dl class="stats">
      <Stat name={words.started}>{figures(started)}</Stat>
      <Stat name={words.states.complete}>{figures(states.complete)}</Stat>
      <Stat name={words.states.in_progress}>{figures(states.in_progress)}</Stat>
      <Stat name={words.held}>{figures(held)}</Stat>
      {objections.count > 0 && (
        <Stat
          name={words.objections}
          note={
            objections.dueDay === null
              ? undefined
              : words.objectionsDue({ day: formatDate(objections.dueDay, language) })
          }
        >
          {figures(objections.count)}
        </Stat>
      )}
      <Stat name={words.states.screened_out}>{figures(states.screened_out)}</Stat>
    </dl>
  )
}

function StatesPicture({ overview, language, words }: PartProps) {
  const { study, started } = overview
  const parts = partsOf(overview, words)
  return (
    <>
      <Picture label={words.picture({ study: study.questionnaire.title[language] })} parts={parts} />
      <ul class="legend">
        {parts
          .filter(({ amount }) => amount > 0)
          .map(({ label, amount, fill }) => (
            <li>
              <Swatch fill={fill} /> {label} <strong>{figures(amount)}</strong> ({Math.round((amount / started) * 100)}
              %)
            </li>
          ))}
      </ul>
    </>
  )
}

function Downloads({ overview, language, words }: PartProps) {
  const { study } = overview
  return (
    <>
      <h3>{words.download}</h3>
      {overview.withdrawnSince.length > 0 && (
        <p class="note">
          {words.withdrawnSince({ count: overview.withdrawnSince.length })}
          {gap(language)}
          <code>{overview.withdrawnSince.join(' ')}</code>
        </p>
      )}
      <p>
        <a href={exportsPath(study.slug)}>{filesMessages(language).more}</a>
      </p>
      <p class="small">{words.about}</p>
      {overview.versions.map((version) => (
        <Files slug={study.slug} version={version} isCurrent={version.version === overview.currentData} words={words} />
      ))}
    </>
  )
}

/** Where the responses of a study stand, each counted once: held ones are apart from the complete. */
function partsOf({ states, held }: Overview, words: ReviewsMessages['overview']): ChartPart[] {
  return [
    { label: words.completeBut, amount: states.complete - held, fill: fills.green },
    { label: words.held, amount: held, fill: fills.amber },
    { label: words.states.in_progress, amount: states.in_progress, fill: fills.blue },
    { label: words.states.screened_out, amount: states.screened_out, fill: fills.grey },
    { label: words.states.over_quota, amount: states.over_quota, fill: fills.brown },
    { label: words.states.withdrawn, amount: states.withdrawn, fill: fills.violet },
    { label: words.states.lapsed, amount: states.lapsed, fill: fills.grey },
  ]
}

interface FilesProps {
  slug: string
  version: { version: string; ended: number }
  isCurrent: boolean
  words: ReviewsMessages['overview']
}

function Files({ slug, version: { version, ended }, isCurrent, words }: FilesProps) {
  const file = `/admin/studies/${slug}/responses.csv?version=${version}`
  return (
    <>
      <p>
        {words.version} <code>{version.slice(0, 8)}</code> {isCurrent && <span class="badge">{words.current}</span>} ·{' '}
        {ended === 0 ? words.nothingToExport : words.rows({ count: ended })}
      </p>
      <div class="actions">
        <DownloadButton action={file} quiet>
          CSV · {words.codes}
        </DownloadButton>
        {languages.map((language) => (
          <DownloadButton action={`${file}&labels=${language}`} quiet>
            CSV · <span lang={language}>{commonMessages(language).name}</span>
          </DownloadButton>
        ))}
      </div>
    </>
  )
}
