/** The last step of a set-up: all that was typed, what it costs at most, and the button that makes the study. */

import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type SetupMessages, setupMessages } from '../../../../messages/generated/studies/setup.ts'
import { type Language, languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { formatMoney, sentences } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { calendarId, calendarsOf } from '../../../rewards/calendar/calendar.ts'
import { placeName } from '../../../rewards/calendar/calendar-words.ts'
import { grossOf, parted } from '../../../rewards/offers/tax.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { Stat } from '../../../staff/frame/stat.tsx'
import type { SetupFault } from '../faults.ts'
import { fieldsFor, isUsed } from '../fields.ts'
import { type DescribedStudy, mostCost } from '../read/study-of.ts'
import { type Setup, sectionNames } from '../setup.ts'
import { type FormWords, fieldLabel } from './form.tsx'
import { setupName } from './section-page.tsx'
import { SetupSteps } from './steps.tsx'
import { TypedValue } from './typed-value.tsx'
import { setupFaultText } from './words-of.ts'

interface SummaryPageProps {
  c: Context<AppEnv>
  id: string
  setup: Setup
  faults: readonly SetupFault[]
  /** Null while there are faults. */
  study: DescribedStudy | null
  /** Whether whoever makes the study asks for its budgets with it. */
  proposesBudgets: boolean
  choicesOf: FormWords['choicesOf']
  questionnaire: Questionnaire | null
  notice: Notice | null
}

export function SummaryPage({
  c,
  id,
  setup,
  faults,
  study,
  proposesBudgets,
  choicesOf,
  questionnaire,
  notice,
}: SummaryPageProps) {
  const language = languageOf(c)
  const words = setupMessages(language)
  const { summary } = words
  return (
    <StaffPage c={c} title={`${words.sections.summary.title} · ${setupName(setup, words.unnamed)}`}>
      <NoticeLine notice={notice} />
      <SetupSteps id={id} current="summary" setup={setup} faults={faults} words={words} />
      {study === null ? (
        <section class="faults">
          <h2>{summary.faults({ count: faults.length })}</h2>
          <ul>
            {faults.map((fault) => (
              <li>
                <a href={`/admin/setups/${id}/${fault.section}#${fault.field}`}>
                  {words.sections[fault.section].title} · <PathLabel words={words} path={fault.field} /> ·{' '}
                  {setupFaultText(language, fault)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <>
          <Cost study={study} language={language} words={words} />
          <Rails study={study} language={language} words={words} />
          <form method="post" action={`/admin/setups/${id}`}>
            <p>{summary.makeAbout}</p>
            {!proposesBudgets && <p class="note">{summary.budgetBy}</p>}
            <p class="actions">
              <button class="button" type="submit">
                {summary.make}
              </button>
            </p>
          </form>
        </>
      )}
      {sectionNames.map((section) => (
        <section>
          <h2>{words.sections[section].title}</h2>
          <dl class="facts">
            {fieldsFor(section, setup, questionnaire)
              .filter((field) => isUsed(field, setup))
              .map((field) => (
                <TypedValue
                  field={field}
                  value={(setup[section] as Readonly<Record<string, unknown>>)[field.name]}
                  words={words}
                  choicesOf={choicesOf}
                  language={language}
                />
              ))}
          </dl>
          <p>
            <a href={`/admin/setups/${id}/${section}`}>
              {summary.change}
              <span class="sr"> {words.sections[section].title}</span>
            </a>
          </p>
        </section>
      ))}
    </StaffPage>
  )
}

function Cost({ study, language, words }: { study: DescribedStudy; language: Language; words: SetupMessages }) {
  const { summary } = words
  const tax = study.settings.tax ?? { mode: 'none' }
  return (
    <section>
      <h2>{summary.cost}</h2>
      <p>{summary.costAbout}</p>
      <dl class="stats">
        {[...mostCost(study)].map(([currency, minor]) => {
          const responses = study.offers
            .filter((offer) => offer.currency === currency)
            .reduce((sum, offer) => sum + Math.floor(offer.budgetMinor / grossOf(parted(offer.amountMinor, tax))), 0)
          return (
            <Stat name={currency} note={summary.responses({ count: responses })}>
              {formatMoney(minor, currency, language)}
            </Stat>
          )
        })}
      </dl>
    </section>
  )
}

/** By which days each currency goes out, by the ways on which it reaches people. */
function Rails({ study, language, words }: { study: DescribedStudy; language: Language; words: SetupMessages }) {
  const { rails } = words.summary
  const { listSeparator, ...common } = commonMessages(language)
  const channels: Readonly<Record<string, string>> = common.channels
  const offers = [...study.offers, ...(study.thanks ?? [])]
  const currencies = [...new Set(offers.map(({ currency }) => currency))]
  if (currencies.length === 0) return null
  const promised = placeName(study.settings.calendar ?? calendarId, language)
  return (
    <section>
      <h2>{rails.title}</h2>
      <ul class="points">
        {currencies.map((currency) => {
          const ways = offers.flatMap((offer) => (offer.currency === currency ? offer.channels : []))
          const { sends, banks } = calendarsOf(currency)
          return (
            <li>
              <strong>{currency}</strong> · {[...new Set(ways)].map((way) => channels[way]).join(listSeparator)}
              <br />
              {sentences(
                language,
                rails.sends({ place: placeName(sends, language) }),
                banks !== null && rails.banks({ place: placeName(banks, language) }),
              )}
            </li>
          )
        })}
      </ul>
      <p>{rails.promised({ place: promised })}</p>
    </section>
  )
}

/** `offers.0.amount` as people read it: the names of its fields, rows counted from 1. */
function PathLabel({ words, path }: { words: SetupMessages; path: string }) {
  return path.split('.').map((part, at) => {
    const language = languages.find((one) => one === part)
    return (
      <>
        {at > 0 && ' · '}
        {language !== undefined ? (
          <span lang={language}>{commonMessages(language).name}</span>
        ) : /^\d+$/.test(part) ? (
          words.row({ n: Number(part) + 1 })
        ) : (
          fieldLabel(words, part)
        )}
      </>
    )
  })
}
