/** `/finance` and `/finance/books`: the desk, and the check that looks at everything. */
import { Hono } from 'hono'
import * as z from 'zod'
import { addressed } from '../../platform/http/valid.ts'
import type { AppEnv } from '../../ports.ts'
import { studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { readDesk } from './desk.ts'
import { DeskPage } from './desk-page.tsx'
import { daysOfVouchers, mostCounted } from './desk-store.ts'
import { money } from './overview.ts'
import { BooksPage, DaysPage } from './pages.tsx'

const daysOnAPage = 31

const daysSchema = z.object({ before: z.iso.date().optional() })
const booksSchema = z.object({ check: z.literal('now').optional() })

export const deskRoutes = new Hono<AppEnv>()
  .get('/finance', needs('money.view'), async (c) =>
    c.html(<DeskPage c={c} desk={await readDesk(c.var.ports, staffOf(c))} most={mostCounted} />),
  )
  .get('/finance/books', needs('money.view'), addressed('query', booksSchema), async (c) => {
    const { check } = c.req.valid('query')
    return c.html(
      <BooksPage
        c={c}
        findings={check === undefined ? null : await money(c.var.ports, studiesWith(staffOf(c), 'money.view'))}
      />,
    )
  })
  .get('/finance/days', needs('vouchers.view'), addressed('query', daysSchema), async (c) => {
    const { before } = c.req.valid('query')
    const { db } = c.var.ports
    const scope = await scopeOf(db, staffOf(c), 'vouchers.view')
    const found = await db.read(daysOfVouchers(before ?? '9', daysOnAPage + 1, scope))
    const days = found.slice(0, daysOnAPage).map(({ day }) => day)
    const olderThan = found.length > daysOnAPage ? (days.at(-1) ?? null) : null
    return c.html(<DaysPage c={c} days={days} olderThan={olderThan} isNewest={before === undefined} />)
  })
