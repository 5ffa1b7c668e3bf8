/** `npm start` of a demonstration: the service with pretended providers, and links for every role in the terminal. */
import type { Config } from '../src/config.ts'
import { openNode } from '../src/entry/node-ports.ts'
import { hasProvider } from '../src/entry/payers.ts'
import { run, serve } from '../src/entry/serve.ts'
import { openFirstStudy } from '../src/journey/setup/first-study.ts'
import type { Ports } from '../src/ports.ts'
import { welcome } from './demonstration.ts'
import { openPretended } from './sandbox-servers.ts'

/** In a demonstration nobody waits a minute for money. */
const sweepEveryMs = 5_000

run(async () => {
  const { ports: opened, config, close: closeNode } = await openNode(process.env)
  const pretended = await pretendedFor(config, opened)
  const ports: Ports = { ...opened, payers: pretended?.payers ?? opened.payers }
  await serve({
    ports,
    port: config.PORT,
    sweepEveryMs,
    beforeSweep: async () => pretended?.tick(),
    welcome: async () => welcome(ports, config, await openFirstStudy(ports), pretended?.addresses),
    async close() {
      await pretended?.close()
      await closeNode()
    },
  })
})

/** A demonstration without a provider gets pretended ones: with a real one beside them, nobody could tell what is paid. */
async function pretendedFor(config: Config, { clock, ids }: Ports) {
  if (hasProvider(config)) return null
  return openPretended({ service: `http://127.0.0.1:${config.PORT}`, origin: config.ORIGIN, clock, ids })
}
