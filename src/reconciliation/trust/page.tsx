/** Whether a study is real: who runs it, how many were paid and how soon, what comes next, and how to check all that. */
import { findingsMessages } from '../../../messages/generated/insights/findings.ts'
import { type TrustMessages, trustMessages } from '../../../messages/generated/trust.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import type { RetentionText } from '../../journey/retention/retention-words.ts'
import { Fact } from '../../platform/http/fact.tsx'
import type { Html } from '../../platform/http/html.ts'
import { Contact, layout, type Shell } from '../../platform/http/layout.tsx'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import type { PublishedFigures } from './count-trust.ts'
import type { TrustLine } from './trust.ts'

export interface TrustPage {
  shell: Shell
  title: Text
  organiser: Text
  contact: string
  paidWhen: Text
  isOpen: boolean
  /** Newest first. */
  days: PublishedFigures[]
  landing: string
  /** What came of the answers. */
  findings: string
  /** What is kept for how long, and where the privacy notice is. */
  kept: readonly RetentionText[]
  privacy: string
  /** Where the newest figures are, with their signature. */
  file: string
}

/** The public page that says what a study paid, and how soon. */
export function trustPage(page: TrustPage): Html {
  const { shell, days } = page
  const { language } = shell
  const words = trustMessages(language)
  const study = page.title[language]
  const organiser = page.organiser[language]
  const [newest] = days
  const paid = newest?.figures.lines.reduce((sum, line) => sum + line.paid.count, 0) ?? 0
  const median = newest?.figures.medianWorkingDays ?? null
  return layout({
    shell,
    title: words.title,
    study,
    languages: 'links',
    index: true,
    runBy: { name: organiser, contact: page.contact },
    children: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.answer({ organiser, study })}</p>
        <p>{paid === 0 ? words.nobodyYet : words.paidSoFar({ people: paid })}</p>
        {median !== null && <p>{words.took({ days: median })}</p>}
        {newest && paid + newest.figures.lines.reduce((sum, line) => sum + line.owed.count, 0) > 0 && (
          <Figures newest={newest} shell={shell} words={words} />
        )}
        <p>
          <a href={page.findings}>{findingsMessages(language).link}</a>
        </p>
        <h2>{words.next}</h2>
        <ol class="points">
          {Object.values(words.steps).map((step) => (
            <li>{step}</li>
          ))}
          <li>{page.paidWhen[language]}</li>
        </ol>
        <p>
          <strong>{words.never}</strong>
        </p>
        <h2>{words.notice.sections.retention}</h2>
        <dl class="facts">
          {page.kept.map(({ kind, when }) => (
            <Fact name={kind}>{when}</Fact>
          ))}
        </dl>
        <p>
          <a href={page.privacy}>{words.notice.title}</a>
        </p>
        <h2>{words.ask}</h2>
        <p>
          {organiser} · <Contact contact={page.contact} />
        </p>
        {page.isOpen && (
          <p>
            <a class="button" href={page.landing}>
              {words.back}
            </a>
          </p>
        )}
        {newest && <Proof days={days} newest={newest} page={page} words={words} />}
      </>
    ),
  })
}

function Figures({ newest, shell, words }: { newest: PublishedFigures; shell: Shell; words: TrustMessages }) {
  const { language } = shell
  return (
    <>
      <div class="scroll">
        <table class="table">
          <caption class="small">{words.countedOn({ day: formatDate(newest.figures.day, language) })}</caption>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col" class="number">
                {words.people}
              </th>
              <th scope="col" class="number">
                {words.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {newest.figures.lines.filter(hasAny).flatMap((line) =>
              (['paid', 'owed'] as const).map((what) => (
                <tr>
                  <th scope="row">
                    {words[what]} · {line.currency}
                  </th>
                  <td class="number">{line[what].count}</td>
                  <td class="number">{formatMoney(line[what].amountMinor, line.currency, language)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <p class="small">{words.few}</p>
    </>
  )
}

const hasAny = ({ owed, paid }: TrustLine) => owed.count + paid.count > 0

const broken = (text: string) => text.replace(/(.{16})(?=.)/g, '$1\u200b')

function Proof({
  days,
  newest,
  page,
  words,
}: {
  days: PublishedFigures[]
  newest: PublishedFigures
  page: TrustPage
  words: TrustMessages
}) {
  const { language } = page.shell
  return (
    <details>
      <summary>{words.proof}</summary>
      <p>{words.proofText}</p>
      <ul class="points">
        {days.map(({ figures: { day, seals, head } }) => (
          <li>
            {words.seal({ day: formatDate(day, language), n: seals })}
            {head !== null && (
              <>
                <br />
                <code class="small">{broken(head)}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={page.file}>{words.file}</a>
      </p>
      <p>{words.check}</p>
      <p>
        <code class="small">{broken(newest.signature)}</code>
      </p>
    </details>
  )
}
