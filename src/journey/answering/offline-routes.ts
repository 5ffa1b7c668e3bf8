/** The script that shows the pages of a response in progress without a connection, for as long as it is in progress. */
import { type Context, Hono } from 'hono'
import { fingerprint } from '../../platform/crypto/fingerprint.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { contentPolicy } from '../../platform/http/safety.ts'
import type { AppEnv } from '../../ports.ts'
import { paths } from '../paths.ts'

/** Its address in this study, which changes with each release: what an older one has put aside goes with it. */
export function offlineWorker(c: Context<AppEnv>, slug: string): string {
  const { worker, script, style } = c.var.ports.assets
  const version = fingerprint([worker, script, style].map((one) => one.version).join(' '))
  return paths.worker(slug, version.toString(36))
}

export const offlineRoutes = new Hono<AppEnv>().get('/s/:study/p/:file{worker-[a-z0-9]+.js}', async (c) => {
  if (c.req.path !== offlineWorker(c, c.req.param('study'))) return refuse(c, 'not_found')
  const text = await c.var.ports.assets.worker.text()
  const policy = JSON.stringify(contentPolicy())
  const worker = text.replace(/(["'])POLICY\1/, () => policy)
  return c.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
})
