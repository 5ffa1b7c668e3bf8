/** The Workers entry: `fetch` and `scheduled`. */
import { createApp, sweep } from '../app.ts'
import type { Ports } from '../ports.ts'
import script from '../web/assets/enhance.js'
import style from '../web/assets/style.css'
import { type Bindings, workerPorts } from './worker-ports.ts'

const assets: Ports['assets'] = { style, script }
const app = createApp((env) => workerPorts(env as Bindings, assets))

export default {
  fetch: (request: Request, env: Bindings, context: unknown) => app.fetch(request, env, context as never),
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    await sweep(await workerPorts(env, assets))
  },
}
