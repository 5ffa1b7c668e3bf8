/** One question of a form in the shape of ours. */
import { largestTyped } from '../../page/posted-values.ts'
import { constraintOf } from '../expression/constraint.ts'
import { isYes } from '../sheet/question-types.ts'
import type { SheetRow } from '../sheet/table.ts'
import { integerCell, jsonCell } from './cells.ts'
import { expressionScope, type FormContext, type LimitKind } from './form-context.ts'
import { readOptions } from './options.ts'
import { parametersOf } from './parameters.ts'
import { firstCharacters, readCondition } from './read-condition.ts'
import { readWording, rowHint, rowWords } from './texts.ts'
import type { FormItem } from './tree.ts'

type Data = Record<string, unknown>

/** What everything on a page has. */
export function shownOf(form: FormContext, item: FormItem): Data {
  const { row } = item
  const given = { ...form, scope: expressionScope(form, item) }
  const conditions = [...item.within, row].map((one) => readCondition(one, given)).filter((one) => one !== undefined)
  const hint = rowHint(form, item)
  return {
    code: form.codes.get(row) ?? '',
    text: readWording(form, item),
    ...(hint && { hint }),
    ...(conditions.length > 0 && { when: conditions.length === 1 ? conditions[0] : { all: conditions } }),
  }
}

/** What everything has that people answer. @param required the rows of which each must say so */
export function answerableParts(form: FormContext, item: FormItem, required: readonly SheetRow[] = [item.row]): Data {
  const isRequired = required.every((row) => {
    const text = row.get('required')
    if (text !== '' && !isYes(text) && !/^(no|false|false\(\)|0|n)$/i.test(text)) {
      form.notes.leave(row, 'required', firstCharacters(text), 'required')
    }
    return isYes(text)
  })
  return {
    ...shownOf(form, item),
    name: form.names.nameOf(item.row),
    ...(!isRequired && { optional: true }),
    ...(isYes(item.row.get('honorarium::draft_only')) && { draftOnly: true }),
    ...(isYes(item.row.get('honorarium::withheld')) && { withheld: true }),
  }
}

/** The question of an item that is one; null where it cannot be read. */
export function readQuestion(form: FormContext, item: FormItem): Data {
  const { row, asked } = item
  const own = row.get('honorarium::type')
  const look = row.get('appearance').split(/\s+/)
  switch (asked?.type) {
    case 'note':
      return { ...shownOf(form, item), type: 'note' }
    case 'select_one': {
      const type = isScale(item) ? 'scale' : 'single'
      if (type === 'scale') return { ...answerableParts(form, item), type, options: listed(form, item, []) }
      return { ...answerableParts(form, item), type, ...choiceOf(form, item) }
    }
    case 'select_multiple':
      return { ...answerableParts(form, item), type: 'multi', ...choiceOf(form, item), ...picksOf(form, item) }
    case 'rank':
      return { ...answerableParts(form, item), type: 'rank', ...choiceOf(form, item), max: mostRanked(form, item) }
    case 'integer':
      if (own === 'nps') return npsOf(form, item)
      return { ...answerableParts(form, item), type: own === 'year' ? 'year' : 'number', ...numbersOf(form, item) }
    case 'decimal':
      form.notes.leave(row, 'type', row.get('name'), 'decimal')
      return { ...answerableParts(form, item), type: 'number', ...numbersOf(form, item) }
    case 'range':
      return { ...answerableParts(form, item), type: 'number', ...rangeOf(form, item) }
    case 'date':
    case 'datetime':
      if (asked.type === 'datetime') form.notes.leave(row, 'type', row.get('name'), 'time')
      else if (look.includes('year')) return { ...answerableParts(form, item), type: 'year', ...yearsOf(form, item) }
      return { ...answerableParts(form, item), type: 'date', ...daysOf(form, item) }
    default:
      if (asked?.type === 'time') form.notes.leave(row, 'type', row.get('name'), 'time')
      return { ...answerableParts(form, item), type: 'text', maxLength: lengthOf(form, item) }
  }
}

/** Whether a list is shown as a scale. */
export function isScale({ row, asked }: FormItem): boolean {
  if (asked?.type !== 'select_one') return false
  return row.get('honorarium::type') === 'scale' || row.get('appearance').split(/\s+/).includes('likert')
}

function listed(form: FormContext, item: FormItem, exclusive: readonly string[]): unknown {
  const { list = '', hasOther = false } = item.asked ?? {}
  return readOptions(form, item, item.row, { list, hasOther, exclusive })
}

