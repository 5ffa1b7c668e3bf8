/** The figures as the tables of docs/benchmarks.md. */
import { cpus, totalmem } from 'node:os'
import type { Flushes } from './flushes.ts'
import type { RawRun } from './raw.ts'
import type { Sizes } from './sizes.ts'
import type { Summary } from './summary.ts'
import type { WorkerFigures } from './worker.ts'

export interface Figures {
  one: Summary
  eight: Summary
  most: Summary
  empty: Summary
  /** Of students without scripts, and of those whose pages are answered with the next one. */
  paths: Summary
  scripted: Summary
  sizes: Sizes
  flushes: Flushes[]
  rawOne: RawRun
  rawMany: RawRun
  worker: WorkerFigures
  /** How many responses the sweep looked at beside the submissions at 1, 8 and 32 connections. */
  looks: number[]
  /** Statements of one submission's write. */
  statements: number
  /** The server's processor time for one submission at 32 connections; null where the system does not tell. */
  cpuMilliseconds: number | null
  /** The whole run. */
  seconds: number
  /** How many processes wanted to run in the minute before it; the machine should have been idle. */
  loadBefore: number
}

const whole = (n: number) => Math.round(n).toLocaleString('en')
const short = (n: number) => (n < 10 ? n.toFixed(2) : n.toFixed(1))
const kilobytes = (n: number) => `${(n / 1000).toFixed(1)} kB`
const percent = (n: number) => `${Math.round(n * 100)} %`

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Everything in Markdown. */
export function report(figures: Figures): string {
  return [machine(figures), speeds(figures), ratios(figures), flushes(figures), sizes(figures), verdicts(figures)].join(
    '\n\n',
  )
}

function machine({ seconds, loadBefore, looks }: Figures): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  return (
    `${cpus().length} cores (${model}), ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}; ` +
    `server and load driver on the same cores; the whole run took ${whole(seconds)} s. Load of the machine before it: ${loadBefore.toFixed(1)}. ` +
    `Beside the submissions at 1, 8 and 32 connections the sweep looked at ${looks.map(whole).join(', ')} responses, in the same process.`
  )
}

function speeds({ one, eight, most, empty, paths, scripted, rawOne, rawMany, statements }: Figures): string {
  const row = (what: string, connections: string, { count, perSecond, p50, p95, p99 }: Summary) => [
    what,
    connections,
    whole(count),
    whole(perSecond),
    short(p50),
    short(p95),
    short(p99),
  ]
  const raw = (what: string, { count, perSecond, p99 }: RawRun) => [
    what,
    '–',
    whole(count),
    whole(perSecond),
    '–',
    '–',
    `${short(p99)} a transaction`,
  ]
  return table(
    ['what', 'connections', 'count', 'per second', 'p50 ms', 'p95 ms', 'p99 ms'],
    [
      row('complete submissions (final POST), durable', '1', one),
      row('complete submissions (final POST), durable', '8', eight),
      row('complete submissions (final POST), durable', '32', most),
      row('empty POST to the same server', '32', empty),
      row('whole student paths', '32', paths),
      row('whole student paths, sent by the script of their pages', '32', scripted),
      raw(`raw better-sqlite3, the same ${statements} statements, one submission a transaction`, rawOne),
      raw(`raw better-sqlite3, the same ${statements} statements, 32 submissions a transaction`, rawMany),
    ],
  )
}

function ratios({ one, most, empty, rawOne, rawMany, cpuMilliseconds }: Figures): string {
  return table(
    ['ratio', 'value'],
    [
      ['submissions at 32 connections : raw in groups of 32', percent(most.perSecond / rawMany.perSecond)],
      ['submissions at 1 connection : raw one by one', percent(one.perSecond / rawOne.perSecond)],
      ['submissions at 32 connections : empty POSTs', percent(most.perSecond / empty.perSecond)],
      ['submissions at 32 connections : at 1', `${(most.perSecond / one.perSecond).toFixed(1)} times`],
      [
        "server's processor time for one submission",
        cpuMilliseconds === null ? 'not known' : `${short(cpuMilliseconds)} ms`,
      ],
    ],
  )
}

function flushes({ flushes }: Figures): string {
  const rows = flushes.map(({ connections, submissions, flushes, how }) => [
    String(connections),
    whole(submissions),
    whole(flushes),
    short(submissions / flushes),
    how,
  ])
  return table(['connections', 'submissions', 'disk flushes', 'submissions a flush', 'counted'], rows)
}

function sizes({ sizes, worker }: Figures): string {
  const { style, script, pages, survey } = sizes
  return table(
    ['compressed size', 'bodies', 'with response headers'],
    [
      ...pages.map(({ name, page, withAssets, heads }) => [
        `${name} with all it needs (page ${kilobytes(page)}, style ${kilobytes(style)}, script ${kilobytes(script)})`,
        kilobytes(withAssets),
        kilobytes(withAssets + heads),
      ]),
      [
        `the whole survey, ${survey.requests} requests`,
        kilobytes(survey.bodies),
        kilobytes(survey.bodies + survey.heads),
      ],
      [
        'the Worker, what a start evaluates',
        kilobytes(worker.start.gzipBytes),
        `${kilobytes(worker.start.bytes)} unpacked`,
      ],
      [
        'the Worker, with the half of the staff',
        kilobytes(worker.whole.gzipBytes),
        `${kilobytes(worker.whole.bytes)} unpacked`,
      ],
    ],
  )
}

function verdicts({ most, rawMany, scripted, sizes, worker }: Figures): string {
  const first = Math.max(...sizes.pages.map(({ withAssets }) => withAssets))
  const row = (what: string, reach: string, got: string, reached: boolean) => [
    what,
    reach,
    got,
    reached ? 'yes' : '**no**',
  ]
  return table(
    ['goal', 'reach', 'got', 'reached'],
    [
      row(
        'submissions against raw groups of 32',
        '33 %',
        percent(most.perSecond / rawMany.perSecond),
        most.perSecond >= rawMany.perSecond / 3,
      ),
      row('submissions a second at 32 connections', 'aim 5,000', whole(most.perSecond), most.perSecond >= 5000),
      row('p99 of a submission at 32 connections', 'under 50 ms', `${short(most.p99)} ms`, most.p99 < 50),
      row(
        'whole student paths a second, with scripts',
        'aim 200',
        whole(scripted.perSecond),
        scripted.perSecond >= 200,
      ),
      row('first page with everything it needs', '14 kB', kilobytes(first), first <= 14_000),
      row('the whole survey', '40 kB', kilobytes(sizes.survey.bodies), sizes.survey.bodies <= 40_000),
      row(
        'what a start of the Worker evaluates, gzip',
        '215 kB',
        kilobytes(worker.start.gzipBytes),
        worker.start.gzipBytes <= 215_000,
      ),
      row(
        "the Worker's start, processor time",
        'under 50 ms',
        `${short(worker.startMilliseconds)} ms`,
        worker.startMilliseconds < 50,
      ),
    ],
  )
}
