/** What the slots of stored columns stand for. */
import { languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { dayMs } from '../../platform/time/zone.ts'
import { columns } from '../questionnaire/columns.ts'
import type { Value } from '../variables/variable.ts'
import { doors, statuses } from './segments/about.ts'
import { slotsOf } from './segments/slots.ts'

/** What a slot of a column stands for; nothing (null) in every slot of a column that there is not. */
export type Decoder = (column: string) => (slot: number) => Value

/** The columns about the response that people filter by. A flag's value is the mask of the families that found something. */
const about: Record<string, (slot: number) => Value> = {
  _status: (slot) => statuses[slot] ?? null,
  _language: (slot) => languages[slot - 1] ?? null,
  _start_language: (slot) => languages[slot - 1] ?? null,
  _door: (slot) => doors[slot] || null,
  _day: (slot) => (slot === 0 ? null : new Date(slot * dayMs).toISOString().slice(0, 10)),
  _version: (slot) => slot || null,
  _flags: (slot) => slot,
  _active: (slot) => slot || null,
}

/** The decoder of a version's data. */
export function decoderOf(questionnaire: Questionnaire): Decoder {
  const asked = new Map(columns(questionnaire).map((column) => [column.name, slotsOf(questionnaire, column)]))
  return (column) => {
    const slots = asked.get(column)
    return about[column] ?? ((slot) => slots?.valueOf(slot) ?? null)
  }
}
