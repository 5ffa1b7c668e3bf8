/** Forms with a file (`multipart/form-data`), which may be large. */
import type { Context } from 'hono'

/** Far more fields than any form with a file has, and far more bytes than stand before any of them. */
const mostParts = 50
const longestHead = 4_096

/**
 * The fields of a form with a file, each by its last value. A body that cannot be read as one, or has more parts than any
 * form of ours, has no fields: whoever sent it is told that the file is missing.
 */
export async function readUpload(c: Context): Promise<Record<string, string | File>> {
  const type = c.req.header('content-type') ?? ''
  try {
    const body = await c.req.arrayBuffer()
    if (!isBounded(new Uint8Array(body), type)) return {}
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData()
    const fields: Record<string, string | File> = Object.create(null)
    for (const [name, value] of form) fields[name] = value
    return fields
  } catch (error) {
    if (error instanceof TypeError && !c.req.raw.signal.aborted) return {}
    throw error
  }
}

const [lineEnd, dash] = [0x0a, 0x2d]

/**
 * Whether it has few parts with short heads: the platform's reader takes 25 seconds for 48 MB of nothing but parts, and
 * nobody else is served meanwhile. Looked through once, byte by byte.
 */
function isBounded(body: Uint8Array, type: string): boolean {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? []
  const boundary = new TextEncoder().encode(quoted ?? plain ?? '')
  if (boundary.length === 0) return false
  let parts = 0
  for (let at = 0; at + 1 < body.length; at += 1) {
    if (body[at] !== dash || body[at + 1] !== dash || (at > 0 && body[at - 1] !== lineEnd)) continue
    if (!boundary.every((byte, i) => body[at + 2 + i] === byte)) continue
    parts += 1
    const head = at + 2 + boundary.length
    const isLast = body[head] === dash && body[head + 1] === dash
    if (parts > mostParts || !(isLast || hasShortHead(body, head))) return false
  }
  return true
}

/** Whether an empty line ends what stands from here on before long. */
function hasShortHead(body: Uint8Array, from: number): boolean {
  for (let at = from; at < from + longestHead && at + 3 < body.length; at += 1) {
    if (body[at] === 0x0d && body[at + 1] === lineEnd && body[at + 2] === 0x0d && body[at + 3] === lineEnd) return true
  }
  return false
}
