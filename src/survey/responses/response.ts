/** The writes by which answers are kept: a page while answering goes on, a document in the end. */
import type { Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import type { Write } from '../../platform/db/together.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import { birthAgrees } from '../questionnaire/birth-agrees.ts'
import { withoutDraftOnly } from '../questionnaire/route/page-answers.ts'
import { sealAnswers } from '../texts/stored-answers.ts'
import type { SavedPage } from './saved.ts'
import { addDocument, savePage } from './store.ts'

/** All saved answers together, but for those of one page. */
export function answersBut(pages: ReadonlyMap<string, SavedPage>, page: string | null): Answers {
  const all: Answers = {}
  for (const [code, saved] of pages) if (code !== page) Object.assign(all, saved.answers)
  return all
}

/**
 * The document of a complete response: its settled answers as canonical JSON (RFC 8785), so that equal answers are equal
 * texts. What lives in the draft only is left out; of the birth year its agreement with the age stays.
 */
export async function documentWrite(
  ports: KeyPorts,
  { studyId, respondentId, questionnaire }: Omit<OfPage, 'page'>,
  settled: Answers,
  endedAt: string,
): Promise<Write> {
  const agrees = birthAgrees(settled, Number(endedAt.slice(0, 4)))
  const final = withoutDraftOnly(questionnaire, settled)
  const whole = agrees === null ? final : { ...final, 'Q30.agrees': agrees }
  const { rest, ...typed } = await sealAnswers(ports, { studyId, respondentId, page: null }, questionnaire, whole)
  return addDocument({ respondentId, document: canonicalJson(rest), ...typed })
}

/** The page that answers are of. */
export interface OfPage {
  studyId: string
  respondentId: string
  questionnaire: Questionnaire
  page: string
}

/** The row of a page: one for each page of a response. */
export async function pageWrite(
  ports: KeyPorts,
  { studyId, respondentId, questionnaire, page }: OfPage,
  { revision, answers, visit }: SavedPage,
  at: string,
): Promise<Write> {
  const { rest, ...typed } = await sealAnswers(ports, { studyId, respondentId, page }, questionnaire, answers)
  const how = visit === null ? null : canonicalJson(visit)
  return savePage({ respondentId, page, revision, answers: JSON.stringify(rest), visit: how, at, ...typed })
}

/** Whether two sets of answers are the same. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
