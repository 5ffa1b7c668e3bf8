/** Runs the load driver in its own process. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Job } from './driver.ts'
import type { Summary } from './summary.ts'

const driver = fileURLToPath(new URL('driver.ts', import.meta.url))

/** @throws when the driver fails, with what it wrote */
export async function drive(job: Job): Promise<Summary> {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-job-'))
  const file = join(folder, 'job.json')
  writeFileSync(file, JSON.stringify(job))
  try {
    const child = spawn(process.execPath, [...process.execArgv, driver, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`The load driver stopped with ${code}`)
    const summary = JSON.parse(out) as Summary
    sayBusy(summary)
    if (job.kind === 'posts') refuseStrangers(summary, job)
    return summary
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was sent again is told, as the figures have the waiting in them. */
function sayBusy({ statuses }: Summary): void {
  const { 503: busy = 0 } = statuses
  if (busy > 0) console.error(`The server was busy ${busy} times: this machine has much else to do`)
}

function refuseStrangers({ statuses, count }: Summary, { expect }: Job & { kind: 'posts' }): void {
  const strangers = Object.keys(statuses)
    .map(Number)
    .filter((status) => status !== expect && status !== 503)
  if (strangers.length > 0 || statuses[expect] !== count)
    throw new Error(`Answers other than ${expect}: ${JSON.stringify(statuses)}`)
}
