import { describe, expect, it } from 'vitest'
import type { Tax } from '../../../src/rewards/offers/tax.ts'
import { textOf } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { WorldOptions } from '../../support/world.ts'

const taxed =
  (tax: Tax): WorldOptions['study'] =>
  (study) => ({ ...study, settings: { ...study.settings, tax } })

describe('a reward that is taxed', () => {
  it('net: says what reaches its holder, and what it was before tax, before anybody answers and at the end', async () => {
    const world = await fresh({ study: taxed({ mode: 'net', rateBasisPoints: 2_000 }) })
    const student = new Student(world)
    expect(textOf((await student.open('/s/study-abroad')).html)).toMatch(
      /CNY 16\.00.*after tax; .*CNY 20\.00 before tax/,
    )
    await student.complete()
    expect(textOf((await student.open('/s/study-abroad/voucher')).html)).toMatch(/CNY 16\.00.*CNY 20\.00 before tax/)
  })

  it('grossed up: the amount is what reaches its holder, and tax is no matter of theirs', async () => {
    const world = await fresh({ study: taxed({ mode: 'gross_up', rateBasisPoints: 2_000 }) })
    const { html } = await new Student(world).open('/s/study-abroad')
    expect(textOf(html)).toContain('CNY 20.00')
    expect(textOf(html)).not.toMatch(/tax|25\.00/)
  })
})
