/** Compression on Node: whole texts at once, pages while they are still texts, assets once for all. */
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { HtmlEscapedCallbackPhase, resolveCallback } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../ports.ts'

type Coding = 'br' | 'gzip'
type Packed = Buffer<ArrayBuffer>

const gzipped = promisify(gzip)
const brotli = promisify(brotliCompress)
const pages = /^text\/(html|css|javascript)\b|^application\/(problem\+)?json\b/
const streams = /^text\/csv\b/
const asStream = compress()
const phase = HtmlEscapedCallbackPhase.Stringify

/** A fifth smaller than gzip in the time that gzip takes; above it pages cost more and are hardly smaller. */
const qualityOfPages = 5
const qualityOfAssets = constants.BROTLI_MAX_QUALITY
/** Pages of students are smaller than this window (64 kB), and a larger one takes longer to set up. */
const windowOfPages = 16

/**
 * Up to this many bytes a text is packed here and now: handing it to a thread costs more than a student's page takes.
 * A larger one would hold others up.
 */
const mostAtOnce = 48 * 1024

/** Where the bytes of a page are written, which its packing is over with before the next page comes: 3 at most for a unit of UTF-16. */
const page = Buffer.allocUnsafeSlow(mostAtOnce)

function bytesOf(text: string): Buffer<ArrayBuffer> {
  return text.length * 3 > page.length ? Buffer.from(text) : page.subarray(0, page.write(text))
}

/** Assets never change at their address: each is packed once, as small as it gets. */
const packedAssets = new Map<string, Promise<Packed>>()

/** Sends pages, assets and JSON with Brotli, or with gzip, to whoever takes it, and exports as a stream. */
export const compressed: MiddlewareHandler<AppEnv> = async function compressed(c, next) {
  const coding = c.req.method === 'HEAD' ? undefined : codingFor(c.req.header('accept-encoding') ?? '')
  if (coding !== undefined) packPages(c, coding)
  await next()
  const { headers, status } = c.res
  // A part of a file is of its bytes as they are.
  if (headers.has('content-encoding') || status === 206) return
  const type = headers.get('content-type') ?? ''
  if (streams.test(type)) return asStream(c, async () => undefined)
  if (!pages.test(type)) return
  headers.append('Vary', 'Accept-Encoding')
  if (coding === undefined) return
  const isAsset = status === 200 && headers.get('cache-control')?.includes('immutable') === true
  const text = new Uint8Array(await c.res.arrayBuffer())
  const body = isAsset ? await asset(c.req.path, coding, text) : await packed(coding, text)
  headers.set('Content-Encoding', coding)
  headers.delete('Content-Length')
  forgetRanges(headers)
  // Set over another, a response takes on its headers one by one.
  c.res = undefined
  c.res = new Response(body, { status, headers })
}

/** Whoever has packed bytes of a file goes on with no bytes of the file itself: its tag stands for no range. */
function forgetRanges(headers: Headers): void {
  headers.delete('Accept-Ranges')
  const tag = headers.get('etag')
  if (tag?.startsWith('"')) headers.set('ETag', `W/${tag}`)
}

/** Has `c.html` pack: once a page is in a Response it is only read out of it as a stream, which costs more than packing it. */
function packPages(c: Context<AppEnv>, coding: Coding): void {
  async function html(page: string | Promise<string>, status?: ContentfulStatusCode): Promise<Response> {
    const text = typeof page === 'string' ? page : await resolveCallback(page, phase, false, {})
    const body = await packed(coding, bytesOf(String(text)))
    c.header('Vary', 'Accept-Encoding', { append: true })
    c.header('Content-Encoding', coding)
    return c.body(body, status, { 'Content-Type': 'text/html; charset=UTF-8' })
  }
  c.html = html as typeof c.html
}

function asset(path: string, coding: Coding, text: Uint8Array): Promise<Packed> {
  const key = `${coding} ${path}`
  const known = packedAssets.get(key) ?? (coding === 'gzip' ? gzipped(text) : brotli(text, smallest(text)))
  packedAssets.set(key, known)
  return known
}

const smallest = ({ byteLength }: Uint8Array) => brotliOptions(byteLength, qualityOfAssets)

function packed(coding: Coding, text: Uint8Array): Packed | Promise<Packed> {
  const isShort = text.byteLength <= mostAtOnce
  if (coding === 'gzip') return isShort ? gzipSync(text) : gzipped(text)
  const options = brotliOptions(text.byteLength, qualityOfPages)
  if (!isShort) return brotli(text, options)
  return brotliCompressSync(text, { params: { ...options.params, [constants.BROTLI_PARAM_LGWIN]: windowOfPages } })
}

function brotliOptions(bytes: number, quality: number) {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes } }
}

const accepts = (['br', 'gzip'] as const).map((coding) => ({
  coding,
  accepted: new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`),
}))

function codingFor(header: string): Coding | undefined {
  return accepts.find(({ accepted }) => accepted.test(header))?.coding
}
