/** Those that a response is compared with, as a run knows them. */
import { expect, it } from 'vitest'
import { type ComparePorts, type Other, othersOf } from '../../../src/survey/quality/copies/others.ts'

const row = (respondentId: string, textsKey: string | null = null) => ({
  respondentId,
  studyId: 's_1',
  version: 'v',
  dataVersion: 'v',
  ref: `ref ${respondentId}`,
  answers: '{"Q01":1}',
  texts: textsKey === null ? null : 'sealed',
  textsKey,
})

/** A database of these rows that keeps what it was asked for. */
function portsOf(rows: readonly ReturnType<typeof row>[]) {
  const asked: unknown[][] = []
  const read = async ({ values }: { values: readonly unknown[] }) => {
    asked.push([...values])
    if (values.some((value) => rows.some(({ textsKey }) => textsKey === value))) throw new Error('not now')
    return rows.filter(({ respondentId }) => values.includes(respondentId)).reverse()
  }
  const ports = { db: { read }, clock: { now: () => '2026-11-30T00:00:00.000Z' }, keys: {} } as unknown as ComparePorts
  return { ports, asked }
}

it('each is read once in a run, and all come in one order', async () => {
  const { ports, asked } = portsOf([row('a'), row('b'), row('c')])
  const others = new Map<string, Other>()
  const idsOf = async (...ids: string[]) => (await othersOf(ports, ids, others)).map(({ respondentId }) => respondentId)
  expect(await idsOf('c', 'a')).toEqual(['a', 'c'])
  expect(await idsOf('b', 'c', 'a')).toEqual(['a', 'b', 'c'])
  expect(await idsOf('a')).toEqual(['a'])
  expect(await idsOf('nobody', 'b')).toEqual(['b'])
  expect(asked).toEqual([['c', 'a'], ['b'], ['nobody']])
})

it('what could not be opened is tried again for the next one', async () => {
  const { ports, asked } = portsOf([row('a', 'key')])
  const [other] = await othersOf(ports, ['a'], new Map())
  await expect(other?.answers(ports)).rejects.toThrow('not now')
  await expect(other?.answers(ports)).rejects.toThrow('not now')
  expect(asked.slice(1)).toEqual([['key'], ['key']])
})

it('no more than a thousand and those of one look are kept', async () => {
  const rows = Array.from({ length: 1_200 }, (_, at) => row(`r${at}`))
  const { ports, asked } = portsOf(rows)
  const others = new Map<string, Other>()
  for (let at = 0; at < rows.length; at += 60) {
    const some = rows.slice(at, at + 60).map(({ respondentId }) => respondentId)
    await othersOf(ports, some, others)
    expect(others.size).toBeLessThanOrEqual(1_060)
  }
  expect(asked).toHaveLength(20)
})

it('where people typed much, fewer are kept', async () => {
  const typed = (at: number) => ({ ...row(`r${at}`), texts: 'x'.repeat(100_000) })
  const rows = Array.from({ length: 300 }, (_, at) => typed(at))
  const { ports } = portsOf(rows as never)
  const others = new Map<string, Other>()
  for (let at = 0; at < rows.length; at += 10) {
    const some = rows.slice(at, at + 10).map(({ respondentId }) => respondentId)
    expect(await othersOf(ports, some, others)).toHaveLength(10)
    expect(others.size).toBeLessThanOrEqual(50)
  }
})
