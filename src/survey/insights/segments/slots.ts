/**
 * Answers of one column as numbers from 0: 0 for what was not shown, not offered or is gone, 1 for what was seen and left
 * blank, and from 2 on the answers, in an order of their own that follows from the questionnaire alone.
 */

import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import type { Cell } from '../../questionnaire/cells.ts'
import type { Column } from '../../questionnaire/column.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { firstDay } from '../../questionnaire/types/data/date.ts'
import { dataOf } from '../../questionnaire/types/data/index.ts'

/** What a text that was typed stands as, since its words are sealed: that there is one. */
const typed = 'typed'

export interface Slots {
  /** The highest slot. */
  most: number
  /** The slot of a value; one that the column cannot have is in none (0). */
  slotOf(value: Cell): number
  /** The value in a slot: null in 0, -1 in 1 (a blank, unless the column has a code of its own for those); `typed` for any text that was typed. */
  valueOf(slot: number): Cell
}

const firstAnswer = 2

/** The slots of a column. They stay as they are for as long as its questionnaire's data does. */
export function slotsOf(questionnaire: Questionnaire, column: Column): Slots {
  const index = indexOf(questionnaire)
  const known = index.questions.get(column.question)
  switch (column.kind) {
    case 'option':
    case 'consent':
    case 'agrees':
      return ofList([0, 1])
    case 'detail': {
      const option = known?.options.find(({ code }) => code === column.option)
      if (typeof option?.detail !== 'object') return ofText
      return ofList([...(index.lists.get(option.detail.list)?.keys() ?? [])].sort())
    }
    default:
  }
  if (known === undefined || column.isTyped === true) return ofText
  if (known.options.length > 0) {
    return ofList(known.options.map(({ code }) => code).sort((a, b) => a - b))
  }
  const { range: rangeOf, variable } = dataOf(known.question.type)
  const range = rangeOf(known.question)
  if (range !== null) return ofRange(range.min, range.max, column.blank)
  return variable.type === 'day' ? ofDays : ofText
}

function ofList(values: readonly (number | string)[]): Slots {
  const places = new Map<Cell, number>(values.map((value, at) => [value, at + firstAnswer]))
  return {
    most: values.length + 1,
    slotOf: (value) => (value === null ? 0 : (places.get(value) ?? (value === -1 ? 1 : 0))),
    valueOf: (slot) => (slot === 1 ? -1 : (values[slot - firstAnswer] ?? null)),
  }
}

/**
 * Numbers of a range. Where -1 is one of them, and the question may be left blank, blanks stand where -1 would, as they did
 * before both were told apart, and -1 in the slot of blanks: so segments from then stay as they are.
 * @param blank the code of a blank, where -1 is none
 */
function ofRange(min: number, max: number, blank?: number): Slots {
  const placeOf = (value: number) => (value >= min && value <= max ? value - min + firstAnswer : value === -1 ? 1 : 0)
  const valueAt = (slot: number) => (slot === 1 ? -1 : slot - firstAnswer + min)
  return {
    most: max - min + firstAnswer,
    slotOf: (value) => {
      if (typeof value !== 'number') return 0
      if (blank === undefined) return placeOf(value)
      return value === -1 ? 1 : placeOf(value === blank ? -1 : value)
    },
    valueOf: (slot) => {
      if (slot === 0) return null
      const value = valueAt(slot)
      return blank !== undefined && slot !== 1 && value === -1 ? blank : value
    },
  }
}

const ofText: Slots = {
  most: firstAnswer,
  slotOf: (value) => (value === null ? 0 : value === -1 ? 1 : firstAnswer),
  valueOf: (slot) => (slot === 0 ? null : slot === 1 ? -1 : typed),
}

/** A question from before its limits were checked may have earlier days: they count as this one. */
const dayZero = Date.parse(firstDay)

const ofDays: Slots = {
  most: 64 ** 3 - 1,
  slotOf: (value) =>
    typeof value === 'string' ? Math.max(0, (Date.parse(value) - dayZero) / dayMs) + firstAnswer : value === -1 ? 1 : 0,
  valueOf: (slot) =>
    slot === 0 ? null : slot === 1 ? -1 : new Date(dayZero + (slot - firstAnswer) * dayMs).toISOString().slice(0, 10),
}
