/** The Workers entry: `fetch` and `scheduled`. */
import { createFrame } from '../app/frame.ts'
import { isStaffPath } from '../app/staff-paths.ts'
import { studentRoutes } from '../app/students.ts'
import { logFailure } from '../platform/http/failure.ts'
import type { Asset, AssetName } from '../ports.ts'
import { type Bindings, workerPorts } from './worker-ports.ts'

/** The style sheets and the scripts: each is a module beside the start, loaded when it is first asked for. */
const asset = (name: AssetName, load: () => Promise<{ default: string }>): Asset => ({
  // Written in by the build, which knows the texts.
  version: ASSET_VERSIONS[name],
  text: async () => (await load()).default,
})

const assets: Record<AssetName, Asset> = {
  style: asset('style', () => import('../platform/http/assets/style.css')),
  staff: asset('staff', () => import('../platform/http/assets/staff.css')),
  script: asset('script', () => import('../platform/http/assets/enhance.js')),
  'words-en': asset('words-en', () => import('../platform/http/assets/words-en.js')),
  'words-zh-Hans': asset('words-zh-Hans', () => import('../platform/http/assets/words-zh-Hans.js')),
  'words-zh-Hant': asset('words-zh-Hant', () => import('../platform/http/assets/words-zh-Hant.js')),
  wechat: asset('wechat', () => import('../platform/http/assets/wechat.js')),
  upload: asset('upload', () => import('../platform/http/assets/staff/upload.js')),
  frame: asset('frame', () => import('../platform/http/assets/staff/frame.js')),
  proof: asset('proof', () => import('../platform/http/assets/proof.js')),
  editor: asset('editor', () => import('../platform/http/assets/editor/editor.js')),
  setup: asset('setup', () => import('../platform/http/assets/staff/setup.js')),
  live: asset('live', () => import('../platform/http/assets/staff/live.js')),
  'editor-style': asset('editor-style', () => import('../platform/http/assets/editor/editor.css')),
  worker: asset('worker', () => import('../platform/http/assets/worker.js')),
}

const ports = (env: unknown) => workerPorts(env as Bindings, assets)
const students = createFrame(studentRoutes, ports)
let staffs: typeof students | undefined

/** Staff wait for their half once after a start, so that no student ever does. */
async function appFor(request: Request): Promise<typeof students> {
  if (!isStaffPath(new URL(request.url).pathname)) return students
  if (staffs === undefined) {
    const { assertGuarded, staffRoutes } = await import('../app/staff.ts')
    const app = createFrame(staffRoutes, ports)
    assertGuarded(app.routes)
    staffs = app
  }
  return staffs
}

/** Of the runtime: what goes through it must come to this length, or whoever reads sees it break off. */
declare const FixedLengthStream: new (length: number) => TransformStream<Uint8Array, Uint8Array>

/** A file with its length: the runtime drops that header for any other stream, and a file cut short would look whole. */
function withLength(reply: Response): Response {
  const length = reply.headers.get('content-length')
  if (length === null || reply.body === null) return reply
  return new Response(reply.body.pipeThrough(new FixedLengthStream(Number(length))), reply)
}

export default {
  async fetch(request: Request, env: Bindings, context: unknown): Promise<Response> {
    return withLength(await (await appFor(request)).fetch(request, env, context as never))
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
