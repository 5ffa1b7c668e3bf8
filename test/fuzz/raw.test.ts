/** Bytes on a socket that are no request, or one that no client makes, at the server that Node really runs. */
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app/app.ts'
import { compressed } from '../../src/entry/compressed.ts'
import { createPatientServer, slowest } from '../../src/entry/slow.ts'
import { type World, world } from '../support/world.ts'

let served: World
let port = 0
const app = createApp(() => served.ports, compressed)
const listener = getRequestListener((request, env) => app.fetch(request, env))
const server = createPatientServer(listener)
beforeAll(async () => {
  served = await world({ origin: 'http://localhost' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await served.close()
})

/** What the server says to these bytes, until it hangs up; the client has nothing more to say. */
function replyTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from(bytes, 'latin1')))
    socket.setEncoding('latin1').on('data', (more) => {
      text += more
    })
    socket.on('error', () => undefined).on('close', () => resolve(text))
  })
}

const get = (path: string, headers = 'Host: localhost') =>
  `GET ${path} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`
const post = (headers: string, body: string) =>
  `POST /s/study-abroad/resume HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nConnection: close\r\n${headers}\r\n\r\n${body}`

describe('bytes on a socket', () => {
  it.each<[string, string]>([
    ['no host', get('/', 'X: y')],
    ['a host that is none', get('/', 'Host: a b')],
    ['a host that is half an address', get('/', 'Host: [::1')],
    ['a host with a path', get('/', 'Host: localhost/../x?y#z')],
    ['a host of odd bytes', get('/', 'Host: \u00ff\u00fe')],
    ['two hosts', get('/', 'Host: localhost\r\nHost: evil.example')],
    ['another server’s address', get('http://evil.example/s/study-abroad')],
    ['an address of two slashes', get('//evil.example/')],
    ['an address without a slash', get('s/study-abroad')],
    ['NUL in the address', get('/s/\0')],
    ['bytes above ASCII in the address', get('/s/\u00ff\u00c0\u00af')],
    ['an address of a megabyte', get(`/s/${'x'.repeat(1_000_000)}`)],
    ['an address just short of what Node takes', get(`/s/${'x'.repeat(15_000)}`)],
    ['a header of a megabyte', get('/', `Host: localhost\r\nX: ${'x'.repeat(1_000_000)}`)],
    ['ten thousand headers', get('/', `Host: localhost\r\n${'A: b\r\n'.repeat(10_000)}X: y`)],
    [
      'odd bytes in headers',
      get('/', 'Host: localhost\r\nCookie: \u00ff=\u00fe; staff=\u0080\r\nAccept-Language: \u00ff'),
    ],
    ['a thousand cookies', get('/', `Host: localhost\r\nCookie: ${'a=b; '.repeat(1_000)}lang=zz`)],
    [
      'each header twice',
      get('/', 'Host: localhost\r\nCookie: a=b\r\nCookie: c\r\nAccept: x\r\nAccept: y\r\nOrigin: x\r\nOrigin: y'),
    ],
    [
      'a host that somebody forwards',
      get('/', 'Host: localhost\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example'),
    ],
    ['another host', get('/s/study-abroad/go', 'Host: evil.example')],
    ['ranges', get('/s/study-abroad', `Host: localhost\r\nRange: bytes=${'0-,'.repeat(2_000)}0-`)],
    ['a method in place of another', get('/s/study-abroad/reward', 'Host: localhost\r\nX-HTTP-Method-Override: POST')],
    ['a fold in a header', get('/', 'Host: localhost\r\nX: a\r\n b')],
    ['a method that may not be', 'TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['a method that no one has', 'FOO / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['another protocol', get('/', 'Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade')],
    ['TLS', '\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003'],
    ['HTTP of another age', 'GET /\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a length below zero', post('Content-Length: -1', 'a')],
    ['two lengths', post('Content-Length: 1\r\nContent-Length: 2', 'ab')],
    ['a length and pieces', post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['less than was announced', post('Content-Length: 500', 'code=1')],
    ['a piece without a length', post('Transfer-Encoding: chunked', 'zz\r\nx\r\n')],
    ['a body packed with nothing known', post('Content-Encoding: x\r\nContent-Length: 1', 'a')],
    ['a GET with a body', `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc`],
  ])('%s meets no 5xx, and the server goes on', async (_, bytes) => {
    const reply = await replyTo(bytes)
    expect(reply.slice(0, 12)).not.toMatch(/^HTTP\/1\.1 5/)
    // Links and redirects lead to our own origin, whatever host a request names.
    expect(reply).not.toContain('evil.example')
    expect((await replyTo(get('/healthz'))).slice(0, 12)).toBe('HTTP/1.1 200')
    expect(served.logged.filter(({ failure }) => failure !== undefined)).toEqual([])
  })
})

describe('a request that is never whole', () => {
  it.each<[string, string]>([
    ['stops within its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '],
    ['stops within its body', `${post('Content-Length: 500', 'code=')}`],
    ['has pieces without an end', post('Transfer-Encoding: chunked', '5\r\ncode=\r\n')],
  ])('and %s is cut off, and the server goes on', async (_, bytes) => {
    const soon = { ...slowest, headersMs: 100, bodyMs: 100, checkEveryMs: 20 }
    const patient = createPatientServer(listener, soon)
    await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve))
    const { port: at } = patient.address() as AddressInfo
    // Nothing more is sent, and the client does not hang up.
    const reply = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(at, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')))
      socket.on('data', (more) => {
        text += more
      })
      socket.on('error', () => undefined).on('close', () => resolve(text))
    })
    expect(reply.slice(0, 12)).toBe('HTTP/1.1 408')
    expect(served.logged.filter(({ failure }) => failure !== undefined)).toEqual([])
    await new Promise((resolve) => patient.close(resolve))
  })
})
