/** Compression on Node: a whole text at once and beside the main thread, which costs far less than a stream of it. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { AppEnv } from '../ports.ts'

type Coding = 'br' | 'gzip'
type Packed = Buffer<ArrayBuffer>

const gzipped = promisify(gzip)
const brotli = promisify(brotliCompress)
const pages = /^text\/(html|css|javascript)\b|^application\/(problem\+)?json\b/
const streams = /^text\/csv\b/
const asStream = compress()

/** A fifth smaller than gzip in the time that gzip takes; above it pages cost more and are hardly smaller. */
const qualityOfPages = 5
const qualityOfAssets = constants.BROTLI_MAX_QUALITY

/** Assets never change at their address: each is packed once, as small as it gets. */
const packedAssets = new Map<string, Promise<Packed>>()

/** Sends pages, assets and JSON with Brotli, or with gzip, to whoever takes it, and exports as a stream. */
export const compressed: MiddlewareHandler<AppEnv> = async function compressed(c, next) {
  await next()
  const { headers, status } = c.res
  const type = headers.get('content-type') ?? ''
  if (streams.test(type)) return asStream(c, async () => undefined)
  if (!pages.test(type)) return
  headers.append('Vary', 'Accept-Encoding')
  const coding = c.req.method === 'HEAD' ? undefined : codingFor(c.req.header('accept-encoding') ?? '')
  if (coding === undefined) return
  const isAsset = status === 200 && headers.get('cache-control')?.includes('immutable') === true
  const text = await c.res.arrayBuffer()
  const body = isAsset ? await asset(c.req.path, coding, text) : await packed(coding, text, qualityOfPages)
  headers.set('Content-Encoding', coding)
  headers.delete('Content-Length')
  // Set over another, a response takes on its headers one by one.
  c.res = undefined
  c.res = new Response(body, { status, headers })
}

function asset(path: string, coding: Coding, text: ArrayBuffer): Promise<Packed> {
  const key = `${coding} ${path}`
  const known = packedAssets.get(key) ?? packed(coding, text, qualityOfAssets)
  packedAssets.set(key, known)
  return known
}

function packed(coding: Coding, text: ArrayBuffer, quality: number): Promise<Packed> {
  if (coding === 'gzip') return gzipped(text)
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength }
  return brotli(text, { params })
}

function codingFor(accepted: string): Coding | undefined {
  return (['br', 'gzip'] as const).find((coding) =>
    new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted),
  )
}
