/** Responses as stored columns, without a database. */
import type { Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { columnsOf, type SegmentColumns } from '../../../src/survey/insights/segments/columns.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { type PlacedResponse, placeText } from '../../../src/survey/insights/segments/place-text.ts'

/** A response: its answers, and what else is known of it where that matters. */
export type Person = { answers: Answers | null } & Partial<PlacedResponse>

const complete = {
  state: 'complete',
  judged: null,
  seed: 'seed',
  language: 'en',
  languageStart: 'en',
  invited: 0,
  shownTo: '2026-11-20',
  activeMs: 60_000,
  versionN: 1,
  flags: 0,
  facts: {},
  key: 1,
} as const

/** The people in one segment after the other, each of so many at the most. */
export async function* stored(
  questionnaire: Questionnaire,
  people: readonly Person[],
  size = 3,
): AsyncGenerator<SegmentColumns> {
  const layout = layoutOf(questionnaire)
  for (let from = 0; from < people.length; from += size) {
    const some = people.slice(from, from + size)
    const texts = some.map((person) => placeText(layout, questionnaire, { ...complete, ...person } as PlacedResponse))
    const blocks = [...layout.blocks].map(([name, width]) => {
      return [name, texts.map((text) => text.get(name) ?? '0'.repeat(width)).join('')] as const
    })
    yield columnsOf(layout, some.length, new Map(blocks))
  }
}
