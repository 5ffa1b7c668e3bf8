// `npm run fuzz [-- MINUTES]`: hostile requests to every route as everybody, half of the time on Node and half in workerd.
// It begins at another number each time and says which, so that a failure can be made again.
import { spawnSync } from 'node:child_process'

const minutes = Number(process.argv[2] ?? 10)
const from = process.env.FUZZ_FROM ?? String(Math.floor(Date.now() / 1000) % 1_000_000_000)
console.log(`From request ${from} on, for ${minutes} minutes; again with FUZZ_FROM=${from}.`)
const env = { ...process.env, FUZZ_FROM: from, FUZZ_MINUTES: String(minutes / 2), STORE: process.env.STORE ?? 'sqlite' }
const timeout = `--testTimeout=${(minutes + 5) * 60_000}`
const runs = ['test/fuzz/fuzz.databases.test.ts', 'test/fuzz/fuzz.edge.test.ts'].map((file) => {
  const ran = spawnSync('npx', ['vitest', 'run', timeout, file], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  return ran.status
})
process.exit(runs.every((status) => status === 0) ? 0 : 1)
