import { describe, expect, it } from 'vitest'
import {
  commit,
  mostTries,
  perform,
  plan,
  stale,
  UnexpectedBreach,
  unexpected,
} from '../../../src/platform/db/perform.ts'
import type { Breach, Write, WriteOutcome } from '../../../src/platform/db/together.ts'
import { collectGarbage } from '../../support/run/collect-garbage.ts'

const write = (sql: string): Write => ({ sql, values: [] })
const key: Breach = { kind: 'unique', on: 'notes.id' }
const check: Breach = { kind: 'check', on: 'notes_are_short' }

/** A database that answers with these outcomes, one after the other, and with success from then on. */
function answering(...breaches: (Breach | null)[]) {
  const made: string[][] = []
  return {
    made,
    async together(...writes: Write[]): Promise<WriteOutcome> {
      made.push(writes.map(({ sql }) => sql))
      const breach = breaches.shift() ?? null
      return breach === null ? { done: true, rows: [] } : { done: false, breach }
    },
  }
}

describe('an action', () => {
  it('writes rows, then the audit entry, then money, all together', async () => {
    const db = answering()
    const answer = await perform(db, 'It', async () =>
      plan({ money: [write('money')], audit: write('audit'), rows: [write('one'), write('two')], done: 'done' }),
    )
    expect(answer).toBe('done')
    expect(db.made).toEqual([['one', 'two', 'audit', 'money']])
  })

  it('that needs no write makes none', async () => {
    const db = answering()
    expect(await perform(db, 'It', async () => ({ refused: 'not_found' }))).toEqual({ refused: 'not_found' })
    expect(db.made).toEqual([])
  })

  it('decides anew when what was read is stale', async () => {
    const db = answering(key, key)
    let n = 0
    const answer = await perform(db, 'It', async () => {
      n += 1
      return plan<number>({ rows: [write(`row ${n}`)], done: n, refused: stale })
    })
    expect(answer).toBe(3)
    expect(db.made).toEqual([['row 1'], ['row 2'], ['row 3']])
  })

  it('decides anew when its writes were only the first half, and when another write of its own was refused', async () => {
    const db = answering()
    const decisions = [plan<string>({ rows: [write('half')], done: stale(check) }), stale(key), 'whole']
    expect(await perform(db, 'It', async () => decisions.shift() ?? 'never')).toBe('whole')
  })

  it('is not tried for ever', async () => {
    const db = answering(...Array<Breach>(100).fill(key))
    const failing = perform(db, 'It', async () => plan<void>({ rows: [write('row')], done: undefined, refused: stale }))
    await expect(failing).rejects.toThrow(`It was refused ${mostTries} times, at last by unique notes.id`)
    expect(db.made).toHaveLength(mostTries)
  })

  it('answers a refusal that it knows, also by another plan, and after a look', async () => {
    const db = answering(key, check)
    const answer = await perform(db, 'It', async () =>
      plan<string>({
        rows: [write('first')],
        done: 'first',
        refused: async () =>
          plan<string>({ rows: [write('second')], done: 'second', refused: ({ on }) => `not ${on}` }),
      }),
    )
    expect(answer).toBe('not notes_are_short')
    expect(db.made).toEqual([['first'], ['second']])
  })

  it.each([
    ['without an answer to any', undefined],
    ['with an answer to others', ({ on }: Breach) => (on === 'notes.id' ? 'known' : unexpected)],
  ])('%s fails on a refusal that it does not know, and says by what', async (_, refused) => {
    const failing = perform(answering(check), 'It', async () =>
      plan<string>({ rows: [write('row')], done: 'done', ...(refused === undefined ? {} : { refused }) }),
    )
    await expect(failing).rejects.toThrow('It was refused by check notes_are_short')
    await expect(failing).rejects.toSatisfy((error) => error instanceof UnexpectedBreach && error.breach === check)
  })
})

describe('an action that waits for its commit', () => {
  it('holds none of its writes, since what many hold meanwhile grows old', async () => {
    const { promise: committing, resolve: commitIt } = Promise.withResolvers<WriteOutcome>()
    const sent: WeakRef<Write>[] = []
    const db = {
      together(...writes: Write[]) {
        for (const one of writes) sent.push(new WeakRef(one))
        return committing
      },
    }
    const doing = perform(db, 'It', async () => plan({ rows: [write('row')], audit: write('audit'), done: 'done' }))
    await collectGarbage()
    expect(sent.map((one) => one.deref())).toEqual([undefined, undefined])
    commitIt({ done: true, rows: [] })
    expect(await doing).toBe('done')
  })
})

describe('writes that nothing can refuse', () => {
  it('are made, or fail by name', async () => {
    const db = answering()
    await commit(db, 'It', write('one'), write('two'))
    expect(db.made).toEqual([['one', 'two']])
    const reference: Breach = { kind: 'reference', on: null }
    await expect(commit(answering(reference), 'It', write('one'))).rejects.toThrow(/^It was refused by reference$/)
  })
})
