/**
 * The sandbox providers, all of them, for a demonstration: they speak the real wire formats, and nobody's money moves.
 * What they know is in memory only: one that is started anew has heard of no payment.
 */
import { readConfig } from '../src/config.ts'
import { payersFrom } from '../src/entry/payers.ts'
import type { Fetch } from '../src/platform/network/request.ts'
import type { Clock, Ids } from '../src/ports.ts'
import type { SandboxManifest, SandboxWorld } from './providers/manifest.ts'
import { type OpenSandboxes, type SandboxName, sandboxes, sandboxNames } from './providers/registry.ts'

export type Sandboxes = Awaited<ReturnType<typeof openSandboxes>>

/**
 * Makes them, and the payers that are configured against them.
 * @param bases where each is reached
 * @param fetch how the service reaches them; straight into this program unless given
 * @param origin what the service calls itself
 * @param service where notices reach the service, such as `http://127.0.0.1:8787`; without it none is sent
 */
export async function openSandboxes({
  clock,
  ids,
  bases,
  origin,
  fetch,
  service,
}: {
  clock: Clock
  ids: Ids
  bases: Record<SandboxName, string>
  origin: string
  fetch?: Fetch
  service?: { base: string; fetch: Fetch }
}) {
  const worldOf = (name: SandboxName): SandboxWorld => {
    if (service === undefined) return { clock, ids }
    const noticesTo = `${service.base}/providers/${name}/notices`
    // Wherever a bill asks for its notices, this is where the service is for a neighbour on the same machine.
    return { clock, ids, noticesTo, deliver: (request: Request) => service.fetch(new Request(noticesTo, request)) }
  }
  const made = await Promise.all(
    sandboxNames.map(async (name) => {
      // Each opens with its own side: the registry keeps the two together.
      const manifest = sandboxes[name] as unknown as SandboxManifest<unknown, OpenSandboxes[SandboxName]>
      const { settings, side } = await manifest.config({ ids, base: bases[name] })
      return { name, settings, open: manifest.open({ ...worldOf(name), side }) }
    }),
  )
  const opened = Object.fromEntries(made.map(({ name, open }) => [name, open])) as unknown as OpenSandboxes

  const within: Fetch = (request) => {
    const name = sandboxNames.find((one) => request.url.startsWith(`${bases[one]}/`))
    return name === undefined ? Promise.reject(new TypeError('nobody is there')) : opened[name].fetch(request)
  }
  const settings: Record<string, string> = Object.assign({}, ...made.map((one) => one.settings))
  const config = readConfig({ ORIGIN: origin, ...settings })
  return {
    ...opened,
    /** What a service is configured with to reach them. */
    settings,
    payers: await payersFrom(config, { fetch: fetch ?? within, clock, ids }),
    /** Lets time do its part at each, and brings the notices that are due. */
    async tick(): Promise<void> {
      for (const name of sandboxNames) await opened[name].tick()
    },
  }
}
