/** The Workers entry: `fetch` and `scheduled`. */
import { createApp, sweep } from '../app.ts'
import type { Ports } from '../ports.ts'
import script from '../web/assets/enhance.js'
import staff from '../web/assets/staff.css'
import style from '../web/assets/style.css'
import upload from '../web/assets/upload.js'
import wechat from '../web/assets/wechat.js'
import { logFailure } from '../web/failure.ts'
import { type Bindings, workerPorts } from './worker-ports.ts'

const assets: Ports['assets'] = { style, staff, script, wechat, upload }
const app = createApp((env) => workerPorts(env as Bindings, assets))

export default {
  fetch: (request: Request, env: Bindings, context: unknown) => app.fetch(request, env, context as never),
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    const ports = await workerPorts(env, assets)
    await sweep(ports).catch((error: Error) => {
      logFailure(ports, error, { work: 'sweep' })
      // The runtime counts a run that throws as failed, and would log what it throws as it is.
      throw new Error('The sweep failed: its log line says why.')
    })
  },
}
