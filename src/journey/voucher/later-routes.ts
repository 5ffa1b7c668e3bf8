/**
 * The routes of the voucher, of claiming and of WeChat. They are loaded when they are first asked for: few of those who
 * answer are there at the same moment.
 */
import { loadedLater } from '../../platform/http/loaded-later.ts'

const voucher = '/s/:study/voucher'

export const laterVoucherRoutes = loadedLater(
  [
    ['GET', '/s/:study/voucher'],
    ['GET', '/v'],
    ['GET', '/v/:code'],
    ['POST', '/v'],
    ['POST', '/v/:code'],
  ],
  async () => (await import('./routes.tsx')).voucherRoutes,
)

export const laterClaimingRoutes = loadedLater(
  [
    ['GET', `${voucher}/claim`],
    ['POST', `${voucher}/claim`],
  ],
  async () => (await import('./claim-routes.tsx')).claimingRoutes,
)

export const laterWechatRoutes = loadedLater(
  [
    ['GET', `${voucher}/wechat`],
    ['POST', `${voucher}/wechat`],
    ['GET', `${voucher}/wechat/return`],
    ['POST', `${voucher}/wechat/claim`],
    ['POST', `${voucher}/receive`],
    ['GET', `${voucher}/reminder.ics`],
  ],
  async () => (await import('./wechat-routes.tsx')).wechatRoutes,
)
