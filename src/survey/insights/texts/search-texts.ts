/**
 * Reading what people typed, a few at a time. Texts are sealed, so nothing finds them but opening them: each look reads a
 * bounded number of responses, says how far it came, and the next goes on from there.
 */
import { type Answers, erased, type Facts } from '../../../../schema/answers.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import type { KeyPorts } from '../../../platform/keys/study-keys.ts'
import { cells } from '../../questionnaire/cells.ts'
import type { Column } from '../../questionnaire/column.ts'
import { columns } from '../../questionnaire/columns.ts'
import { openAnswers } from '../../texts/stored-answers.ts'
import type { AskedVersion } from '../../variables/variable.ts'
import { type Among, codingsOf, nextCompleteResponses, type StoredText, type TextsOf } from './store.ts'

/** Texts of one page. */
export const pageSize = 20
/** How many responses one look reads at the most: what a Worker's time and memory are good for. */
export const mostRead = 1_000
const atOnce = 200

export interface ReadText {
  /** The export reference of its response. */
  ref: string
  /** Null where its key was erased. */
  text: string | null
  language: Language
  /** The days that it was given on, the same or some days apart (ISO 8601). */
  from: string
  to: string
  /** What it was sorted into, as stored. */
  themes: readonly number[]
}

export interface FoundTexts {
  texts: readonly ReadText[]
  /** How many responses this look read. */
  lookedAt: number
  /** The reference behind which the next look goes on; null at the end. */
  next: string | null
}

/**
 * One look.
 * @param asked.search what the text must have in it, whatever its case and width; '' for any
 * @param asked.after the reference behind which it begins; '' for the beginning
 */
export async function searchTexts(
  ports: Omit<KeyPorts, 'ids'>,
  of: TextsOf,
  versions: readonly AskedVersion[],
  { search, among, after }: { search: string; among: Among; after: string },
): Promise<FoundTexts> {
  const columnOf = columnsByVersion(versions, of.question)
  const found: (Omit<ReadText, 'themes'> & { respondentId: string })[] = []
  const wanted = folded(search)
  let lookedAt = 0
  let behind = after
  let next: string | null = ''
  while (next === '') {
    const limit = Math.min(atOnce, mostRead - lookedAt)
    const rows = await ports.db.read(nextCompleteResponses(of, { among, after: behind, limit }))
    for (const row of rows) {
      lookedAt += 1
      behind = row.ref
      const text = await textIn(ports, row, columnOf.get(row.version))
      if (text === undefined || !folded(text ?? '').includes(wanted)) continue
      const { ref, respondentId, language, shownFrom, shownTo } = row
      found.push({ ref, respondentId, text, language, from: shownFrom, to: shownTo })
      if (found.length === pageSize) break
    }
    if (found.length === pageSize || lookedAt >= mostRead) next = behind
    else if (rows.length < limit) next = null
  }
  const themes = await themesOf(ports, of, found)
  return {
    texts: found.map(({ respondentId, ...text }) => ({ ...text, themes: themes.get(respondentId) ?? [] })),
    lookedAt,
    next,
  }
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

function columnsByVersion(versions: readonly AskedVersion[], question: string) {
  return new Map(
    versions.map(({ version, questionnaire }) => {
      const column = columns(questionnaire).find(({ name }) => name === question)
      return [version, column === undefined ? undefined : { questionnaire, column }] as const
    }),
  )
}

/** What was typed; null where its key was erased, undefined where nothing was. */
async function textIn(
  ports: Omit<KeyPorts, 'ids'>,
  row: StoredText,
  known: { questionnaire: AskedVersion['questionnaire']; column: Column } | undefined,
): Promise<string | null | undefined> {
  if (known === undefined) return undefined
  const { document, texts, textsKey, respondentId, seed } = row
  // Most people leave most texts blank: whether there is one is seen without opening any.
  const clear = JSON.parse(document) as Answers
  const { question, from } = known.column
  const places = [question, `${question}.text`, `${from}.text`]
  if (!places.some((place) => typeof clear[place] === 'string')) return undefined
  const answers = await openAnswers(ports, { respondentId, page: null }, { answers: document, texts, textsKey }, erased)
  const circumstances = { seed, facts: JSON.parse(row.facts) as Facts }
  const [cell] = cells(known.questionnaire, [known.column], answers, circumstances)
  if (cell === erased) return null
  return typeof cell === 'string' ? cell : undefined
}

async function themesOf(
  { db }: Pick<KeyPorts, 'db'>,
  { question }: TextsOf,
  found: readonly { respondentId: string }[],
): Promise<Map<string, number[]>> {
  const themes = new Map<string, number[]>()
  for (const some of chunked(found, maxBoundValues - 1)) {
    const respondents = some.map(({ respondentId }) => respondentId)
    for (const { respondentId, theme } of await db.read(codingsOf(question, respondents))) {
      themes.set(respondentId, [...(themes.get(respondentId) ?? []), Number(theme)])
    }
  }
  return themes
}
