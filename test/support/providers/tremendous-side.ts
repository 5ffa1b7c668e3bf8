/** Tremendous on both sides. */
import { type TremendousSandboxOptions, tremendousSandbox } from '../../../demo/providers/tremendous/sandbox.ts'
import { tremendousSandboxConfig } from '../../../demo/providers/tremendous/side.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import { tremendous as manifest } from '../../../src/rewards/providers/tremendous/manifest.ts'
import { openSides, orderTo, type SideOptions } from './both-sides.ts'

const now = '2026-11-23T17:08:09.123Z'
export const config = await tremendousSandboxConfig({ ids: nanoIds({ now: () => now }) })

export function bothSides({ settings, fetch, ...options }: SideOptions & Partial<TremendousSandboxOptions> = {}) {
  return openSides({
    manifest,
    settings: { ...config.settings, ...settings },
    now,
    taken: '',
    fetch,
    sandboxOf: (world) => {
      const noticesTo = 'https://study.example.org/providers/tremendous/notices'
      return tremendousSandbox({ ...world, side: config.side, noticesTo, ...options })
    },
  })
}

export const { order, reference, asked } = orderTo(
  { channel: 'gift', fields: { email: 'Xiao.Ming@example.org' } },
  2005,
)
