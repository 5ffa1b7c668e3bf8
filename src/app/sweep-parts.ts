/** The parts of the periodic work, in their order; each leaves a heartbeat of this name. */
export const sweepParts = [
  'clock',
  'leases',
  'studies',
  'reviews',
  'quotas',
  'checks',
  'shown',
  'segments',
  'expiry',
  'wrong_codes',
  'starts',
  'payouts',
  'references',
  'texts',
  'payees',
  'stops',
  'retention',
  'sealer',
  'trust',
  'figures',
  'exports',
  'statements',
] as const

export type SweepPart = (typeof sweepParts)[number]
