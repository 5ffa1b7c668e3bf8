import { defineSandbox } from '../manifest.ts'
import { alipaySandbox } from './sandbox.ts'
import { alipaySandboxConfig } from './side.ts'

export const alipay = defineSandbox({
  config: alipaySandboxConfig,
  open: alipaySandbox,
  payments: (opened) => opened.orders().map((order) => [order.outBizNo, order.amountMinor, order.status]),
})
