/** The Node entry: opens everything and serves. `npm start` comes here with MODE=production, and else to demo/start.ts. */
import { openFirstStudy } from '../journey/setup/first-study.ts'
import { dataDirectoryOf, openNode } from './node-ports.ts'
import { rememberOrigin } from './remembered-origin.ts'
import { run, serve } from './serve.ts'
import { howStaffGetIn, whereItIs } from './welcome.ts'

const sweepEveryMs = 60_000

run(async () => {
  const { ports, config, close } = await openNode(process.env)
  await serve({
    ports,
    port: config.PORT,
    sweepEveryMs,
    close,
    async welcome() {
      rememberOrigin(dataDirectoryOf(config), config.ORIGIN)
      await openFirstStudy(ports)
      return [...(await whereItIs(ports)), ...howStaffGetIn]
    },
  })
})
