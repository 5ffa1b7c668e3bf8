/** One campaign from its seed: doings drawn one after another, each perhaps cut, and after each everything looked at. */

import { pickerOf } from '../demo/seeded.ts'
import { sweep } from '../src/app/app.ts'
import type { Ports } from '../src/ports.ts'
import { auditDatabase } from '../src/reconciliation/integrity/audit.ts'
import { sweepStatements } from '../src/reconciliation/statements/work.ts'
import { checkBank, checkBankAtTheEnd } from './bank/bank-checks.ts'
import { report, sendFile, uploadFromBank } from './bank/paper.ts'
import { workOff } from './bank/work-off.ts'
import { cutShort, interleaved } from './boundary.ts'
import { type Campaign, openCampaign } from './campaign.ts'
import { type CampaignOutcome, campaignOutcome } from './campaign-outcome.ts'
import { chanceOf } from './chance.ts'
import { answer, askForMoney, claim, confirmInWechat, takeBackSome } from './holders.ts'
import { objectSome } from './objections.ts'
import { checkProviders } from './provider-checks.ts'
import { visitQuotas } from './quota-visitors.ts'
import { settleEverything } from './settle.ts'
import { approve, decideSomething, handOut, letGo, prepare, review } from './staff.ts'
import { changeOnesMind, checkUploads, read, upload } from './uploads.ts'

export interface Asked {
  seed: number
  steps: number
  /** Goes on behind those steps, until this holds of what came so far; at most twice as far. */
  until?: (came: CampaignOutcome) => boolean
  /** Holders who have claimed before the first step, so that there is something to pay; 8 unless told. */
  holders?: number
  /** The bank pays everything. */
  isByHand?: boolean
  /** The service runs on two machines, whose clocks are not to be relied on. */
  clocks?: boolean
  /** Its database lies on a disk that is full now and then, and power is cut. */
  disks?: boolean
  /** Puts something else in the place of a port, to see that it is noticed. */
  change?: (ports: Ports) => Ports
  /** Told what is done, step by step. */
  tell?: (line: string) => void
}

/** What was broken, and where: the same seed and steps come here again. */
export class Broken extends Error {
  readonly seed: number
  readonly step: number
  readonly breaches: string[]
  constructor(seed: number, step: number, doing: string, breaches: string[]) {
    super([`Seed ${seed}, step ${step} (${doing}):`, ...breaches].join('\n  '))
    this.seed = seed
    this.step = step
    this.breaches = breaches
  }
}

type Doing = (campaign: Campaign) => Promise<unknown>

/** What is done how often, out of all. */
const doings: readonly (readonly [string, number, Doing])[] = [
  ['answer', 6, answer],
  ['claim', 10, claim],
  ['ask for the money', 8, askForMoney],
  ['confirm in WeChat', 7, confirmInWechat],
  ['prepare', 8, prepare],
  ['approve', 9, approve],
  ['let go', 2, letGo],
  ['hand out', 4, handOut],
  ['send a file to the bank', 3, sendFile],
  ['the bank works', 3, async ({ bank }) => bank.work()],
  ['report', 5, report],
  ['upload from the bank', 4, uploadFromBank],
  ['work off', 2, workOff],
  ['decide', 6, decideSomething],
  ['review', 5, review],
  ['upload a statement', 12, upload],
  ['read statements', 11, read],
  ['take a statement back', 2, changeOnesMind],
  ['sweep', 16, ({ ports }) => sweep(ports)],
  ['deliver', 10, deliver],
  ['settle', 5, ({ outside }) => outside.settle()],
  ['empty or fill the provider', 2, async ({ outside, chance }) => outside.drain(chance.percent(40))],
]

/** Where the bank pays everything, more of what has to do with it, and nothing of the others. */
const byHand: Partial<Record<string, number>> = {
  claim: 14,
  approve: 12,
  'hand out': 10,
  'send a file to the bank': 10,
  'the bank works': 12,
  report: 8,
  'upload from the bank': 14,
  'work off': 6,
  decide: 12,
  'let go': 1,
  sweep: 10,
  'read statements': 12,
  'upload a statement': 2,
  ...Object.fromEntries(
    ['ask for the money', 'confirm in WeChat', 'deliver', 'settle', 'empty or fill the provider'].map((name) => [
      name,
      0,
    ]),
  ),
}

/** The post arrives in any order, and some of it twice. */
async function deliver({ app, chance, outside: { post } }: Campaign): Promise<void> {
  if (post.length === 0) return
  const at = chance.pick(post.length)
  const [request] = chance.percent(25) ? [post[at]] : post.splice(at, 1)
  if (request !== undefined) await app.fetch(request.clone())
}

/** Mostly minutes, sometimes hours, now and then days: a campaign has to come to its closure. */
function passTime({ clock, chance }: Campaign): void {
  const kind = chance.pick(100)
  if (kind < 85) clock.wait(chance.pick(10))
  else if (kind < 99) clock.wait(chance.pick(4 * 60))
  else clock.wait(chance.pick(3 * 24 * 60))
}

/**
 * Runs a campaign.
 * @throws Broken at the first step after which a promise is not kept, or an error that no fault explains
 */
