/** Compression on Node: a whole text at once and beside the main thread, which costs far less than a stream of it. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { AppEnv } from '../ports.ts'

const gzipped = promisify(gzip)
const pages = /^text\/(html|css|javascript)\b|^application\/(problem\+)?json\b/
const streams = /^text\/csv\b/
const asStream = compress()

/** Sends pages, assets and JSON with gzip to whoever takes it, and exports as a stream. */
export const compressed: MiddlewareHandler<AppEnv> = async function compressed(c, next) {
  await next()
  const { headers, status } = c.res
  const type = headers.get('content-type') ?? ''
  if (streams.test(type)) return asStream(c, async () => undefined)
  if (!pages.test(type)) return
  headers.append('Vary', 'Accept-Encoding')
  if (c.req.method === 'HEAD' || !takesGzip(c.req.header('accept-encoding') ?? '')) return
  const body = await gzipped(await c.res.arrayBuffer())
  headers.set('Content-Encoding', 'gzip')
  headers.delete('Content-Length')
  // Set over another, a response takes on its headers one by one.
  c.res = undefined
  c.res = new Response(body, { status, headers })
}

function takesGzip(accepted: string): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)
}
