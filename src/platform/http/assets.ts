/** The style sheet and the scripts at addresses that change with their content, so that they may be kept for ever. */
import { Hono } from 'hono'
import type { AppEnv, Ports } from '../../ports.ts'
import { fingerprint } from '../crypto/fingerprint.ts'

type Assets = Ports['assets']
const urls = new WeakMap<Assets, Assets>()

/** Where pages find the style sheet and the scripts. */
export function assetUrls(assets: Assets): Assets {
  const known = urls.get(assets)
  if (known !== undefined) return known
  const made = {
    style: `/assets/${fingerprint(assets.style).toString(36)}.css`,
    staff: `/assets/staff-${fingerprint(assets.staff).toString(36)}.css`,
    script: `/assets/${fingerprint(assets.script).toString(36)}.js`,
    wechat: `/assets/${fingerprint(assets.wechat).toString(36)}.js`,
    upload: `/assets/staff-${fingerprint(assets.upload).toString(36)}.js`,
  }
  urls.set(assets, made)
  return made
}

const forEver = 'public, max-age=31536000, immutable'

/** `GET /assets/:file`. */
export const assetRoutes = new Hono<AppEnv>().get('/assets/:file', (c) => {
  const { assets } = c.var.ports
  const { style, staff, script, wechat, upload } = assetUrls(assets)
  const served = (text: string, type: string) =>
    c.body(text, 200, { 'Content-Type': `text/${type}; charset=utf-8`, 'Cache-Control': forEver })
  if (c.req.path === style) return served(assets.style, 'css')
  if (c.req.path === staff) return served(assets.staff, 'css')
  if (c.req.path === script) return served(assets.script, 'javascript')
  if (c.req.path === wechat) return served(assets.wechat, 'javascript')
  if (c.req.path === upload) return served(assets.upload, 'javascript')
  return c.notFound()
})
