/**
 * The responses that one is compared with. A run meets the same ones again and again, so each is read, split and
 * decrypted once.
 */
import type { Answers } from '../../../../schema/answers.ts'
import type { Ports } from '../../../ports.ts'
import { openAnswers } from '../../texts/stored-answers.ts'
import { vectorOf } from './answer-vector.ts'
import type { ComparedItems } from './comparer.ts'
import type { StudyModel } from './model.ts'
import { type ComparedRow, comparedResponses } from './store.ts'

export type ComparePorts = Pick<Ports, 'db' | 'clock' | 'keys'>

export interface Other extends Pick<ComparedRow, 'respondentId' | 'dataVersion' | 'ref'> {
  /** How many were read of it, with what was typed and sealed. */
  characters: number
  /** As the comparer of its study knows it; null where too few have answered for one. */
  items(study: StudyModel): ComparedItems | null
  /** With what was typed. */
  answers(ports: ComparePorts): Promise<Answers>
}

/** By respondent, for one run: what it knows is at most as old as that. */
export type Others = Map<string, Other>

/** So many are kept, some 2 kB each; fewer where people typed much. */
const [mostKept, mostCharacters] = [1_000, 4_000_000]

/** Those of these respondents who have sent all, in one order. */
export async function othersOf(ports: ComparePorts, ids: readonly string[], known: Others): Promise<Other[]> {
  const characters = [...known.values()].reduce((sum, other) => sum + other.characters, 0)
  if (known.size > mostKept || characters > mostCharacters) known.clear()
  const unread = ids.filter((id) => !known.has(id))
  const rows = unread.length === 0 ? [] : await ports.db.read(comparedResponses(unread))
  for (const row of rows) known.set(row.respondentId, otherOf(row))
  return [...ids].sort().flatMap((id) => known.get(id) ?? [])
}

function otherOf(row: ComparedRow): Other {
  const { respondentId, dataVersion, ref } = row
  let items: ComparedItems | null | undefined
  let opened: Promise<Answers> | undefined
  return {
    respondentId,
    dataVersion,
    ref,
    characters: row.answers.length + (row.texts?.length ?? 0),
    items({ comparer, isLeftOut }) {
      items ??= comparer?.itemsOf(vectorOf(JSON.parse(row.answers) as Answers, isLeftOut)) ?? null
      return items
    },
    answers(ports) {
      opened ??= answersOf(ports, row)
      // What failed is tried again for the next one.
      opened.catch(() => {
        opened = undefined
      })
      return opened
    },
  }
}

/** The answers of a response, with what was typed. */
export function answersOf(ports: ComparePorts, row: ComparedRow): Promise<Answers> {
  const { respondentId, answers, texts, textsKey } = row
  return openAnswers(ports, { respondentId, page: null }, { answers, texts, textsKey })
}
