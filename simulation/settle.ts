/** The end of a campaign: nothing is lost any more, and time passes until nothing is open. Then clearing has to be empty. */
import { sweep } from '../src/app/app.ts'
import { reportPaid } from '../src/rewards/payouts/report.ts'
import { payoutsInClearing } from '../src/rewards/payouts/store.ts'
import type { Campaign } from './campaign.ts'

/** Enough for the longest wait between two questions to pass some times, and for every bill to run out. */
const rounds = 60
const minutesARound = 300

export async function settleEverything(campaign: Campaign): Promise<void> {
  const { ports, app, clock, outside, preparers } = campaign
  outside.calm()
  outside.drain(false)
  for (let round = 0; round < rounds; round++) {
    await outside.settle()
    for (const request of outside.post.splice(0)) await app.fetch(request)
    await sweep(ports)
    const open = await ports.db.read(payoutsInClearing('', 500))
    const [preparer] = preparers
    for (const one of open) {
      if (one.provider !== 'manual' || one.reference === null || preparer === undefined) continue
      await reportPaid(ports, preparer, [{ reference: one.reference, amountMinor: one.amountMinor, providerId: null }])
    }
    const { length } = await ports.db.read(payoutsInClearing('', 1))
    if (length === 0 && round > 2) return
    clock.wait(minutesARound)
  }
}
