/** The figures of questions, counted in one pass over the segments. */

import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import type { AskedQuestion, Dictionary } from '../../variables/variable.ts'
import { decoderOf } from '../decoder.ts'
import type { Filter } from '../filter/filter.ts'
import { matcherOf, selecting } from '../filter/matcher.ts'
import type { SegmentColumns } from '../segments/columns.ts'
import { choosing } from '../segments/counting-characters.ts'
import { layoutOf } from '../segments/layout.ts'
import type { Weighing } from '../weights/weighing.ts'
import { type ResultFigures, resultOf } from './result.ts'
import { tallying } from './tally.ts'

export interface QuestionResult {
  question: AskedQuestion
  result: ResultFigures
}

/**
 * @param questionnaire the first of the versions whose answers are the same data: their columns stand as it has them
 * @param read gives the responses with these columns, some at a time
 * @param questions those that are wanted, of this dictionary
 * @param weighing what each of them counts; everybody 1 where it is null
 * @returns how many are in the base, and each question's figures
 */
export async function readResults(
  read: (columns: readonly string[]) => AsyncIterable<SegmentColumns>,
  questionnaire: Questionnaire,
  dictionary: Pick<Dictionary, 'variables' | 'questions'>,
  filter: Filter,
  questions: readonly AskedQuestion[] = dictionary.questions,
  weighing: Weighing | null = null,
): Promise<{ n: number; counted: QuestionResult[] }> {
  const decoder = decoderOf(questionnaire)
  const layout = layoutOf(questionnaire)
  const matcher = matcherOf(dictionary, filter)
  const select = selecting(matcher, { decoder, layout })
  const counters = questions.map((question) => ({
    question,
    tallying: tallying(question, layout, decoder, weighing?.units ?? null),
  }))
  const columns = new Set([
    ...matcher.columns,
    ...(weighing?.columns ?? []),
    ...counters.flatMap((one) => one.tallying.columns),
  ])
  const choose = choosing()
  let n = 0
  for await (const segment of read([...columns])) {
    const selected = select(segment)
    const chosen = choose(selected, weighing?.weigh(segment, selected))
    n += chosen.n
    for (const one of counters) one.tallying.add(segment, chosen)
  }
  return {
    n,
    counted: counters.map((one) => ({ question: one.question, result: resultOf(one.question, one.tallying.tally()) })),
  }
}
