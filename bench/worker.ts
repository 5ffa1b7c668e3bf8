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

/**
 * Times what V8 does with the texts: node's own start, and how it looks for files, are none of a Worker's. Each module is
 * read, compiled, linked and evaluated once.
 */
const timed = `
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SourceTextModule } from 'node:vm'
const [, main] = process.argv
const modules = new Map()
let passed = 0
const timing = async (work) => {
  const began = process.cpuUsage()
  const made = await work()
  const { user, system } = process.cpuUsage(began)
  passed += (user + system) / 1000
  return made
}
const read = async (name) => {
  const text = readFileSync(join(dirname(main), name), 'utf8')
  const made = await timing(() => new SourceTextModule(text, { identifier: name }))
  modules.set(name, made)
  for (const { specifier } of made.moduleRequests) if (!modules.has(specifier)) await read(specifier)
  return made
}
const start = await read('./worker.js')
await timing(() => start.link((name) => modules.get(name)))
await timing(() => start.evaluate())
console.log(passed)
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
  const ran = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', timed, main],
    { encoding: 'utf8' },
  )
  if (ran.status !== 0) throw new Error(`The Worker does not start: ${ran.stderr}`)
  return Number(ran.stdout)
}
