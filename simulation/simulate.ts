/**
 * `npm run simulate -- [--seed N] [--steps N] [--seeds N] [--seconds N] [--by-hand] [--clocks] [--disks] [--tell]` runs whole campaigns, from their seeds,
 * against sandbox providers on a virtual clock, and ends with 1 when a promise is not kept. The same seed and steps
 * come to the same end.
 */
import { parseArgs } from 'node:util'
import { Broken, simulate } from './run.ts'

const whole = (text: string, name: string): number => {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`--${name} is a whole number from 1 up.`)
  return n
}

try {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '200' },
      seeds: { type: 'string', default: '1' },
      seconds: { type: 'string' },
      'by-hand': { type: 'boolean', default: false },
      clocks: { type: 'boolean', default: false },
      disks: { type: 'boolean', default: false },
      tell: { type: 'boolean', default: false },
    },
  })
  const first = whole(values.seed, 'seed')
  const steps = whole(values.steps, 'steps')
  const until = values.seconds === undefined ? null : Date.now() + whole(values.seconds, 'seconds') * 1000
  const count = until === null ? whole(values.seeds, 'seeds') : Number.MAX_SAFE_INTEGER
  const sums = { seeds: 0, answered: 0, full: 0, thanked: 0, upheld: 0, dismissed: 0, crashes: 0, uploads: 0 }
  const paid = new Map<string, number>()
  const reportedWays = new Map<string, number>()
  for (let seed = first; seed < first + count && (until === null || Date.now() < until); seed++) {
    const came = await simulate({
      seed,
      steps,
      isByHand: values['by-hand'],
      clocks: values.clocks,
      disks: values.disks,
      ...(values.tell ? { tell: (line: string) => console.log(line) } : {}),
    })
    sums.seeds += 1
    sums.answered += came.answered
    sums.full += came.full
    sums.thanked += came.thanked
    sums.upheld += came.upheld
    sums.dismissed += came.dismissed
    for (const [provider, n] of Object.entries(came.paid)) paid.set(provider, (paid.get(provider) ?? 0) + n)
    for (const [way, n] of Object.entries(came.told)) reportedWays.set(way, (reportedWays.get(way) ?? 0) + n)
    sums.crashes += came.crashes
    for (const n of Object.values(came.uploads)) sums.uploads += n
  }
  console.log(
    `${sums.seeds} campaigns of ${steps} steps, from seed ${first}: ${sums.answered} vouchers, ${sums.thanked} of them thank-yous of the ${sums.full} whose group was full, ${sums.upheld} objections upheld and ${sums.dismissed} dismissed, paid ${[...paid].map(([provider, n]) => `${n} by ${provider}`).join(', ')}; ${sums.crashes} crashes; ${sums.uploads} statements uploaded; every promise kept.`,
  )
  if (reportedWays.size > 0)
    console.log(`The bank told of ${[...reportedWays].map(([way, n]) => `${n} × ${way}`).join(', ')}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  if (error instanceof Broken) {
    const faults = ['--by-hand', '--clocks', '--disks'].filter((flag) => process.argv.includes(flag))
    const again = ['--seed', error.seed, '--steps', error.step, ...faults, '--tell']
    console.error(`\nAgain: npm run simulate -- ${again.join(' ')}`)
  }
  process.exitCode = 1
}
