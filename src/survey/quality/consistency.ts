/** Checks 5 and 8: answers that cannot all be so. */
import type { Answers } from '../../../schema/answers.ts'
import { type Flag, flag, flagKinds } from './flag.ts'

/** An attention row with what it asked for. */
export interface AttentionRow {
  question: string
  target: number
  /** Undefined where the row was not shown. */
  picked: number | undefined
}

/** Failing counts; passing earns nothing, since language models pass. */
export function attention(rows: readonly AttentionRow[]): Flag[] {
  const failed = rows.filter(({ target, picked }) => picked !== undefined && picked !== target)
  return failed.length === 0 ? [] : [flag('attention_failed', { questions: failed.map(({ question }) => question) })]
}

const pointsEach = 15
/** Exchange and short courses, language courses: they begin and end within a year, and again. */
const shortCourses = [7, 8]
const [planning, finished] = [1, 4]

/**
 * What contradicts itself: the birth year and the age; planning what began in an earlier year; having finished what
 * begins this year.
 * @param birthAgrees whether the birth year fits the age; null where it was not asked
 * @param day of completion (ISO 8601): in January the year before is not yet long ago
 */
export function contradictions(answers: Answers, birthAgrees: 0 | 1 | null, day: string): Flag[] {
  const { Q02: stage, Q05: level, Q09: begun } = answers
  const year = Number(day.slice(0, 4))
  const isJanuary = day.slice(5, 7) === '01'
  const isShort = typeof level === 'number' && shortCourses.includes(level)
  const isYear = typeof begun === 'number' && begun > 0 && !isShort
  const found: string[] = []
  if (birthAgrees === 0) found.push('birth')
  if (isYear && stage === planning && begun < (isJanuary ? year - 1 : year)) found.push('planned_in_the_past')
  if (isYear && stage === finished && begun >= year) found.push('finished_before_it_began')
  if (found.length === 0) return []
  return [
    flag('contradictions', { which: found }, Math.min(flagKinds.contradictions.points, pointsEach * found.length)),
  ]
}
