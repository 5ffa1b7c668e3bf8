/** `/admin/studies/:slug/tests`: where a study is tried out, what that left, and how it goes. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { exportsMessages } from '../../../messages/generated/exports.ts'
import { previewMessages } from '../../../messages/generated/studies/preview.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { AnswerInWords } from '../rights/answered.ts'
import { testDays } from './erase-tests.ts'
import type { TestResponse } from './store.ts'

export interface TestsPageProps {
  c: Context<AppEnv>
  slug: string
  title: string
  /** The whole address at which the test is answered, and whether it asks what the study asks now; null before there is one. */
  test: { address: string; isCurrent: boolean } | null
  responses: readonly TestResponse[]
  /** The most that are shown. */
  most: number
  said: 'made' | 'erased' | null
}

export function TestsPage({ c, slug, title, test, responses, most, said }: TestsPageProps) {
  const language = languageOf(c)
  const words = previewMessages(language).tests
  const here = `/admin/studies/${slug}/tests`
  return (
    <StaffPage c={c} title={words.title} study={title}>
      {said !== null && (
        <p class="notice good" role="status">
          {words.said[said]}
        </p>
      )}
      <p>{words.about}</p>
      {test !== null && (
        <>
          <p>
            <a class="button" href={test.address} target="_blank" rel="noreferrer">
              {words.open}
            </a>
          </p>
          <p class="small">
            {words.address} <code>{test.address}</code>
          </p>
          {!test.isCurrent && <p class="notice wait">{words.older}</p>}
        </>
      )}
      <form method="post" action={here}>
        <p class="actions">
          <button class={test === null ? 'button' : 'button quiet'} type="submit">
            {test === null ? words.make : words.renew}
          </button>
        </p>
        {test !== null && <p class="hint">{words.renewHint}</p>}
      </form>
      <h2>{words.responses}</h2>
      {responses.length === 0 ? (
        <p class="empty">{test === null ? words.noTest : words.none}</p>
      ) : (
        <>
          <Scroll label={words.responses}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{words.response}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.language}</th>
                  <th scope="col">{words.started}</th>
                </tr>
              </thead>
              <tbody>
                {responses.map(({ ref, state, language: answeredIn, startedAt }) => (
                  <tr>
                    <th scope="row">
                      <a href={`${here}/${ref}`}>
                        <code>{ref}</code>
                      </a>
                    </th>
                    <td>{exportsMessages(language).states[state]}</td>
                    <td lang={answeredIn}>{commonMessages(answeredIn).name}</td>
                    <td>{formatDateTime(startedAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {responses.length === most && <p class="small">{words.newest({ n: most })}</p>}
          <form method="post" action={`${here}/erase`}>
            <p class="actions">
              <button class="button quiet" type="submit">
                {words.erase}
              </button>
            </p>
          </form>
        </>
      )}
      <p class="small">{words.kept({ days: testDays })}</p>
    </StaffPage>
  )
}

export interface TestResponsePageProps {
  c: Context<AppEnv>
  slug: string
  title: string
  response: TestResponse
  answered: readonly AnswerInWords[]
}

/** The answers of one test response, in the words in which they were asked. */
export function TestResponsePage({ c, slug, title, response, answered }: TestResponsePageProps) {
  const language = languageOf(c)
  const words = previewMessages(language).tests
  return (
    <StaffPage
      c={c}
      title={words.one({ ref: response.ref })}
      study={title}
      crumbs={[{ href: `/admin/studies/${slug}/tests`, label: words.title }]}
    >
      <p>
        {exportsMessages(language).states[response.state]} · {commonMessages(response.language).name}
      </p>
      {answered.length === 0 ? (
        <p class="empty">{words.noAnswers}</p>
      ) : (
        <Scroll label={words.answers}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.question}</th>
                <th scope="col">{words.answer}</th>
              </tr>
            </thead>
            <tbody>
              {answered.map(({ name, question, label }) => (
                <tr>
                  <th scope="row" lang={response.language}>
                    {question} <code class="small">{name}</code>
                  </th>
                  <td lang={response.language}>{label ?? words.picked}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </StaffPage>
  )
}
