import type { Context } from 'hono'
import { qrOf } from '../../platform/files/qr.ts'
import type { AppEnv } from '../../ports.ts'
import type { IntoWechat } from '../../rewards/claims/into-wechat.tsx'

/** Whether the page is read inside WeChat; WeCom (`wxwork`) says so too, and has no wallet. It only chooses words and buttons. */
export function isWechat(c: Context<AppEnv>): boolean {
  const agent = c.req.header('user-agent') ?? ''
  return /micromessenger/i.test(agent) && !/wxwork/i.test(agent)
}

/** Whether the page is read on a phone, which cannot scan its own screen. */
export function isPhone(c: Context<AppEnv>): boolean {
  return /mobi|android|iphone|harmony/i.test(c.req.header('user-agent') ?? '')
}

/** What leads into WeChat with this link; a phone gets no QR code. */
export async function intoWechat(c: Context<AppEnv>, link: string): Promise<IntoWechat> {
  return { link, qrSvg: isPhone(c) ? null : await qrOf(link) }
}
