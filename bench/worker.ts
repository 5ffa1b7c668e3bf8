/** The Worker as it would be deployed: how large, and how much work it is to start. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWorker, type Size } from '../test/support/setup/worker.ts'

export interface WorkerFigures {
  start: Size
  whole: Size
  /** Processor milliseconds, the median of five: compiling and running the start's top level in a fresh V8. */
  startMilliseconds: number
}

/** Times the import alone: node's own start is over by then. */
const timed = `
const began = process.cpuUsage()
await import(process.argv[1])
const { user, system } = process.cpuUsage(began)
console.log((user + system) / 1000)
`

export async function measureWorker(): Promise<WorkerFigures> {
  const { manifest, start, whole } = await buildWorker()
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-worker-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const [name, { contents }] of Object.entries(manifest.modules)) writeFileSync(join(folder, name), contents)
    const main = join(folder, manifest.mainModule)
    const times = Array.from({ length: 5 }, () => startOnce(main)).sort((a, b) => a - b)
    return { start, whole, startMilliseconds: times[2] ?? 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function startOnce(main: string): number {
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', timed, main], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`The Worker does not start: ${ran.stderr}`)
  return Number(ran.stdout)
}
