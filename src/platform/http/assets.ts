/** The style sheets and the scripts at addresses that change with their content, so that they may be kept for ever. */
import { Hono } from 'hono'
import type { AppEnv, AssetName, Ports } from '../../ports.ts'

/** Where each lies: its kind, and whether only staff load it. */
const kinds: Record<Exclude<AssetName, 'worker'>, 'css' | 'js' | 'staff-css' | 'staff-js'> = {
  style: 'css',
  staff: 'staff-css',
  script: 'js',
  'words-en': 'js',
  'words-zh-Hans': 'js',
  'words-zh-Hant': 'js',
  wechat: 'js',
  upload: 'staff-js',
  frame: 'staff-js',
  proof: 'js',
  editor: 'staff-js',
  'editor-style': 'staff-css',
  setup: 'staff-js',
  live: 'staff-js',
}
type Served = keyof typeof kinds
const served = Object.keys(kinds) as Served[]

const known = new WeakMap<Ports['assets'], Record<Served, string>>()

/** Where pages find the style sheets and the scripts. */
export function assetUrls(assets: Ports['assets']): Record<Served, string> {
  const urls = known.get(assets) ?? urlsOf(assets)
  known.set(assets, urls)
  return urls
}

function urlsOf(assets: Ports['assets']): Record<Served, string> {
  const urls = served.map((name) => {
    const [end, staff] = kinds[name].split('-').reverse()
    return [name, `/assets/${staff ? 'staff-' : ''}${assets[name].version}.${end}`]
  })
  return Object.fromEntries(urls) as Record<Served, string>
}

const forEver = 'public, max-age=31536000, immutable'

/** `GET /assets/:file`. Whoever asks again for what is kept is told that it has not changed, whatever the coding. */
export const assetRoutes = new Hono<AppEnv>().get('/assets/:file', async (c) => {
  const { assets } = c.var.ports
  const urls = assetUrls(assets)
  const name = served.find((one) => urls[one] === c.req.path)
  if (name === undefined) return c.notFound()
  const tag = `W/"${assets[name].version}"`
  const headers = { ETag: tag, 'Cache-Control': forEver }
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers)
  const type = kinds[name].endsWith('css') ? 'css' : 'javascript'
  return c.body(await assets[name].text(), 200, {
    ...headers,
    'Content-Type': `text/${type}; charset=utf-8`,
  })
})
