/** Reads who waits for a person, and how many of whom count. */
import { type Condition, conditionSchema } from '../../../../schema/condition.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { eachQuestion, optionsAt } from '../../../survey/questionnaire/checks/places.ts'
import { faultsOfQuotas } from '../../../survey/quotas/faults.ts'
import { quotaSchema } from '../../../survey/quotas/quota-schema.ts'
import type { FaultCollector } from '../faults.ts'
import type { Setup, TypedQuota } from '../setup.ts'
import { languagesOf } from './about.ts'
import type { SetupContext } from './context.ts'
import { line, readChoice, readInteger, texts } from './values.ts'

const policies = ['check', 'issue', 'hold'] as const

/** The policies of review and the quotas of a study, from what was typed. */
export function readChecks(to: FaultCollector, setup: Setup, { questionnaire }: SetupContext) {
  const { openLinkPolicy, invitationPolicy, quotas } = setup.checks
  const read = quotas.map((typed, at) => {
    const path = `quotas.${at}`
    const cell = line(to, `${path}.cell`, typed.cell, 40)
    if (cell !== '' && !quotaSchema.shape.cell.safeParse(cell).success) to.fault(`${path}.cell`, 'cell_shape', {})
    else if (cell !== '' && quotas.findIndex((other) => other.cell.trim() === cell) < at)
      to.fault(`${path}.cell`, 'cell_twice', {})
    const when = readCondition(to, path, typed, questionnaire)
    const quota = {
      cell,
      label: texts(to, `${path}.label`, typed.label, { of: languagesOf(setup), isNeeded: true, most: 200 }) ?? {},
      when: when ?? { all: [] },
      limit: readInteger(to, `${path}.limit`, typed.limit, 0, 100_000_000),
    }
    const parsed = when === null ? undefined : quotaSchema.safeParse(quota).data
    if (questionnaire !== null && parsed !== undefined) {
      for (const fault of faultsOfQuotas(questionnaire, [parsed])) {
        // It names the cell, in whose row it is shown.
        to.fault(`${path}.question`, 'uncountable', { why: fault.replace(`${cell}: `, '') })
      }
    }
    return quota
  })
  return {
    openLinkPolicy: readChoice(to, 'openLinkPolicy', openLinkPolicy, [...policies]),
    invitationPolicy: readChoice(to, 'invitationPolicy', invitationPolicy, [...policies]),
    settings: { quotas: read },
  }
}

/** The condition of a cell: one that was written as JSON, or that an answer is one of some codes. */
function readCondition(
  to: FaultCollector,
  path: string,
  typed: TypedQuota,
  questionnaire: Questionnaire | null,
): Condition | null {
  if (typed.when.trim() !== '') {
    const parsed = conditionSchema.safeParse(parseJson(typed.when))
    if (parsed.success) return parsed.data
    to.fault(`${path}.when`, 'condition', {})
    return null
  }
  const q = typed.question.trim()
  if (q === '') to.fault(`${path}.question`, 'required', {})
  if (typed.codes.trim() === '') to.fault(`${path}.codes`, 'required', {})
  if (q === '' || typed.codes.trim() === '') return null
  const known = questionnaire && codedQuestions(questionnaire).find(({ code }) => code === q)
  if (questionnaire !== null && known === undefined) {
    to.fault(`${path}.question`, 'question_unknown', { question: q })
    return null
  }
  const codes = typed.codes
    .split(/[\s,、，;]+/)
    .filter((code) => code !== '')
    .map((text) => (/^-?\d{1,10}$/.test(text) ? { text, code: Number(text) } : { text, code: null }))
  const strange = codes.find(({ code }) => code === null || (known && !known.codes.includes(code)))
  if (strange === undefined) return { q, in: codes.flatMap(({ code }) => code ?? []) }
  to.fault(`${path}.codes`, 'code_unknown', { code: strange.text })
  return null
}

/** The questions with options, each with their codes. */
export function codedQuestions(questionnaire: Questionnaire) {
  const found: { code: string; label: string; codes: number[] }[] = []
  eachQuestion(questionnaire, (question, path) => {
    const { options } = optionsAt(questionnaire, question, path)
    if (options.length > 0)
      found.push({ code: question.code, label: question.code, codes: options.map(({ code }) => code) })
  })
  return found
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
