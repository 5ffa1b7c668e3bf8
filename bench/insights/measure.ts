/** What is asked of answers by column, and how long it takes. */
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import type { Ports } from '../../src/ports.ts'
import type { Clause } from '../../src/survey/insights/filter/filter.ts'
import { readResults } from '../../src/survey/insights/questions/read-results.ts'
import { readSegments } from '../../src/survey/insights/segments/read.ts'
import type { DataOf } from '../../src/survey/insights/segments/store.ts'
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
export function questionsAsked(ports: Ports, of: DataOf): [string, () => Promise<unknown>][] {
  const version = { n: 1, version: of.dataVersion, dataVersion: of.dataVersion, questionnaire: studyAbroad }
  const dictionary = dictionaryOf([version], {})
  const count = (questions: number, clauses: readonly Clause[] = []) => {
    const asked = dictionary.questions.slice(0, questions)
    const read = (columns: readonly string[]) => readSegments(ports, of, columns)
    return () => readResults(read, studyAbroad, dictionary, { held: 'in', clauses }, asked)
  }
  const clauses = ['Q01', 'Q02', 'Q09'].map((on) => ({ on, codes: ['1', '2', '3', '4', '5'] }))
  const all = dictionary.questions.length
  const [picks = '', others = ''] = dictionary.sets.map(({ variables }) => variables[0])
  return [
    ['one distribution', count(1)],
    ['a page of 30 questions', count(30)],
    [`all ${all} questions, of those whom a filter on three questions leaves`, count(all, clauses)],
    ['two questions crossed', () => cross(ports, of, 'Q02', 'Q09')],
    ['two questions of several picks crossed', () => cross(ports, of, picks, others)],
  ]
}

async function cross(ports: Ports, of: DataOf, one: string, other: string): Promise<Uint32Array> {
  const counts = new Uint32Array(256 * 256)
  for await (const segment of readSegments(ports, of, ['_status', one, other])) {
    const [status, rows, columns] = [segment.slots('_status'), segment.slots(one), segment.slots(other)]
    for (let at = 0; at < segment.size; at += 1) {
      if (status[at] !== 1) continue
      const pair = (rows[at] ?? 0) * 256 + (columns[at] ?? 0)
      counts[pair] = (counts[pair] ?? 0) + 1
    }
  }
  return counts
}
