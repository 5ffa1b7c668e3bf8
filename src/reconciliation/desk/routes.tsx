/** `/finance`: what finance sees. Money, never answers. */

import { Hono } from 'hono'
import * as z from 'zod'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { csvFile } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { pageByKey } from '../../platform/lists/page-by-key.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { registerRoutes } from '../../rewards/batches/register-routes.tsx'
import { payoutRoutes } from '../../rewards/batches/routes.tsx'
import { calendarRoutes } from '../../rewards/calendar/routes.tsx'
import { fileRoutes } from '../../rewards/payment-files/routes.ts'
import { payoutPageRoutes } from '../../rewards/payouts/routes.tsx'
import { resultFileRoutes } from '../../rewards/result-files/routes.tsx'
import { DayPage } from '../../rewards/voucher-desk/day-page.tsx'
import { countedDay, type Listed, vouchersAround } from '../../rewards/voucher-desk/days.ts'
import { listOffers } from '../../rewards/voucher-desk/days-store.ts'
import { voucherDeskRoutes } from '../../rewards/voucher-desk/routes.tsx'
import { vouchersFile } from '../../rewards/voucher-desk/vouchers-file.ts'
import { recordExport } from '../../staff/audit-trail/record-export.ts'
import { around } from '../../staff/frame/address.ts'
import { DownloadPage } from '../../staff/frame/download.tsx'
import { studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { exceptionRoutes } from '../exceptions/routes.tsx'
import { columnsRoutes } from '../reading-rules/columns-routes.tsx'
import { rulesRoutes } from '../reading-rules/rules-routes.tsx'
import { reportRoutes } from '../reports/routes.tsx'
import { statementRoutes } from '../statements/routes.tsx'
import { undoing } from '../undo/approval-effect.ts'
import { undoRoutes } from '../undo/routes.tsx'
import { deskRoutes } from './desk-routes.tsx'

const vouchersOnAPage = 100
const nothing = { rows: [], previous: null, next: null }

const daySchema = z.object({ day: z.iso.date() })

export const financeRoutes = new Hono<AppEnv>()
  .route('/', calendarRoutes)
  .route('/', rulesRoutes)
  .route('/', columnsRoutes)
  .route('/', statementRoutes)
  .route('/', exceptionRoutes)
  .route('/', payoutRoutes)
  .route('/', payoutPageRoutes(undoing))
  .route('/', undoRoutes)
  .route('/', fileRoutes)
  .route('/', resultFileRoutes)
  .route('/', voucherDeskRoutes)
  .route('/', reportRoutes)
  .route('/', registerRoutes)
  .route('/', deskRoutes)
  .get('/finance/days/:day', needs('vouchers.view'), addressed('param', daySchema), async (c) => {
    const { ports } = c.var
    const { day: wanted } = c.req.valid('param')
    const scope = await scopeOf(ports.db, staffOf(c), 'vouchers.view')
    const day = await countedDay(ports.db, wanted, scope)
    // Whether others have vouchers of that day is not for whoever sees some studies only.
    if (day === undefined && scope === null) return refuse(c, 'not_found')
    const asked = { before: c.req.query('before'), after: c.req.query('after') }
    const page =
      day === undefined
        ? nothing
        : await pageByKey<Listed>(
            asked,
            vouchersOnAPage,
            ({ reference }) => reference,
            (...read) => vouchersAround(ports, day, read, scope),
          )
    const studies = new Map((await ports.db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
    return c.html(
      <DayPage
        c={c}
        day={wanted}
        count={day?.count ?? 0}
        listed={page.rows}
        pages={around(c, page)}
        studies={studies}
      />,
    )
  })
  .get('/finance/vouchers.csv', needs('vouchers.export'), (c) =>
    c.html(<DownloadPage c={c} name="vouchers.csv" label={vouchersMessages(languageOf(c)).list.download} />),
  )
  .post('/finance/vouchers.csv', needs('vouchers.export'), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const studies = studiesWith(staff, 'vouchers.export')
    await recordExport(ports, staff, 'vouchers.exported', studies)
    return csvFile(
      c,
      `vouchers-${dayOf(booksZone, ports.clock.now())}.csv`,
      vouchersFile(ports, studies, languageOf(c)),
    )
  })
