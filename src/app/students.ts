/** The students' half: what a phone asks for. */
import type { Hono } from 'hono'
import { offlineRoutes } from '../journey/answering/offline-routes.ts'
import { onwardRoutes } from '../journey/answering/onward-routes.tsx'
import { answersReviewRoutes } from '../journey/answering/review-routes.ts'
import { answeringRoutes } from '../journey/answering/routes.tsx'
import { devicesRoutes } from '../journey/devices/routes.ts'
import { doorRoutes } from '../journey/door/routes.ts'
import { landingRoutes } from '../journey/landing/routes.tsx'
import { pacedRoutes } from '../journey/paced.ts'
import { privacyRoutes } from '../journey/privacy/routes.ts'
import { fullRoutes } from '../journey/quotas/routes.ts'
import { rightsRoutes } from '../journey/rights/routes.ts'
import { laterClaimingRoutes, laterVoucherRoutes, laterWechatRoutes } from '../journey/voucher/later-routes.ts'
import type { AppEnv } from '../ports.ts'
import { trustRoutes } from '../reconciliation/trust/routes.tsx'
import { publicFindingsRoutes } from '../survey/findings/public-routes.ts'

export const studentRoutes: readonly Hono<AppEnv>[] = [
  pacedRoutes,
  landingRoutes,
  offlineRoutes,
  answersReviewRoutes,
  answeringRoutes,
  onwardRoutes,
  doorRoutes,
  devicesRoutes,
  privacyRoutes,
  fullRoutes,
  rightsRoutes,
  trustRoutes,
  publicFindingsRoutes,
  laterVoucherRoutes,
  laterClaimingRoutes,
  laterWechatRoutes,
]
