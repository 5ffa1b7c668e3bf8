/** What goes over the wire: the first pages with all they need, and the whole survey. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { assetFiles, shortAsset } from '../scripts/short-asset.mjs'
import { Connection, headerOf } from './connection.ts'
import { walkPath } from './walk-path.ts'

export interface Sizes {
  /** Bytes of compressed bodies; `heads` counts the answers' headers too. */
  style: number
  script: number
  pages: { name: string; page: number; withAssets: number; heads: number }[]
  /** One student's path, style sheet and script once. */
  survey: { requests: number; bodies: number; heads: number }
}

const firstPages = [
  ['Landing page', '/s/study-abroad'],
  ['First page of questions', '/s/study-abroad/p/start'],
] as const

/** Fetches everything from the server on this port, as a browser with an empty cache would. */
export async function measureSizes(port: number): Promise<Sizes> {
  const connection = await Connection.open(port)
  const get = async (path: string) => {
    const head = [`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, 'Accept: text/html', 'Accept-Encoding: gzip']
    const answer = await connection.send(`${head.join('\r\n')}\r\nAccept-Language: zh-CN\r\n\r\n`)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    if (headerOf(answer.head, 'content-encoding') !== 'gzip') throw new Error(`${path} was not compressed`)
    return { body: answer.body, heads: answer.bytes - answer.body.length }
  }
  const landing = gunzipSync((await get(firstPages[0][1])).body).toString()
  const assets = [...new Set([...landing.matchAll(/\/assets\/[\w.]+\.(?:css|js)/g)].map(([path]) => path))]
  const sized: { path: string; body: number; heads: number }[] = []
  for (const path of assets) {
    const { heads } = await get(path)
    // As a built service sends it.
    const short = (assetFiles[path.endsWith('.css') ? 'style' : 'script'] ?? []).map(shortAsset).join('')
    sized.push({ path, body: gzipSync(short).length, heads })
  }
  const sizeOf = (end: string) => sized.find(({ path }) => path.endsWith(end))?.body ?? 0
  const assetBytes = sized.reduce((sum, { body }) => sum + body, 0)
  const assetHeads = sized.reduce((sum, { heads }) => sum + heads, 0)
  const pages: Sizes['pages'] = []
  for (const [name, path] of firstPages) {
    const { body, heads } = await get(path)
    pages.push({ name, page: body.length, withAssets: body.length + assetBytes, heads: heads + assetHeads })
  }
  const walked = await walkPath(connection, port, 0)
  connection.close()
  return {
    style: sizeOf('.css'),
    script: sizeOf('.js'),
    pages,
    survey: {
      requests: walked.statuses.length + assets.length,
      bodies: walked.bodyBytes + assetBytes,
      heads: walked.headBytes + assetHeads,
    },
  }
}
