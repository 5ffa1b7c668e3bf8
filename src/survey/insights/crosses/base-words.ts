/** Of whom a crossed table is, in words. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { axisTitle } from '../axes/title.ts'
import { effectiveOf } from '../questions/mass.ts'
import type { ReadCross } from './read-cross.ts'
import type { CrossTable } from './table.ts'

type Crossed = Pick<ReadCross, 'table' | 'weighed'>

/** Which questions are crossed, in words. */
export function crossTitle({ rows, columns }: Pick<CrossTable, 'rows' | 'columns'>, language: Language): string {
  const [row, column] = [axisTitle(rows, language), axisTitle(columns, language)]
  return crossesMessages(language).picture({ rows: row, columns: column })
}

/** How many people those who answered both are worth; null where nobody has a weight. */
export function worthOf({ table, weighed }: Crossed): number | null {
  if (weighed === null) return null
  return effectiveOf({ people: weighed.people.base, weight: table.base, squares: weighed.squares.base })
}

/** How many answered both; of weighted people, also what they are worth. */
export function baseWords({ table, weighed }: Crossed, language: Language): string {
  const worth = worthOf({ table, weighed })
  if (weighed === null || worth === null) return crossesMessages(language).base({ count: figures(table.base) })
  return weightsMessages(language).effective({ n: figures(weighed.people.base), effective: figures(worth) })
}
