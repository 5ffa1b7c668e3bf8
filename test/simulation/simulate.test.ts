/** Whole campaigns from seeds: some in the check, more in `npm run prove:matrix`, and for as long as one likes: npm run simulate -- --seconds 600. */
import { describe, expect, it } from 'vitest'
import { brokenRules } from '../../simulation/broken-rules.ts'
import type { CampaignOutcome } from '../../simulation/campaign-outcome.ts'
import { Broken, simulate } from '../../simulation/run.ts'
import { isWhole, wholeOr } from '../support/run/whole.ts'

interface Told {
  came: CampaignOutcome
  lines: string[]
}

/** The least: each goes on until it has met what is asked of it, as a fourth reason to refuse a file comes late in some. */
const stepsOf = (seed: number) => ({ 1: 200, 2: 190, 3: 220, 8: 200 })[seed] ?? 150

/** Those whose service runs on two machines with bad clocks. */
const withClocks = wholeOr([2, 7], [2])

/** Those whose database lies on a bad disk. */
const withDisks = wholeOr([3, 5], [3])

/** Those with groups that fill up. */
const withFullGroups = wholeOr([1, 8], [1])

const refusals = (came: CampaignOutcome) => Object.keys(came.uploads).filter((end) => end.startsWith('refused')).length

/** Whether a campaign has met what every one, or one like it, is asked to. */
function hasMet(came: CampaignOutcome): boolean {
  const { seed, answered, crashes, uploads, paid, full } = came
  const isOfAll = answered > 10 && crashes > 2 && (uploads.published ?? 0) > 2 && refusals(came) > 3
  const isPaid = !withClocks.includes(seed) || Object.keys(paid).length > 1
  return isOfAll && isPaid && (!withFullGroups.includes(seed) || full > 0)
}

async function campaignOf(seed: number, steps = stepsOf(seed)): Promise<Told> {
  const lines: string[] = []
  const faults = { clocks: withClocks.includes(seed), disks: withDisks.includes(seed) }
  const tell = (line: string) => lines.push(line)
  return { came: await simulate({ seed, steps, until: steps < 100 ? () => true : hasMet, ...faults, tell }), lines }
}

/** Campaigns that have been run, by seed: one that is compared with another of its seed is not run a third time. */
const known = new Map<number, Promise<Told>>()

function knownCampaign(seed: number): Promise<Told> {
  const campaign = known.get(seed) ?? campaignOf(seed)
  known.set(seed, campaign)
  return campaign
}

describe('a campaign', () => {
  // Each reaches code of the service that none of the others does. One with each kind of fault is in the check.
  it.each(wholeOr([1, 2, 3, 5, 7, 8], [1, 2, 3]))(
    'of seed %i keeps every promise through crashes, lost replies and a closure (row 21 of the fault table)',
    async (seed) => {
      const { came } = await knownCampaign(seed)
      expect(came.answered).toBeGreaterThan(10)
      expect(came.crashes).toBeGreaterThan(2)
      // Files that count, and files that are refused for several reasons.
      expect(came.uploads.published).toBeGreaterThan(2)
      expect(refusals(came)).toBeGreaterThan(3)
    },
  )

  it('keeps them on two machines whose clocks run apart, jump by days either way and are set right, and nothing stops for good', async () => {
    for (const seed of withClocks) {
      const { clocks, paid } = (await knownCampaign(seed)).came
      expect([clocks.jump, clocks['set right'], clocks.restart].map((n = 0) => n > 2)).toEqual([true, true, true])
      expect(Object.keys(paid).length).toBeGreaterThan(1)
    }
  })

  it('keeps them on a disk that is full now and then, and when the power is cut in the middle of a write', async () => {
    for (const seed of withDisks) {
      const { disks } = (await knownCampaign(seed)).came
      expect([disks.full, disks['power cut']].map((n = 0) => n > 2)).toEqual([true, true])
    }
  })

  it('has groups that fill up, and thanks whoever lost a place to others', async () => {
    let thanked = 0
    for (const seed of withFullGroups) {
      const { came } = await knownCampaign(seed)
      expect(came.full).toBeGreaterThan(0)
      thanked += came.thanked
    }
    expect(thanked).toBeGreaterThan(0)
  })

  it('has people who object to being rejected, some of whom were right', async () => {
    let [upheld, dismissed] = [0, 0]
    for (const seed of [1, 2, 3]) {
      const { came } = await knownCampaign(seed)
      upheld += came.upheld
      dismissed += came.dismissed
    }
    expect([upheld > 2, dismissed > 2]).toEqual([true, true])
  })

  it('comes to the same end from the same seed, step by step', async () => {
    // The first campaign of a process is held against a later one: in the check against its beginning.
    const [one, other] = [await knownCampaign(1), await campaignOf(1, isWhole ? stepsOf(1) : 60)]
    expect(other.lines.length).toBeGreaterThanOrEqual(60)
    expect(other.lines).toEqual(isWhole ? one.lines : one.lines.slice(0, other.lines.length))
    if (isWhole) expect(other.came).toEqual(one.came)
    expect(one.came.attempts.length).toBeGreaterThan(2)
  })
})

/** In how many ways a bank tells of what it did, as the first of these campaigns has it, and as all have. */
const ways = [
  'a collective debit',
  'a collective debit with what failed',
  'results before their debit',
  'a debit before its results',
  'a sum, then its parts in a second statement',
  'a return of what failed',
  'days that were told before',
  'a report of today in MT942',
]
const allWays = [
  ...ways,
  'a collective debit without what failed',
  'a sum, then its parts in a notification',
  'parts in a notification, then their sum',
  'parts in a second statement, then their sum',
  'twins',
  'a late return',
  'a file that the bank refused',
  'a statement in MT940',
]

it('what a bank books in any manner comes right after every step, and at the end our books hold what it holds', async () => {
  const outcomes = new Set<string>()
  for (const seed of wholeOr([3, 4, 19], [3])) {
    const came = await simulate({ seed, steps: 200, isByHand: true })
    expect(came.crashes).toBeGreaterThan(2)
    for (const way of Object.keys(came.told)) outcomes.add(way)
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(wholeOr(allWays, ways) as string[]))
})

/** Campaigns until one shows that a promise is broken, the one that did so last first. */
async function firstBroken(rule: keyof typeof brokenRules): Promise<Broken> {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
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
  ] as const)('is noticed: %s', async (rule, what) => {
    const broken = await firstBroken(rule)
    expect(broken.message).toMatch(what)
    if (!isWhole && broken.step > 50) return
    await expect(simulate({ seed: broken.seed, steps: 250, holders: 14, change: brokenRules[rule] })).rejects.toThrow(
      broken.message,
    )
  })
})
