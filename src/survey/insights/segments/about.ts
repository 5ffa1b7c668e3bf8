/** What segments tell of a response beside its answers: where it stands, and how it came. Nothing of money, and no moment. */
import { languages } from '../../../../schema/questionnaire.ts'
import type { FlagFamily, ResponseState } from '../../../../schema/tables.ts'
import { dayMs } from '../../../platform/time/zone.ts'

/**
 * The columns about a response, and how many characters each has.
 * - `_status`: of `statuses`
 * - `_language`, `_start_language`: a place of `languages`, from 1
 * - `_door`: of `doors`; `_source`: the number of the link's tag, from 1 (no tag)
 * - `_day`: the day on which it was shown, in days since 1970; `_active`: seconds spent on its pages, 0 for not known
 * - `_version`: which of the study's versions was asked, from 1
 * - `_flags`: a mask of `flagFamilies`, the first in its lowest bit
 * - `_route`: the pages that were answered, as a number that says nothing of them; 0 for none
 * - `_key`: 30 bits drawn for the response, the same whenever they are made again
 */
export const aboutWidths = {
  _status: 1,
  _language: 1,
  _start_language: 1,
  _door: 1,
  _source: 2,
  _day: 3,
  _version: 2,
  _flags: 1,
  _active: 3,
  _route: 6,
  _key: 5,
} as const

export type AboutColumn = keyof typeof aboutWidths

/** By slot: `gone` is withdrawn or erased, and counts nowhere. */
export const statuses = ['gone', 'complete', 'held', 'rejected', 'screened_out', 'over_quota', 'lapsed'] as const
export type Status = (typeof statuses)[number]

export const doors = ['', 'open_link', 'invitation'] as const

export const flagFamilies = [
  'pace',
  'pattern',
  'consistency',
  'copy',
  'network',
  'automation',
] as const satisfies FlagFamily[]

/**
 * The families that responses are filtered by. Not pace: whoever knows from another desk how long the holder of a voucher took
 * would find their answers by it.
 */
export const filteredFamilies = [
  'pattern',
  'consistency',
  'copy',
  'network',
  'automation',
] as const satisfies FlagFamily[]
export type FilteredFamily = (typeof filteredFamilies)[number]

/** What is known of a response beside its answers, as rows have it. */
export interface Circumstance {
  state: ResponseState
  judged: 'held' | 'rejected' | null
  /** '' once it was erased. */
  seed: string
  language: string
  languageStart: string
  invited: number
  /** The number of the tag of the link that led to it; null for none. */
  source: number | null
  shownTo: string | null
  activeMs: number | null
  versionN: number | null
  flags: number
}

/** Where a response stands; `gone` for one whose answers are. */
function statusOf({ state, judged, seed }: Pick<Circumstance, 'state' | 'judged' | 'seed'>): Status {
  if (state === 'in_progress' || state === 'withdrawn') return 'gone'
  if (state !== 'complete') return state
  return seed === '' ? 'gone' : (judged ?? 'complete')
}

/** The slots of the columns about a response; none of what is gone. */
export function aboutSlots(it: Circumstance, route: number, key: number): Record<AboutColumn, number> | null {
  const status = statusOf(it)
  if (status === 'gone') return null
  const languageSlot = (tag: string) => (languages as readonly string[]).indexOf(tag) + 1
  return {
    _status: statuses.indexOf(status),
    _language: languageSlot(it.language),
    _start_language: languageSlot(it.languageStart),
    _door: doors.indexOf(it.invited === 1 ? 'invitation' : 'open_link'),
    _source: (it.source ?? 0) + 1,
    _day: it.shownTo === null ? 0 : Date.parse(it.shownTo) / dayMs,
    _version: it.versionN ?? 0,
    _flags: it.flags,
    _active: it.activeMs === null ? 0 : Math.round(it.activeMs / 1000),
    _route: route,
    _key: key,
  }
}
