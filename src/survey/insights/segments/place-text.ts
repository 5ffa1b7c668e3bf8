/** One response as the text of its place in every block. Pure. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import { type Cell, cells } from '../../questionnaire/cells.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { type AboutColumn, aboutSlots, type Circumstance } from './about.ts'
import { characters, put } from './alphabet.ts'
import type { SegmentLayout } from './layout.ts'

export interface PlacedResponse extends Circumstance {
  /** Null where nothing is left of the answers, or never was. */
  answers: Answers | null
  facts: Circumstances['facts']
  key: number
}

/**
 * What stands in each block for a response; a block that is missing has nothing of it.
 * @param questionnaire the one that was asked, which may be a correction of the one that the layout is of
 */
export function placeText(
  layout: SegmentLayout,
  questionnaire: Questionnaire,
  it: PlacedResponse,
): Map<string, string> {
  const { seed, facts } = it
  const given = it.state === 'complete' && seed !== '' ? it.answers : null
  const values = given === null ? null : valuesOf(layout, questionnaire, given, { seed, facts })
  const route = given === null ? 0 : routeOf(questionnaire, given)
  const about = aboutSlots(it, route, it.key)
  const parts = new Map<string, Uint8Array>()
  for (const { name, block, at, width, shift, stride, slots } of layout.fields.values()) {
    let slot = 0
    if (about !== null) {
      slot = slots === null ? about[name as AboutColumn] : slots.slotOf(values?.get(name) ?? null)
    }
    if (slot === 0) continue
    const part = parts.get(block) ?? new Uint8Array(stride)
    parts.set(block, part)
    put(part, at, width, slot * 2 ** shift)
  }
  return new Map([...parts].map(([block, part]) => [block, characters(part)]))
}

function valuesOf(
  { columns }: SegmentLayout,
  questionnaire: Questionnaire,
  answers: Answers,
  circumstances: Circumstances,
): Map<string, Cell> {
  const values = cells(questionnaire, columns, answers, circumstances)
  return new Map(columns.map(({ name }, at) => [name, values[at] ?? null]))
}

/** The pages on which something was answered, as a number that says nothing of them. */
export function routeOf(questionnaire: Questionnaire, answers: Answers): number {
  const pages = indexOf(questionnaire).pages.filter(({ questions }) =>
    questions.some(({ question }) => answers[question.code] !== undefined),
  )
  return fingerprint(pages.map(({ page }) => page.code).join(' '))
}
