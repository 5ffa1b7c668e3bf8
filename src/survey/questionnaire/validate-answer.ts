/** Whether one answer is allowed where it was asked: the only place where the rules for answers are written. */
import type { Answer, RowAnswers } from '../../../schema/answers.ts'
import { lengthOf } from '../../platform/i18n/normalize-text.ts'
import { limitsOf } from './ask.ts'
import type { Asked, Index, Offered } from './indexed.ts'
import { detailMaxLength, type Fault, type FaultCode } from './page/view.ts'

export interface Verdict {
  /** The answer as far as it is allowed; undefined when nothing of it is. */
  answer: Answer | undefined
  /** What was typed, or picked from a list, for the option that asks for more. */
  text: string | undefined
  /** Nothing here means that the question is answered in full. */
  faults: readonly Fault[]
}

/**
 * Judges an answer and its detail text (clean, see `sanitizeText`) against what was asked. A missing answer is a
 * fault even where the question is optional: -1 says that it was seen and left blank.
 */
export function validateAnswer(
  index: Index,
  asked: Asked,
  answer: Answer | undefined,
  text: string | undefined,
): Verdict {
  const verdict: Verdict = { answer: undefined, text: undefined, faults: none }
  const { code } = asked
  if (answer === undefined) return refuse(verdict, code, 'required')
  if (answer === -1 && asked.optional) {
    verdict.answer = answer
    return verdict
  }
  const { question } = asked.known
  switch (question.type) {
    case 'single':
    case 'scale':
      if (typeof answer !== 'number') return refuse(verdict, code, 'wrong_type')
      return judgeDetail(index, asked, picked(asked, [answer], verdict), text, verdict, answer)
    case 'multi':
      if (!Array.isArray(answer)) return refuse(verdict, code, 'wrong_type')
      return judgeMulti(index, asked, answer, text, verdict)
    case 'rank':
      if (!Array.isArray(answer)) return refuse(verdict, code, 'wrong_type')
      return judgeRank(index, asked, answer, text, verdict)
    case 'matrix':
      if (typeof answer !== 'object' || Array.isArray(answer)) return refuse(verdict, code, 'wrong_type')
      return judgeRows(asked, answer, verdict)
    case 'text':
      if (typeof answer !== 'string') return refuse(verdict, code, 'wrong_type')
      if (answer === '') return refuse(verdict, code, 'required')
      if (lengthOf(answer) <= question.maxLength) verdict.answer = answer
      else refuse(verdict, code, 'too_long', { max: question.maxLength })
      return verdict
    default: {
      if (typeof answer !== 'number') return refuse(verdict, code, 'wrong_type')
      const { min, max } = question.type === 'nps' ? npsLimits : question
      if (answer >= min && answer <= max) verdict.answer = answer
      else refuse(verdict, code, 'out_of_range', { min, max })
      return verdict
    }
  }
}

const none: readonly Fault[] = []
const npsLimits = { min: 0, max: 10 }

function judgeMulti(index: Index, asked: Asked, answer: number[], text: string | undefined, verdict: Verdict): Verdict {
  const offered = picked(asked, answer, verdict)
  const together = offered.filter(({ option }) => !option.exclusive)
  const { min, max } = limitsOf(asked)
  let kept = offered
  if (together.length > 0 && together.length < offered.length) {
    refuse(verdict, asked.code, 'exclusive')
    kept = together
  }
  if (max !== null && kept.length > max) {
    refuse(verdict, asked.code, 'too_many', { max })
    kept = kept.slice(0, max)
  }
  if (kept.length === 0) {
    if (verdict.faults.length === 0) refuse(verdict, asked.code, 'required')
    return verdict
  }
  if (together.length > 0 && kept.length < min) refuse(verdict, asked.code, 'too_few', { min })
  const codes = kept.map(({ option }) => option.code)
  return judgeDetail(index, asked, kept, text, verdict, codes)
}

function judgeRank(index: Index, asked: Asked, answer: number[], text: string | undefined, verdict: Verdict): Verdict {
  const max = asked.max ?? 1
  const offered = picked(asked, answer, verdict)
  const allowed = new Set(offered.map(({ option }) => option.code))
  const codes = [...new Set(answer)].filter((code) => allowed.has(code))
  if (new Set(answer).size < answer.length) refuse(verdict, asked.code, 'twice')
  if (codes.length > max) refuse(verdict, asked.code, 'too_many', { max })
  if (codes.length === 0) {
    if (verdict.faults.length === 0) refuse(verdict, asked.code, 'required')
    return verdict
  }
  return judgeDetail(index, asked, offered, text, verdict, codes.slice(0, max))
}

function judgeRows(asked: Asked, answer: RowAnswers, verdict: Verdict): Verdict {
  const kept: RowAnswers = {}
  let any = false
  for (const row of asked.rows) {
    const field = `${asked.code}.${row.field}`
    const pick = Object.hasOwn(answer, row.code) ? answer[row.code] : undefined
    if (pick === undefined) {
      refuse(verdict, field, 'required')
    } else if ((pick === -1 && asked.optional) || offeredAs(asked, pick)) {
      kept[row.code] = pick
      any = true
    } else {
      refuse(verdict, field, whyNot(asked, pick))
    }
  }
  if (any) verdict.answer = kept
  return verdict
}

/** Those of the picks that are offered, once each and in the questionnaire's order; a fault for any that is not. */
function picked(asked: Asked, picks: readonly number[], verdict: Verdict): Offered[] {
  const [only] = picks
  if (picks.length === 1 && only !== undefined) {
    const offered = offeredAs(asked, only)
    if (offered) return [offered]
    refuse(verdict, asked.code, whyNot(asked, only))
    return []
  }
  const left = new Set(picks)
  const offered = asked.options.filter(({ option }) => left.delete(option.code))
  const stray = left.values().next()
  if (!stray.done) refuse(verdict, asked.code, whyNot(asked, stray.value))
  return offered
}

function offeredAs({ options }: Asked, pick: number): Offered | undefined {
  for (const offered of options) if (offered.option.code === pick) return offered
  return undefined
}

function whyNot({ known }: Asked, pick: unknown): FaultCode {
  if (typeof pick !== 'number') return 'wrong_type'
  return known.optionsByCode.has(pick) ? 'not_offered' : 'unknown_code'
}

/** Keeps `answer` if anything offered was picked, and the text of the pick that asks for one. */
function judgeDetail(
  index: Index,
  asked: Asked,
  picks: readonly Offered[],
  text: string | undefined,
  verdict: Verdict,
  answer: Answer,
): Verdict {
  if (picks.length === 0) return verdict
  verdict.answer = answer
  const detail = picks.find(asksDetail)?.option.detail
  if (!detail) return verdict
  const field = `${asked.code}.text`
  if (text === undefined || text === '') return refuse(verdict, field, 'detail_missing')
  if (detail !== 'text') {
    if (!index.lists.get(detail.list)?.has(text)) return refuse(verdict, field, 'unknown_code')
  } else if (lengthOf(text) > detailMaxLength) {
    return refuse(verdict, field, 'too_long', { max: detailMaxLength })
  }
  verdict.text = text
  return verdict
}

/** Whether picking this asks for more here; what was typed in the question it was carried from is not asked again. */
export function asksDetail({ option, typed }: Offered): boolean {
  return option.detail !== undefined && typed === null
}

function refuse(verdict: Verdict, field: string, fault: FaultCode, limits?: Record<string, number>): Verdict {
  verdict.faults = [...verdict.faults, limits ? { field, fault, limits } : { field, fault }]
  return verdict
}
