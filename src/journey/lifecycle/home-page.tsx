/** The home page of a study: its state, what is running low, what is missing before it opens, and what can be done. */

import type { Context } from 'hono'
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import { budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import { type LifecycleMessages, lifecycleMessages } from '../../../messages/generated/studies/lifecycle.ts'
import { setupMessages } from '../../../messages/generated/studies/setup.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime, formatMoney, gap, sentences } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { Lasting } from '../../rewards/budgets/list-page.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Stat } from '../../staff/frame/stat.tsx'
import type { StudyMove } from '../../survey/studies/lifecycle.ts'
import { offerNames } from '../offer-names.ts'
import { paths } from '../paths.ts'
import { LowQuotas } from '../quotas/low.tsx'
import type { Home } from './home.ts'
import { checks, type ReadinessCheck } from './missing.ts'
import { MoveForm, type MoveFormProps } from './move-forms.tsx'
import { RemainingList } from './remaining-list.tsx'

export type { TypedMove } from './move-forms.tsx'

interface StudyHomePageProps extends Pick<MoveFormProps, 'typed' | 'most'> {
  c: Context<AppEnv>
  home: Home
  /** What was just done. */
  said: StudyMove | null
}

export function StudyHomePage({ c, home, said, typed, most }: StudyHomePageProps) {
  const language = languageOf(c)
  const words = lifecycleMessages(language)
  const { study } = home
  const title = study.questionnaire.title[language]
  return (
    <StaffPage
      c={c}
      title={title}
      study={title}
      actions={
        home.mayEdit && (
          <form method="post" action={`/admin/studies/${study.slug}/copy`} class="press">
            <button class="button quiet" type="submit">
              {setupMessages(language).list.copy}
            </button>
          </form>
        )
      }
    >
      {said !== null && (
        <p class="notice good" role="status">
          {words.said[said]}
        </p>
      )}
      {typed !== null && (
        <p class="notice bad" role="alert">
          {refusedWords(words, typed.refused, most)}
        </p>
      )}
      <State home={home} words={words} language={language} />
      <Figures home={home} language={language} />
      {home.remaining !== null && (
        <RemainingList remaining={home.remaining} slug={study.slug} now={home.now} language={language} />
      )}
      <Low home={home} words={words} language={language} />
      <Checks home={home} words={words} />
      {home.moves.map((move) => (
        <MoveForm
          study={study}
          move={move}
          hasOpened={home.state !== 'ready'}
          typed={typed}
          most={most}
          words={words}
          language={language}
        />
      ))}
      <Money home={home} words={words} language={language} />
      <h2>{words.history}</h2>
      <ul>
        {home.steps.map(({ state, at, name }) => (
          <li>
            {words.states[state]} · {formatDateTime(at, language)} · {name ?? words.byService}
          </li>
        ))}
      </ul>
    </StaffPage>
  )
}

function refusedWords(
  words: LifecycleMessages,
  refused: keyof LifecycleMessages['refused'],
  most: MoveFormProps['most'],
): string {
  if (refused === 'long') return words.refused.long({ most: most.characters })
  return refused === 'limit' ? words.refused.limit({ most: most.completes }) : words.refused[refused]
}

type Part = { home: Home; words: LifecycleMessages; language: Language }

const badges = { ready: 'wait', open: 'good', paused: 'wait', closed: '' } as const

function State({ home, words, language }: Part) {
  const { study, state, opening, softLaunch, permitUntil } = home
  const when = (iso: string) => formatDateTime(iso, language)
  const isPermitOver = permitUntil !== null && opening === 'paused' && state === 'open'
  return (
    <>
      <p>
        <span class={`badge ${badges[state]}`.trim()}>{words.states[state]}</span>{' '}
        {sentences(
          language,
          opening === 'not_yet' ? words.openings.not_yet({ at: when(study.opensAt) }) : words.openings[opening],
          home.finishBy !== null && words.openings.finishing({ at: when(home.finishBy) }),
        )}
      </p>
      <p class="small">
        {words.window({ from: when(study.opensAt) })} ·{' '}
        {study.closesAt === null ? words.noEnd : words.until({ to: when(study.closesAt) })} ·{' '}
        <a href={paths.landing(study.slug)}>{words.visit}</a>
      </p>
      {isPermitOver && <p class="notice bad">{words.permitOver({ day: when(permitUntil) })}</p>}
      {softLaunch !== null && (softLaunch.isOver || softLaunch.completes !== null) && (
        <p class={softLaunch.isOver ? 'notice wait' : 'note'}>
          {softLaunch.isOver
            ? words.softLaunch.over({ limit: softLaunch.limit })
            : words.softLaunch.running({ count: softLaunch.completes ?? 0, limit: softLaunch.limit })}
          {gap(language)}
          {home.mayEdit && <a href={`/admin/studies/${study.slug}/soft-launch`}>{words.softLaunch.look}</a>}
        </p>
      )}
    </>
  )
}

