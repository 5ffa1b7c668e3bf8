/** What types have alike that pick among options. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Answer } from '../../../../schema/answers.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { lengthOf } from '../../../platform/i18n/normalize-text.ts'
import { type Asked, asksDetail, type Offered } from '../asked.ts'
import { codeInList } from '../page/list-entry.ts'
import { detailMaxLength, type OptionView, type ValidationErrorCode } from '../page/view.ts'
import { addError, type GivenAnswer, type ValidatedAnswer } from './question-type.ts'

/** Those of the picks that are offered, once each and in the questionnaire's order; an error for any that is not. */
export function offeredOf(asked: Asked, picks: readonly number[], result: ValidatedAnswer): Offered[] {
  const [only] = picks
  if (picks.length === 1 && only !== undefined) {
    const offered = offeredAs(asked, only)
    if (offered) return [offered]
    addError(result, asked.code, pickFault(asked, only))
    return []
  }
  const left = new Set(picks)
  const offered = asked.options.filter(({ option }) => left.delete(option.code))
  const stray = left.values().next()
  if (!stray.done) addError(result, asked.code, pickFault(asked, stray.value))
  return offered
}

/** The option of this code, if it is offered. */
export function offeredAs({ options }: Asked, pick: number): Offered | undefined {
  for (const offered of options) if (offered.option.code === pick) return offered
  return undefined
}

/** Why a pick is not allowed. */
export function pickFault({ known }: Asked, pick: unknown): ValidationErrorCode {
  if (typeof pick !== 'number') return 'wrong_type'
  return known.optionsByCode.has(pick) ? 'not_offered' : 'unknown_code'
}

/** Allows one pick that is offered. */
export function validateOne(result: ValidatedAnswer, given: GivenAnswer, asked: Asked): ValidatedAnswer {
  const { answer } = given
  if (typeof answer !== 'number') return addError(result, asked.code, 'wrong_type')
  return keepPicks(result, answer, offeredOf(asked, [answer], result), given, asked)
}

/** Keeps `answer` if anything offered was picked, and the text of the pick that asks for one. */
export function keepPicks(
  result: ValidatedAnswer,
  answer: Answer,
  picks: readonly Offered[],
  { text, lists }: GivenAnswer,
  { known }: Asked,
): ValidatedAnswer {
  if (picks.length === 0) return result
  result.answer = answer
  const detail = picks.find(asksDetail)?.option.detail
  if (!detail) return result
  const field = known.textKey
  if (text === undefined || text === '') return addError(result, field, 'detail_missing')
  if (detail !== 'text') {
    const code = codeInList(lists.get(detail.list) ?? [], text)
    if (code === undefined) return addError(result, field, 'not_in_list')
    result.text = code
    return result
  }
  if (lengthOf(text) > detailMaxLength) {
    return addError(result, field, 'too_long', { max: detailMaxLength })
  }
  result.text = text
  return result
}

/** The labels of the picked options, in the order in which they were posted. */
export function labelsOf(options: readonly OptionView[], values: readonly string[], language: Language): string {
  return values
    .filter((value) => value !== '')
    .map((value) => options.find((option) => String(option.code) === value)?.label[language] ?? value)
    .join(commonMessages(language).listSeparator)
}

/** What a form holds for a question of one field whose values are codes of its options, in the order of the page. */
export function describePicks(
  { code, options }: { code: string; options: readonly OptionView[] },
  posted: Readonly<Record<string, string[]>>,
  language: Language,
): string {
  const place = (value: string) => options.findIndex((option) => String(option.code) === value)
  return labelsOf(
    options,
    (posted[code] ?? []).toSorted((one, other) => place(one) - place(other)),
    language,
  )
}
