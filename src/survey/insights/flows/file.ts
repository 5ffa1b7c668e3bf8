/** Every way as a line of a CSV file. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { OneAxis } from '../axes/axis.ts'
import { axisTitle } from '../axes/title.ts'
import { linesBelow } from '../downloads.ts'
import type { FlowCounts } from './count.ts'

/**
 * Each way with the answers that it goes through, none of them joined, the most common first.
 * @param about of which study it is, whom it counts and when, below the ways
 */
export function flowsFile(
  stages: readonly OneAxis[],
  { ways }: Pick<FlowCounts, 'ways'>,
  language: Language,
  about: readonly string[],
): string {
  const { people } = crossesMessages(language).flows
  const lines = [...ways]
    .sort((a, b) => b.count - a.count)
    .map(({ places, count }) =>
      guardedCsvRow([
        ...stages.map(({ categories }, stage) => categories[places[stage] ?? 0]?.label[language] ?? ''),
        count,
      ]),
    )
  return (
    byteOrderMark +
    [
      guardedCsvRow([...stages.map((stage) => axisTitle(stage, language)), people]),
      ...lines,
      ...linesBelow(about, stages.length + 1).map(guardedCsvRow),
    ].join('')
  )
}
