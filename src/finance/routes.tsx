/** `/finance`: what finance sees. Money, never answers. */
import { Hono } from 'hono'
import * as z from 'zod'
import { first } from '../db/together.ts'
import type { AppEnv } from '../ports.ts'
import { allow, financeRoles, staffOf } from '../staff/allow.ts'
import { recordExport } from '../staff/record-export.ts'
import { csvFile } from '../web/download.ts'
import { refuse } from '../web/refuse.tsx'
import { addressed } from '../web/valid.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { DayPage } from './day-page.tsx'
import { dayAfter, pageOfDay } from './days.ts'
import { fileRoutes } from './files-routes.ts'
import { money } from './overview.ts'
import { FinancePage } from './pages.tsx'
import { payoutLifeRoutes } from './payout-routes.tsx'
import { payoutRoutes } from './payouts-routes.tsx'
import { proposalRoutes } from './proposals-routes.tsx'
import { reportRoutes } from './reports-routes.tsx'
import { listOffers, voucherDays } from './store.ts'
import { voucherRoutes } from './voucher-routes.tsx'
import { vouchersFile } from './vouchers-file.ts'

const daysOnAPage = 31
const vouchersOnAPage = 100

const daysSchema = z.object({ before: z.iso.date().optional() })
const daySchema = z.object({ day: z.iso.date() })

export const financeRoutes = new Hono<AppEnv>()
  .use('/finance/*', allow(...financeRoles))
  .route('/', calendarRoutes)
  .route('/', proposalRoutes)
  .route('/', payoutRoutes)
  .route('/', payoutLifeRoutes)
  .route('/', fileRoutes)
  .route('/', voucherRoutes)
  .route('/', reportRoutes)
  .get('/finance', addressed('query', daysSchema), async (c) => {
    const { ports } = c.var
    const { before } = c.req.valid('query')
    const found = await ports.db.read(voucherDays({ from: '', to: before ?? '9', limit: daysOnAPage + 1 }))
    const days = found.slice(0, daysOnAPage)
    const olderThan = found.length > daysOnAPage ? (days.at(-1)?.day ?? null) : null
    const { offers, states } = await money(ports)
    return c.html(<FinancePage c={c} {...{ offers, states, days, olderThan }} isNewest={before === undefined} />)
  })
  .get('/finance/days/:day', addressed('param', daySchema), async (c) => {
    const { ports } = c.var
    const { day: wanted } = c.req.valid('param')
    const day = await first(ports.db, voucherDays({ from: wanted, to: dayAfter(wanted), limit: 1 }))
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
