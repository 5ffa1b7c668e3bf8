/** `/admin/audit`: searching the audit trail, taking what was found away, and checking its chain. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { auditMessages } from '../../../../messages/generated/studies/audit.ts'
import { first } from '../../../platform/db/together.ts'
import { csvFile } from '../../../platform/http/download.ts'
import { readPosted } from '../../../platform/http/form.ts'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../../platform/time/zone.ts'
import type { AppEnv } from '../../../ports.ts'
import { around } from '../../frame/address.ts'
import { DownloadPage } from '../../frame/download.tsx'
import { pageByTime } from '../../frame/sorting.ts'
import { needs, staffOf } from '../../permissions/needs.ts'
import { scopeOf } from '../../permissions/scope.ts'
import { checkChain } from '../check-chain.ts'
import { recordExport } from '../record-export.ts'
import { shownSeal } from '../seal.ts'
import type { AuditEntry } from '../seal-hash.ts'
import { auditFile } from './audit-file.ts'
import { ChainPage, type CheckedSeals } from './chain-page.tsx'
import { readNames } from './names.ts'
import { AuditPage } from './page.tsx'
import { entriesFound, sealNumbered, sealsBehind } from './store.ts'

const entriesOnAPage = 50
/** Seals of one step: what a Worker reads and hashes within its limits. */
const sealsInAStep = 2_000

const text = z.string().trim().max(100).catch('').default('')
const day = z.iso.date().catch('').default('')
const searchSchema = z.object({
  action: text,
  actor: text,
  subject: text,
  from: day,
  to: day,
  before: z.string().max(60).optional(),
  after: z.string().max(60).optional(),
})

const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const stepSchema = z.object({ after: number, first: number })

export const auditRoutes = new Hono<AppEnv>()
  .get('/admin/audit', needs('audit.search'), addressed('query', searchSchema), async (c) => {
    const { db } = c.var.ports
    const { before, after, ...wanted } = c.req.valid('query')
    const scope = await scopeOf(db, staffOf(c), 'audit.search')
    const names = await readNames(db, languageOf(c))
    const asked = { ...wanted, actor: names.idOf(wanted.actor), subject: names.idOf(wanted.subject) }
    const page = await pageByTime<AuditEntry>(c, { before, after }, entriesOnAPage, {
      keyOf: ({ id }) => id,
      read: (way, from, count) => db.read(entriesFound(asked, scope, way, from, count)),
    })
    return c.html(
      <AuditPage
        c={c}
        wanted={wanted}
        entries={page.rows}
        pages={around(c, page)}
        names={names}
        isScoped={scope !== null}
      />,
    )
  })
  .get('/admin/audit.csv', needs('audit.search'), (c) =>
    c.html(<DownloadPage c={c} name="audit.csv" label={auditMessages(languageOf(c)).download} />),
  )
  .post('/admin/audit.csv', needs('audit.search'), addressed('query', searchSchema), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const language = languageOf(c)
    const { before: _, after: __, ...wanted } = c.req.valid('query')
    const scope = await scopeOf(ports.db, staff, 'audit.search')
    const names = await readNames(ports.db, language)
    const asked = { ...wanted, actor: names.idOf(wanted.actor), subject: names.idOf(wanted.subject) }
    await recordExport(ports, staff, 'audit.exported', [
      Object.entries(asked)
        .flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]))
        .join(' ') || 'everything',
    ])
    const name = `audit-${dayOf(booksZone, ports.clock.now())}.csv`
    return csvFile(c, name, auditFile(ports.db, asked, scope, names, language))
  })
  .get('/admin/audit/chain', needs('audit.search'), (c) => chainPage(c, null))
  .post('/admin/audit/chain', needs('audit.search'), async (c) => {
    const { db } = c.var.ports
    const posted = await readPosted(c)
    const asked = stepSchema.safeParse({ after: posted.after?.[0], first: posted.first?.[0] })
    if (!asked.success) return chainPage(c, null)
    const newest = (await shownSeal(c.var.ports))?.n ?? 0
    const after = Math.min(asked.data.after, newest)
    const from = asked.data.first
    const seals = await db.read(sealsBehind(after, Math.min(sealsInAStep, newest - after)))
    const { faults, head } = checkChain(seals, (await first(db, sealNumbered(after))) ?? null)
    return chainPage(c, { first: Math.min(from, after + 1), last: head?.n ?? after, faults })
  })

async function chainPage(c: Context<AppEnv>, looked: CheckedSeals | null) {
  return c.html(<ChainPage c={c} newest={await shownSeal(c.var.ports)} step={sealsInAStep} looked={looked} />)
}
