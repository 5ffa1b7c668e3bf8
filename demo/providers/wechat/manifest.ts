import { defineSandbox } from '../manifest.ts'
import { wechatSandbox } from './sandbox.ts'
import { wechatSandboxConfig } from './side.ts'

export const wechat = defineSandbox({
  config: wechatSandboxConfig,
  open: (world) => wechatSandbox({ ...world, asksWho: true }),
  payments: (opened) => opened.bills().map((bill) => [bill.outBillNo, bill.amountMinor, bill.state]),
})
