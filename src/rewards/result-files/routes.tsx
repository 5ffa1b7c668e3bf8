/** `/finance/batches/:id/results/:file`: what a file of results did, line by line, and the file for whoever has to judge it. */
import { Hono } from 'hono'
import { commit } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { safeFileName } from '../../platform/http/download.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { readBatch } from '../batches/approve.ts'
import { batchNumber } from '../batches/number.ts'
import { studyOfBatch } from '../batches/study-of-batch.ts'
import { outcomesOf, resultBytes } from './keep.ts'
import { ResultsPage } from './page.tsx'
import { type ResultFile, resultFileById } from './store.ts'

export const resultFileRoutes = new Hono<AppEnv>()
  .get('/finance/batches/:id/results/:file', needs('payouts.view', studyOfBatch), async (c) => {
    const { ports } = c.var
    const file = await first(ports.db, resultFileById({ id: c.req.param('file') }))
    if (file?.batchId !== c.req.param('id')) return refuse(c, 'not_found')
    const read = await readBatch(ports, file.batchId)
    const payouts = (read?.payouts ?? []).flatMap(({ reference, payoutId }) =>
      reference === null ? [] : [[reference, payoutId] as const],
    )
    return c.html(
      <ResultsPage
        c={c}
        batchId={file.batchId}
        name={nameOf(file, 'csv').replace(/\.csv$/, '')}
        outcomes={await outcomesOf(ports.db, file.id)}
        payouts={new Map(payouts)}
        mayTake={file.kept === file.pieces && may(staffOf(c), 'evidence.view', read?.batch.studyId)}
      />,
    )
  })
  .post('/finance/batches/:id/results/:file', needs('evidence.view', studyOfBatch), async (c) => {
    const { ports } = c.var
    const file = await first(ports.db, resultFileById({ id: c.req.param('file') }))
    if (file?.batchId !== c.req.param('id')) return refuse(c, 'not_found')
    const bytes = await resultBytes(ports, file)
    if (bytes === undefined) return refuse(c, 'not_found')
    const entry = { id: ports.ids.next('audit'), actor: staffOf(c).id, action: 'evidence.viewed', subject: file.id }
    await commit(ports.db, 'An audit entry', addAudit({ ...entry, at: ports.clock.now() }))
    const ending = endingOf(bytes)
    return c.body(bytes, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${safeFileName(nameOf(file, ending))}"`,
    })
  })

function nameOf({ batchId, hash }: ResultFile, ending: string): string {
  return `results-${batchNumber(batchId)}-${hash.slice(0, 16)}.${ending}`
}

/** By what is inside: a workbook, a message of a bank, or a table of text. */
function endingOf([first, second]: Uint8Array): string {
  if (first === 0x50 && second === 0x4b) return 'xlsx'
  return first === 0x3c || (first === 0xef && second === 0xbb) ? 'xml' : 'csv'
}
