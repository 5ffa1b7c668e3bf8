/** The Node entry: opens everything and serves. `npm start` comes here with MODE=production, and else to demo/start.ts. */
import cluster from 'node:cluster'
import { readConfig } from '../config.ts'
import { openWriter } from '../platform/db/sqlite-file/writer.ts'
import type { Family } from '../platform/metrics/exposition.ts'
import { listStudies } from '../survey/studies/store.ts'
import { databaseFileOf, dataDirectoryOf, openNode } from './node-ports.ts'
import { rememberOrigin } from './remembered-origin.ts'
import { run, serve } from './serve.ts'
import { howStaffGetIn, whereItIs } from './welcome.ts'
import { gatherFromPrimary } from './workers/gather-metrics.ts'
import { startWorkers, workersOf } from './workers/primary.ts'
import { primaryLink } from './workers/primary-link.ts'

const sweepEveryMs = 60_000

run(async () => {
  const count = cluster.isPrimary ? workersOf(readConfig(process.env)) : 1
  const isOneOfSeveral = cluster.isWorker
  let own: () => Family[] = () => []
  const { ports, config, telemetry, handedOver, tryWrite, close } = await openNode(process.env, {
    serve: true,
    ...(isOneOfSeveral ? { writer: primaryLink } : {}),
    gather: isOneOfSeveral
      ? gatherFromPrimary
      : (families) => {
          own = families
          return async () => families()
        },
  })
  if ((await listStudies(ports.db, ports.clock.now())).length === 0) {
    await close()
    throw new Error('There is no study yet: `npm run set-up` opens the first one, once.')
  }
  async function welcome() {
    rememberOrigin(dataDirectoryOf(config), config.ORIGIN)
    return [...(await whereItIs(ports)), ...howStaffGetIn]
  }
  if (count > 1) {
    const lines = await welcome()
    startWorkers({
      count,
      writer: config.DATABASE_URL === undefined ? openWriter(databaseFileOf(config), 5_000) : null,
      ready: () => process.stdout.write(`${lines.join('\n')}\n`),
      measured: () => own(),
      close,
    })
    return
  }
  await serve({
    ports,
    host: config.HOST,
    port: config.PORT,
    sweepEveryMs,
    telemetry,
    handedOver,
    tryWrite,
    close,
    welcome: isOneOfSeveral ? async () => [] : welcome,
  })
})
