/** The house's half: what staff ask for, and the work that waits for nobody. */
import type { Hono } from 'hono'
import { adminRoutes } from '../journey/reviews/routes.tsx'
import type { AppEnv } from '../ports.ts'
import { financeRoutes } from '../reconciliation/desk/routes.tsx'
import { staffRoutes } from '../staff/accounts/routes.tsx'

export { sweep } from './sweep.ts'

export const houseRoutes: readonly Hono<AppEnv>[] = [staffRoutes, adminRoutes, financeRoutes]
