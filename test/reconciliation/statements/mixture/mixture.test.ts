/**
 * A bank's days, told by overlapping files of every kind in any order: each day's money counts once, or a file is refused.
 * `MIXTURES=2000` tries as many banks as that.
 */
import { expect, it } from 'vitest'
import { randomFrom } from '../../../../simulation/statements/movement.ts'
import { startingAfter } from '../../../support/databases/copied.ts'
import { rowsOf } from '../../../support/databases/fresh.ts'
import { uploadBytes } from '../../../support/paid.ts'
import type { World } from '../../../support/world.ts'
import { bankAccount } from '../../matching/bank-batch.ts'
import { anyBank, anyFile, dayOf, kinds } from './bank-files.ts'

const tries = Number(process.env.MIXTURES ?? 8)
const begun = startingAfter(async () => undefined)

interface Day {
  day: string
  debit_minor: number
  credit_minor: number
}

/** How days stand of which something has to be there: money that counts twice, or that is missing. */
async function wrongDays(world: World, all: readonly Minor[], least: readonly Minor[], whole: ReadonlySet<number>) {
  const days = await rowsOf<Day & Record<string, string | number>>(world, 'statement_days')
  return [1, 2, 3, 4].flatMap((n) => {
    const { debit_minor: debit, credit_minor: credit } = days.find(({ day }) => day === dayOf(n)) ?? {
      debit_minor: 0,
      credit_minor: 0,
    }
    const sums = (some: readonly Minor[]) => {
      const ofDay = some.filter(({ day }) => day === n).map(({ minor }) => minor)
      return [-1, 1].map((sign) => ofDay.reduce((sum, minor) => sum + Math.max(0, sign * minor), 0)) as [number, number]
    }
    const [[most, mostIn], [less, lessIn]] = [sums(all), sums(whole.has(n) ? all : least)]
    const isRight = debit <= most && credit <= mostIn && debit >= less && credit >= lessIn
    return isRight ? [] : [`${dayOf(n)}: -${debit} +${credit}, of -${most} +${mostIn}`]
  })
}

interface Minor {
  day: number
  minor: number
}

it('whichever files of a bank come in whichever order, no money counts twice and none is missing', async () => {
  let published = 0
  for (let seed = 1; seed <= tries; seed++) {
    const random = randomFrom(seed)
    const bank = anyBank(random)
    const [world] = await begun()
    const story: string[] = [`seed ${seed}: ${JSON.stringify(bank)}`]
    const some = kinds.filter(() => random() < 0.5)
    const [least, whole] = [new Set<Minor>(), new Set<number>()]
    for (let n = 0; n < 6; n++) {
      const kind = some[Math.floor(random() * some.length)] ?? 'camt053'
      const file = await anyFile(bank, kind, random)
      if (file === null) continue
      const { told, from, to, isWhole, ...said } = file
      const { statement } = await uploadBytes(world, said.bytes, { accountId: bankAccount, ...said })
      story.push(`${kind} ${from} to ${to}: ${statement?.state} ${statement?.problem ?? statement?.linesNew}`)
      if (statement?.state === 'published') {
        published += 1
        for (const one of told) least.add(one)
        for (let day = from; isWhole && day <= to; day++) whole.add(day)
      }
      expect(await wrongDays(world, bank.entries, [...least], whole), story.join('\n')).toEqual([])
    }
    await world.close()
  }
  expect(published).toBeGreaterThan(2 * tries)
})
