/**
 * `npm run prove:kills -- [--store sqlite|postgres] [--kills N] [--seed N]` kills the built server again and again (SIGKILL)
 * while students answer and claim, batches are prepared, approved and paid, and statements are read; starts it anew each time;
 * and looks whether everything that somebody was told is done is there, once. It ends with 1 when something is not.
 */
import { parseArgs } from 'node:util'
import { chanceOf } from '../../simulation/chance.ts'
import { progressOf } from '../../src/cli/progress.ts'
import { prepare } from '../prepare.ts'
import { acknowledged } from './acknowledged.ts'
import { killsOf } from './phases.ts'
import { campaignOn } from './rounds.ts'
import { openKilledSite } from './site.ts'
import { studentsOf } from './students.ts'
import { table, verdictOf } from './verdict.ts'

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const store = values.store === 'postgres' ? 'postgres' : 'sqlite'
const kills = Number(values.kills)
const say = (text: string) => process.stderr.write(`${text}\n`)
/** So many responses wait for their last page: more than are sent between two kills. */
const responsesAKill = 25

const site = await openKilledSite(store)
try {
  const count = 100 + kills * responsesAKill
  const ready = await prepare(site.data, count, progressOf('Preparing responses:', count), site.env)
  const acks = acknowledged()
  const students = studentsOf(ready, acks)
  const campaign = await campaignOn(site, students, acks, say)
  for (const kill of killsOf(kills, chanceOf(`kills ${values.seed}`), store === 'sqlite')) await campaign.round(kill)
  const verdict = await verdictOf(site, store, acks, await campaign.finish())
  console.log(table(store, verdict))
  if (verdict.wrong.length > 0) process.exitCode = 1
} finally {
  await site.close()
}
