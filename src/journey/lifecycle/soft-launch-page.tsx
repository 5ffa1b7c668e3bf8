/** What the first completes of a study look like, and the button that signs them. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import { softLaunchMessages } from '../../../messages/generated/studies/soft-launch.ts'
import { formatMinutes, sentences } from '../../platform/i18n/format.ts'
import { languageOf, namedLanguage } from '../../platform/i18n/language.ts'
import { percentOf } from '../../platform/metrics/threshold.ts'
import type { AppEnv } from '../../ports.ts'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { isFlagName } from '../../survey/quality/flag.ts'
import type { StudyWithOffers } from '../study.ts'
import type { HashedFigures, SoftLaunchRefusal } from './sign-soft-launch.ts'

interface SoftLaunchPageProps {
  c: Context<AppEnv>
  study: StudyWithOffers
  looked: HashedFigures
  /** Null while there is no soft launch. */
  limit: number | null
  /** Whether it has as many completes as it was for. */
  isOver: boolean
  maySign: boolean
  refused: SoftLaunchRefusal['refused'] | null
}

export function SoftLaunchPage({ c, study, looked, limit, isOver, maySign, refused }: SoftLaunchPageProps) {
  const language = languageOf(c)
  const words = softLaunchMessages(language)
  const { flags } = reviewsMessages(language)
  const labels = new Map(
    study.questionnaire.pages.flatMap(({ questions }) =>
      questions.map(({ code, text }) => [code, (Array.isArray(text) ? text[0]?.text : text)?.[language]]),
    ),
  )
  return (
    <StaffPage c={c} title={words.title} study={study.questionnaire.title[language]}>
      {refused !== null && (
        <p class="notice bad" role="alert">
          {words.refused[refused]}
        </p>
      )}
      <p>{words.about}</p>
      <p>
        {sentences(
          language,
          limit === null ? words.none : isOver ? words.over({ limit }) : words.running({ limit }),
          words.looked({ count: looked.responses }),
        )}
      </p>
      <h2>{words.times}</h2>
      {looked.routes.length === 0 ? (
        <p class="small">{words.fewTimes}</p>
      ) : (
        <Table label={words.times} heads={[words.way, words.responses, words.median]}>
          {looked.routes.map(({ language: of, responses, activeMs }, at) => (
            <tr>
              <th scope="row">
                {at + 1} · {commonMessages(namedLanguage(of) ?? language).name}
              </th>
              <td class="number">{figures(responses)}</td>
              <td class="number">{formatMinutes(Math.max(1, Math.round(activeMs / 60_000)), language)}</td>
            </tr>
          ))}
        </Table>
      )}
      <h2>{words.blanks}</h2>
      <Table label={words.blanks} heads={[words.question, words.asked, words.blank]}>
        {looked.questions.map(({ code, asked, blank }) => (
          <tr>
            <th scope="row">
              {code} <span class="small">{labels.get(code)}</span>
            </th>
            <td class="number">{figures(asked)}</td>
            <td class="number">
              {figures(blank)} ({percentOf(blank, asked)}%)
            </td>
          </tr>
        ))}
      </Table>
      <h2>{words.flags}</h2>
      {looked.flags.length === 0 ? (
        <p class="small">{words.noFlags}</p>
      ) : (
        <ul>
          {looked.flags.map(({ name, responses }) => (
            <li>
              {figures(responses)} · {isFlagName(name) ? flags.person[name] : name}
            </li>
          ))}
        </ul>
      )}
      {isOver && looked.responses === 0 && <p class="note">{words.refused.none_shown}</p>}
      {isOver && maySign && looked.responses > 0 && (
        <form method="post" action={`/admin/studies/${study.slug}/soft-launch`}>
          <input type="hidden" name="seen" value={looked.hash} />
          <p>{words.signing}</p>
          <p class="actions">
            <button class="button" type="submit">
              {words.sign}
            </button>
          </p>
        </form>
      )}
    </StaffPage>
  )
}

function Table({ label, heads, children }: { label: string; heads: readonly string[]; children?: unknown }) {
  return (
    <Scroll label={label}>
      <table class="table">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th scope="col" class={at === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  )
}
