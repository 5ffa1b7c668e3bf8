/** Whether one answer is allowed where it was asked: the only place where the rules for answers are written. */
import type { Answer, RowAnswers } from '../../../schema/answers.ts'
import { lengthOf } from '../../platform/i18n/normalize-text.ts'
import { limitsOf } from './ask.ts'
import type { Asked, Index, Offered } from './indexed.ts'
import { detailMaxLength, type ValidationError, type ValidationErrorCode } from './page/view.ts'

export interface ValidatedAnswer {
  /** The answer as far as it is allowed; undefined when nothing of it is. */
  answer: Answer | undefined
  /** What was typed, or picked from a list, for the option that asks for more. */
  text: string | undefined
  /** Nothing here means that the question is answered in full. */
  errors: readonly ValidationError[]
}

/**
 * Checks an answer and its detail text (clean, see `sanitizeText`) against what was asked. A missing answer is an
 * error even where the question is optional: -1 says that it was seen and left blank.
 */
export function validateAnswer(
  index: Index,
  asked: Asked,
  answer: Answer | undefined,
  text: string | undefined,
): ValidatedAnswer {
  const result: ValidatedAnswer = { answer: undefined, text: undefined, errors: none }
  const { code } = asked
  if (answer === undefined) return refuse(result, code, 'required')
  if (answer === -1 && asked.optional) {
    result.answer = answer
    return result
  }
  const { question } = asked.known
  switch (question.type) {
    case 'single':
    case 'scale':
      if (typeof answer !== 'number') return refuse(result, code, 'wrong_type')
      return validateDetail(index, asked, picked(asked, [answer], result), text, result, answer)
    case 'multi':
      if (!Array.isArray(answer)) return refuse(result, code, 'wrong_type')
      return validateMulti(index, asked, answer, text, result)
    case 'rank':
      if (!Array.isArray(answer)) return refuse(result, code, 'wrong_type')
      return validateRank(index, asked, answer, text, result)
    case 'matrix':
      if (typeof answer !== 'object' || Array.isArray(answer)) return refuse(result, code, 'wrong_type')
      return validateRows(asked, answer, result)
    case 'text':
      if (typeof answer !== 'string') return refuse(result, code, 'wrong_type')
      if (answer === '') return refuse(result, code, 'required')
      if (lengthOf(answer) <= question.maxLength) result.answer = answer
      else refuse(result, code, 'too_long', { max: question.maxLength })
      return result
    default: {
      if (typeof answer !== 'number') return refuse(result, code, 'wrong_type')
      const { min, max } = question.type === 'nps' ? npsLimits : question
      if (answer >= min && answer <= max) result.answer = answer
      else refuse(result, code, 'out_of_range', { min, max })
      return result
    }
  }
}

const none: readonly ValidationError[] = []
const npsLimits = { min: 0, max: 10 }

function validateMulti(
  index: Index,
  asked: Asked,
  answer: number[],
  text: string | undefined,
  result: ValidatedAnswer,
): ValidatedAnswer {
  const offered = picked(asked, answer, result)
  const together = offered.filter(({ option }) => !option.exclusive)
  const { min, max } = limitsOf(asked)
  let kept = offered
  if (together.length > 0 && together.length < offered.length) {
    refuse(result, asked.code, 'exclusive')
    kept = together
  }
  if (max !== null && kept.length > max) {
    refuse(result, asked.code, 'too_many', { max })
    kept = kept.slice(0, max)
  }
  if (kept.length === 0) {
    if (result.errors.length === 0) refuse(result, asked.code, 'required')
    return result
  }
  if (together.length > 0 && kept.length < min) refuse(result, asked.code, 'too_few', { min })
  const codes = kept.map(({ option }) => option.code)
  return validateDetail(index, asked, kept, text, result, codes)
}

function validateRank(
  index: Index,
  asked: Asked,
  answer: number[],
  text: string | undefined,
  result: ValidatedAnswer,
): ValidatedAnswer {
  const max = asked.max ?? 1
  const offered = picked(asked, answer, result)
  const allowed = new Set(offered.map(({ option }) => option.code))
  const codes = [...new Set(answer)].filter((code) => allowed.has(code))
  if (new Set(answer).size < answer.length) refuse(result, asked.code, 'twice')
  if (codes.length > max) refuse(result, asked.code, 'too_many', { max })
  if (codes.length === 0) {
    if (result.errors.length === 0) refuse(result, asked.code, 'required')
    return result
  }
  return validateDetail(index, asked, offered, text, result, codes.slice(0, max))
}

function validateRows(asked: Asked, answer: RowAnswers, result: ValidatedAnswer): ValidatedAnswer {
  const kept: RowAnswers = {}
  let any = false
  for (const row of asked.rows) {
    const field = `${asked.code}.${row.field}`
    const pick = Object.hasOwn(answer, row.code) ? answer[row.code] : undefined
    if (pick === undefined) {
      refuse(result, field, 'required')
    } else if ((pick === -1 && asked.optional) || offeredAs(asked, pick)) {
      kept[row.code] = pick
      any = true
    } else {
      refuse(result, field, whyNot(asked, pick))
    }
  }
  if (any) result.answer = kept
  return result
}

/** Those of the picks that are offered, once each and in the questionnaire's order; an error for any that is not. */
function picked(asked: Asked, picks: readonly number[], result: ValidatedAnswer): Offered[] {
  const [only] = picks
  if (picks.length === 1 && only !== undefined) {
    const offered = offeredAs(asked, only)
    if (offered) return [offered]
    refuse(result, asked.code, whyNot(asked, only))
    return []
  }
  const left = new Set(picks)
  const offered = asked.options.filter(({ option }) => left.delete(option.code))
  const stray = left.values().next()
  if (!stray.done) refuse(result, asked.code, whyNot(asked, stray.value))
  return offered
}

function offeredAs({ options }: Asked, pick: number): Offered | undefined {
  for (const offered of options) if (offered.option.code === pick) return offered
  return undefined
}

function whyNot({ known }: Asked, pick: unknown): ValidationErrorCode {
  if (typeof pick !== 'number') return 'wrong_type'
  return known.optionsByCode.has(pick) ? 'not_offered' : 'unknown_code'
}

/** Keeps `answer` if anything offered was picked, and the text of the pick that asks for one. */
function validateDetail(
  index: Index,
  asked: Asked,
  picks: readonly Offered[],
  text: string | undefined,
  result: ValidatedAnswer,
  answer: Answer,
): ValidatedAnswer {
  if (picks.length === 0) return result
  result.answer = answer
  const detail = picks.find(asksDetail)?.option.detail
  if (!detail) return result
  const field = `${asked.code}.text`
  if (text === undefined || text === '') return refuse(result, field, 'detail_missing')
  if (detail !== 'text') {
    if (!index.lists.get(detail.list)?.has(text)) return refuse(result, field, 'unknown_code')
  } else if (lengthOf(text) > detailMaxLength) {
    return refuse(result, field, 'too_long', { max: detailMaxLength })
  }
  result.text = text
  return result
}

/** Whether picking this asks for more here; what was typed in the question it was carried from is not asked again. */
export function asksDetail({ option, typed }: Offered): boolean {
  return option.detail !== undefined && typed === null
}

function refuse(
  result: ValidatedAnswer,
  field: string,
  code: ValidationErrorCode,
  limits?: Record<string, number>,
): ValidatedAnswer {
  result.errors = [...result.errors, limits ? { field, code, limits } : { field, code }]
  return result
}
