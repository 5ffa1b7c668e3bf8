/** The students' half: what a phone asks for. */
import type { Hono } from 'hono'
import type { AppEnv } from './ports.ts'
import { answeringRoutes } from './student/answering.tsx'
import { claimingRoutes } from './student/claiming.tsx'
import { landingRoutes } from './student/landing.tsx'
import { onwardRoutes } from './student/onward.tsx'
import { trustRoutes } from './student/trust.tsx'
import { voucherRoutes } from './student/voucher.tsx'
import { wechatRoutes } from './student/wechat.tsx'

export const studentRoutes: readonly Hono<AppEnv>[] = [
  landingRoutes,
  answeringRoutes,
  onwardRoutes,
  trustRoutes,
  voucherRoutes,
  claimingRoutes,
  wechatRoutes,
]
