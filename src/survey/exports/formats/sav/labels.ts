/** What the head of an SPSS system file is made of, and the labels of its values. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { Dictionary, Variable } from '../../../variables/variable.ts'
import { codeLabel, variableLabel } from '../short-labels.ts'
import { textBesideCodes } from '../typed-text.ts'
import type { SavVariableLayout } from './layout.ts'

/** What SPSS shows of a label; a Chinese character takes three bytes. */
export const mostLabelBytes = { variable: 255, code: 120 }

export interface SavHeader {
  dictionary: Dictionary
  places: readonly SavVariableLayout[]
  language: Language
  title: string
  /** When the file was asked for (ISO 8601, UTC). */
  instant: string
  /** How many records follow. */
  n: number
}

/** What a value is called. */
export interface ValueLabel {
  value: number | string
  label: string
}

/** The labels of a variable's values in a language, those of a long list included. */
export function variableLabels({ codes, entries }: Variable, language: Language): ValueLabel[] {
  const bytes = mostLabelBytes.code
  return [
    ...codes.map((code) => ({ value: code.code, label: codeLabel(code, language, bytes) })),
    ...entries.map((entry) => ({ value: textBesideCodes(entry.code), label: codeLabel(entry, language, bytes) })),
  ]
}

/** Whether the file has less than the whole of a variable's label, or of one of its values'. */
export function isCut(variable: Variable, language: Language): boolean {
  const { label, codes, entries } = variable
  return (
    variableLabel(variable, language, mostLabelBytes.variable) !== label[language] ||
    [...codes, ...entries].some((one) => codeLabel(one, language, mostLabelBytes.code) !== one.label[language])
  )
}
