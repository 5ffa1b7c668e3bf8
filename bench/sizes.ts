/** What goes over the wire: the first pages with all they need, and the whole survey. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { assetFiles, shortAsset } from '../scripts/short-asset.mjs'
import { acceptEncoding, Connection, headerOf, textOf } from './connection.ts'
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
    const head = [`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, 'Accept: text/html', acceptEncoding]
    const answer = await connection.send(`${head.join('\r\n')}\r\nAccept-Language: zh-CN\r\n\r\n`)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    if (headerOf(answer.head, 'content-encoding') !== 'br') throw new Error(`${path} was not compressed`)
    return { body: answer.body, text: textOf(answer), heads: answer.bytes - answer.body.length }
  }
  const landing = (await get(firstPages[0][1])).text
  const assets = [...new Set([...landing.matchAll(/\/assets\/[\w.]+\.(?:css|js)/g)].map(([path]) => path))]
  const sized: { path: string; body: number; heads: number }[] = []
  for (const path of assets) {
    const { text, heads } = await get(path)
    sized.push({ path, body: shortSize(text), heads })
  }
  const sizeOf = (end: string) => sum(sized.filter(({ path }) => path.endsWith(end)).map(({ body }) => body))
  const assetBytes = sizeOf('')
  const assetHeads = sum(sized.map(({ heads }) => heads))
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Compressed bytes of this file that pages load, as a built service sends it. */
function shortSize(served: string): number {
  const files = Object.values(assetFiles).find(
    (names) => names.map((name) => readFileSync(name, 'utf8')).join('') === served,
  )
  if (files === undefined) throw new Error('A page loads what is no asset')
  return brotliCompressSync(files.map(shortAsset).join('')).length
}
