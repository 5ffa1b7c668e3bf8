/** How many responses chance is measured by, when a study has very many. */
import { expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import type { Ports } from '../../../src/ports.ts'
import { studyModel } from '../../../src/survey/quality/copies/model.ts'
import { mostNoted } from '../../../src/survey/quality/copies/store.ts'

const stored = { responses: 10_000_000, model: '{"items":{},"scale":1}' }

/** A database with so many whose conduct was noted, and so many places; what a statement passes over is added up. */
function portsOf(noted: number, places: number) {
  const passed: number[] = []
  const read = async ({ sql }: { sql: string }) => {
    if (sql.includes('answer_models')) return [stored]
    if (sql.includes('questionnaires')) return [{ document: JSON.stringify(studyAbroad) }]
    if (sql.includes('answer_places')) return [{ count: places }]
    const most = Number(/limit (\d+)/.exec(sql)?.[1] ?? Number.POSITIVE_INFINITY)
    passed.push(Math.min(noted, most))
    return [{ count: passed.at(-1) }]
  }
  return { ports: { db: { read }, clock: { now: () => '' } } as unknown as Pick<Ports, 'db' | 'clock'>, passed }
}

it('a million are not counted one by one: as many as have a place are as many as there are', async () => {
  const { ports, passed } = portsOf(1_000_000, 1_200_000)
  expect(await studyModel(ports, 's_1', 'v')).toMatchObject({ responses: 1_200_000 })
  expect(passed).toEqual([mostNoted + 1])
})

it('some are counted to the last, whether they have a place yet or not', async () => {
  expect(await studyModel(portsOf(mostNoted, 7).ports, 's_1', 'v')).toMatchObject({ responses: mostNoted })
  expect(await studyModel(portsOf(12, 1_000_000).ports, 's_1', 'v')).toMatchObject({ responses: 12 })
})