function choiceOf(form: FormContext, item: FormItem): Data {
  const { row } = item
  const from = row.get('honorarium::carry')
  const without = jsonCell(form, row, 'honorarium::without')
  return {
    options: listed(form, item, limits(form, item).exclusive),
    ...(from !== '' && { carry: { from: form.subjects.get(from)?.subject.code ?? from } }),
    ...(without !== undefined && { without }),
    ...(parametersOf(form, row, ['randomize']).get('randomize') === 'true' && { shuffle: true }),
  }
}

function picksOf(form: FormContext, item: FormItem): Data {
  const { min, max } = limits(form, item).picks
  return {
    ...(min !== undefined && min >= 1 && { min }),
    ...(max !== undefined && { max }),
    ...(isYes(item.row.get('honorarium::show_all')) && { showAll: true }),
  }
}

function mostRanked(form: FormContext, { row, asked }: FormItem): number {
  const own = integerCell(form, row, 'honorarium::max')
  return own ?? Math.max(1, form.choices.lists.get(asked?.list ?? '')?.choices.length ?? 1)
}

function npsOf(form: FormContext, item: FormItem): Data {
  limits(form, item)
  const [low, high] = ['low', 'high'].map((end) => rowWords(form, item, item.row, `honorarium::${end}`))
  if (!low || !high) form.notes.faultAt(item.row, 'honorarium::low', 'no_label', { name: item.row.get('name') })
  return { ...answerableParts(form, item), type: 'nps', low: low ?? {}, high: high ?? {} }
}

function numbersOf(form: FormContext, item: FormItem): Data {
  const { min, max } = limits(form, item).value
  const unit = rowWords(form, item, item.row, 'honorarium::unit')
  if (min === undefined || max === undefined) limit(form, 'range', item.row)
  return {
    min: min ?? (max !== undefined && max < 0 ? -largestTyped : 0),
    max: max ?? Math.max(largestTyped, min ?? 0),
    ...(unit && { unit }),
  }
}

function rangeOf(form: FormContext, { row }: FormItem): Data {
  const given = parametersOf(form, row, ['start', 'end', 'step'])
  const [min, max] = [Number(given.get('start') ?? 0), Number(given.get('end') ?? 10)]
  if (!Number.isInteger(min) || !Number.isInteger(max) || Number(given.get('step') ?? 1) !== 1) {
    form.notes.leave(row, 'parameters', row.get('parameters'), 'decimal')
  }
  return { min: Math.ceil(min) || 0, max: Math.floor(max) || 0 }
}

function yearsOf(form: FormContext, item: FormItem): Data {
  const { min, max } = limits(form, item).days
  if (min === undefined || max === undefined) limit(form, 'range', item.row)
  return { min: Number(min?.slice(0, 4) ?? 1900), max: Number(max?.slice(0, 4) ?? 2100) }
}

function daysOf(form: FormContext, item: FormItem): Data {
  const { min, max } = limits(form, item).days
  if (min === undefined || max === undefined) limit(form, 'days', item.row)
  return { min: min ?? '1900-01-01', max: max ?? '2100-12-31' }
}

function lengthOf(form: FormContext, item: FormItem): number {
  const { max } = limits(form, item).length
  if (max !== undefined && max >= 1) return Math.min(max, 10_000)
  limit(form, 'length', item.row)
  return 1_000
}

const limit = ({ limited }: FormContext, what: LimitKind, row: SheetRow) => limited[what].push(row.get('name'))

/** What the constraint says; the part of it that no question of ours can ask is left out. */
function limits({ notes }: FormContext, { row, asked }: FormItem) {
  const text = row.get('constraint')
  const found = constraintOf(text === '' ? 'true()' : text)
  const fits = Object.entries(measures).filter(([, types]) => !types.includes(asked?.type ?? ''))
  // A text has no shortest length here but that of one that is there.
  const isShortest = asked?.type !== 'select_multiple' && (found.length.min ?? 0) > 1
  const isElsewhere = isShortest || fits.some(([what]) => Object.keys(found[what as keyof typeof measures]).length > 0)
  if (text !== '' && (found.hasMore || isElsewhere)) notes.leave(row, 'constraint', firstCharacters(text), 'constraint')
  return found
}

const measures = {
  value: ['integer', 'decimal', 'range'],
  picks: ['select_multiple'],
  length: ['text', 'time'],
  days: ['date', 'datetime'],
}
