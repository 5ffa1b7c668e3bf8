/** What the sandbox of a provider consists of: one folder, one of these, one line in `registry.ts`. */
import type { Fetch } from '../../src/platform/network/request.ts'
import type { Clock, Ids } from '../../src/ports.ts'

/** What each has of the world. Without `deliver` it tells the service nothing by itself. */
export interface SandboxWorld {
  clock: Clock
  ids: Ids
  noticesTo?: string
  deliver?: (request: Request) => Promise<Response>
}

/** The least that every sandbox can do. */
export interface Sandbox {
  /** Its interface, for a server. */
  app: { fetch(request: Request): Response | Promise<Response> }
  /** Its interface, for a service in the same program. */
  fetch: Fetch
  /** Lets time do its part, and brings the notices that are due. */
  tick(): Promise<void>
}

export interface SandboxManifest<Side, Opened extends Sandbox> {
  /** Both sides' secrets: the settings of a service that pays there, and what the sandbox keeps. */
  config(options: { ids: Ids; base: string }): Promise<{ settings: Record<string, string>; side: Side }>
  open(world: SandboxWorld & { side: Side }): Opened
  /** What it was asked to pay: reference, minor units, state. */
  payments(opened: Opened): readonly (readonly (string | number)[])[]
}

/** Keeps a manifest's types together. */
export function defineSandbox<Side, Opened extends Sandbox>(
  manifest: SandboxManifest<Side, Opened>,
): SandboxManifest<Side, Opened> {
  return manifest
}
