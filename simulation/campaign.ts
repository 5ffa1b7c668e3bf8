/** A campaign under way: one study, its staff, its students and the world outside, on a clock that only moves when told. */

import type { Person } from '../demo/people.ts'
import type { Role } from '../schema/tables.ts'
import { createApp } from '../src/app/app.ts'
import { openStudy } from '../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../src/journey/study.ts'
import { newKeySet, readKeys } from '../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../src/platform/adapters/node-secret-keys.ts'
import { migrationFiles } from '../src/platform/db/migration-files.ts'
import { migrate } from '../src/platform/db/migrations.ts'
import type { Database } from '../src/platform/db/together.ts'
import { inPlace } from '../src/platform/offload/job.ts'
import type { Ports } from '../src/ports.ts'
import type { Tax } from '../src/rewards/offers/tax.ts'
import { findOrAddStaff } from '../src/staff/accounts/actions.ts'
import type { Staff } from '../src/staff/accounts/store.ts'
import { type Bank, openBank } from './bank/bank.ts'
import type { Sent } from './bank/sent.ts'
import { withBoundaries } from './boundary.ts'
import { type Chance, chanceOf, seededIds, type VirtualClock, virtualClock } from './chance.ts'
import { badDisk, type Disk, noDisk } from './disk.ts'
import { faultyMachines, type Machines, oneMachine } from './machines.ts'
import { noAssets } from './no-assets.ts'
import type { Outside } from './outside.ts'
import { withQuotas } from './quotas.ts'
import { openOutside } from './sandboxes.ts'

export interface Campaign {
  ports: Ports
  app: ReturnType<typeof createApp>
  /** True time. What the service goes by is `ports.clock`. */
  clock: VirtualClock
  machines: Machines
  disk: Disk
  chance: Chance
  study: StudyWithOffers
  outside: Outside
  preparers: Staff[]
  approvers: Staff[]
  admin: Staff
  /** Another one, who decides about what the first rejected. */
  second: Staff
  /** Who has begun and left. */
  left: { respondentId: string; person: Person }[]
  /** Holders, by what they hold: the voucher's id. */
  vouchers: string[]
  /** What WeChat's sheet was opened with on somebody's phone. */
  packages: string[]
  /** Pays what is paid by hand, and what it told of that in files which were uploaded. */
  bank: Bank
  sent: Sent[]
  close(): Promise<void>
}

/** A few days before the Spring Festival of 2026, so that a closure falls into most campaigns. */
const begins = '2026-02-09T01:00:00.000Z'
/** Where the bank pays everything, on working days only. */
const beginsByHand = '2026-03-02T01:00:00.000Z'
const origin = 'https://survey.example.org'

/** Rewards in each offer's budget: few enough that some campaigns use one up. */
const rewards = 40

/** What campaigns say of tax, in turn. */
const taxes: readonly Tax[] = [
  { mode: 'none' },
  { mode: 'net', rateBasisPoints: 2_000 },
  { mode: 'gross_up', rateBasisPoints: 1_000 },
]

/**
 * @param isByHand the bank pays everything
 * @param clocks the service runs on two machines, whose clocks are not to be relied on
 * @param disks its database lies on a disk that is full now and then, and power is cut
 */
export async function openCampaign(
  seed: number,
  {
    change = (ports) => ports,
    isByHand = false,
    clocks = false,
    disks = false,
  }: { change?: (ports: Ports) => Ports; isByHand?: boolean; clocks?: boolean; disks?: boolean } = {},
): Promise<Campaign> {
  const chance = chanceOf(`campaign ${seed}`)
  const clock = virtualClock(isByHand ? beginsByHand : begins)
  const machines = clocks ? faultyMachines(clock, chanceOf(`clocks ${seed}`)) : oneMachine(clock)
  const ids = seededIds(machines.clock, chanceOf(`ids ${seed}`))
  const disk = disks ? badDisk(chanceOf(`disk ${seed}`)) : noDisk()
  await migrate(disk.db, migrationFiles(), clock.now())
  const db: Database = withBoundaries(disk.db)
  const outside = await openOutside(chance, clock, origin)
  const ports = change({
    db,
    clock: machines.clock,
    ids,
    keys: await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys),
    payers: isByHand ? outside.payers.filter(({ mode }) => mode === 'file') : outside.payers,
    notifier: null,
    offload: inPlace,
    settings: {
      origin,
      leaseMinutes: 30,
      startsWithoutWork: 1_000_000,
      requestsAMinute: 1_000_000,
      smallestGroup: 1,
      feeAlertMinor: 0,
      // In some campaigns whoever is paid in Hong Kong has passed the threshold with any voucher.
      payeeYearLimits: seed % 5 === 0 ? { HKD: 1 } : {},
      debtor: null,
      oidc: null,
    },
    assets: noAssets,
    addressOf: () => '198.18.0.1',
    log: () => undefined,
  })
  const plain = studyAbroadStudy('2026-01-01T00:00:00.000Z')
  const asked = isByHand ? plain : withQuotas(plain)
  const outcome = await openStudy(ports, {
    ...asked,
    settings: { ...asked.settings, tax: taxes[seed % taxes.length] ?? { mode: 'none' } },
    openLinkPolicy: seed % 3 === 0 && !isByHand ? 'hold' : 'issue',
    offers: asked.offers.map((offer) => ({ ...offer, budgetMinor: offer.amountMinor * rewards })),
  })
  const study = await findStudyWithOffers(ports.db, asked.slug, clock.now())
  if (!outcome.done || study === undefined) throw new Error('The study could not be opened.')
  const someone = async (name: string, role: Role) => {
    const staff = await findOrAddStaff(ports, { name, role })
    if ('refused' in staff) throw new Error(staff.refused)
    return staff
  }
  return {
    ports,
    app: createApp(() => ports),
    clock,
    machines,
    disk,
    chance,
    study,
    outside,
    preparers: [await someone('Omar', 'preparer'), await someone('Oda', 'preparer')],
    approvers: [await someone('Ada', 'approver'), await someone('Eve', 'approver')],
    admin: await someone('Mei', 'admin'),
    second: await someone('Zoe', 'admin'),
    left: [],
    vouchers: [],
    packages: [],
    bank: openBank(chanceOf(`bank ${seed}`), clock),
    sent: [],
    close: () => disk.close(),
  }
}
