/** The Node entry: opens everything and serves. `npm start` comes here with MODE=production, and else to demo/start.ts. */
import { listStudies } from '../survey/studies/store.ts'
import { dataDirectoryOf, openNode } from './node-ports.ts'
import { rememberOrigin } from './remembered-origin.ts'
import { run, serve } from './serve.ts'
import { howStaffGetIn, whereItIs } from './welcome.ts'

const sweepEveryMs = 60_000

run(async () => {
  const { ports, config, telemetry, tryWrite, close } = await openNode(process.env, { serve: true })
  if ((await listStudies(ports.db, ports.clock.now())).length === 0) {
    await close()
    throw new Error('There is no study yet: `npm run set-up` opens the first one, once.')
  }
  await serve({
    ports,
    host: config.HOST,
    port: config.PORT,
    sweepEveryMs,
    telemetry,
    tryWrite,
    close,
    async welcome() {
      rememberOrigin(dataDirectoryOf(config), config.ORIGIN)
      return [...(await whereItIs(ports)), ...howStaffGetIn]
    },
  })
})
