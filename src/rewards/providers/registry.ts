/** Every provider of payments. A new one is its folder, a line here, a line in `schema/payment-tables.ts` and its row. */
import type { Provider } from '../../../schema/tables.ts'
import { alipay } from './alipay/manifest.ts'
import type { Manifest } from './manifest.ts'
import { manual } from './manual/manifest.ts'
import { tremendous } from './tremendous/manifest.ts'
import { wechat } from './wechat/manifest.ts'

/** By id, in the order in which they are offered. */
export const registry = { manual, wechat, alipay, tremendous } as const satisfies {
  readonly [Id in Provider]: Omit<Manifest, 'open' | 'needed'> & { id: Id }
}

export const manifests = Object.values(registry)

type Shapes = (typeof manifests)[number]['settings']
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** The variables of all of them. */
export const providerSettings = Object.assign({}, ...manifests.map(({ settings }) => settings)) as Together<Shapes>
