// `npm run check`: everything that must hold before a change is handed in, cheapest first, stopping at the first that does not.
import { spawnSync } from 'node:child_process'

const steps = [
  ['formatting', 'Run `npm run format`, which puts it right.'],
  ['lint', 'What is wrong stands above; `npm run format` mends what can be mended by itself.'],
  ['types', 'The lines that do not fit together stand above.'],
  ['dead-code', 'What nobody uses stands above: take away the export, or all of it; tests test what the product uses.'],
  ['test', 'The tests that failed stand above; `npx vitest run FILE` runs one file again.'],
]

for (const [step, advice] of steps) {
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`\ncheck stopped at ${step}. ${advice}`)
    process.exit(1)
  }
}
