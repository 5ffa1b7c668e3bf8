/** Listening, sweeping regularly, and on a signal finishing what is in flight: the same for every start on Node. */
import cluster from 'node:cluster'
import { performance } from 'node:perf_hooks'
import { getRequestListener } from '@hono/node-server'
import { migrationNames } from '../../schema/migration-names.ts'
import { createApp, sweep } from '../app/app.ts'
import { whyNotCurrent } from '../platform/db/migrations.ts'
import { candidate, type ElectionCandidate, sweepPart } from '../platform/elections/elect.ts'
import { logFailure } from '../platform/http/failure.ts'
import type { Ports } from '../ports.ts'
import { compressed } from './compressed.ts'
import { collectEarly } from './garbage.ts'
import { ignoreEpipe } from './ignore-epipe.ts'
import { acceptQueue } from './overload/accept-queue.ts'
import { tickMs, watchLateness } from './overload/lateness.ts'
import { shedding } from './overload/shed.ts'
import { limitTogether, listenTogether, mostConnections, type Stoppable, socketsOfPort } from './overload/sockets.ts'
import type { HandedOver } from './results/messages.ts'
import { openResults, type Results } from './results/results.ts'
import { createPatientServer } from './slow.ts'
import { openBackground } from './stopping/background.ts'
import { stopper } from './stopping/stop.ts'
import { consoleIntoLog } from './telemetry/console.ts'
import { observedPayers, type Telemetry } from './telemetry/telemetry.ts'

const firstSweepMs = 2_000
const tryWriteEveryMs = 10_000

export interface Service {
  ports: Ports
  /** A name or an address; `localhost` is 127.0.0.1. */
  host: string
  port: number
  sweepEveryMs: number
  telemetry: Telemetry
  /** For threads that open the database for themselves. */
  handedOver: HandedOver
  /** Tries to write, every ten seconds: a full disk shows although nobody submits anything. */
  tryWrite(): Promise<void>
  /** What is done in front of each sweep. */
  beforeSweep?: () => Promise<void>
  /** Called once it listens: sets up what is missing, and says in lines where it is and how to get in. */
  welcome(): Promise<string[]>
  /** Lets go of everything that was opened for it. */
  close(): Promise<void>
}

/**
 * Serves until a signal comes.
 * @throws Error with one clear line when the port is taken
 */
export async function serve({
  ports: given,
  host,
  port,
  sweepEveryMs,
  telemetry,
  handedOver,
  tryWrite,
  beforeSweep,
  welcome,
  close: closeAll,
}: Service): Promise<void> {
  const background = openBackground()
  const { isStopping } = background
  const ports: Ports = { ...given, payers: observedPayers(given.payers, given.observe), isStopping }
  const shed = shedding(
    ports,
    watchLateness(
      () => performance.now(),
      () => performance.eventLoopUtilization().idle,
    ),
    undefined,
    acceptQueue(port, socketsOfPort, () => taken()),
  )
  ports.load = shed.load
  const results = openResults(ports, handedOver)
  ports.passOn = results.passOn
  const app = createApp(() => ports, ...telemetry.around, shed.handler, compressed)
  const giveBack = consoleIntoLog(ports)
  const close = async () => {
    await results.close()
    await closeAll()
    giveBack()
  }
  const listener = getRequestListener((request, env) => background.track(async () => app.fetch(request, env)))
  const servers = Array.from({ length: socketsOfPort }, () => createPatientServer(listener))
  const taken = limitTogether(servers, mostConnections)
  let listening: Stoppable
  try {
    listening = await listenTogether(servers, host, port)
  } catch (error) {
    await close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new Error(`HOST: this machine has no address ${host}: localhost, 0.0.0.0 (every one) or one that it has.`)
    }
    if (code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken: stop what listens there, or choose another with PORT=…`)
  }
  const lines = await welcome()
  // Of several servers on one database one sweeps; one that is gone is missed for three turns.
  const sweeper = candidate(ports, sweepPart, ports.ids.random(12), 3 * sweepEveryMs)
  // The first one soon, so that a service is known to be ready before a minute has gone by.
  const turns = { firstMs: Math.min(sweepEveryMs, firstSweepMs), everyMs: sweepEveryMs }
  background.repeat(turns, () => sweepIfElected(ports, sweeper, results, beforeSweep))
  background.repeat({ firstMs: tryWriteEveryMs, everyMs: tryWriteEveryMs }, tryWrite)
  const ticking = setInterval(shed.tick, tickMs)
  stopOnSignal(listening, background.stop, async () => {
    clearInterval(ticking)
    if (!(await background.end())) ports.log({ at: ports.clock.now(), warning: 'stop', message: cutOff })
    // What cannot be written now ends by itself.
    await sweeper.resign().catch(() => undefined)
    await close()
  })
  // Whoever reads this may stop it at once.
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}

/** Runs a start; what it throws is one line on standard error and the exit code 1. */
export function run(start: () => Promise<void>): void {
  collectEarly()
  ignoreEpipe()
  start().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}

const cutOff = 'What was going on beside the requests did not end in time, and was cut off: the next start takes it up.'
const known = migrationNames.map((name) => ({ name }))

/** A database that was upgraded beneath this server, as by another one of a newer version, is no longer its to write. */
async function stopWhereUpgraded({ db, log, clock }: Ports): Promise<void> {
  // By the names that this program was built with: the files beside it may be those of a newer one by now.
  const why = await whyNotCurrent(db, known)
  if (why === undefined) return
  process.stderr.write(`${why} This server stops.\n`)
  log({ at: clock.now(), warning: 'schema', message: why })
  process.kill(cluster.isWorker ? process.ppid : process.pid, 'SIGTERM')
}

async function sweepIfElected(
  ports: Ports,
  sweeper: ElectionCandidate,
  { sweepExports: exports }: Results,
  before: Service['beforeSweep'],
): Promise<boolean> {
  try {
    await stopWhereUpgraded(ports)
    if (!(await sweeper.isElected())) return false
    await before?.()
    return await sweep(ports, { exports })
  } catch (error) {
    logFailure(ports, error as Error, { work: 'sweep' })
    return false
  }
}

/** @param begin called at once; `close` is called when no request is in flight any more */
function stopOnSignal(listening: Stoppable, begin: () => void, close: () => Promise<void>): void {
  const finish = stopper(listening, () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  const stop = () => {
    begin()
    finish()
  }
  if (!cluster.isWorker) {
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    return
  }
  // The first one tells the others, who hear a terminal's Ctrl-C and a supervisor's SIGTERM for all as well: that is no second word.
  let isTold = false
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => {
    if (!isTold) stop()
    isTold = true
  })
}
