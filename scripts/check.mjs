// `npm run check`: everything that must hold before a change is handed in. What takes seconds is looked at side by side,
// and the tests run when all of it holds.
import { spawn } from 'node:child_process'

const quick = [
  ['formatting', 'Run `npm run format`, which puts it right.'],
  ['lint', 'What is wrong stands above; `npm run format` mends what can be mended by itself.'],
  ['types', 'The lines that do not fit together stand above.'],
  ['dead-code', 'What nobody uses stands above: take away the export, or all of it; tests test what the product uses.'],
]
const tests = ['test', 'The tests that failed stand above; `npx vitest run FILE` runs one file again.']
const coloured = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}

/** Runs a script of package.json; whether all is well, and what it said where that is kept. */
function run(step, isKept) {
  const child = spawn('npm', ['run', '--silent', step], {
    stdio: isKept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(isKept ? coloured : {}) },
  })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => output.push(piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ isWell: status === 0, output: Buffer.concat(output) }))
  })
}

function conclude([step, advice], { isWell, output }) {
  process.stdout.write(output)
  if (isWell) return
  console.error(`\ncheck stopped at ${step}. ${advice}`)
  process.exitCode = 1
}

const looked = await Promise.all(quick.map(([step]) => run(step, true)))
for (const [i, step] of quick.entries()) conclude(step, looked[i])
if (process.exitCode === undefined) conclude(tests, await run(tests[0], false))
