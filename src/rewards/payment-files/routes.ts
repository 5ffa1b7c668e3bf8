/** `/finance/batches/:id/files` and `/results`: what finance takes to the bank, and what it uploads. */

import { type Context, Hono } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { paymentFilesMessages } from '../../../messages/generated/payment-files.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { largestResults } from '../../platform/files/limits.ts'
import { safeFileName } from '../../platform/http/download.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { limitedTo } from '../../platform/http/safety.ts'
import { readUpload } from '../../platform/http/upload.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { linesToPay } from '../batches/hand-out.ts'
import { back } from '../batches/routes.tsx'
import { showBatch } from '../batches/show-batch.tsx'
import { batchById } from '../batches/store.ts'
import { studyOfBatch } from '../batches/study-of-batch.ts'
import { type BatchResult, reportBatchResult } from '../payouts/batch-result.ts'
import { recordFile } from '../payouts/report.ts'
import { type ReportOutcome, reportResults } from '../payouts/results.ts'
import { keepResultFile, noteOutcomes } from '../result-files/keep.ts'
import { profiles } from './bank-profile.ts'
import { isAbout } from './group-status.ts'
import type { PaymentLine } from './line.ts'
import { messageIdOf } from './message-id.ts'
import { type PainRefusal, pain001 } from './pain001.ts'
import { paymentsCsv } from './payments-csv.ts'
import { paymentsXlsx } from './payments-xlsx.ts'
import type { ResultsRefused } from './result-line.ts'
import { resultsOf } from './results.ts'

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pain001: 'application/xml; charset=utf-8',
} as const
type Format = keyof typeof types
const endings: Record<Format, string> = { csv: 'csv', xlsx: 'xlsx', pain001: 'pain.001.xml' }

/** The form around the file that is posted is small. */
const uploadBytes = largestResults + 16 * 1024

export const fileRoutes = new Hono<AppEnv>()
  .post('/finance/batches/:id/files/:format', needs('payees.unmask', studyOfBatch), async (c) => {
    const { ports } = c.var
    const { id, format } = c.req.param()
    const { debtor } = ports.settings
    if (!isFormat(format) || (format === 'pain001' && debtor === null)) return refuse(c, 'not_found')
    const found = await linesToPay(ports, staffOf(c), id)
    if ('refused' in found) {
      if (found.refused === 'not_found') return refuse(c, 'not_found')
      return back(c, found.refused, 'opensOn' in found ? found.opensOn : null)
    }
    const { lines, day, payOn } = found
    const made = await fileOf(c, format, lines, { id, day, payOn })
    if ('refused' in made) return showBatch(c, id, notMade(languageOf(c), made.refused, lines))
    await recordFile(ports, staffOf(c), id, format)
    return c.body(made.body, 200, {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${safeFileName(`payments-${id}-${day}.${endings[format]}`)}"`,
    })
  })
  .post('/finance/batches/:id/results', needs('payouts.report', studyOfBatch), limitedTo(uploadBytes), async (c) => {
    const id = c.req.param('id')
    const batch = await first(c.var.ports.db, batchById({ id }))
    if (batch === undefined) return refuse(c, 'not_found')
    const { results: file } = await readUpload(c)
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const name = file instanceof File ? file.name : ''
    const read = await resultsOf(c.var.ports, { name, bytes, currency: batch.currency })
    if ('refused' in read) return showBatch(c, id, fileRefused(languageOf(c), read.refused))
    const { lines, whole } = read
    const isOurs = whole !== undefined && isAbout(whole, batch)
    if (lines.length === 0 && !isOurs) {
      return showBatch(c, id, fileRefused(languageOf(c), [{ line: null, why: 'other_batch' }]))
    }
    const evidence = await evidenceOf(bytes)
    const fileId = await keepResultFile(c.var.ports, staffOf(c), id, bytes)
    const outcomes = await reportResults(c.var.ports, staffOf(c), { batchId: id, lines, evidence, file: fileId })
    await noteOutcomes(c.var.ports, fileId, outcomes)
    const except = new Set(lines.map(({ reference }) => reference))
    const isWhole = isOurs && (lines.length === 0 || whole.verdict === 'rejected')
    const all = isWhole
      ? await reportBatchResult(c.var.ports, staffOf(c), id, whole, { except, evidence, file: fileId })
      : undefined
    const count = (of: ReportOutcome) => outcomes.filter(({ result }) => result === of).length
    const counts = [count('paid'), count('known'), count('conflict'), count('unknown_reference')].join('-')
    const query = `counts=${counts}&proposed=${count('proposed')}${wholeQuery(all)}&file=${fileId}`
    return c.redirect(`/finance/batches/${id}?${query}`, 303)
  })

/** What a report on all payments together came to, as the batch's page is told. */
function wholeQuery(all: BatchResult | undefined): string {
  if (all === undefined) return ''
  if ('noted' in all) return '&whole=accepted'
  return `&whole=${'refused' in all ? all.refused : all.proposed}`
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(types, text)
}

type MadeFile = { body: string | Uint8Array<ArrayBuffer> } | { refused: PainRefusal[] }

async function fileOf(
  c: Context<AppEnv>,
  format: Format,
  lines: readonly PaymentLine[],
  { id, day, payOn }: { id: string; day: string; payOn: string },
): Promise<MadeFile> {
  const { debtor } = c.var.ports.settings
  if (format === 'csv') return { body: await paymentsCsv(lines) }
  if (format === 'xlsx' || debtor === null) return { body: new Uint8Array(await paymentsXlsx(lines, { day, payOn })) }
  // The batch's own id, so that a bank which is handed its message twice knows it.
  const messageId = messageIdOf(id)
  const made = await pain001(lines, debtor, { messageId, day, executionDay: payOn }, profiles[debtor.characters])
  return 'refused' in made ? made : { body: made.xml }
}

/** What finds the file again that somebody uploaded: the beginning of its SHA-256. */
async function evidenceOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // By the platform, which hashes a large file where it makes nobody wait.
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `sha256:${[...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}…`
}

function fileRefused(language: Language, refused: ResultsRefused['refused']): Notice {
  const { fileRefused: text, line: lineOf } = payoutsMessages(language)
  const { faults } = paymentFilesMessages(language)
  const { labelled } = commonMessages(language)
  const lines = refused.map(({ line, why }) =>
    line === null ? faults[why] : labelled({ label: lineOf({ n: line }), text: faults[why] }),
  )
  return { tone: 'bad', text, lines }
}

function notMade(language: Language, refused: PainRefusal[], lines: readonly PaymentLine[]): Notice {
  const words = paymentFilesMessages(language)
  const { labelled } = commonMessages(language)
  const vouchers = new Map(lines.map(({ reference, voucherReference }) => [reference, voucherReference]))
  const who = (reference: string | null) =>
    reference === null ? words.ourselves : words.voucher({ reference: vouchers.get(reference) ?? reference })
  const refusedLines = refused
    .map(({ reference, why }) => labelled({ label: who(reference), text: words.creditors[why] }))
    .sort()
  return { tone: 'bad', text: words.notMade, lines: refusedLines }
}
