/** The house's half: what staff ask for, and the work that waits for nobody. */
import type { Hono } from 'hono'
import { adminRoutes } from './admin/routes.tsx'
import { financeRoutes } from './finance/routes.tsx'
import type { AppEnv } from './ports.ts'
import { staffRoutes } from './staff/routes.tsx'

export { sweep } from './sweep.ts'

export const houseRoutes: readonly Hono<AppEnv>[] = [staffRoutes, adminRoutes, financeRoutes]
