/** Whole campaigns from seeds: all that `npm run check` runs of them. More, for as long as one likes: npm run simulate -- --seconds 600. */
import { describe, expect, it } from 'vitest'
import { brokenRules } from '../../simulation/broken-rules.ts'
import { Broken, simulate } from '../../simulation/run.ts'

describe('a campaign', () => {
  it.each([1, 2, 3, 4, 5, 7, 8])(
    'of seed %i keeps every promise through crashes, lost replies and a closure (row 21 of the fault table)',
    { timeout: 120_000 },
    async (seed) => {
      const came = await simulate({ seed, steps: 250 })
      expect(came.answered).toBeGreaterThan(10)
      expect(came.crashes).toBeGreaterThan(2)
    },
  )

  it('comes to the same end from the same seed, step by step', { timeout: 120_000 }, async () => {
    const told: string[][] = [[], []]
    const ends = []
    for (const lines of told) ends.push(await simulate({ seed: 2, steps: 250, tell: (line) => lines.push(line) }))
    expect(told[1]).toEqual(told[0])
    expect(ends[1]).toEqual(ends[0])
    expect(ends[0]?.attempts.length).toBeGreaterThan(2)
  })
})

/** Campaigns until one shows that a promise is broken. */
async function firstBroken(rule: keyof typeof brokenRules): Promise<Broken> {
  for (let seed = 1; seed <= 8; seed++) {
    try {
      await simulate({ seed, steps: 250, holders: 14, change: brokenRules[rule] })
    } catch (error) {
      if (error instanceof Broken) return error
      throw error
    }
  }
  throw new Error(`Nobody noticed ${rule}.`)
}

describe('a rule broken on purpose', () => {
  it.each([
    ['new_reference_after_a_timeout', /was paid by|was paid, and we say/],
    ['accepted_is_paid', /counts as paid, and nothing moved/],
  ] as const)('is noticed: %s', { timeout: 300_000 }, async (rule, what) => {
    const broken = await firstBroken(rule)
    expect(broken.message).toMatch(what)
    await expect(simulate({ seed: broken.seed, steps: 250, holders: 14, change: brokenRules[rule] })).rejects.toThrow(
      broken.message,
    )
  })
})
