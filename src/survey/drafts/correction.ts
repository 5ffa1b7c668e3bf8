/** Whether a questionnaire differs from another in its wording, and in what viewers see, alone. Pure. */
import { type Language, languages, type Questionnaire, type Text } from '../../../schema/questionnaire.ts'
import { canonicalOf } from '../../platform/crypto/version.ts'
import { eachQuestion, optionsAt } from '../questionnaire/checks/places.ts'
import { rowsOf } from '../questionnaire/parts.ts'
import { isText } from './draft.ts'

/** Texts that a question or an option may gain or lose, and stays what it is. */
const optionalTexts: ReadonlySet<string> = new Set(['hint', 'short'])
/** Settings of who sees what; answers are the same with them and without. */
const aboutReaders: ReadonlySet<string> = new Set(['withheld'])

/** What is left of a questionnaire when nobody reads its texts, nor asks who sees the figures. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (isText(value)) return 'text'
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).filter(
    ([name, part]) => !aboutReaders.has(name) && !(optionalTexts.has(name) && isText(part)),
  )
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutTexts(part)]))
}

/** The labels of what has codes, by code, for each question; the words at both ends of its numbers stand for codes too. */
function labels(questionnaire: Questionnaire, language: Language): Map<string, string> {
  const found = new Map<string, string>()
  eachQuestion(questionnaire, (question, path) => {
    for (const { code, label } of optionsAt(questionnaire, question, path).options)
      found.set(`${question.code} option ${code}`, label[language].trim())
    for (const { code, label } of rowsOf(question)) found.set(`${question.code} row ${code}`, label[language].trim())
    if (question.type !== 'nps') return
    for (const end of ['low', 'high'] as const) found.set(`${question.code} end ${end}`, question[end][language].trim())
  })
  return found
}

/** Codes whose label says now what another code of the same list said before: the words have changed places. */
function labelsMoved(before: Questionnaire, after: Questionnaire): string[] {
  const moved = languages.flatMap((language) => {
    const [old, now] = [labels(before, language), labels(after, language)]
    const listOf = (place: string) => place.slice(0, place.lastIndexOf(' '))
    const saidBefore = new Map([...old].map(([place, label]) => [`${listOf(place)} ${label}`, place]))
    return [...now].flatMap(([place, label]) => {
      const other = saidBefore.get(`${listOf(place)} ${label}`)
      return other !== undefined && other !== place && old.get(place) !== label ? [place.split(' ')[0] ?? ''] : []
    })
  })
  return [...new Set(moved)]
}

/** Questions whose numbers are counted in another unit: 3 hours and 3 minutes are not the same answer. */
function unitsChanged(before: Questionnaire, after: Questionnaire): string[] {
  const old = new Map<string, Text>()
  eachQuestion(before, (question) => {
    if ('unit' in question && question.unit) old.set(question.code, question.unit)
  })
  const changed: string[] = []
  eachQuestion(after, (question) => {
    const was = old.get(question.code)
    const now = 'unit' in question ? question.unit : undefined
    if (was && now && languages.some((one) => was[one].trim() !== now[one].trim())) changed.push(question.code)
  })
  return changed
}

/**
 * Why it is no correction: `structure` for anything but texts, the questions whose labels have changed places, or those whose
 * unit is another.
 */
export type NoCorrection = 'structure' | { labelsMoved: string[] } | { unitsChanged: string[] }

/** The same against each version whose answers are the same data: labels may not change places in two steps either. */
export function whyNotTheSameData(before: readonly Questionnaire[], after: Questionnaire): NoCorrection | null {
  return before.map((one) => whyNoCorrection(one, after)).find((why) => why !== null) ?? null
}

/**
 * Null where only the wording differs, so that answers to either mean the same: all codes, types, conditions and ranges are
 * the same, and in the same order.
 */
export function whyNoCorrection(before: Questionnaire, after: Questionnaire): NoCorrection | null {
  if (canonicalOf(withoutTexts(before)) !== canonicalOf(withoutTexts(after))) return 'structure'
  const moved = labelsMoved(before, after)
  if (moved.length > 0) return { labelsMoved: moved }
  const units = unitsChanged(before, after)
  return units.length === 0 ? null : { unitsChanged: units }
}
