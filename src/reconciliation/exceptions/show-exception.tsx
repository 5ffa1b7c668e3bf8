/** The page of an exception, as it answers a request: with what the last press came to, and with what was typed. */
import type { Context } from 'hono'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { first } from '../../platform/db/together.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { decidedOf, waitingOf } from '../../staff/approvals/shown.ts'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { readAbout } from '../matching/about.ts'
import { findCandidates } from '../matching/candidates.ts'
import { teachingText } from '../reading-rules/approval-effects.ts'
import { ruleOfWord } from '../reading-rules/words.ts'
import { aged } from './aged.ts'
import { exceptionClosing, matchByHand, stopLifting } from './approval-effects.ts'
import { choicesOf } from './close.ts'
import type { ExceptionDetail } from './exception.ts'
import type { RefusedForm } from './exception-forms.tsx'
import { ExceptionPage } from './exception-page.tsx'
import { type Exception, exceptionById, exceptionSteps } from './store.ts'

export type ExceptionRefusal = keyof ExceptionsMessages['refusals']

const proposable = { exception_closed: exceptionClosing, match: matchByHand, stop_lifted: stopLifting }

/**
 * Answers with the page; 422 when something was refused.
 * @param typed what the form that was refused held, which is shown again
 */
export async function showException(
  c: Context<AppEnv>,
  id: string,
  refused: ExceptionRefusal | null = null,
  typed: RefusedForm | null = null,
): Promise<Response> {
  const { ports } = c.var
  const found = await first(ports.db, exceptionById({ id }))
  const [exception] = found === undefined ? [] : await aged(ports, [found])
  if (exception === undefined) return refuse(c, 'not_found')
  const staff = staffOf(c)
  const detail = JSON.parse(exception.detail) as ExceptionDetail
  return c.html(
    <ExceptionPage
      c={c}
      exception={exception}
      detail={detail}
      steps={await ports.db.read(exceptionSteps({ id }))}
      names={new Map((await ports.db.read(everyStaff({}))).map(({ id: who, name }) => [who, name]))}
      choices={exception.closedAt === null ? await choicesOf(ports, exception) : []}
      candidates={await findCandidates(ports, exception, detail)}
      willLearn={exception.class === 'unknown_type' ? await beforeLearning(c, exception) : null}
      waiting={await waitingOf(c, proposable, id)}
      decided={await decidedOf(c, proposable, id)}
      mayWork={may(staff, 'exceptions.work', exception.studyId)}
      isMine={exception.owner === staff.id}
      typed={typed}
      notice={noticeOf(c, refused)}
    />,
    refused === null ? 200 : 422,
  )
}

/** What choosing a meaning for its type will do. */
async function beforeLearning(c: Context<AppEnv>, exception: Exception): Promise<string | null> {
  const { ports } = c.var
  const { accountId, detail } = await readAbout(ports, exception)
  const rule = await ruleOfWord(ports, accountId, detail.rawType, 'unknown')
  return rule && teachingText(rule, languageOf(c))
}

function noticeOf(c: Context<AppEnv>, refused: ExceptionRefusal | null): Notice | null {
  const words = exceptionsMessages(languageOf(c))
  if (refused !== null) return { tone: 'bad', text: words.refusals[refused] }
  const result = c.req.query('said') ?? ''
  if (!Object.hasOwn(words.said, result)) return null
  return { tone: 'good', text: words.said[result as keyof typeof words.said] }
}
