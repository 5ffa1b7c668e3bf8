/** `/admin/studies/:slug/dry-run`: what a study comes to before anybody answers it. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type PreviewMessages, previewMessages } from '../../../messages/generated/studies/preview.ts'
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { formatChannels, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { ByOwner } from '../../survey/editor/by-owner.tsx'
import { addressOfFault } from '../../survey/editor/document.ts'
import { faultWords } from '../../survey/editor/fault-words.ts'
import type { InLanguages } from '../../survey/editor/kept-translations.ts'
import type { ContentError } from '../../survey/questionnaire/checks/content-error.ts'
import { type DryRoute, type DryRun, mostRoutes, type Span } from '../../survey/questionnaire/dry-run/dry-run.ts'
import type { PreviewedVersion } from './asked-version.ts'
import { RouteFlow } from './flow.tsx'
import type { Promises } from './promises.ts'

export interface DryRunPageProps {
  c: Context<AppEnv>
  studyId: string
  slug: string
  title: string
  of: PreviewedVersion
  /** Null with a draft that is no questionnaire yet. */
  run: { questionnaire: Questionnaire; dry: DryRun; promises: Promises } | null
  /** What keeps it from being walked, and the texts that are missing. */
  faults: readonly ContentError[]
  missing: readonly ContentError[]
}

/** More lines of a list than this are counted, not shown. */
const mostShown = 40

export function DryRunPage({ c, studyId, slug, title, of, run, faults, missing }: DryRunPageProps) {
  const language = languageOf(c)
  const words = previewMessages(language).dryRun
  const here = `/admin/studies/${slug}/dry-run`
  return (
    <StaffPage c={c} title={words.title} study={title}>
      <p>{words.about}</p>
      <VersionLinks here={here} of={of} language={language} />
      {faults.length > 0 && (
        <section>
          <p class="notice bad">{words.faults}</p>
          <Errors errors={faults} words={words} language={language} />
        </section>
      )}
      {run !== null && run.dry.faults.length === 0 && (
        <>
          <Routes {...run} words={words} language={language} />
          <Unreached dry={run.dry} words={words} />
          <Money promises={run.promises} words={words} language={language} />
        </>
      )}
      <h2>{words.texts}</h2>
      {missing.length === 0 ? (
        <p>{words.textsAll}</p>
      ) : (
        <>
          <p class="notice wait">{words.textsMissing({ n: missing.length })}</p>
          {run === null ? (
            <Errors errors={missing} words={words} language={language} />
          ) : (
            <ByOwner
              texts={missing.map((error) => textOf(run.questionnaire, error))}
              questionnaire={run.questionnaire}
              language={language}
              editor={
                may(staffOf(c), 'questionnaires.edit', studyId) ? `/admin/studies/${slug}/questionnaire/edit` : null
              }
            />
          )}
        </>
      )}
    </StaffPage>
  )
}

/** Between what people are asked and what is being written. */
function VersionLinks({ here, of, language }: { here: string; of: PreviewedVersion; language: Language }) {
  const words = previewMessages(language).of
  const link = (one: 'live' | 'draft') =>
    one === of ? <strong aria-current="true">{words[one]}</strong> : <a href={`${here}?of=${one}`}>{words[one]}</a>
  return (
    <p>
      {link('live')} · {link('draft')}
    </p>
  )
}

type Words = PreviewMessages['dryRun']

/** The text that a missing translation is of, and the language that it lacks. */
function textOf(questionnaire: Questionnaire, error: ContentError): InLanguages {
  const lacking = languages.filter((one) => error.path.endsWith(`.${one}`))
  return { at: addressOfFault(questionnaire, error), languages: lacking }
}

function Errors({ errors, words, language }: { errors: readonly ContentError[]; words: Words; language: Language }) {
  return (
    <ul class="points">
      {errors.slice(0, mostShown).map((error) => (
        <li>
          <code>{error.path}</code> {faultWords(error, language)}
        </li>
      ))}
      {errors.length > mostShown && <li>{words.more({ n: errors.length - mostShown })}</li>}
    </ul>
  )
}

const spanned = ({ least, most }: Span) => (least === most ? String(most) : `${least}–${most}`)
const minutes = ({ least, most }: Span) => {
  const of = (seconds: number) => Math.max(1, Math.round(seconds / 60))
  return spanned({ least: of(least), most: of(most) })
}

/** How long a route is, in every language. */
function Length({ route, words }: { route: DryRoute; words: Words }) {
  return (
    <>
      {words.questions({ n: spanned(route.questions) })} ·{' '}
      {languages.map((one, at) => (
        <>
          {at > 0 && ' · '}
          <span lang={one}>{commonMessages(one).name}</span>: {words.minutes({ n: minutes(route.seconds[one]) })}
        </>
      ))}
    </>
  )
}

