/**
 * What a study found, and what was changed because of it, in the languages of the study: a list that its people write and
 * everybody may read. Pure.
 */
import * as z from 'zod'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { nearestLanguage } from '../../platform/i18n/language.ts'

/** Characters of one text. */
export const longestFindingText = 1_000
/** Findings of one study. */
export const mostFindings = 50

const textsSchema = z.partialRecord(z.enum(languages), z.string())
/** A text in some languages; one that has not been written is left out. */
export type Texts = z.infer<typeof textsSchema>

const findingSchema = z.strictObject({
  id: z.int().min(1),
  /** What people said. */
  found: textsSchema,
  /** What was changed. */
  changed: textsSchema,
  /** The day of the books' zone on which it was last made public; null for a draft. */
  publishedOn: z.iso.date().nullable(),
})
export type Finding = z.infer<typeof findingSchema>

const listSchema = z.strictObject({
  /** In the order in which they are read. */
  findings: z.array(findingSchema),
  /** No id is used twice. */
  nextId: z.int().min(1),
})
export type FindingList = z.infer<typeof listSchema>

export const noFindings: FindingList = { findings: [], nextId: 1 }

/** Reads a stored list. */
export function readFindingList(document: string): FindingList {
  return listSchema.parse(JSON.parse(document))
}

/** `write` without an id adds one, as a draft. */
export type FindingEdit =
  | { do: 'write'; id: number | null; found: Texts; changed: Texts }
  | { do: 'publish' | 'unpublish' | 'up' | 'down' | 'remove'; id: number }

/** `unknown`: it is not there any more. `empty`: nobody has written what was found. */
export type FindingEditRefusal = 'unknown' | 'empty' | 'too_long' | 'too_many'

/**
 * The list after an edit.
 * @param today a day of the books' zone
 */
export function editFindings(
  list: FindingList,
  edit: FindingEdit,
  today: string,
): FindingList | { refused: FindingEditRefusal } {
  const { findings, nextId } = list
  if (edit.do === 'write') {
    const texts = { found: written(edit.found), changed: written(edit.changed) }
    if (Object.keys(texts.found).length === 0) return { refused: 'empty' }
    const all = [...Object.values(texts.found), ...Object.values(texts.changed)]
    if (all.some((text) => text.length > longestFindingText)) return { refused: 'too_long' }
    if (edit.id === null) {
      if (findings.length >= mostFindings) return { refused: 'too_many' }
      return { findings: [...findings, { id: nextId, ...texts, publishedOn: null }], nextId: nextId + 1 }
    }
    return replaced(list, edit.id, (one) => [{ ...one, ...texts }])
  }
  const { id } = edit
  if (edit.do === 'publish') return replaced(list, id, (one) => [{ ...one, publishedOn: one.publishedOn ?? today }])
  if (edit.do === 'unpublish') return replaced(list, id, (one) => [{ ...one, publishedOn: null }])
  if (edit.do === 'remove') return replaced(list, id, () => [])
  const at = findings.findIndex((one) => one.id === id)
  const moved = findings[at]
  if (moved === undefined) return { refused: 'unknown' }
  const to = Math.min(Math.max(edit.do === 'up' ? at - 1 : at + 1, 0), findings.length - 1)
  const rest = findings.filter((one) => one.id !== id)
  return { findings: [...rest.slice(0, to), moved, ...rest.slice(to)], nextId }
}

function replaced({ findings, nextId }: FindingList, id: number, make: (one: Finding) => Finding[]) {
  if (!findings.some((one) => one.id === id)) return { refused: 'unknown' as const }
  return { findings: findings.flatMap((one) => (one.id === id ? make(one) : [one])), nextId }
}

/** The texts that say something, without blanks around them. */
function written(texts: Texts): Texts {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = (texts[language] ?? '').replaceAll('\r\n', '\n').trim()
      return text === '' ? [] : [[language, text]]
    }),
  )
}

/** Those that everybody may read. */
export function publishedOf({ findings }: FindingList): Finding[] {
  return findings.filter(({ publishedOn }) => publishedOn !== null)
}

/** A text for a reader, in their language or in the nearest one that it was written in; null where it says nothing. */
export function textForReader(texts: Texts, reader: Language): { text: string; language: Language } | null {
  const there = languages.filter((language) => texts[language] !== undefined)
  if (there.length === 0) return null
  const language = nearestLanguage([reader], there)
  return { text: texts[language] ?? '', language }
}
