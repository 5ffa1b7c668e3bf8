/** The Worker's D1 for a command: the local one that `npm run dev:edge` uses, or the deployed one. */
import { type Config, readConfig } from '../config.ts'
import { dataDirectoryOf, openNode, readAssets } from '../entry/node-ports.ts'
import { rememberedOrigin } from '../entry/remembered-origin.ts'
import type { OpenChoices } from '../entry/stores/open-stores.ts'
import { type Bindings, workerPorts } from '../entry/worker-ports.ts'
import type { Ports } from '../ports.ts'

export const wheres = ['here', 'edge', 'edge-remote'] as const
export type EdgePlace = (typeof wheres)[number]

interface Open {
  ports: Ports
  config: Config
  /** One line for each thing that was not there and now is. */
  made: string[]
  close(): Promise<void>
}

async function openEdge(remote: boolean, env: Record<string, unknown>, choices: OpenChoices): Promise<Open> {
  // Loaded here, because it takes longer than most commands, which are about the site that is here.
  const { getPlatformProxy } = await import('wrangler').catch(() => {
    throw new Error('--where edge works in a clone of the project, which has wrangler: what was built has no tools.')
  })
  const proxy = await getPlatformProxy<Bindings>(remote ? { environment: 'remote' } : {})
  const { ORIGIN, KEYS } = env
  const bindings = {
    ...proxy.env,
    ...(ORIGIN === undefined ? {} : { ORIGIN }),
    ...(KEYS === undefined ? {} : { KEYS }),
  }
  try {
    return {
      ports: await workerPorts(bindings, readAssets(), choices),
      config: readConfig({ MODE: 'production', ...bindings }),
      made: [],
      close: () => proxy.dispose(),
    }
  } catch (error) {
    // Left open, it would keep the command from ending.
    await proxy.dispose()
    throw error
  }
}

/**
 * Opens the site that a command is for.
 * @param where `here`: as `npm start` does, with the origin of its last start unless the environment has one; `edge`: the local D1; `edge-remote`: the deployed D1, with ORIGIN and KEYS
 *   in the environment as the Worker has them
 * @param choices what for: see `OpenChoices`
 */
export function openWhere(where: EdgePlace, env: Record<string, unknown>, choices: OpenChoices = {}): Promise<Open> {
  return where === 'here' ? openNode(withOrigin(env), choices) : openEdge(where === 'edge-remote', env, choices)
}

function withOrigin(env: Record<string, unknown>): Record<string, unknown> {
  return env.ORIGIN ? env : { ...env, ORIGIN: rememberedOrigin(dataDirectoryOf(readConfig(env))) }
}
