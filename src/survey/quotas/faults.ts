/** Whether quotas can be counted: a study with one that cannot is refused before anything of it is written. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { conditionErrors, type Target } from '../questionnaire/checks/condition-errors.ts'
import { eachQuestion, optionsAt } from '../questionnaire/checks/places.ts'
import { dataOf } from '../questionnaire/types/data/index.ts'
import { type Quota, questionsOf } from './quota.ts'

/**
 * What is wrong with them, a line each: a cell named twice, or a condition that looks at what is not there, or at what
 * has no codes. A number or a text is typed, and may be typed anew until it fits.
 */
export function faultsOfQuotas(questionnaire: Questionnaire, quotas: readonly Quota[]): string[] {
  const targets = new Map<string, Target>()
  eachQuestion(questionnaire, (question, path, pageAt) => {
    const codes = new Set(optionsAt(questionnaire, question, path).options.map(({ code }) => code))
    targets.set(question.code, { question, pageAt, codes })
  })
  const { pages, facts } = questionnaire
  const names = quotas.map(({ cell }) => cell)
  return quotas.flatMap(({ cell, when }, at) => [
    ...(names.indexOf(cell) < at ? [`${cell} is named twice`] : []),
    ...conditionErrors(when, ['when'], pages.length, targets, facts).map(({ message }) => `${cell}: ${message}`),
    ...[...new Set(questionsOf(when))].flatMap((code) => {
      const target = targets.get(code)
      const hasCodes = target !== undefined && ['code', 'codes'].includes(dataOf(target.question.type).conditions)
      return hasCodes || target === undefined ? [] : [`${cell}: ${code} has no codes`]
    }),
  ])
}
