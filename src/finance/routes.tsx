/** `/finance`: what finance sees. Money, never answers. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../ports.ts'
import { allow, financeRoles, staffOf } from '../staff/allow.ts'
import { recordExport } from '../staff/record-export.ts'
import { csvFile } from '../web/download.ts'
import { refuse } from '../web/refuse.tsx'
import { addressed } from '../web/valid.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { DayPage } from './day-page.tsx'
import { countedDay, pageOfDay } from './days.ts'
import { deskRoutes } from './desk-routes.tsx'
import { exceptionRoutes } from './exceptions-routes.tsx'
import { fileRoutes } from './files-routes.ts'
import { payoutLifeRoutes } from './payout-routes.tsx'
import { payoutRoutes } from './payouts-routes.tsx'
import { proposalRoutes } from './proposals-routes.tsx'
import { registerRoutes } from './register-routes.tsx'
import { reportRoutes } from './reports-routes.tsx'
import { statementRoutes } from './statements-routes.tsx'
import { listOffers } from './store.ts'
import { voucherRoutes } from './voucher-routes.tsx'
import { vouchersFile } from './vouchers-file.ts'

const vouchersOnAPage = 100

const daySchema = z.object({ day: z.iso.date() })

export const financeRoutes = new Hono<AppEnv>()
  .use('/finance/*', allow(...financeRoles))
  .route('/', calendarRoutes)
  .route('/', statementRoutes)
  .route('/', exceptionRoutes)
  .route('/', proposalRoutes)
  .route('/', payoutRoutes)
  .route('/', payoutLifeRoutes)
  .route('/', fileRoutes)
  .route('/', voucherRoutes)
  .route('/', reportRoutes)
  .route('/', registerRoutes)
  .route('/', deskRoutes)
  .get('/finance/days/:day', addressed('param', daySchema), async (c) => {
    const { ports } = c.var
    const { day: wanted } = c.req.valid('param')
    const day = await countedDay(ports.db, wanted)
    if (day === undefined) return refuse(c, 'not_found')
    const { listed, next } = await pageOfDay(ports, day, c.req.query('after') ?? '', vouchersOnAPage)
    const studies = new Map((await ports.db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
    return c.html(<DayPage c={c} day={wanted} count={day.count} {...{ listed, studies, next }} />)
  })
  .get('/finance/vouchers.csv', async (c) => {
    const { ports } = c.var
    const studies = new Set((await ports.db.read(listOffers({}))).map(({ studyId }) => studyId))
    await recordExport(ports, staffOf(c), 'vouchers.exported', [...studies])
    return csvFile(c, `vouchers-${ports.clock.now().slice(0, 10)}.csv`, vouchersFile(ports))
  })
