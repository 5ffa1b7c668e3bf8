/** `/finance/batches/:id/register`: what a batch pays, for the organiser's own accounts, to be signed on paper. */
import { Hono } from 'hono'
import * as z from 'zod'
import { first } from '../../platform/db/together.ts'
import { csvFile, safeFileName } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { staffById } from '../../staff/accounts/store.ts'
import { needs } from '../../staff/permissions/needs.ts'
import { findTerms } from '../offers/store.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { readBatch } from './approve.ts'
import { type Register, registerCsv, registerXlsx } from './register-files.ts'
import { RegisterPage } from './register-page.tsx'
import { approvalsOf } from './store.ts'
import { studyOfBatch } from './study-of-batch.ts'

const querySchema = z.object({ as: z.enum(['csv', 'xlsx']).optional() })

export const registerRoutes = new Hono<AppEnv>().get(
  '/finance/batches/:id/register',
  needs('payouts.view', studyOfBatch),
  addressed('query', querySchema),
  async (c) => {
    const { ports } = c.var
    const read = await readBatch(ports, c.req.param('id'))
    const study = read && (await findTerms(ports.db, read.batch.studyId, ports.clock.now()))
    if (read === undefined || study === undefined) return refuse(c, 'not_found')
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
    const register: Register = {
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
    const name = safeFileName(`register-${batch.id}`)
    const { as } = c.req.valid('query')
    if (as === 'csv') return csvFile(c, `${name}.csv`, registerCsv(register, languageOf(c)))
    if (as !== 'xlsx') return c.html(<RegisterPage c={c} register={register} />)
    const bytes = await registerXlsx(register, languageOf(c))
    return c.body(bytes.slice().buffer as ArrayBuffer, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    })
  },
)
