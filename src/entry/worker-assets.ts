/** The style sheets and the scripts on Workers: each is a module beside the start, loaded when it is first asked for. */
import type { Asset, AssetName } from '../ports.ts'

const asset = (name: AssetName, load: () => Promise<{ default: string }>): Asset => ({
  // Written in by the build, which knows the texts.
  version: ASSET_VERSIONS[name],
  text: async () => (await load()).default,
})

export const assets: Record<AssetName, Asset> = {
  style: asset('style', () => import('../platform/http/assets/style.css')),
  staff: asset('staff', () => import('../platform/http/assets/staff.css')),
  script: asset('script', () => import('../platform/http/assets/enhance.js')),
  wechat: asset('wechat', () => import('../platform/http/assets/wechat.js')),
  upload: asset('upload', () => import('../platform/http/assets/upload.js')),
  worker: asset('worker', () => import('../platform/http/assets/worker.js')),
}
