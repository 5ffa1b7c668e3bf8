/** Everything that writing one row of a form needs to know of the whole questionnaire. */
import type { z } from 'zod'
import type { Condition } from '../../../../../schema/questionnaire.ts'
import type { questionnaireSchema } from '../../../../../schema/shapes/questionnaire.ts'
import type { ExpressionScope, ExpressionSubject } from '../expression/to-condition.ts'
import { Unreadable } from '../expression/tokens.ts'
import { expressionOf } from '../expression/write-condition.ts'
import type { FormRow } from './rows.ts'

/** A questionnaire as it is stored, whose texts may lack a language. */
export type Given = z.input<typeof questionnaireSchema>
export type GivenPage = Given['pages'][number]
export type GivenQuestion = GivenPage['questions'][number]
export type GivenOption = Given['sets'][string][number]
export type GivenOptions = Extract<GivenQuestion, { type: 'single' }>['options']

export interface FormWritten {
  scope: ExpressionScope
  /** Names of the lists of choices of the label sets. */
  sets: ReadonlyMap<string, string>
  /** Lists that a question needs for itself, with their options. */
  own: Map<string, readonly GivenOption[]>
  /** Names that rows of the survey sheet have, where each stands once, and how many would have it by their codes. */
  names: Map<string, number>
}

/** The questions of a questionnaire, as expressions name them: by their codes. */
export function scopeOfAll(questionnaire: Given): ExpressionScope {
  const subjects = new Map<string, ExpressionSubject>()
  for (const question of questionnaire.pages.flatMap((page) => page.questions)) {
    const kind = kindOf(question)
    if (kind === null || subjects.has(question.code)) continue
    const given = 'options' in question ? question.options : []
    const options = Array.isArray(given) ? given : (questionnaire.sets[given.set] ?? [])
    const choices = new Map(options.map(({ code }) => [String(code), [code]]))
    subjects.set(question.code, { code: question.code, kind, choices })
  }
  return {
    subject: (name) => {
      const subject = subjects.get(name)
      if (!subject) throw new Unreadable(name)
      return subject
    },
  }
}

function kindOf({ type }: GivenQuestion): ExpressionSubject['kind'] | null {
  switch (type) {
    case 'single':
    case 'scale':
      return 'choice'
    case 'multi':
    case 'rank':
      return 'choices'
    case 'number':
    case 'year':
    case 'nps':
      return 'number'
    case 'note':
      return null
    case 'matrix':
    case 'text':
    case 'date':
      return 'other'
  }
}

/** The cell of a condition: an expression that any reader of forms knows, or our own JSON where there is none. */
export function conditionCell(when: Condition | undefined, { scope }: FormWritten): FormRow {
  if (when === undefined) return {}
  const expression = expressionOf(when, scope)
  return expression === null ? { 'honorarium::when': JSON.stringify(when) } : { relevant: expression }
}

/** The same in a sheet that has no column of its own for conditions. */
export function ownConditionCell(when: Condition | undefined, { scope }: FormWritten): FormRow {
  return when === undefined ? {} : { 'honorarium::when': expressionOf(when, scope) ?? JSON.stringify(when) }
}
