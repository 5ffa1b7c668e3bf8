/**
 * `npm run simulate:fraud -- [--seed TEXT] [--people N] [--farmed N] [--days N] [--studies N] [--tell] [--write]` lets honest people and farms answer
 * the study through the service itself, on a clock of its own, and says how many of each were held. They are parted among so many
 * studies, which run at once. The same seed and sizes
 * come to the same end. Ends with 1 when more honest people were held than may be; Ctrl-C ends it with those who have come by then. `--tell` says which flags each kind has; `--write` puts the figures
 * into docs/fairness.md and the picture beside it.
 */
import { parseArgs } from 'node:util'
import { type ProgressLine, progressOf } from '../../src/cli/progress.ts'
import { pictureOf } from './report/picture.ts'
import { summaryOf } from './report/summary.ts'
import { flagsByKind, textOf } from './report/text.ts'
import { writeToDocs } from './report/write.ts'
import { runStudies } from './studies.ts'

const whole = (text: string, name: string): number => {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`--${name} is a whole number from 1 up.`)
  return n
}

try {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      people: { type: 'string', default: '10000' },
      farmed: { type: 'string', default: '120' },
      days: { type: 'string', default: '10' },
      studies: { type: 'string', default: '2' },
      tell: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  const { seed } = values
  const crowd = {
    people: whole(values.people, 'people'),
    farmed: whole(values.farmed, 'farmed'),
    days: whole(values.days, 'days'),
  }
  const studies = whole(values.studies, 'studies')
  let isStopped = false
  let bar: ProgressLine | undefined
  const tell = (done: number, of: number) => {
    bar ??= progressOf('Responses', of)
    bar.at(done)
  }
  const each = { ...crowd, people: Math.ceil(crowd.people / studies), farmed: Math.ceil(crowd.farmed / studies) }
  const run = await runStudies(seed, each, studies, tell, (onStop) => {
    process.on('SIGINT', () => {
      isStopped = true
      onStop()
    })
  })
  bar?.end()
  const command = `npm run simulate:fraud -- --seed ${seed} --people ${crowd.people} --farmed ${crowd.farmed} --days ${crowd.days} --studies ${studies}`
  const summary = summaryOf(run.outcomes)
  const text = textOf(summary, isStopped ? `${command}\`, stopped after \`${run.days} days` : command, run.lost)
  console.log(text)
  if (values.tell) console.log(`\n${flagsByKind(run.outcomes)}`)
  if (values.write) writeToDocs(text, pictureOf(run.outcomes))
  if (!summary.isKept) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 2
}
