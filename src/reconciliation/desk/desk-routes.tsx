/** `/finance` and `/finance/books`: the desk, and the check that looks at everything. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { offerNamesOf } from '../../journey/offer-names.ts'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { pageByKey } from '../../platform/lists/page-by-key.ts'
import type { AppEnv } from '../../ports.ts'
import { around } from '../../staff/frame/address.ts'
import { studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { BooksPage, DaysPage } from './books-pages.tsx'
import { readDesk } from './desk.ts'
import { DeskPage } from './desk-page.tsx'
import { daysOfVouchers, mostCounted } from './desk-store.ts'
import { readOfferBooks } from './offer-books.ts'

const daysOnAPage = 31

const daysSchema = z.object({ before: z.iso.date().optional(), after: z.iso.date().optional() })
const booksSchema = z.object({ check: z.literal('now').optional() })

export const deskRoutes = new Hono<AppEnv>()
  .get('/finance', needs('money.view'), async (c) =>
    c.html(<DeskPage c={c} desk={await readDesk(c.var.ports, staffOf(c))} most={mostCounted} />),
  )
  .get('/finance/books', needs('money.view'), addressed('query', booksSchema), async (c) => {
    const { check } = c.req.valid('query')
    return c.html(<BooksPage c={c} findings={check === undefined ? null : await lookedAt(c)} />)
  })
  .get('/finance/days', needs('vouchers.view'), addressed('query', daysSchema), async (c) => {
    const { db } = c.var.ports
    const scope = await scopeOf(db, staffOf(c), 'vouchers.view')
    const page = await pageByKey<{ day: string }>(
      c.req.valid('query'),
      daysOnAPage,
      ({ day }) => day,
      (way, from, limit) => db.read(daysOfVouchers(from ?? '9', limit, scope, way)),
    )
    return c.html(<DaysPage c={c} days={page.rows.map(({ day }) => day)} pages={around(c, page)} />)
  })

/** The books of every offer that the reader may see, with what the offers are called. */
async function lookedAt(c: Context<AppEnv>) {
  const { ports } = c.var
  const books = await readOfferBooks(ports, studiesWith(staffOf(c), 'money.view'))
  const slugs = books.offers.map(({ offer }) => offer.study)
  return { ...books, names: await offerNamesOf(ports, slugs, languageOf(c)) }
}
