/** `/finance/batches/:id/register`: what a batch pays, for the organiser's own accounts, to be signed on paper. */
import { Hono } from 'hono'
import * as z from 'zod'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { first } from '../../platform/db/together.ts'
import { csvFile, safeFileName, sendXlsx } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { staffById } from '../../staff/accounts/store.ts'
import { recordExport } from '../../staff/audit-trail/record-export.ts'
import { DownloadPage } from '../../staff/frame/download.tsx'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { findTerms } from '../offers/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { readBatch } from './approve.ts'
import { type Register, registerCsv, registerXlsx } from './register-files.ts'
import { RegisterPage } from './register-page.tsx'
import { approvalsOf } from './store.ts'
import { studyOfBatch } from './study-of-batch.ts'

const formatSchema = z.object({ id: z.string(), format: z.enum(['csv', 'xlsx']) })

export const registerRoutes = new Hono<AppEnv>()
  .get('/finance/batches/:id/register', needs('payouts.view', studyOfBatch), async (c) => {
    const register = await readRegister(c.var.ports, c.req.param('id'))
    return register === undefined ? refuse(c, 'not_found') : c.html(<RegisterPage c={c} register={register} />)
  })
  .get(
    '/finance/batches/:id/register/files/:format',
    needs('payouts.view', studyOfBatch),
    addressed('param', formatSchema),
    (c) => {
      const { id, format } = c.req.valid('param')
      return c.html(
        <DownloadPage c={c} name={nameOf(id, format)} label={reportsMessages(languageOf(c)).files[format]} />,
      )
    },
  )
  .post(
    '/finance/batches/:id/register/files/:format',
    needs('payouts.view', studyOfBatch),
    addressed('param', formatSchema),
    async (c) => {
      const { ports } = c.var
      const { id, format } = c.req.valid('param')
      const register = await readRegister(ports, id)
      if (register === undefined) return refuse(c, 'not_found')
      await recordExport(ports, staffOf(c), 'register.exported', [id])
      return format === 'csv'
        ? csvFile(c, nameOf(id, format), registerCsv(register, languageOf(c)))
        : sendXlsx(c, nameOf(id, format), await registerXlsx(register, languageOf(c)))
    },
  )

function nameOf(id: string, format: 'csv' | 'xlsx'): string {
  return `${safeFileName(`register-${id}`)}.${format}`
}

async function readRegister(ports: Ports, id: string): Promise<Register | undefined> {
  const read = await readBatch(ports, id)
  const study = read && (await findTerms(ports.db, read.batch.studyId, ports.clock.now()))
  if (read === undefined || study === undefined) return undefined
  const { batch, payouts } = read
  const lines = await Promise.all(
    payouts.map(async ({ voucherId, codeKey, reference, channel, amountMinor, taxMinor, payoutState }) => ({
      voucher: await voucherReference(ports.keys, { id: voucherId, codeKey }),
      reference,
      channel,
      amountMinor,
      taxMinor,
      state: payoutState,
    })),
  )
  return {
    batch: batch.id,
    study: study.slug,
    costCentre: study.settings.costCentre,
    projectCode: study.settings.projectCode,
    period: dayOf(booksZone, batch.madeAt).slice(0, 7),
    provider: batch.provider,
    currency: batch.currency,
    preparedBy: (await first(ports.db, staffById({ id: batch.preparedBy })))?.name ?? batch.preparedBy,
    approvedBy: (await ports.db.read(approvalsOf({ batchId: batch.id }))).map(({ name }) => name),
    lines: lines.sort((one, other) => (one.voucher < other.voucher ? -1 : 1)),
  }
}
