/** `npm start` of a demonstration: the service with sandbox providers, and links for every role in the terminal. */
import type { Config } from '../src/config.ts'
import { dataDirectoryOf, openNode } from '../src/entry/node-ports.ts'
import { hasProvider } from '../src/entry/payers.ts'
import { rememberOrigin } from '../src/entry/remembered-origin.ts'
import { run, serve } from '../src/entry/serve.ts'
import type { Ports } from '../src/ports.ts'
import { welcome } from './demonstration.ts'
import { openSomeDaysAgo } from './opened.ts'
import { startSandboxes } from './sandbox-servers.ts'

/** In a demonstration nobody waits a minute for money. */
const sweepEveryMs = 5_000

run(async () => {
  const opening = await openNode(process.env, { serve: true })
  const { ports: opened, config, telemetry, handedOver, tryWrite, close: closeNode } = opening
  const sandbox = await sandboxesFor(config, opened)
  const ports: Ports = { ...opened, payers: sandbox?.payers ?? opened.payers }
  await serve({
    ports,
    host: config.HOST,
    port: config.PORT,
    sweepEveryMs,
    telemetry,
    handedOver,
    tryWrite,
    beforeSweep: async () => sandbox?.tick(),
    async welcome() {
      rememberOrigin(dataDirectoryOf(config), config.ORIGIN)
      return welcome(ports, config, await openSomeDaysAgo(ports), sandbox?.addresses)
    },
    async close() {
      await sandbox?.close()
      await closeNode()
    },
  })
})

/** A demonstration without a provider gets sandboxes: with a real one beside them, nobody could tell what is paid. */
async function sandboxesFor(config: Config, { clock, ids }: Ports) {
  if (hasProvider(config)) return null
  return startSandboxes({ service: `http://127.0.0.1:${config.PORT}`, origin: config.ORIGIN, clock, ids })
}