/** How many responses there are, and what waits for a person. */
function Figures({ home: { counts, state }, language }: Omit<Part, 'words'>) {
  if (counts === null || state === 'ready') return null
  const words = reviewsMessages(language).overview
  return (
    <dl class="stats">
      {[
        [words.states.complete, counts.complete],
        [words.states.in_progress, counts.inProgress],
        [words.held, counts.held],
      ].map(([name, count]) => (
        <Stat name={name}>{figures(Number(count))}</Stat>
      ))}
    </dl>
  )
}

/** What is nearly used up. */
function Low({ home, words, language }: Part) {
  const { study, cells, budgets } = home
  const names = offerNames(study, language)
  const low = (budgets ?? []).filter(({ alert }) => alert !== null)
  if (cells.length === 0 && low.length === 0) return null
  return (
    <section class="notice wait">
      <h2>{words.alerts.title}</h2>
      <ul>
        <LowQuotas cells={cells} quotas={study.settings.quotas} language={language} />
        {low.map(({ percent, offerId, amountMinor, currency }) => (
          <li>
            {words.alerts.budget({
              percent,
              offer: names.get(offerId) ?? formatMoney(amountMinor, currency, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each budget in a line, for whoever sees money. */
function Money({ home: { study, state, budgets }, words, language }: Part) {
  if (budgets === null || budgets.length === 0) return null
  const names = offerNames(study, language)
  const { owed, held, left } = budgetsMessages(language)
  return (
    <section>
      <h2>{words.money}</h2>
      <dl class="facts">
        {budgets.map((budget) => {
          const money = (minor: number) => formatMoney(minor, budget.currency, language)
          return (
            <div>
              <dt>
                <a href={`/finance/budgets/${budget.offerId}`}>
                  {names.get(budget.offerId) ?? money(budget.amountMinor)}
                </a>
              </dt>
              <dd>
                {state === 'closed' ? (
                  `${left} ${money(budget.available)}`
                ) : (
                  <Lasting budget={budget} language={language} />
                )}
                <br />
                <span class="small">
                  {held} {money(budget.held)} · {owed} {money(budget.owed)}
                </span>
              </dd>
            </div>
          )
        })}
      </dl>
      <p>
        <a href="/finance/budgets">{words.moneyLink}</a>
      </p>
    </section>
  )
}

/** Where what is missing is put right; whoever may not go there is told who may. */
function placeOf(check: ReadinessCheck, slug: string): string {
  const study = `/admin/studies/${slug}`
  const places = {
    questionnaire: `${study}/questionnaire`,
    window: `${study}/settings`,
    permit: `${study}/permit`,
    budget: '/finance/budgets',
    payers: '/admin/people',
    reviewer: '/admin/people',
    calendar: '/finance/calendar',
  }
  return places[check]
}

const marks = { there: 'good', missing: 'bad', not_needed: '' } as const

function Checks({ home, words }: Omit<Part, 'language'>) {
  const results = home.checks
  if (results === null) return null
  return (
    <section>
      <h2>{words.checks.title}</h2>
      <dl class="facts">
        {checks.map((check) => (
          <div>
            <dt>
              {home.waiting.includes(check) ? (
                <span class="badge wait">{words.checks.waiting}</span>
              ) : (
                <span class={`badge ${marks[results[check]]}`.trim()}>{words.checks[results[check]]}</span>
              )}
            </dt>
            <dd>
              {words.checks.names[check]}
              {results[check] === 'missing' && (
                <>
                  <br />
                  <span class="small">
                    {home.waiting.includes(check) ? (
                      <a href="/admin/proposals">{words.checks.waits}</a>
                    ) : (
                      <a href={placeOf(check, home.study.slug)}>{words.checks.hints[check]}</a>
                    )}
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
