/** What is asked of answers by column, and how long it takes. */
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import type { Ports } from '../../src/ports.ts'
import type { InsightsQuery } from '../../src/survey/insights/asked.ts'
import { axesOf } from '../../src/survey/insights/axes/axes-of.ts'
import type { OneAxis } from '../../src/survey/insights/axes/axis.ts'
import { readCross } from '../../src/survey/insights/crosses/read-cross.ts'
import { testsOf } from '../../src/survey/insights/crosses/tests.ts'
import { decoderOf } from '../../src/survey/insights/decoder.ts'
import type { Clause } from '../../src/survey/insights/filter/filter.ts'
import { matcherOf } from '../../src/survey/insights/filter/matcher.ts'
import { readFlows } from '../../src/survey/insights/flows/read-flows.ts'
import { readResults } from '../../src/survey/insights/questions/read-results.ts'
import { layoutOf } from '../../src/survey/insights/segments/layout.ts'
import { readSegments } from '../../src/survey/insights/segments/read.ts'
import { segmentSize } from '../../src/survey/insights/segments/rewrite.ts'
import type { DataKey } from '../../src/survey/insights/segments/store.ts'
import { weightingCells } from '../../src/survey/insights/weights/cells.ts'
import type { Margin } from '../../src/survey/insights/weights/margins.ts'
import { rakeData } from '../../src/survey/insights/weights/read-weights.ts'
import { weighingOf } from '../../src/survey/insights/weights/weighing.ts'
import { dictionaryOf } from '../../src/survey/variables/dictionary.ts'

const times = 5

export interface Taken {
  /** Milliseconds by the clock, and of processor time, which other work on the machine does not lengthen as much. */
  ms: number
  processor: number
}

/** The middle one of some times, after one that does not count. */
export async function timed(act: () => Promise<unknown>): Promise<Taken> {
  const taken: Taken[] = []
  for (let n = 0; n <= times; n += 1) taken.push(await once(act))
  const others = taken.slice(1).sort((a, b) => a.ms - b.ms)
  return others[times >> 1] ?? { ms: 0, processor: 0 }
}

export async function once(act: () => Promise<unknown>): Promise<Taken> {
  const before = process.cpuUsage()
  const began = performance.now()
  await act()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - began, processor: (user + system) / 1000 }
}

/** Each question that is asked of the data, by what it is called. */
export function questionsAsked(ports: Ports, of: DataKey): [string, () => Promise<unknown>][] {
  const version = { n: 1, version: of.dataVersion, dataVersion: of.dataVersion, questionnaire: studyAbroad }
  const dictionary = dictionaryOf([version], {})
  const count = (questions: number, clauses: readonly Clause[] = []) => {
    const asked = dictionary.questions.slice(0, questions)
    const read = (columns: readonly string[]) => readSegments(ports, of, columns)
    return () => readResults(read, studyAbroad, dictionary, { held: 'in', clauses }, asked)
  }
  const clauses = ['Q01', 'Q02', 'Q07'].map((on) => ({ on, codes: ['1', '2', '3', '4', '5'] }))
  const all = dictionary.questions.length
  const asker = {
    data: of,
    stored: { decoder: decoderOf(studyAbroad), layout: layoutOf(studyAbroad), size: segmentSize },
    matcher: matcherOf(dictionary, { held: 'in', clauses: [] }),
  }
  const axes = axesOf(dictionary)
  const axis = (key: string) => axes.find((one) => one.key === key) as OneAxis
  const margins = ['Q01', 'Q02', 'Q07'].map((key) => ({ axis: axis(key), targets: [], untargeted: [] }))
  let tilted: Margin[] | undefined
  const weigh = async () => {
    tilted ??= await tiltedMargins(ports, asker, margins)
    const { units } = await rakeData(ports, of, asker.stored, tilted)
    if (units === null) throw new Error('There are no weights.')
    return weighingOf(weightingCells(tilted, asker.stored), units)
  }
  const weighted = (questions: number) => async () => {
    const read = (columns: readonly string[]) => readSegments(ports, of, columns)
    const asked = dictionary.questions.slice(0, questions)
    return readResults(read, studyAbroad, dictionary, { held: 'in', clauses: [] }, asked, await weigh())
  }
  const crossWeighted = (rows: string, columns: string) => async () => {
    const { table, weighed } = await readCross(ports, asker, axis(rows), axis(columns), await weigh())
    return testsOf(table, weighed)
  }
  const cross = (rows: string, columns: string) => async () => {
    const { table } = await readCross(ports, asker, axis(rows), axis(columns))
    return testsOf(table)
  }
  return [
    ['one distribution', count(1)],
    ['a page of 30 questions', count(30)],
    [`all ${all} questions, of those whom a filter on three questions leaves`, count(all, clauses)],
    ['weights raked to margins of three questions', weigh],
    ['a page of 30 questions, weighted by them, raking included', weighted(30)],
    ['two questions crossed, and tested', cross('Q02', 'Q03')],
    ['two questions crossed, and tested, weighted, raking included', crossWeighted('Q02', 'Q03')],
    ['a question of several picks crossed with one, and tested', cross('Q03', 'Q12')],
    ['two questions of several picks crossed, and tested', cross('Q12', 'Q17')],
    ['two questions of several picks crossed, and tested, weighted', crossWeighted('Q12', 'Q17')],
    ['flows through three questions', () => readFlows(ports, asker, ['Q03', 'Q07', 'Q25'].map(axis))],
  ]
}

/** Targets near to what people answered, so that there are weights: of each second answer a third more. */
async function tiltedMargins(ports: Ports, asked: InsightsQuery, margins: readonly Margin[]): Promise<Margin[]> {
  return Promise.all(
    margins.map(async ({ axis }) => {
      const { table } = await readCross(ports, asked, axis, axis)
      const tilted = table.rowTotals.map((count, place) => ({ place, count: count * (place % 2 === 0 ? 1 : 4 / 3) }))
      const given = tilted.filter(({ count }) => count > 0)
      const all = given.reduce((sum, { count }) => sum + count, 0)
      return { axis, targets: given.map(({ place, count }) => ({ place, share: count / all })), untargeted: [] }
    }),
  )
}
