/** The style sheet and the script at addresses that change with their content, so that they may be kept for ever. */
import { Hono } from 'hono'
import type { AppEnv, Ports } from '../ports.ts'
import { fingerprint } from './fingerprint.ts'

type Assets = Ports['assets']
const urls = new WeakMap<Assets, { style: string; script: string }>()

/** Where pages find the style sheet and the script. */
export function assetUrls(assets: Assets): { style: string; script: string } {
  const known = urls.get(assets)
  if (known !== undefined) return known
  const made = {
    style: `/assets/${fingerprint(assets.style).toString(36)}.css`,
    script: `/assets/${fingerprint(assets.script).toString(36)}.js`,
  }
  urls.set(assets, made)
  return made
}

const forEver = 'public, max-age=31536000, immutable'

/** `GET /assets/:file`. */
export const assetRoutes = new Hono<AppEnv>().get('/assets/:file', (c) => {
  const { assets } = c.var.ports
  const { style, script } = assetUrls(assets)
  const path = c.req.path
  if (path === style)
    return c.body(assets.style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forEver })
  if (path === script)
    return c.body(assets.script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': forEver })
  return c.notFound()
})
