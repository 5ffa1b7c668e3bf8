/** What is known of a response beside its answers, as sides of a table. Pure. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { type Language, languages, type Text } from '../../../../schema/questionnaire.ts'
import { inEachLanguage } from '../../../../schema/text.ts'
import { formatDate } from '../../../platform/i18n/format.ts'
import { dayMs } from '../../../platform/time/zone.ts'
import { own } from './axes-of.ts'
import type { Category, OneAxis } from './axis.ts'

export interface AboutStudy {
  /** The first and the last day (ISO 8601) on which a response can have been shown. */
  firstDay: string
  lastDay: string
  /** Which of the study's versions these answers are of, from 1. */
  versions: readonly number[]
}

/** The sides of the response itself: its languages, its door, its week, its version. */
export function aboutAxes({ firstDay, lastDay, versions }: AboutStudy): OneAxis[] {
  return [
    listed('_language', languages.map(inItself)),
    listed('_start_language', languages.map(inItself)),
    listed('_door', [
      { key: 'open_link', label: own((words) => words.doors.open_link) },
      { key: 'invitation', label: own((words) => words.doors.invitation) },
    ]),
    weeks(firstDay, lastDay),
    ...(versions.length < 2 ? [] : [versionAxis(versions)]),
  ]
}

function inItself(language: Language): Category {
  const name = commonMessages(language).name
  return { key: language, label: inEachLanguage(() => name) }
}

type About = '_language' | '_start_language' | '_door' | '_day' | '_version'

function listed(column: About, categories: readonly Category[]): OneAxis {
  const places = new Map(categories.map(({ key }, at) => [key, at]))
  return {
    kind: 'one',
    question: null,
    key: column,
    column,
    label: own((words) => words.about[column]),
    categories,
    missing: [{ key: '', label: own((words) => words.notKnown) }],
    placeOf: (value) => places.get(String(value)) ?? categories.length,
    isTested: true,
    isOrdered: false,
  }
}

/** Weeks from Monday to Sunday, of which the empty ones before the first and after the last are left out later. */
function weeks(firstDay: string, lastDay: string): OneAxis {
  const weekOf = (day: number) => Math.floor((day + 3) / 7)
  const [first, last] = [firstDay, lastDay].map((day) => weekOf(Date.parse(day) / dayMs)) as [number, number]
  const categories = Array.from({ length: Math.max(1, last - first + 1) }, (_, at): Category => {
    const monday = new Date(((first + at) * 7 - 3) * dayMs).toISOString().slice(0, 10)
    return { key: monday, label: weekIn(monday) }
  })
  return {
    ...listed('_day', categories),
    placeOf: (day) => {
      const week = typeof day === 'string' ? weekOf(Date.parse(day) / dayMs) - first : -1
      return week >= 0 && week < categories.length ? week : categories.length
    },
    isTested: false,
    isOrdered: true,
  }
}

function weekIn(monday: string): Text {
  return inEachLanguage((language) => crossesMessages(language).week({ day: formatDate(monday, language) }))
}

function versionAxis(versions: readonly number[]): OneAxis {
  return listed(
    '_version',
    versions.map((n) => ({ key: String(n), label: own((words) => words.version({ n })) })),
  )
}
