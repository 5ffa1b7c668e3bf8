/** What `routes.ts` answers with; it is loaded when it is asked for, so that no student's start waits for it. */
import type { Context } from 'hono'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { safeFileName } from '../../platform/http/download.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { allowParadata } from '../../survey/consents/paradata.ts'
import { answersMark } from '../../survey/respondents/actions.ts'
import { mayFinish } from '../../survey/studies/study.ts'
import { enterCode } from '../answering/enter-code.ts'
import { resumePage } from '../answering/other-pages.tsx'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { paths } from '../paths.ts'
import { findByAnyCode } from '../requests/by-contact.ts'
import { resumeOf } from '../resume.ts'
import type { StudyWithOffers } from '../study.ts'
import { studyOf, visitorOf } from '../visitor.ts'
import { forgetVoucher } from '../voucher/holder.ts'
import { answeredQuestions } from './answered.ts'
import { storedDocument, storedJson } from './files.tsx'
import { findStoredResponse } from './kept.ts'
import { hasObjectionForm, type TypedObjection } from './objection.tsx'
import { statusPage } from './page.tsx'
import { withdrawalKinds } from './take-back.ts'

/** Asks for the code; `typed` is one that was wrong. */
function askForCode(c: Context<AppEnv>, study: StudyWithOffers, typed?: string) {
  const language = languageOf(c)
  const page = resumePage({
    shell: shellOf(c, study),
    study: { slug: study.slug, title: study.questionnaire.title[language] },
    action: paths.status(study.slug),
    wrong: typed !== undefined,
    heading: accountsMessages(language).rights.open,
    ...(typed !== undefined && { typed }),
  })
  return c.html(page, typed === undefined ? 200 : 422)
}

/** The study, and the respondent who may see everything here; an answer for everybody else. */
export async function ownerHere(c: Context<AppEnv>): Promise<Owner | Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  // Neither an invitation nor a voucher's code is enough: both may have passed through other hands.
  return progress === null || scope !== 'full' ? askForCode(c, study) : { study, progress }
}

type Owner = { study: StudyWithOffers; progress: ResponseProgress }

/** Shows all that is kept of the respondent; reading it writes nothing. */
export async function showStatus(c: Context<AppEnv>): Promise<Response> {
  const owner = await ownerHere(c)
  return owner instanceof Response ? owner : statusFor(c, owner)
}

/** The status page; with an objection that was typed and could not be kept. */
export async function statusFor(
  c: Context<AppEnv>,
  { study, progress }: Owner,
  typed?: TypedObjection,
): Promise<Response> {
  const { ports } = c.var
  const language = languageOf(c)
  const stored = await findStoredResponse(ports, study, progress)
  const { slug } = study
  const isObjecting = stored.review !== null && hasObjectionForm(stored.review, typed)
  return c.html(
    statusPage({
      shell: shellOf(c, study),
      kept: stored,
      answered: answeredQuestions(stored, language),
      resume: await resumeOf(c, slug, progress),
      over: progress.state === 'withdrawn' ? paths.page(slug, '') : isObjecting ? undefined : paths.status(slug),
      mark: isObjecting ? await answersMark(ports.keys, progress) : undefined,
      asksParadata: study.settings.paradata,
      typed,
      done: withdrawalKinds.find((way) => way === c.req.query('done')) ?? null,
      ways: {
        takeBack: (way) => `${paths.status(slug)}/take-back/${way}`,
        file: (format) => `${paths.status(slug)}/answers.${format}`,
        onward: progress.state === 'in_progress' && mayFinish(study, ports.clock.now()) ? paths.onward(slug) : null,
        voucher: stored.hasVoucher ? `${paths.status(slug)}/voucher` : null,
        paradata: `${paths.status(slug)}/paradata`,
        devices: paths.devices(slug),
        privacy: paths.privacy(slug),
        findings: paths.findings(slug),
        objection: `${paths.status(slug)}/objection`,
      },
    }),
    typed === undefined ? 200 : 422,
  )
}

/** Swaps the code for the respondent's cookie, and goes to the status page. */
export async function openStatus(c: Context<AppEnv>): Promise<Response> {
  const study = await studyOf(c)
  if (study === undefined) return refuse(c, 'not_found')
  const entered = await enterCode(c, study, findByAnyCode)
  if (entered instanceof Response) return entered
  if ('wrong' in entered) return askForCode(c, study, entered.wrong)
  return c.redirect(paths.status(study.slug), 303)
}

const files = {
  'answers.html': 'text/html; charset=utf-8',
  'answers.json': 'application/json; charset=utf-8',
} as const

/** All that is kept of the respondent as a file to take away. */
export async function sendFile(c: Context<AppEnv>): Promise<Response> {
  const name = c.req.param('file')
  if (name !== 'answers.html' && name !== 'answers.json') return refuse(c, 'not_found')
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  const { study, progress } = owner
  const { ports } = c.var
  const language = languageOf(c)
  const stored = await findStoredResponse(ports, study, progress)
  const answered = answeredQuestions(stored, language)
  const at = ports.clock.now()
  const body =
    name === 'answers.json'
      ? storedJson(stored, answered, study.slug, at)
      : String(await storedDocument(stored, answered, language, at))
  return c.body(body, 200, {
    'Content-Type': files[name],
    'Content-Disposition': `attachment; filename="${safeFileName(`${study.slug}-${name}`)}"`,
  })
}

/** Leads to the respondent's own voucher, not to one whose code was brought to this browser before. */
export async function toVoucher(c: Context<AppEnv>): Promise<Response> {
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  forgetVoucher(c, owner.study.slug)
  return c.redirect(paths.voucher(owner.study.slug), 303)
}

/** The respondent allows, or no longer allows, that typing and pasting are counted. */
export async function chooseParadata(c: Context<AppEnv>): Promise<Response> {
  const owner = await ownerHere(c)
  if (owner instanceof Response) return owner
  const { study, progress } = owner
  const isAllowed = field(await readPosted(c), 'allow') === '1'
  // It is counted while one answers, so that it can be allowed until then and refused at any time.
  if (!isAllowed || (study.settings.paradata && progress.state === 'in_progress')) {
    await allowParadata(c.var.ports, progress, isAllowed)
  }
  return c.redirect(paths.status(study.slug), 303)
}