function Routes(props: { questionnaire: Questionnaire; dry: DryRun; words: Words; language: Language }) {
  const { questionnaire, dry, words, language } = props
  const { routes } = dry
  const done = routes.filter(({ end }) => end === 'complete')
  const examples = { shortest: done[0], typical: done[Math.floor((done.length - 1) / 2)], longest: done.at(-1) }
  const ends = (['complete', 'screened_out', 'under_age'] as const).filter((how) => routes.some((it) => it.end === how))
  const pages = questionnaire.pages.map(({ code, title }) => ({ code, title: title[language] }))
  const titleOf = new Map(pages.map(({ code, title }) => [code, title]))
  return (
    <>
      <h2>{words.routes}</h2>
      {dry.stoppedAt !== null && (
        <p class="notice wait">{words.stopped({ page: titleOf.get(dry.stoppedAt) ?? dry.stoppedAt })}</p>
      )}
      {dry.isMore && <p class="notice wait">{words.isMore({ n: figures(mostRoutes) })}</p>}
      <ul class="points">
        {ends.map((how) => (
          <li>
            {words.ends[how]}: {words.count({ n: routes.filter(({ end }) => end === how).length })}
          </li>
        ))}
        {(['shortest', 'typical', 'longest'] as const).map((which) => {
          const route = examples[which]
          return (
            route && (
              <li>
                <strong>{words[which]}</strong>: <Length route={route} words={words} />
              </li>
            )
          )
        })}
      </ul>
      <Scroll label={words.flow}>
        <RouteFlow label={words.flow} pages={pages} routes={routes} ends={words.ends} />
      </Scroll>
      <details>
        <summary>{words.each}</summary>
        <ol>
          {routes.slice(0, mostShown).map((route) => (
            <li>
              {route.pages.map((code) => (
                <>
                  <span>{titleOf.get(code) ?? code}</span> →{' '}
                </>
              ))}
              <strong>{words.ends[route.end]}</strong>
              <br />
              <span class="small">
                <Length route={route} words={words} />
              </span>
            </li>
          ))}
        </ol>
        {routes.length > mostShown && <p>{words.more({ n: routes.length - mostShown })}</p>}
      </details>
    </>
  )
}

function Unreached({ dry, words }: { dry: DryRun; words: Words }) {
  const { unreached } = dry
  return (
    <>
      <h2>{words.unreached}</h2>
      {dry.stoppedAt !== null ? (
        <p>{words.unknown}</p>
      ) : unreached.length === 0 ? (
        <p>{words.allReached}</p>
      ) : (
        <ul class="points">
          {unreached.slice(0, mostShown).map(({ path, message, when }) => (
            <li>
              <code>{path}</code> <span lang="en">{message}</span>
              {when.length > 0 && (
                <>
                  <br />
                  {words.when} <code>{when.join(' · ')}</code>
                </>
              )}
            </li>
          ))}
          {unreached.length > mostShown && <li>{words.more({ n: unreached.length - mostShown })}</li>}
        </ul>
      )}
    </>
  )
}

function Money({ promises, words, language }: { promises: Promises; words: Words; language: Language }) {
  const { offers, cost, without, unnamed, calendar } = promises
  const names = (texts: Promises['without']) =>
    texts.map((text) => text[language]).join(commonMessages(language).listSeparator)
  // What one offer comes to stands beside it.
  const sums = [...cost].filter(([currency]) => offers.filter((offer) => offer.currency === currency).length > 1)
  const nobody = offers.filter(({ isForNobody }) => isForNobody)
  const money = (minor: number, currency: string) => formatMoney(minor, currency, language)
  return (
    <>
      <h2>{words.cost}</h2>
      {offers.length === 0 && <p>{words.noOffer}</p>}
      <ul class="points">
        {offers.map(({ places, amountMinor, currency, most, costMinor, grossMinor }) => (
          <li>
            {words.offer({
              amount: money(amountMinor, currency),
              places: places === null ? words.otherPlaces : names(places),
              n: figures(most),
              most: money(costMinor, currency),
            })}
            {grossMinor !== amountMinor && ` ${words.gross({ amount: money(grossMinor, currency) })}`}
          </li>
        ))}
        {sums.map(([currency, minor]) => (
          <li>
            <strong>{words.atMost({ amount: money(minor, currency) })}</strong>
          </li>
        ))}
      </ul>
      <h2>{words.promises}</h2>
      <ul class="points">
        {offers
          .filter(({ unpaid }) => unpaid.length > 0)
          .map(({ amountMinor, currency, unpaid, isUnpayable }) => (
            <li>
              <span class={isUnpayable ? 'badge bad' : 'badge wait'}>{words.pay}</span>{' '}
              {(isUnpayable ? words.unpayable : words.unpaid)({
                amount: money(amountMinor, currency),
                channels: formatChannels(unpaid, language),
              })}
            </li>
          ))}
        {nobody.map(({ amountMinor, currency }) => (
          <li>{words.nobody({ amount: money(amountMinor, currency) })}</li>
        ))}
        {without.length > 0 && <li>{words.without({ places: names(without) })}</li>}
        {unnamed.length > 0 && <li>{words.unnamed({ codes: unnamed.join(', ') })}</li>}
        {calendar.years.length > 0 && (
          <li>{words.calendar({ calendar: calendar.id, years: calendar.years.join(', ') })}</li>
        )}
        {offers.every(({ unpaid }) => unpaid.length === 0) &&
          nobody.length + without.length + unnamed.length + calendar.years.length === 0 && <li>{words.kept}</li>}
      </ul>
    </>
  )
}
