/** The sandbox of every provider that is no person. */
import type { Provider } from '../../schema/tables.ts'
import { alipay } from './alipay/manifest.ts'
import { tremendous } from './tremendous/manifest.ts'
import { wechat } from './wechat/manifest.ts'

export const sandboxes = { wechat, alipay, tremendous } as const satisfies {
  readonly [Id in Exclude<Provider, 'manual'>]: unknown
}

export type SandboxName = keyof typeof sandboxes
export const sandboxNames = Object.keys(sandboxes) as SandboxName[]

/** Where each is reached. */
export function basesOf(address: (name: SandboxName) => string): Record<SandboxName, string> {
  return Object.fromEntries(sandboxNames.map((name) => [name, address(name)])) as Record<SandboxName, string>
}

/** All of them, open. */
export type OpenSandboxes = { readonly [Name in SandboxName]: ReturnType<(typeof sandboxes)[Name]['open']> }
