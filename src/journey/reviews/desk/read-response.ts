/** One complete response as whoever reviews it sees it: what was answered, in the words in which it was asked. */
import type { Facts } from '../../../../schema/answers.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { first, type Query } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { answersBut } from '../../../survey/responses/response.ts'
import { findPages } from '../../../survey/responses/store.ts'
import { findQuestionnaire } from '../../../survey/studies/store.ts'
import { openAnswers } from '../../../survey/texts/stored-answers.ts'
import { type AnswerInWords, answeredQuestions } from '../../rights/answered.ts'

interface Row {
  respondentId: string
  studyId: string
  version: string
  facts: string
  seed: string
  language: Language
  activeMs: number | null
  /** Null of a response that did not come to its end. */
  answers: string | null
  texts: string | null
  textsKey: string | null
}

const byRef = (studies: readonly string[], ref: string): Query<Row> => ({
  sql: `select responses.respondent_id as "respondentId", responses.study_id as "studyId",
  responses.questionnaire_version as "version", responses.facts as "facts", responses.seed as "seed",
  responses.language as "language", responses.active_ms as "activeMs",
  documents.document as "answers", documents.texts as "texts", documents.texts_key as "textsKey"
from responses left join documents on documents.respondent_id = responses.respondent_id
where responses.state in ('complete', 'over_quota') and responses.shown_to is not null and responses.export_ref = ?
  and responses.study_id in (${studies.map(() => '?').join(', ')})`,
  values: [ref, ...studies],
})

export interface ResponseToReview {
  respondentId: string
  studyId: string
  /** In which it was answered, and in which its answers are shown. */
  language: Language
  /** The time on its pages, in whole minutes; null where it was not measured. */
  minutes: number | null
  answered: AnswerInWords[]
}

/** The complete response of one of these studies (ids, at least one) with this export reference, if it is shown. */
export async function readResponseToReview(
  ports: Ports,
  studies: readonly string[],
  ref: string,
): Promise<ResponseToReview | undefined> {
  const row = await first(ports.db, byRef(studies, ref))
  if (row === undefined) return undefined
  const { respondentId, studyId, version, language, seed, activeMs } = row
  const questionnaire = await findQuestionnaire(ports.db, version)
  const { answers: document, texts, textsKey } = row
  const answers =
    document === null
      ? answersBut(await findPages(ports, respondentId), null)
      : await openAnswers(ports, { respondentId, page: null }, { answers: document, texts, textsKey })
  const progress = { facts: JSON.parse(row.facts) as Facts, seed }
  return {
    respondentId,
    studyId,
    language,
    minutes: activeMs === null ? null : Math.round(activeMs / 60_000),
    answered: answeredQuestions({ questionnaire, answers, progress }, language),
  }
}
