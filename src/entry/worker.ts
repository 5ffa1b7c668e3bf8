/** The Workers entry: `fetch` and `scheduled`. */
import { createFrame } from '../app/frame.ts'
import { isStaffPath } from '../app/staff-paths.ts'
import { studentRoutes } from '../app/students.ts'
import script from '../platform/http/assets/enhance.js'
import style from '../platform/http/assets/style.css'
import wechat from '../platform/http/assets/wechat.js'
import { logFailure } from '../platform/http/failure.ts'
import type { Ports } from '../ports.ts'
import { type Bindings, workerPorts } from './worker-ports.ts'

/** What only staff pages name comes with their half. */
const assets: Ports['assets'] = { style, script, wechat, staff: '', upload: '' }
const portsWith = (all: Ports['assets']) => (env: unknown) => workerPorts(env as Bindings, all)
const students = createFrame(studentRoutes, portsWith(assets))
let staffs: typeof students | undefined

/** Staff wait for their half once after a start, so that no student ever does. */
async function appFor(request: Request): Promise<typeof students> {
  if (!isStaffPath(new URL(request.url).pathname)) return students
  if (staffs === undefined) {
    const [{ assertGuarded, staffRoutes }, staff, upload] = await Promise.all([
      import('../app/staff.ts'),
      import('../platform/http/assets/staff.css'),
      import('../platform/http/assets/upload.js'),
    ])
    const all = { ...assets, staff: staff.default, upload: upload.default }
    const app = createFrame(staffRoutes, portsWith(all))
    assertGuarded(app.routes)
    staffs = app
  }
  return staffs
}

export default {
  async fetch(request: Request, env: Bindings, context: unknown): Promise<Response> {
    return (await appFor(request)).fetch(request, env, context as never)
  },
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    const ports = await workerPorts(env, assets)
    const { sweep } = await import('../app/staff.ts')
    await sweep(ports).catch((error: Error) => {
      logFailure(ports, error, { work: 'sweep' })
      // The runtime counts a run that throws as failed, and would log what it throws as it is.
      throw new Error('The sweep failed: its log line says why.')
    })
  },
}
