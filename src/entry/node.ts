/** The Node entry: opens everything, listens, sweeps regularly, and on a signal finishes what is in flight. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { setUp, welcome } from '../../demo/demonstration.ts'
import { openPretended } from '../../demo/sandbox-servers.ts'
import { createApp, sweep } from '../app/app.ts'
import type { Config } from '../config.ts'
import { logFailure } from '../platform/http/failure.ts'
import type { Ports } from '../ports.ts'
import { compressed } from './compressed.ts'
import { ignoreEpipe } from './ignore-epipe.ts'
import { openNode } from './node-ports.ts'
import { hasProvider } from './payers.ts'
import { stopper } from './stop.ts'

/** In a demonstration nobody waits a minute for money. */
const sweepEveryMs = { demo: 5_000, production: 60_000 }

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
}

/** @param before what is done in front of each sweep */
function sweepRegularly(ports: Ports, everyMs: number, before: () => Promise<void>): NodeJS.Timeout {
  let isAtIt = false
  return setInterval(async () => {
    if (isAtIt) return
    isAtIt = true
    try {
      await before()
      await sweep(ports)
    } catch (error) {
      logFailure(ports, error as Error, { work: 'sweep' })
    } finally {
      isAtIt = false
    }
  }, everyMs)
}

/** A demonstration without a provider gets pretended ones: with a real one beside them, nobody could tell what is paid. */
async function pretendedFor(config: Config, { clock, ids }: Ports) {
  if (config.MODE !== 'demo' || hasProvider(config)) return null
  return openPretended({ service: `http://127.0.0.1:${config.PORT}`, origin: config.ORIGIN, clock, ids })
}

function stopOnSignal(server: Server, timer: NodeJS.Timeout, close: () => Promise<void>): void {
  const stop = stopper(server, () => {
    clearInterval(timer)
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function main(): Promise<void> {
  ignoreEpipe()
  const { ports: opened, config, close: closeNode } = await openNode(process.env)
  const pretended = await pretendedFor(config, opened)
  const ports: Ports = { ...opened, payers: pretended?.payers ?? opened.payers }
  const close = async () => {
    await pretended?.close()
    await closeNode()
  }
  const app = createApp(() => ports, compressed)
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)))
  try {
    await listen(server, config.PORT)
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${config.PORT} is taken: stop what listens there, or choose another with PORT=…`)
  }
  const isNew = await setUp(ports)
  process.stdout.write(`${(await welcome(ports, config, isNew, pretended?.addresses)).join('\n')}\n`)
  const timer = sweepRegularly(ports, sweepEveryMs[config.MODE], async () => pretended?.tick())
  stopOnSignal(server, timer, close)
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
