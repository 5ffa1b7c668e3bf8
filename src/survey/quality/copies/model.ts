/** The model of a study's answers, as it is kept and made anew while a study grows. */
import type { Answers } from '../../../../schema/answers.ts'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import { commit } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { turns } from '../../../platform/offload/by-turns.ts'
import type { Ports } from '../../../ports.ts'
import { placeCount } from '../../insights/segments/store.ts'
import { findQuestionnaire } from '../../studies/store.ts'
import { type AnswerModel, modelOf, smallestModel, type Vector } from './answer-model.ts'
import { vectorOf } from './answer-vector.ts'
import { type Comparer, comparerOf, scaleOf } from './comparer.ts'
import { countComplete, modelBy, mostNoted, putModel, sampleResponses } from './store.ts'

/** More would tell little more, and take longer to learn from. */
const mostOfSample = 600
/** Once there are so many times more responses than when it was made, it is made again. */
const grown = 1.25

export interface StudyModel {
  /** How many complete responses there are. */
  responses: number
  /** Null while there are too few to learn from. */
  comparer: Comparer | null
  isLeftOut: (item: string) => boolean
}

/** Items that say nothing of a person: consents, and rows that check attention. */
async function leftOut(db: Ports['db'], version: string): Promise<(item: string) => boolean> {
  const { pages } = await findQuestionnaire(db, version)
  const items = new Set(pages.flatMap(({ consents = [] }) => consents.map(({ code }) => code)))
  for (const question of pages.flatMap(({ questions }) => questions)) {
    if ('attention' in question && question.attention) items.add(`${question.code}.${question.attention.code}`)
  }
  return (item) => items.has(item)
}

/**
 * How many complete responses there are. Where they are too many to be counted in a moment, as many as have a place among the
 * answers of this version: some more, since whoever ended early has one too, which for a measure of chance is near enough.
 */
async function countOf(db: Ports['db'], studyId: string, version: string): Promise<number> {
  const noted = (await first(db, countComplete(studyId, version)))?.count ?? 0
  if (noted <= mostNoted) return noted
  const places = (await first(db, placeCount({ studyId, dataVersion: version })))?.count ?? 0
  return Math.max(noted, places)
}

/** The model for responses of this version, made or made anew when it is time. */
export async function studyModel(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  studyId: string,
  version: string,
): Promise<StudyModel> {
  const isLeftOut = await leftOut(db, version)
  const responses = await countOf(db, studyId, version)
  const stored = await first(db, modelBy({ studyId, version }))
  if (stored !== undefined && responses < stored.responses * grown) {
    return { responses, comparer: comparerOf(JSON.parse(stored.model) as AnswerModel), isLeftOut }
  }
  if (responses < smallestModel) return { responses, comparer: null, isLeftOut }
  const rows = await db.read(sampleResponses(studyId, version, mostOfSample))
  const inTurn = turns()
  const sample: Vector[] = []
  for (const { answers } of rows) {
    await inTurn()
    sample.push(vectorOf(JSON.parse(answers) as Answers, isLeftOut))
  }
  const learned = await modelOf(sample, inTurn)
  const model: AnswerModel = { ...learned, scale: await scaleOf(learned, sample, inTurn) }
  await commit(
    db,
    'A model of answers',
    putModel({ studyId, version, responses, model: canonicalJson(model), at: clock.now() }),
  )
  return { responses, comparer: comparerOf(model), isLeftOut }
}
