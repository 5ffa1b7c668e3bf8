/** A bank gives a statement again, corrected or numbered anew: its days come to what the later one says. */
import { expect, it } from 'vitest'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open, uploadBytes } from '../../support/paid.ts'
import {
  type BankBatch,
  type Booked,
  bankAccount,
  bankBatch,
  part,
  type Said,
  statement,
} from '../matching/bank-batch.ts'
import { expectAuditClean } from './promises.ts'

const opening = 100_000

function paid({ attempts }: BankBatch, n: number, ref: string, day = '2026-11-23'): Booked {
  return { day, minor: -2_000, ref, details: part(-2_000, `<EndToEndId>${attempts[n]?.reference}</EndToEndId>`) }
}
const unknown = (ref: string, minor: number): Booked => ({ day: '2026-11-23', minor, ref })

const unknowns = (...keys: string[]) => keys.map((key) => `missing_in_ledger ${bankAccount}/${key}`)

type Lines = (batch: BankBatch) => Booked[]

forEachDatabase((_, openDatabase, once) => {
  const come = (first: Lines, second: Lines, from = opening) => comeAll([first, opening], [second, from])
  async function comeAll(...files: readonly (readonly [Lines, number, Said?])[]) {
    const batch = await bankBatch(2, { open: openDatabase })
    const { world } = batch
    for (const [lines, from, said] of files) {
      const bytes = statement('2026-11-23', '2026-11-24', from, lines(batch), said)
      const { statement: read } = await uploadBytes(world, bytes)
      expect(read?.state).toBe('published')
    }
    await expectAuditClean(world)
    const days = await rowsOf<{ day: string; debit_minor: number; credit_minor: number }>(world, 'statement_days')
    const [account] = await rowsOf<{ stops: number }>(world, 'provider_accounts')
    return {
      days: days.filter((one) => one.debit_minor > 0).map((one) => `${one.day} ${one.debit_minor}`),
      exceptions: (await open(world))
        .flatMap((one) => (one.class === 'balance_break' ? [] : `${one.class} ${one.subject}`))
        .sort(),
      stops: account?.stops,
      float: await floatOf(world, bankAccount),
      states: (await rowsOf(world, 'attempts')).map(({ state }) => state),
    }
  }

  it('with another amount and other numbers it counts alone, and what nobody knows is asked of its own line', async () => {
    const first: Lines = (batch) => [paid(batch, 0, 'R0'), paid(batch, 1, 'R1'), unknown('X', -1_000)]
    const second: Lines = (batch) => [paid(batch, 0, 'Q0'), paid(batch, 1, 'Q1'), unknown('X', -1_200)]
    expect(await come(first, second)).toEqual({
      days: ['2026-11-23 5200'],
      exceptions: unknowns('X|d1200'),
      stops: 1,
      float: -5_200,
      states: ['succeeded', 'succeeded'],
    })
  })

  once.each<[string, Lines, Lines, string[]]>([
    [
      'with a line of another day',
      (batch) => [paid(batch, 0, 'R0')],
      (batch) => [paid(batch, 0, 'R0', '2026-11-24')],
      ['2026-11-24 2000'],
    ],
    [
      'with more lines',
      (batch) => [paid(batch, 0, 'R0')],
      (batch) => [paid(batch, 0, 'R0'), paid(batch, 1, 'R1')],
      ['2026-11-23 4000'],
    ],
    [
      'with fewer, as of an earlier hour',
      (batch) => [paid(batch, 0, 'R0'), paid(batch, 1, 'R1')],
      (batch) => [paid(batch, 0, 'R0')],
      ['2026-11-23 4000'],
    ],
    [
      'that goes on from one which came to nothing',
      () => [unknown('X', -1_000), unknown('Y', 1_000)],
      (batch) => [paid(batch, 0, 'R0')],
      ['2026-11-23 3000'],
    ],
  ])('%s it counts what it has', async (_what, first, second, days) => {
    expect((await come(first, second)).days).toEqual(days)
  })

  once('from another balance it is another statement of the day', async () => {
    const { days } = await come(
      (batch) => [paid(batch, 0, 'R0')],
      (batch) => [paid(batch, 1, 'R1')],
      opening - 2_000,
    )
    expect(days).toEqual(['2026-11-23 4000'])
  })

  const morning: Lines = (batch) => [paid(batch, 0, 'R0')]
  const afternoon: Lines = (batch) => [paid(batch, 1, 'R1'), unknown('Z', -700)]

  const morningMade = { at: '2026-11-24T08:00:00Z' }
  const eveningMade = { at: '2026-11-24T18:00:00Z' }
  const another = { bankAccount: '622201' }

  once.each<[string, (readonly [Lines, number, Said?])[], string, string[]]>([
    [
      'a corrected morning leaves the afternoon as it is',
      [
        [morning, opening],
        [afternoon, opening - 2_000],
        [(batch) => [...morning(batch), unknown('F', -200)], opening],
        [(batch) => [...morning(batch), unknown('F', -300)], opening],
      ],
      '2026-11-23 5000',
      unknowns('F|d300', 'Z|d700'),
    ],
    [
      'a corrected afternoon leaves the morning as it is',
      [
        [morning, opening],
        [afternoon, opening - 2_000],
        [(batch) => [paid(batch, 1, 'Q1'), unknown('Z', -800)], opening - 2_000],
      ],
      '2026-11-23 4800',
      unknowns('Z|d800'),
    ],
    [
      'a whole day numbers both of its halves anew',
      [
        [morning, opening],
        [(batch) => [paid(batch, 1, 'R1')], opening - 2_000],
        [(batch) => [paid(batch, 0, 'Q0'), paid(batch, 1, 'Q1'), unknown('F', -200)], opening],
      ],
      '2026-11-23 4200',
      unknowns('F|d200'),
    ],
    [
      'a half that comes to nothing and comes late leaves the other as it is',
      [
        [morning, opening],
        [() => [unknown('X', -1_000), unknown('Y', 1_000)], opening],
      ],
      '2026-11-23 3000',
      unknowns('X|d1000'),
    ],
    [
      'corrected back, its first line counts again',
      [
        [() => [unknown('X', -1_000)], opening],
        [() => [unknown('X', -1_200)], opening],
        [() => [unknown('X', -1_000), unknown('F', -200)], opening],
      ],
      '2026-11-23 1200',
      unknowns('F|d200', 'X|d1000|2026-11-23'),
    ],
    [
      'of another bank account, as nothing in it is alike, it hides nothing',
      [
        [(batch) => [...morning(batch), unknown('X', -1_000)], opening],
        [() => [unknown('Y', -300)], opening, another],
      ],
      '2026-11-23 3300',
      unknowns('X|d1000', 'Y|d300'),
    ],
    [
      'of another bank account it counts beside the first, whatever is alike',
      [
        [() => [unknown('X', -1_000), unknown('Z', -700)], opening],
        [() => [unknown('X', -1_000), unknown('Y', -700)], opening, another],
        [() => [unknown('X', -1_000), unknown('Y', -800)], opening, another],
      ],
      '2026-11-23 3500',
      unknowns('X|d1000', 'X|d1000|2026-11-23', 'Y|d800', 'Z|d700'),
    ],
    [
      'with its one line under another number and of another amount it counts alone',
      [
        [() => [unknown('X', -1_000)], opening],
        [() => [unknown('Y', -300)], opening],
      ],
      '2026-11-23 300',
      unknowns('Y|d300'),
    ],
    [
      'that goes on where the balance came back to, it hides nothing',
      [
        [() => [unknown('X', -1_000)], opening],
        [() => [unknown('T', 1_000)], opening - 1_000],
        [() => [unknown('Y', -300)], opening],
      ],
      '2026-11-23 1300',
      unknowns('X|d1000', 'Y|d300'),
    ],
    [
      'made later for the same days with fewer lines, it has the last word',
      [
        [(batch) => [...morning(batch), unknown('X', -1_000), unknown('Y', -1_000)], opening, morningMade],
        [(batch) => [...morning(batch), unknown('Y', -1_000)], opening, eveningMade],
      ],
      '2026-11-23 3000',
      unknowns('Y|d1000'),
    ],
    [
      'made earlier with fewer lines, it changes nothing',
      [
        [(batch) => [...morning(batch), unknown('X', -1_000)], opening, eveningMade],
        [morning, opening, morningMade],
      ],
      '2026-11-23 3000',
      unknowns('X|d1000'),
    ],
    [
      'a line that it took away and gives again counts',
      [
        [(batch) => [...morning(batch), unknown('X', -1_000)], opening, morningMade],
        [morning, opening, eveningMade],
        [(batch) => [...morning(batch), unknown('X', -1_000)], opening, { at: '2026-11-25T08:00:00Z' }],
      ],
      '2026-11-23 3000',
      unknowns('X|d1000|2026-11-23'),
    ],
    [
      'among others of its money the payout is found',
      [
        [(batch) => [paid(batch, 1, 'R1'), unknown('F', -200)], opening],
        [
          (batch) => [...['K', 'L'].map((ref) => unknown(ref, -2_000)), paid(batch, 0, 'Q0'), paid(batch, 1, 'Q1')],
          opening,
        ],
      ],
      '2026-11-23 8000',
      unknowns('K|d2000', 'L|d2000'),
    ],
  ])('%s', async (_what, files, day, exceptions) => {
    expect(await comeAll(...files)).toMatchObject({ days: [day], exceptions })
  })
  once('with a hundred and fifty lines it is placed in steps, and hands nothing on any more', async () => {
    const lines =
      (fee: number): Lines =>
      () =>
        Array.from({ length: 150 }, (_, n) => unknown(`X${n}`, -1_000 - fee - (n % 7)))
    const batch = await bankBatch(2, { open: openDatabase })
    for (const fee of [0, 10]) {
      await uploadBytes(batch.world, statement('2026-11-23', '2026-11-24', opening, lines(fee)(batch)))
    }
    expect(await floatOf(batch.world, bankAccount)).toBe(-150 * 1_010 - 444)
    const steps = await rowsOf<{ phase: string }>(batch.world, 'statement_progress')
    expect(steps.filter(({ phase }) => phase === 'last_word')).toHaveLength(1)
    expect((await rowsOf(batch.world, 'statements')).map(({ checkpoint }) => checkpoint)).toEqual([null, null])
    await expectAuditClean(batch.world)
  })
})