export async function simulate({
  seed,
  steps: leastSteps,
  until = () => true,
  isByHand = false,
  clocks = false,
  disks = false,
  holders = isByHand ? 24 : 8,
  change,
  tell,
}: Asked): Promise<CampaignOutcome> {
  const campaign = await openCampaign(seed, { isByHand, clocks, disks, ...(change && { change }) })
  const pick = pickerOf(`doings ${seed}`)
  const ofRights = chanceOf(`rights ${seed}`)
  const ofQuotas = chanceOf(`quotas ${seed}`)
  const ofObjections = chanceOf(`objections ${seed}`)
  const weightOf = ([name, weight]: (typeof doings)[number]) => (isByHand ? (byHand[name] ?? weight) : weight)
  const whole = doings.reduce((sum, one) => sum + weightOf(one), 0)
  const draw = () => {
    let left = pick(whole)
    for (const one of doings) {
      left -= weightOf(one)
      if (left < 0) return one
    }
    throw new RangeError('nothing to do')
  }
  const onOne = (doing: Doing) => campaign.machines.onOne(() => doing(campaign))
  let [steps, crashes] = [0, 0]
  const look = looker(campaign, seed)
  try {
    for (let n = 0; n < holders; n++) {
      await answer(campaign)
      await claim(campaign)
    }
    const cameSoFar = () => campaignOutcome(campaign, { seed, steps, crashes })
    for (let step = 1; step <= leastSteps || (step <= 2 * leastSteps && !until(await cameSoFar())); step++) {
      steps = step
      const [name, , doing] = draw()
      const [otherName, , other] = draw()
      const how = pick(100)
      const at = 1 + pick(how < 20 ? 12 : 6)
      let description = name
      if (how < 20) description = `${name}, cut at ${at}`
      else if (how < 40) description = `${name}, with ${otherName} in the middle of it, at ${at}`
      if (await campaign.disk.fill()) description = `${description}, on a full disk`
      tell?.(`${step} ${campaign.clock.now()} ${description}`)
      try {
        if (how < 20) crashes += Number(await cutShort(at, () => onOne(doing)))
        else if (how < 40)
          await interleaved(
            at,
            () => onOne(doing),
            () => onOne(other),
          )
        else await onOne(doing)
      } catch (error) {
        if (!campaign.disk.explains(error))
          throw new Broken(seed, step, description, [
            error instanceof Error ? (error.stack ?? error.message) : String(error),
          ])
      }
      const lost = await campaign.disk.goOn()
      if (lost !== null) throw new Broken(seed, step, description, [lost])
      passTime(campaign)
      // Drawn apart, so that whatever else a seed does stays the same.
      if (!isByHand && ofRights.percent(6)) await takeBackSome(campaign, ofRights)
      if (!isByHand && ofQuotas.percent(20))
        crashes += Number(await cutShort(1 + ofQuotas.pick(40), () => visitQuotas(campaign, ofQuotas)))
      if (!isByHand && ofObjections.percent(20))
        crashes += Number(await cutShort(1 + ofObjections.pick(20), () => objectSome(campaign, ofObjections)))
      const mishap = await campaign.machines.mishap(campaign.ports.db)
      if (mishap !== null) tell?.(`  ${mishap}`)
      // The minute's work on statements is done where it is looked whether each goes on.
      const isSwept = pick(3) === 0
      if (isSwept) await sweepStatements(campaign.ports)
      await look(step, description, { isSwept })
    }
    campaign.machines.setRight()
    await settleEverything(campaign)
    await look(steps + 1, 'after everything was settled', { isSwept: true, isOver: true })
    return await cameSoFar()
  } finally {
    await campaign.close()
  }
}

/** Promises of the clockwork that sweeps every minute: in a campaign days pass between two sweeps. */
const inTime = new Set(['every_entry_is_sealed', 'known_in_time', 'imports_go_on', 'networks_forgotten'])

interface When {
  /** The minute's work on statements has been done, so that each has to have come to its end. */
  isSwept: boolean
  isOver?: boolean
}

/** Looks at everything after a step. What the database says is read again only when something was written since. */
function looker(campaign: Campaign, seed: number): (step: number, doing: string, when: When) => Promise<void> {
  let lookedAt = Number.NaN
  let breachesThen: string[] = []
  return async (step, doing, { isSwept, isOver = false }) => {
    const changes = await changesOf(campaign)
    // What depends on the time as well counts only once it is over.
    if (isOver || changes !== lookedAt)
      breachesThen = [...(await auditBreaches(campaign, isOver)), ...(await checkBank(campaign))]
    lookedAt = changes
    const breaches = [...breachesThen, ...(await checkProviders(campaign, isOver))]
    if (isSwept && !isOver) {
      const standing = await auditDatabase(campaign.ports, (name) => name === 'imports_go_on')
      breaches.push(...standing.flatMap(({ breaches: all }) => all))
    }
    if (isOver) breaches.push(...(await checkBankAtTheEnd(campaign)), ...(await checkUploads(campaign)))
    if (breaches.length > 0) throw new Broken(seed, step, doing, breaches)
  }
}

/** How many rows the campaign's connection has written so far, whatever became of them. */
async function changesOf({ ports }: Campaign): Promise<number> {
  const [row] = await ports.db.read<{ n: number }>({ sql: 'select total_changes() as "n"', values: [] })
  return row?.n ?? 0
}

async function auditBreaches({ ports }: Campaign, isOver: boolean): Promise<string[]> {
  const found = await auditDatabase(ports)
  const counts = ({ ok, invariant }: (typeof found)[number]) => !ok && (isOver || !inTime.has(invariant))
  return found.filter(counts).flatMap(({ invariant, breaches }) => [`${invariant}: ${breaches.join('; ')}`])
}
