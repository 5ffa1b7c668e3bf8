/** The columns of a plain CSV: said, tried on its first lines, confirmed; and said anew after a refusal. */

import { type Context, Hono } from 'hono'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import { first } from '../../platform/db/together.ts'
import { normalizeText } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import { OffloadFailed } from '../../platform/offload/job.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import type { CsvMapping } from '../formats/csv/mapping.ts'
import type { PreviewLine } from '../formats/csv/preview.ts'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { sniffTable } from '../formats/jobs.ts'
import type { OpenFile } from '../formats/open-file.ts'
import type { FileClaims } from '../formats/parser.ts'
import { claimNames, fieldsPosted, type PostedFields, type UploadRefusal, uploadEndIn } from '../statements/form.ts'
import { insideOf, previewOf } from '../statements/kept-file.ts'
import { finishStatement } from '../statements/receive.ts'
import { reopenStatement } from '../statements/reopen.ts'
import type { Statement } from '../statements/statement.ts'
import { statementById } from '../statements/store.ts'
import { studiesOfStatement } from '../statements/studies-of-statement.ts'
import { mappingIn, shapeIn } from './columns-fields.ts'
import { ColumnsPage, type ColumnsPageProps } from './columns-page.tsx'
import { prefillOf } from './prefill.ts'
import { readRemembered } from './remembered.ts'

export const columnsRoutes = new Hono<AppEnv>()
  .get('/finance/statements/:id/columns', needs('statements.upload', studiesOfStatement), async (c) => {
    const file = await fileOf(c)
    if (file instanceof Response) return file
    const { statement, opened } = file
    const sniffed = await sniffedOf(c, opened)
    const claims = claimsAsked(c)
    if (sniffed === null) return page(c, file, { sniffed, fields: claims, tried: null, refused: null })
    const found = await prefillOf(c.var.ports.db, statement, opened.head, sniffed)
    const fields = { ...found.fields, ...claims }
    const tried = found.mapping === null ? null : await triedOn(c, file, found.mapping)
    return page(c, file, { sniffed: await sniffedOf(c, opened, fields), fields, tried, refused: null })
  })
  // Reads the first lines and writes nothing.
  .post('/finance/statements/:id/columns/try', needs('statements.upload', studiesOfStatement), async (c) => {
    const file = await fileOf(c)
    if (file instanceof Response) return file
    const tried = await tryOn(c, file, await fieldsPosted(c))
    return page(c, file, tried)
  })
  .post('/finance/statements/:id/columns', needs('statements.upload', studiesOfStatement), async (c) => {
    const file = await fileOf(c)
    if (file instanceof Response) return file
    const { statement } = file
    const fields = await fieldsPosted(c)
    const tried = await tryOn(c, file, fields)
    const { mapping, said } = tried
    const isFit = tried.tried?.isFit ?? false
    // What was changed since it was shown is shown first.
    const isShown = tried.tried?.name === fields.tried
    if (!isFit || !isShown || mapping === null || said === null) return page(c, file, tried, isFit ? 200 : 422)
    const done = await finishStatement(c.var.ports, staffOf(c), statement.id, {
      ...said,
      mapping,
      bytes: statement.bytes,
    })
    if (!('refused' in done)) return c.redirect(`/finance/statements/${statement.id}?said=received`, 303)
    if (done.refused === 'same_file' || done.refused === 'same_waiting') {
      return c.redirect(`/finance/statements/${done.statementId}?said=same_file`, 303)
    }
    return page(c, file, { ...tried, refused: done.refused }, 422)
  })
  .post('/finance/statements/:id/reopen', needs('statements.upload', studiesOfStatement), async (c) => {
    const id = c.req.param('id')
    const done = await reopenStatement(c.var.ports, staffOf(c), id)
    if (!('refused' in done)) return c.redirect(`/finance/statements/${done.statementId}/columns`, 303)
    if (done.refused === 'not_found') return refuse(c, 'not_found')
    return c.redirect(`/finance/statements/${id}?said=gone`, 303)
  })

interface ReceivedFile {
  statement: Statement
  opened: Pick<OpenFile, 'format' | 'head'>
}

