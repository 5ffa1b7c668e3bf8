/**
 * `npm run bench:statements` parses 100,000 rows of each format and prints how fast and in how much memory; `-- --quick`
 * only shows that it works. Files are made and parsed in processes of their own, so that memory is the parser's alone.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Parsed } from './statements-parse.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const rows = values.quick ? 2_000 : 100_000
const folder = mkdtempSync(join(tmpdir(), 'honorarium-statements-'))

const cases = [
  { name: 'WeChat fund bill', format: 'wechat_fund_bill', options: { packed: true } },
  { name: 'Alipay bill (ZIP, GBK)', format: 'alipay_bill', options: { packed: true } },
  { name: 'camt.053', format: 'camt053', options: {} },
  { name: 'camt.053 (gzip)', format: 'camt053', options: { packed: true } },
  { name: 'camt.053, one batch', format: 'camt053', options: { batch: true } },
  { name: 'camt.054', format: 'camt054', options: {} },
  { name: 'Tremendous JSON', format: 'tremendous', options: {} },
  { name: 'Tremendous CSV', format: 'tremendous', options: { as: 'csv' } },
  { name: 'plain CSV', format: 'csv', options: {} },
]

function run(script: string, ...args: string[]): string {
  const path = fileURLToPath(new URL(script, import.meta.url))
  return execFileSync(process.execPath, [...process.execArgv, path, ...args], { encoding: 'utf8' })
}

try {
  console.log(
    `${'format'.padEnd(24)}${'MiB'.padStart(8)}${'rows/s'.padStart(12)}${'CPU s'.padStart(9)}${'RSS MiB'.padStart(10)}${'grown'.padStart(8)}`,
  )
  for (const { name, format, options } of cases) {
    const path = join(folder, 'file')
    const read = run('statements-make.ts', path, format, String(rows), JSON.stringify(options))
    const found = JSON.parse(run('statements-parse.ts', path, read)) as Parsed
    if (found.rows !== rows) throw new Error(`${name}: ${found.rows} of ${rows} rows, and then ${found.end}`)
    const figures = [
      (found.bytes / 1_048_576).toFixed(1).padStart(8),
      Math.round(rows / found.seconds)
        .toLocaleString('en')
        .padStart(12),
      found.cpuSeconds.toFixed(2).padStart(9),
      found.residentMiB.toFixed(0).padStart(10),
      found.grownMiB.toFixed(0).padStart(8),
    ]
    console.log(name.padEnd(24) + figures.join(''))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
