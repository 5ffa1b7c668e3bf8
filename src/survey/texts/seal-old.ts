/** Texts from before there were keys of studies: sealed a few rows at a time, while answering goes on. */
import type { Answers } from '../../../schema/answers.ts'
import { canonicalJson } from '../../platform/crypto/version.ts'
import { commit } from '../../platform/db/perform.ts'
import type { Query, Write } from '../../platform/db/together.ts'
import { type KeyPorts, rewrapStudyKeys } from '../../platform/keys/study-keys.ts'
import { findQuestionnaire } from '../studies/store.ts'
import { sealAnswers } from './stored-answers.ts'
import type { SealedTexts } from './text-row.ts'

const rowsAtOnce = 100
/** So many steps of each table a run: the next run is a minute away. */
const mostSteps = 5

interface OldRow {
  respondentId: string
  studyId: string
  version: string
  page: string | null
  revision: number
  answers: string
}

const joined = (table: string) => `from ${table} join responses on responses.respondent_id = ${table}.respondent_id
where ${table}.texts is null and (? = '' or responses.study_id = ?)`
const of = `responses.study_id as "studyId", responses.questionnaire_version as "version"`

const oldDocuments = (studyId: string): Query<OldRow> => ({
  sql: `select documents.respondent_id as "respondentId", ${of}, null as "page", 0 as "revision", document as "answers"
${joined('documents')} order by documents.respondent_id limit ${rowsAtOnce}`,
  values: [studyId, studyId],
})

const oldPages = (studyId: string): Query<OldRow> => ({
  sql: `select response_pages.respondent_id as "respondentId", ${of}, page as "page", response_pages.revision as "revision", answers as "answers"
${joined('response_pages')} order by response_pages.respondent_id, page limit ${rowsAtOnce}`,
  values: [studyId, studyId],
})

/** In its place: nothing where the page was saved anew meanwhile, which sealed it. */
function putSealed(
  { respondentId, page, revision }: OldRow,
  rest: Answers,
  { texts, textsKey }: SealedTexts,
  isSame: boolean,
): Write {
  if (page === null) {
    const document = isSame ? null : canonicalJson(rest)
    return {
      sql: `update documents set document = coalesce(?, document), texts = ?, texts_key = ?
where respondent_id = ? and texts is null`,
      values: [document, texts, textsKey, respondentId],
    }
  }
  return {
    sql: `update response_pages set answers = ?, texts = ?, texts_key = ?
where respondent_id = ? and page = ? and revision = ? and texts is null`,
    values: [JSON.stringify(rest), texts, textsKey, respondentId, page, revision],
  }
}

async function sealed(ports: KeyPorts, row: OldRow): Promise<Write> {
  const questionnaire = await findQuestionnaire(ports.db, row.version)
  const { rest, ...typed } = await sealAnswers(ports, row, questionnaire, JSON.parse(row.answers) as Answers)
  return putSealed(row, rest, typed, typed.textsKey === null)
}

/**
 * Seals texts that stand in clear, of one study or of all (''), the documents first. Two at once are harmless.
 * @returns how many rows it looked at; 0: none is left
 */
async function sealSome(ports: KeyPorts, studyId: string): Promise<number> {
  let count = 0
  for (const old of [oldDocuments, oldPages]) {
    const rows = await ports.db.read(old(studyId))
    const writes = await Promise.all(rows.map((row) => sealed(ports, row)))
    if (writes.length > 0) await commit(ports.db, 'Sealing texts', ...writes)
    count += rows.length
  }
  return count
}

/** Seals every text of a study that stands in clear. */
export async function sealAllOf(ports: KeyPorts, studyId: string): Promise<void> {
  while ((await sealSome(ports, studyId)) > 0);
}

/** One run of the periodic work: old texts are sealed, and studies' keys wrapped under the service's newest. */
export async function sweepTexts(ports: KeyPorts): Promise<void> {
  await rewrapStudyKeys(ports)
  for (let step = 0; step < mostSteps; step += 1) if ((await sealSome(ports, '')) < rowsAtOnce) return
}
