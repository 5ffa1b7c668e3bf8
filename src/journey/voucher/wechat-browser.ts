import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'

/** Whether the page is read inside WeChat; WeCom (`wxwork`) says so too, and has no wallet. It only chooses words and buttons. */
export function isWechat(c: Context<AppEnv>): boolean {
  const agent = c.req.header('user-agent') ?? ''
  return /micromessenger/i.test(agent) && !/wxwork/i.test(agent)
}
