/** A question as rows of the sheet `survey`. */

import type { SpokenText } from '../sheet/table.ts'
import { conditionCell, type FormWritten, type GivenOptions, type GivenQuestion } from './form-written.ts'
import { type FormRow, spoken } from './rows.ts'

type Matrix = Extract<GivenQuestion, { type: 'matrix' }>

/** The rows of a question: one, or those of a matrix with the group around them. */
export function questionRows(question: GivenQuestion, form: FormWritten): FormRow[] {
  if (question.type === 'matrix') return matrixRows(question, form)
  const row = { ...shownCells(question, form), ...ofType(question, form) }
  return [question.type === 'note' ? row : { ...row, ...answeredCells(question) }]
}

/** Of several wordings the last stands here, where it needs no condition; the others are in the sheet `texts`. */
export function lastWording({ text }: GivenQuestion): SpokenText | undefined {
  if (!Array.isArray(text)) return text
  const last = text.at(-1)
  return text.length > 1 && last && !last.when ? last.text : undefined
}

function shownCells(question: GivenQuestion, form: FormWritten): FormRow {
  return {
    name: question.code,
    ...spoken('label', lastWording(question)),
    ...spoken('hint', question.hint),
    ...conditionCell(question.when, form),
  }
}

function answeredCells(question: Exclude<GivenQuestion, { type: 'note' }>): FormRow {
  return {
    required: question.optional ? undefined : true,
    'honorarium::name': question.name,
    'honorarium::draft_only': question.draftOnly,
    'honorarium::withheld': question.withheld,
  }
}

function ofType(question: Exclude<GivenQuestion, Matrix>, form: FormWritten): FormRow {
  const list = 'options' in question ? listOf(question.code, question.options, form) : ''
  switch (question.type) {
    case 'single':
      return { type: `select_one ${list}`, ...choiceCells(question) }
    case 'scale':
      return { type: `select_one ${list}`, appearance: 'likert', 'honorarium::type': 'scale' }
    case 'multi':
      return {
        type: `select_multiple ${list}`,
        ...choiceCells(question),
        constraint: within('count-selected(.)', question.min, question.max),
        'honorarium::show_all': question.showAll,
      }
    case 'rank':
      return { type: `rank ${list}`, ...choiceCells(question), 'honorarium::max': question.max }
    case 'nps':
      return {
        type: 'integer',
        constraint: within('.', 0, 10),
        'honorarium::type': 'nps',
        ...spoken('honorarium::low', question.low),
        ...spoken('honorarium::high', question.high),
      }
    case 'year':
      return { type: 'integer', constraint: within('.', question.min, question.max), 'honorarium::type': 'year' }
    case 'number': {
      const constraint = within('.', question.min, question.max)
      return { type: 'integer', constraint, ...spoken('honorarium::unit', question.unit) }
    }
    case 'text':
      return { type: 'text', constraint: within('string-length(.)', undefined, question.maxLength) }
    case 'date':
      return { type: 'date', constraint: within('.', `date('${question.min}')`, `date('${question.max}')`) }
    case 'note':
      return { type: 'note' }
  }
}

function within(what: string, min: string | number | undefined, max: string | number | undefined): string | undefined {
  const parts = [
    ...(min === undefined ? [] : [`${what} >= ${min}`]),
    ...(max === undefined ? [] : [`${what} <= ${max}`]),
  ]
  return parts.length === 0 ? undefined : parts.join(' and ')
}

function choiceCells({
  carry,
  without,
  shuffle,
}: Extract<GivenQuestion, { type: 'single' | 'multi' | 'rank' }>): FormRow {
  return {
    parameters: shuffle ? 'randomize=true' : undefined,
    'honorarium::carry': carry?.from,
    'honorarium::without': without && JSON.stringify(without),
  }
}

/** The list of choices of a question: that of its set, or one of its own. */
function listOf(code: string, options: GivenOptions, form: FormWritten): string {
  if (!Array.isArray(options)) return form.sets.get(options.set) ?? options.set
  let name = code
  for (let n = 2; form.own.has(name); n += 1) name = `${code}.${n}`
  form.own.set(name, options)
  return name
}

/** The name that a row came with, or that it has by its code, unless something else in the form has it. */
function nameOfRow({ code }: Matrix, row: Matrix['rows'][number], { names }: FormWritten): string {
  const own = `${code}_${row.code}`
  if (names.get(own) === 1 && (row.name === undefined || names.has(row.name))) return own
  const wish = row.name ?? own
  let name = wish
  for (let n = 2; names.has(name); n += 1) name = `${wish}_${n}`
  names.set(name, 1)
  return name
}

function matrixRows(question: Matrix, form: FormWritten): FormRow[] {
  const { code, rows, attention, optional } = question
  const type = `select_one ${listOf(code, question.scale, form)}`
  const required = optional ? undefined : true
  return [
    {
      type: 'begin_group',
      ...shownCells(question, form),
      ...answeredCells(question),
      appearance: 'table-list',
      'honorarium::type': 'matrix',
      'honorarium::carry': question.carry?.from,
      'honorarium::shuffle': question.shuffle,
    },
    ...rows.map((row) => ({
      type,
      name: nameOfRow(question, row, form),
      'honorarium::name': row.name,
      ...spoken('label', row.label),
      ...conditionCell(row.when, form),
      required,
      'honorarium::code': row.code,
      ...spoken('honorarium::short', row.short),
    })),
    ...(attention
      ? [
          {
            type,
            name: attention.code,
            ...spoken('label', attention.label),
            required,
            'honorarium::attention': attention.targets.join(', '),
          },
        ]
      : []),
    { type: 'end_group' },
  ]
}
