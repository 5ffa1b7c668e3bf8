// `npm run check`: everything that must hold before a change is handed in, cheapest first, stopping at the first that does
// not. The simulation wants one processor for a minute and runs beside the tests; what it says stands above their summary.
import { spawn, spawnSync } from 'node:child_process'

const shell = process.platform === 'win32'
const quick = [
  ['formatting', 'Run `npm run format`, which puts it right.'],
  ['lint', 'What is wrong stands above; `npm run format` mends what can be mended by itself.'],
  ['types', 'The lines that do not fit together stand above.'],
]

for (const [step, advice] of quick) {
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell })
  if (status !== 0) stop(step, advice)
}

const [simulated, tested] = await Promise.all([begin('simulate', '--seconds', '60', '--steps', '300'), begin('test')])
if (simulated !== 0) {
  stop('simulate', 'The seed that broke a promise stands above, with the command that comes there again.')
}
if (tested !== 0) stop('test', 'The tests that failed stand above; `npx vitest run FILE` runs one file again.')

/** Starts a step, and resolves with its exit status. */
function begin(step, ...options) {
  const child = spawn('npm', ['run', '--silent', step, '--', ...options], { stdio: 'inherit', shell })
  return new Promise((resolve) => child.on('close', resolve))
}

function stop(step, advice) {
  console.error(`\ncheck stopped at ${step}. ${advice}`)
  process.exit(1)
}
