/**
 * `npm run bench -- --before DIR` runs the bench of another checkout, as it is there, and this one's in turn, so that the
 * machine's mood cancels out, and prints what both came to beside each other: one table of before, after and their ratio.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { timeBuilt } from './start.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const say = (text: string) => process.stderr.write(`${text}\n`)

/** Figures by what they are of. */
type Read = Map<string, number>

/** Runs both so many times, the other one first. @returns Markdown */
export async function compare(before: string, rounds: number, isQuick: boolean): Promise<string> {
  const folders = [resolve(before), here] as const
  const runs: [Read[], Read[]] = [[], []]
  for (let round = 1; round <= rounds; round++) {
    for (const [i, folder] of folders.entries()) {
      say(`Round ${round} of ${rounds}: ${folder}`)
      const read = figuresIn(await reportOf(folder, isQuick))
      const { healthMs, landingMs, cpuMs } = await timeBuilt(folder, isQuick ? 1 : 5)
      read.set('start of what is built: first answer of /healthz, ms', healthMs)
      read.set('start of what is built: first landing page, ms', landingMs)
      if (cpuMs !== null) read.set('start of what is built: processor time by then, ms', cpuMs)
      runs[i as 0 | 1].push(read)
    }
  }
  const names = [...new Set(runs.flat().flatMap((read) => [...read.keys()]))]
  const rows = names.map((name) => {
    const [one, other] = runs.map((reads) => median(reads.flatMap((read) => read.get(name) ?? [])))
    const ratio = one === undefined || other === undefined || one === 0 ? '–' : (other / one).toFixed(2)
    return `| ${name} | ${one ?? '–'} | ${other ?? '–'} | ${ratio} |`
  })
  return [
    `| what (the middle of ${rounds} in turn) | before | after | after : before |`,
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function median(some: number[]): number | undefined {
  return [...some].sort((a, b) => a - b)[some.length >> 1]
}

/** What the bench of a checkout prints up to its statement, which is measured by itself. */
function reportOf(folder: string, isQuick: boolean): Promise<string> {
  const args = ['--import', './scripts/typescript.mjs', 'bench/run.ts', ...(isQuick ? ['--quick'] : [])]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  let out = ''
  return new Promise((done, fail) => {
    child.stdout.on('data', (text) => {
      out += text
      if (!out.includes('(bench:reconcile)')) return
      // What it has begun goes with it.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    })
    child.once('error', fail)
    child.once('close', () => {
      if (out.includes('| goal |')) done(out)
      else fail(new Error(`The bench in ${folder} did not come to its end.`))
    })
  })
}

/** The figures of the tables of a report: labels without what they count or measure besides. */
function figuresIn(report: string): Read {
  const read: Read = new Map()
  let head: string[] = []
  const keep = (name: string, cell: string | undefined) => {
    const value = Number(/^[\d,.]+/.exec(cell ?? '')?.[0].replaceAll(',', ''))
    if (cell !== undefined && !Number.isNaN(value)) read.set(name, value)
  }
  const lines = report.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  for (const [i, [, what = '', ...cells]] of lines.entries()) {
    if (lines[i + 1]?.[1] === '---') head = [what, ...cells]
    if (what === '' || what === '---' || what === head[0]) continue
    const label = what.replace(/ \(.*?\)| \d+(?= statements)|, \d+ requests/g, '')
    if (head[1] === 'connections') {
      const name = cells[0] === '–' ? label : `${label}, ${cells[0]} at once`
      keep(`${name}: a second`, cells[2])
      keep(`${name}: p99 ms`, cells[5])
    } else if (head[0] === 'ratio' || head[0] === 'compressed size') {
      keep(`${label}${unitOf(cells[0])}`, cells[0])
    } else if (head[0] === 'goal' && /processor time/.test(label)) {
      keep(`${label}${unitOf(cells[1])}`, cells[1])
    }
  }
  return read
}

/** `, ms` of `81 ms`; nothing where there is none. */
function unitOf(cell = ''): string {
  const unit = /^[\d,.]+ (\S+)/.exec(cell)?.[1]
  return unit === undefined ? '' : `, ${unit}`
}
