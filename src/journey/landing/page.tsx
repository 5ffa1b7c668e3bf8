/** The list of open studies, and the page that a study's link opens. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type LandingMessages, landingMessages } from '../../../messages/generated/landing.ts'
import { type Language, languages, type Text } from '../../../schema/questionnaire.ts'
import type { ResponseState } from '../../../schema/tables.ts'
import { Fact } from '../../platform/http/fact.tsx'
import type { Html } from '../../platform/http/html.ts'
import { Contact, layout, type Shell } from '../../platform/http/layout.tsx'
import { formatChannels, formatDateTime, formatMinutes, formatMoney, sentences } from '../../platform/i18n/format.ts'
import type { StudyAbout, StudyAvailability } from '../../survey/studies/study.ts'
import type { UsualTimes } from './times.ts'

/** The open studies; `href` leads to each. */
export function homePage(props: { shell: Shell; studies: { href: string; title: Text; organiser?: Text }[] }): Html {
  const { shell, studies } = props
  const words = landingMessages(shell.language).home
  return layout({
    shell,
    title: words.title,
    languages: 'links',
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{studies.length === 0 ? words.none : words.lead}</p>
        <ul class="cards">
          {studies.map((study) => (
            <li>
              <a href={study.href}>
                <b>{study.title[shell.language]}</b> <span class="small">{study.organiser?.[shell.language]}</span>{' '}
                <span>{words.open} →</span>
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

export interface LandingOffer {
  currency: string
  amountMinor: number
  /** What is promised when tax is taken from it; null when what is promised is what one gets. */
  beforeTaxMinor: number | null
  channels: string[]
  /** The places it is for, or null for every place that has no offer of its own. */
  forPlaces: Text | null
  /** Whether any budget is left. */
  left: boolean
}

export interface LandingPage {
  shell: Shell
  study: {
    slug: string
    title: Text
    organiser: Text
    contact: string
    /** Measured by the pilot; null before. */
    minutes: number | null
    /** Of those who have answered in this language, in minutes; null while too few have. */
    times: UsualTimes | null
    /** By its words and questions, in this language. */
    estimatedMinutes: number
    /** All of them when left out. */
    languages?: readonly Language[]
    /** The most questions that anybody is asked. */
    questions: number
    /** For whom it is and why, where the study says so. */
    about?: StudyAbout
  }
  offers: LandingOffer[]
  open: StudyAvailability
  /** What whoever paused it says to visitors; null for the usual words. */
  pauseWords?: Text | null
  /** Until when somebody who has begun may finish a study that has closed; an instant, null when that is over. */
  finishBy: string | null
  /** How long a reward is kept for somebody who does nothing, in minutes. */
  leaseMinutes: number
  /** Working days that a review takes, where that has to be said; null where it takes no longer than usual, or there is none. */
  queueDays: number | null
  state: 'new' | ResponseState
  /** From which age on, where this browser has said that it is below; nothing elsewhere. */
  tooYoungFor?: number | null
  /** Where the button leads; for an invitation its own address, to which it posts. */
  startPath: string
  /** The tag of the link that led here, kept when the language is switched. */
  from?: string | null
  /** Where the script says that the page was opened; null for an opening that does not count. */
  openedPath?: string | null
  invitation?: boolean
  /** When the reward is paid, in plain words. */
  paidWhen: Text
  /** Where the privacy notice is. */
  privacyPath?: string
  /** Where it is answered whether this is real. */
  trustPath?: string
  /** Where a resume code can be entered. */
  resumePath?: string | null
  /** Where whoever has begun sees what is kept of them. */
  statusPath?: string
}

function Offers({ shell, offers }: { shell: Shell; offers: LandingOffer[] }) {
  const { language } = shell
  const words = landingMessages(language)
  const common = commonMessages(language)
  const named = offers.flatMap(({ forPlaces }) => (forPlaces ? [forPlaces[language]] : []))
  const condition = ({ forPlaces }: LandingOffer) =>
    forPlaces
      ? words.forPlaces({ places: forPlaces[language] })
      : named.length > 0
        ? words.forOthers({ places: named.join(common.and) })
        : words.forAll
  return (
    <ul class="offers">
      {offers.map((offer) => (
        <li class={offer.left ? undefined : 'gone'}>
          <b class="amount">{formatMoney(offer.amountMinor, offer.currency, language)}</b>
          <span>{condition(offer)}</span>
          {offer.beforeTaxMinor !== null && (
            <span class="small">
              {common.beforeTax({ amount: formatMoney(offer.beforeTaxMinor, offer.currency, language) })}
            </span>
          )}
          <span class="small">
            {!offer.left
              ? words.gone
              : offer.channels.length > 0 && words.paidBy({ channels: formatChannels(offer.channels, language) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Why whoever reads this cannot start or go on; null where they can. */
function barred(page: LandingPage, words: LandingMessages): string | null {
  const { open, state } = page
  if (state === 'withdrawn' || state === 'lapsed') return words[state]
  if (state === 'screened_out') return words.screenedOut
  if (open === 'not_yet' || open === 'not_ready') return words.notYet
  if (state === 'complete' || state === 'over_quota') return null
  if (page.tooYoungFor) return words.tooYoung({ age: page.tooYoungFor })
  if (open === 'closed' && page.finishBy === null && state !== 'new') return words.closedUnfinished
  if (open === 'closed') return state === 'new' ? words.closed : null
  return open === 'paused' && state === 'new' ? (page.pauseWords?.[page.shell.language] ?? words.paused) : null
}

/** Whoever has begun on another device finds the way back in, also where nobody new may start any more. */
function OtherDevice({ page, words }: { page: LandingPage; words: LandingMessages }) {
  if (!page.resumePath || page.state !== 'new' || page.open === 'not_yet' || page.open === 'not_ready') return null
  return (
    <p class="small">
      <a href={page.resumePath}>{words.otherDevice}</a>
    </p>
  )
}

function Start({ page, words }: { page: LandingPage; words: LandingMessages }) {
  const { open, state } = page
  const free = page.offers.length > 0 && page.offers.every((offer) => !offer.left)
  const labels: Partial<Record<LandingPage['state'], string>> = {
    new: free ? words.startFree : words.start,
    in_progress: words.resume,
    complete: words.voucher,
    over_quota: words.voucher,
  }
  return (
    <>
      {state === 'complete' && <p class="note">{words.complete}</p>}
      {state === 'over_quota' && <p class="note">{words.overQuota}</p>}
      {state === 'in_progress' && open === 'closed' && page.finishBy !== null && (
        <p class="note">{words.closedBegun({ day: formatDateTime(page.finishBy, page.shell.language) })}</p>
      )}
      {state === 'new' && free && <p class="note">{words.goneAll}</p>}
      {page.invitation && state === 'new' && <p>{words.invited}</p>}
      {page.invitation ? (
        <div class="start">
          <form method="post" action={page.startPath}>
            <button class="button big" type="submit">
              {labels[state]}
            </button>
          </form>
        </div>
      ) : (
        <p class="start">
          <a class="button big" href={page.startPath}>
            {labels[state]}
          </a>
        </p>
      )}
    </>
  )
}

/** What the study is, who asks, what one gets and when, what happens to the answers; and the button. */
export function landingPage(page: LandingPage): Html {
  const { shell, study } = page
  const { language } = shell
  const words = landingMessages(language)
  const title = study.title[language]
  const why = barred(page, words)
  return layout({
    shell,
    title,
    languages: page.from ? { links: `?from=${page.from}&lang=` } : 'links',
    index: !page.invitation,
    runBy: { name: study.organiser[language], contact: study.contact },
    children: (
      <>
        <h1 data-opened={page.openedPath ?? undefined}>{title}</h1>
        {study.about && <p class="lead">{study.about.forWhom[language]}</p>}
        {why !== null && <p class="note">{why}</p>}
        {why !== null && page.state !== 'new' && page.statusPath && (
          <p>
            <a href={page.statusPath}>{commonMessages(language).rights}</a>
          </p>
        )}
        {page.offers.length > 0 && (
          <section>
            <h2>{words.get}</h2>
            <Offers shell={shell} offers={page.offers} />
          </section>
        )}
        {why === null && <Start page={page} words={words} />}
        <OtherDevice page={page} words={words} />
        <Facts page={page} words={words} />
        <h2>{words.privacy}</h2>
        <ul class="points">
          {Object.values(commonMessages(language).privacyPoints).map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        {page.statusPath && (
          <p>
            <a href={page.privacyPath}>{commonMessages(language).privacy}</a> ·{' '}
            <a href={page.statusPath}>{commonMessages(language).rights}</a>
          </p>
        )}
      </>
    ),
  })
}

/** How long it takes, when the money comes, what for, who asks, and in which languages. */
function Facts({ page, words }: { page: LandingPage; words: LandingMessages }) {
  const { shell, study } = page
  const { language } = shell
  return (
    <dl class="facts">
      <Fact name={words.long}>
        {study.times !== null
          ? words.longTimed({ ...study.times })
          : study.minutes === null
            ? words.longEstimated({
                about: formatMinutes(study.estimatedMinutes, language),
                count: study.questions,
              })
            : words.longKnown({ about: formatMinutes(study.minutes, language) })}
      </Fact>
      {page.offers.length > 0 && (
        <Fact name={words.whenPaid}>
          {sentences(
            language,
            page.paidWhen[language],
            page.queueDays !== null && words.queue({ days: page.queueDays }),
          )}
        </Fact>
      )}
      {page.offers.some(({ left }) => left) && page.open === 'open' && (
        <Fact name={words.keptLabel}>{words.kept({ minutes: page.leaseMinutes })}</Fact>
      )}
      {study.about && <Fact name={words.purpose}>{study.about.why[language]}</Fact>}
      <Fact name={words.asks}>
        {study.organiser[language]} · <Contact contact={study.contact} />
        {page.trustPath && (
          <>
            <br />
            <a href={page.trustPath}>{commonMessages(language).isReal}</a>
          </>
        )}
      </Fact>
      <Fact name={words.languages}>
        {(study.languages ?? languages).map((one, i) => (
          <>
            {i > 0 && ' · '}
            <span lang={one}>{commonMessages(one).name}</span>
          </>
        ))}
        {study.languages?.length !== 1 && (
          <>
            <br />
            {words.languagesText}
          </>
        )}
      </Fact>
    </dl>
  )
}
