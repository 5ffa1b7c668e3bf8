import { defineSandbox } from '../manifest.ts'
import { tremendousSandbox } from './sandbox.ts'
import { tremendousSandboxConfig } from './side.ts'

export const tremendous = defineSandbox({
  config: tremendousSandboxConfig,
  open: tremendousSandbox,
  payments: (opened) =>
    opened.orders().map((order) => [order.externalId, order.amountMinor, order.currency, order.status]),
})