/** The file whose columns wait to be said; for one that is further, its page. */
async function fileOf(c: Context<AppEnv>): Promise<ReceivedFile | Response> {
  const { db } = c.var.ports
  const id = c.req.param('id') ?? ''
  const statement = await first(db, statementById({ id }))
  if (statement === undefined) return refuse(c, 'not_found')
  const waits = statement.state === 'receiving' && statement.told === null
  const opened = waits ? await insideOf(c.var.ports, statement) : null
  const isTable = opened?.format === 'csv' && opened.head.length > 0
  return !isTable ? c.redirect(`/finance/statements/${id}`, 303) : { statement, opened }
}

/** What it seems to be, with what was said of its shape in the place of a guess; null where nothing can be told. */
async function sniffedOf(
  c: Context<AppEnv>,
  { head }: ReceivedFile['opened'],
  fields: PostedFields = {},
): Promise<Sniffed | null> {
  try {
    return await c.var.ports.offload(sniffTable, { head, said: shapeIn(fields) })
  } catch (error) {
    if (error instanceof OffloadFailed) return null
    throw error
  }
}

/** What was said beside the file when it was uploaded. */
function claimsAsked(c: Context<AppEnv>): PostedFields {
  return Object.fromEntries(
    claimNames.flatMap((name) => (c.req.query(name) ? [[name, normalizeText(c.req.query(name) ?? '')]] : [])),
  )
}

interface Tried {
  sniffed: Sniffed | null
  fields: PostedFields
  mapping: CsvMapping | null
  said: Exclude<ReturnType<typeof uploadEndIn>, { refused: UploadRefusal }> | null
  tried: ColumnsPageProps['tried']
  refused: UploadRefusal | null
}

async function tryOn(c: Context<AppEnv>, file: ReceivedFile, fields: PostedFields): Promise<Tried> {
  const { currency } = file.statement
  const sniffed = await sniffedOf(c, file.opened, fields)
  const nothing = { sniffed, fields, mapping: null, said: null, tried: null }
  if (sniffed === null) return { ...nothing, refused: null }
  const mapping = mappingIn(fields, sniffed, currency)
  if ('refused' in mapping) return { ...nothing, refused: mapping.refused }
  const ending = uploadEndIn(fields, currency)
  const tried = await triedOn(c, file, mapping, 'refused' in ending ? {} : ending.claims)
  if ('refused' in ending) return { ...nothing, mapping, tried, refused: ending.refused }
  return { sniffed, fields, mapping, said: ending, tried, refused: null }
}

/** The first lines, and a name for what they were tried with. */
async function triedOn(
  c: Context<AppEnv>,
  { statement }: ReceivedFile,
  mapping: CsvMapping,
  claims: FileClaims = {},
): Promise<ColumnsPageProps['tried']> {
  const { db } = c.var.ports
  const { kinds } = await readRemembered(db, statement.accountId)
  const lines = await previewOf(c.var.ports, statement, { mapping, kinds, claims, currency: statement.currency })
  if (lines === null) return null
  const name = sha256(JSON.stringify({ ...mapping, header: null }))
  const shown = lines.map((read) => {
    const line = inCurrency(read, statement.currency)
    return { ...line, isLeftOut: isLeftOut(line, mapping) }
  })
  return { name, lines: shown, isFit: shown.every((line) => line.problem === null || line.isLeftOut) }
}

/** Where the file says the currency of each line, those of another account's are left out, as the statement's page says. */
function isLeftOut({ problem }: PreviewLine, mapping: CsvMapping): boolean {
  return problem?.why === 'currency' && problem.detail !== null && 'column' in mapping.currency
}

/** A line of another currency would be left out of the account. */
function inCurrency(line: PreviewLine, currency: string): PreviewLine {
  if (line.read === null || line.read.currency === currency) return line
  return { ...line, read: null, problem: { why: 'currency', detail: line.read.currency } }
}

function page(
  c: Context<AppEnv>,
  { statement }: ReceivedFile,
  { sniffed, fields, tried, refused }: Pick<Tried, 'sniffed' | 'fields' | 'tried' | 'refused'>,
  status: 200 | 422 = refused === null ? 200 : 422,
) {
  const words = statementsMessages(languageOf(c))
  return c.html(
    <ColumnsPage
      c={c}
      statementId={statement.id}
      accountId={statement.accountId}
      sniffed={sniffed}
      fields={fields}
      tried={tried}
      notice={
        refused !== null
          ? { tone: 'bad', text: words.refusals[refused] }
          : c.req.query('said') === 'same_waiting'
            ? { tone: 'wait', text: words.said.same_waiting }
            : null
      }
    />,
    status,
  )
}
