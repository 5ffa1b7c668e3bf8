/** The sandbox providers on ports of their own on this machine, and a sandbox phone to open the survey inside WeChat. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { runtimeFetch } from '../src/entry/payers.ts'
import type { Fetch } from '../src/platform/network/request.ts'
import type { Clock, Ids } from '../src/ports.ts'
import { registry } from '../src/rewards/providers/registry.ts'
import type { Sandbox, SandboxManifest } from './providers/manifest.ts'
import { type SandboxName, sandboxes, sandboxNames } from './providers/registry.ts'
import { wechatPhone } from './providers/wechat/phone.ts'
import { openSandboxes, type Sandboxes } from './sandbox.ts'

/** Nobody but this machine reaches them. */
const loopback = '127.0.0.1'

type Answer = (request: Request) => Response | Promise<Response>

/** Listens on any free port; what it answers is said later, because keys and addresses are made for each other. */
async function listening(): Promise<{ server: Server; port: number; answerWith(answer: Answer): void }> {
  let answer: Answer = () => new Response(null, { status: 503 })
  const server = createServer(getRequestListener((request) => answer(request)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, loopback, resolve)
  })
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith(given) {
      answer = given
    },
  }
}

export interface SandboxServers extends Sandboxes {
  addresses: Record<SandboxName | 'phone', string>
  close(): Promise<void>
}

/**
 * Starts them.
 * @param service where the service is reached on this machine, such as `http://127.0.0.1:8787`
 * @param toService how it is reached there, when not by the network
 * @param origin what it calls itself
 */
export async function startSandboxes(options: {
  service: string
  toService?: Fetch
  origin: string
  clock: Clock
  ids: Ids
}): Promise<SandboxServers> {
  const { service, toService = runtimeFetch, origin, clock, ids } = options
  const servers = await Promise.all(sandboxNames.map(async (name) => ({ name, ...(await listening()) })))
  const phone = await listening()
  const addressOf = ({ name, port }: { name: SandboxName; port: number }) => [name, `http://${loopback}:${port}`]
  const bases = Object.fromEntries(servers.map(addressOf)) as Record<SandboxName, string>
  // By name, as the service itself: a browser then has the same cookies here, as if it were the same person's phone.
  const addresses = { ...bases, phone: `http://localhost:${phone.port}` }
  const made = await openSandboxes({
    clock,
    ids,
    bases,
    origin,
    fetch: runtimeFetch,
    service: { base: service, fetch: toService },
  })
  for (const { name, answerWith } of servers) {
    answerWith((request) =>
      new URL(request.url).pathname === '/' ? bookOf(made, name) : made[name].app.fetch(request),
    )
  }
  const pages = wechatPhone({
    target: service,
    origin,
    wechat: addresses.wechat,
    sandbox: made.wechat,
    fetch: toService,
  })
  phone.answerWith((request) => pages.fetch(request))
  return {
    ...made,
    addresses,
    async close() {
      const all = [...servers, phone].map(({ server }) => {
        server.closeAllConnections()
        return new Promise((resolve) => server.close(resolve))
      })
      await Promise.all(all)
    },
  }
}

/** What a sandbox has been asked to pay, for whoever opens its address. */
function bookOf(made: Sandboxes, name: SandboxName): Response {
  const { payments } = sandboxes[name] as unknown as SandboxManifest<unknown, Sandbox>
  const text = ['reference, minor units, state:', ...payments(made[name]).map((line) => line.join(' '))].join('\n')
  const { name: called } = registry[name]
  return new Response(`This is not ${called}: it stands in for it. Nobody's money moves here.\n\n${text}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
