/** Students who stand somewhere on the way, brought there faster than by a browser. */
import type { Answers } from '../../schema/answers.ts'
import { findResponseProgress } from '../../src/journey/answering/response-progress.ts'
import type { Posted } from '../../src/platform/http/form.ts'
import { checkPage } from '../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../../src/survey/questionnaire/route/page-answers.ts'
import { resolveRoute } from '../../src/survey/questionnaire/route/resolve-route.ts'
import { samplePosted } from '../../src/survey/questionnaire/sample.ts'
import { answersBut, pageWrite } from '../../src/survey/responses/response.ts'
import { claimRevision, findPages } from '../../src/survey/responses/store.ts'
import { nextPage } from '../survey/questionnaire/route/whole-route.ts'
import { Student } from './student.ts'
import type { World } from './world.ts'

export const at = (page: string, slug = 'study-abroad') => `/s/${slug}/p/${page}`

/** Answers to the screening page: someone who studies now and lives in the mainland, unless told. */
export const screening = (place = 1, stage = 3): Posted => ({ Q02: [String(stage)], Q03: ['1'], Q04: [String(place)] })

/** Sends a page as a browser does that has just opened it for the first time. */
export function send(student: Student, page: string, posted: Posted, revision = 0, slug?: string): Promise<Response> {
  return student.post(at(page, slug), { ...posted, revision: [String(revision)], go: ['next'] })
}

/** A student who has begun, and (unless `stopBefore` is `screening`) left the screening page. */
export async function begun(world: World, options: Begun = {}): Promise<Student> {
  const { seed = 1, place, stage, stopBefore, address, slug } = options
  const student = new Student(world, seed)
  if (address !== undefined) student.headers['x-test-address'] = address
  await student.start(slug)
  if (stopBefore === 'screening') return student
  await send(student, 'screening', screening(place, stage), 0, slug)
  if (stopBefore !== undefined && stopBefore !== 'places') await fillUpTo(student, stopBefore)
  return student
}

export interface Begun {
  seed?: number
  place?: number
  stage?: number
  stopBefore?: string
  address?: string
  slug?: string
}

/** Saves every page before this one with the app's own writes, without a request each. Gives the page's own answers. */
export async function fillUpTo(student: Student, stopBefore = 'last', fixed: Answers = {}): Promise<Posted> {
  const { ports } = student.world
  const { respondentId } = student
  const progress = await findResponseProgress(ports.db, respondentId)
  if (progress === undefined) throw new Error('no response')
  const { questionnaire } = student.world.study
  let { answers } = resolveRoute(questionnaire, answersBut(await findPages(ports, respondentId), null), progress)
  const now = ports.clock.now()
  const saves = []
  for (;;) {
    const next = nextPage(questionnaire, answers, progress)
    if (!('page' in next)) throw new Error(`the route ends before ${stopBefore}`)
    const posted = samplePosted(pageView(questionnaire, next.page, answers, progress), student.pick)
    for (const [code, value] of Object.entries(fixed)) if (code in posted) posted[code] = [String(value)]
    if (next.page === stopBefore) {
      if (saves.length > 0) {
        const claim = claimRevision({ respondentId, revision: progress.revision, language: 'en', at: now })
        const outcome = await ports.db.together(claim, ...saves)
        if (!outcome.done) throw new Error(`refused by ${outcome.breach.on}`)
      }
      return posted
    }
    const checked = checkPage(questionnaire, next.page, answers, posted, progress)
    if (!checked.ok) throw new Error(`${next.page} was refused: ${JSON.stringify(checked.errors)}`)
    const of = { studyId: progress.studyId, respondentId, questionnaire, page: next.page }
    const saved = { revision: progress.revision + 1, answers: checked.answers, visit: null }
    saves.push(await pageWrite(ports, of, saved, now))
    answers = resolveRoute(
      questionnaire,
      withPage(questionnaire, next.page, answers, checked.answers),
      progress,
    ).answers
  }
}

/** A student whose last page only has to be sent, and what it is to be sent with. */
export async function ready(world: World, options: Begun = {}): Promise<{ student: Student; last: Posted }> {
  const student = await begun(world, options)
  return { student, last: await fillUpTo(student, 'last', { Q30: 2001 }) }
}

/** The voucher code that the voucher page shows, or null. */
export async function codeShown(student: Student, slug = 'study-abroad'): Promise<string | null> {
  const { html } = await student.open(`/s/${slug}/go`)
  return voucherCodeIn(html)
}

/** The code on a voucher page, as it is shown. */
export function voucherCodeIn(html: string): string | null {
  return /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}\b/.exec(html)?.[0] ?? null
}

/** The resume code on a page of questions. */
export function resumeCodeIn(html: string): string | null {
  return /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(html)?.[0] ?? null
}

/** What a person reads on a page: its text, with every space a plain one. */
export function textOf(html: string): string {
  return html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
