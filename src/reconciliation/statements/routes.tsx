/** `/finance/statements`: uploading a provider's or bank's file, and seeing what becomes of it. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { statementStates } from '../../../schema/statement-tables.ts'
import { first } from '../../platform/db/together.ts'
import { largestStatement } from '../../platform/files/limits.ts'
import { largestBody, normalizeText } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse, wantsJson } from '../../platform/http/refuse.tsx'
import { limitedTo } from '../../platform/http/safety.ts'
import { readUpload } from '../../platform/http/upload.ts'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { PageRequest } from '../../platform/lists/page-by-key.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { listOffers } from '../../rewards/voucher-desk/days-store.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { around } from '../../staff/frame/address.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { listAccounts, studiesOfAccount } from '../account-scope.ts'
import { accountIn } from './account.ts'
import { readCoverage } from './coverage.ts'
import { takeBackByHand } from './discard.ts'
import { columnsPath, fieldsPosted, type PostedFields, type UploadRefusal, uploadEndIn } from './form.ts'
import { hasPieces, pieceBytes } from './kept-file.ts'
import { isStuck, overBefore, quarantined } from './quarantine/tries.ts'
import { tryAgain } from './quarantine/try-again.ts'
import { addToStatement, beginStatement, finishStatement, receiveStatement } from './receive.ts'
import { keepsItsFile } from './reopen.ts'
import type { ImportOutcome, ImportProgress, Problem, Several, Statement } from './statement.ts'
import { StatementPage } from './statement-page.tsx'
import { StatementsPage } from './statements-page.tsx'
import * as store from './store.ts'
import { studiesOfStatement, uploads } from './studies-of-statement.ts'
import { isAtWork, workOn } from './work.ts'

const statementsOnAPage = 25
const listSchema = z.object({ before: z.string().max(60).optional(), after: z.string().max(60).optional() })
const pieceSchema = z.object({ n: z.coerce.number().int().min(2).max(10_000) })

export const statementRoutes = new Hono<AppEnv>()
  .get('/finance/statements', needs('statements.view'), addressed('query', listSchema), (c) =>
    list(c, c.req.valid('query'), null, {}),
  )
  .post('/finance/statements', needs('statements.upload'), limitedTo(largestStatement + largestBody), async (c) => {
    const { file, ...rest } = await readUpload(c)
    const fields = textsOf(rest)
    if (!(file instanceof File) || file.size === 0) return list(c, {}, 'empty', fields)
    const uploadEnd = uploadEndIn(fields, currencyOf(fields))
    if ('refused' in uploadEnd) return list(c, {}, uploadEnd.refused, fields)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const accountId = fields.account ? fields.account : null
    const done = await receiveStatement(c.var.ports, staffOf(c), { accountId, mayUse: uploads(c), bytes, ...uploadEnd })
    if (!('refused' in done)) return ended(c, done.statementId, done, fields)
    return ended(c, 'own' in done ? (done.own ?? '') : '', done, fields)
  })
  // The script of the page sends large files in pieces; what it is told is JSON.
  .post('/finance/statements/pieces', needs('statements.upload'), limitedTo(pieceBytes), async (c) => {
    const head = new Uint8Array(await c.req.arrayBuffer())
    const done = await beginStatement(c.var.ports, staffOf(c), {
      accountId: c.req.query('account') || null,
      mayUse: uploads(c),
      head,
    })
    return c.json(done, 'refused' in done ? 422 : 201)
  })
  .post(
    '/finance/statements/:id/pieces/:n',
    needs('statements.upload', studiesOfStatement),
    limitedTo(pieceBytes),
    addressed('param', pieceSchema),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const { n } = c.req.valid('param')
      const done = await addToStatement(c.var.ports, staffOf(c), { statementId: c.req.param('id'), n, bytes })
      return c.json(done, 'refused' in done ? 422 : 200)
    },
  )
  .post('/finance/statements/:id/end', needs('statements.upload', studiesOfStatement), async (c) => {
    const fields = await fieldsPosted(c)
    const id = c.req.param('id')
    const statement = await first(c.var.ports.db, store.statementById({ id }))
    if (statement === undefined) return refuse(c, 'not_found')
    const uploadEnd = uploadEndIn(fields, statement.currency)
    if ('refused' in uploadEnd) return list(c, {}, uploadEnd.refused, fields)
    const whole = { ...uploadEnd, bytes: Number(fields.bytes), mayUse: uploads(c) }
    const done = await finishStatement(c.var.ports, staffOf(c), id, whole)
    return ended(c, id, done, fields)
  })
  .get('/finance/statements/:id', needs('statements.view', studiesOfStatement), async (c) => {
    const { ports } = c.var
    const statement = await first(ports.db, store.statementById({ id: c.req.param('id') }))
    if (statement === undefined) return refuse(c, 'not_found')
    const mayWork = await uploads(c)(statement.accountId)
    // Whoever has no button to press sees what the sweep does.
    if (isAtWork(statement) && !mayWork && !isStuck(statement, ports.clock.now())) c.header('Refresh', '10')
    const language = languageOf(c)
    const words = statementsMessages(language)
    const code = c.req.query('said') ?? ''
    const isSaid = Object.hasOwn(words.said, code)
    const notice: Notice | null = isSaid
      ? { tone: code === 'received' ? 'good' : 'wait', text: words.said[code as keyof typeof words.said] }
      : null
    const names = await staffNames(ports)
    const several = await severalOf(c, statement)
    if (several?.statements.some(isAtWork)) c.header('Refresh', '10')
    return c.html(
      <StatementPage
        c={c}
        statement={statement}
        uploadedBy={names.get(statement.uploadedBy) ?? ''}
        outcome={statement.summary === null ? null : (JSON.parse(statement.summary) as ImportOutcome)}
        problem={statement.problem === null ? null : (JSON.parse(statement.problem) as Problem)}
        done={isAtWork(statement) && !isStuck(statement, ports.clock.now()) ? doneOf(statement) : null}
        isStuck={isStuck(statement, ports.clock.now())}
        mayWork={mayWork}
        mayDiscard={mayWork && isOpen(statement)}
        mayReopen={
          mayWork &&
          keepsItsFile(statement) &&
          (await first(ports.db, hasPieces({ statementId: statement.id }))) !== undefined
        }
        several={several}
        notice={notice}
      />,
    )
  })
  // What the sweep would do next anyway: whoever watches need not wait for it. The page's script is told in JSON.
  .post('/finance/statements/:id/work', needs('statements.upload', studiesOfStatement), async (c) => {
    const { ports } = c.var
    const id = c.req.param('id')
    const goesOn = await workOn(ports, id)
    const statement = await first(ports.db, store.statementById({ id }))
    if (statement === undefined) return refuse(c, 'not_found')
    const more = isAtWork(statement) && !isStuck(statement, ports.clock.now())
    // One that is at work and does not go on waits for another file of its account.
    if (wantsJson(c)) return c.json({ done: doneOf(statement), more, waits: more && !goesOn })
    return c.redirect(`/finance/statements/${id}`, 303)
  })
  .post('/finance/statements/:id/again', needs('statements.upload', studiesOfStatement), async (c) => {
    const id = c.req.param('id')
    const done = await tryAgain(c.var.ports, staffOf(c), id)
    if ('refused' in done && done.refused === 'not_found') return refuse(c, 'not_found')
    return c.redirect(`/finance/statements/${id}${'refused' in done ? '' : '?said=again'}`, 303)
  })
  .post('/finance/statements/:id/discard', needs('statements.upload', studiesOfStatement), async (c) => {
    const { ports } = c.var
    const id = c.req.param('id')
    const done = await takeBackByHand(ports, staffOf(c), id)
    if ('refused' in done && done.refused === 'not_found') return refuse(c, 'not_found')
    // What counts by now, or is over, is shown as it stands.
    return c.redirect(`/finance/statements/${id}${'refused' in done ? '' : '?said=discarded'}`, 303)
  })

/** The statements that the files of a ZIP became, as far as the reader may see them. */
async function severalOf(c: Context<AppEnv>, { problem }: Statement) {
  const { why, detail } = JSON.parse(problem ?? '{}') as Partial<Problem>
  if (why !== 'several_files') return null
  const { statements: ids, leftOut } = JSON.parse(detail ?? '{}') as Several
  const { db } = c.var.ports
  const statements: Statement[] = []
  for (const id of ids) {
    const one = await first(db, store.statementById({ id }))
    const isSeen = one && may(staffOf(c), 'statements.view', await studiesOfAccount(db, one.accountId))
    if (isSeen) statements.push(one)
  }
  return { statements, leftOut }
}

/** As long as nothing of it counts. */
function isOpen({ state }: Statement): boolean {
  return state === 'receiving' || state === 'staging' || state === 'quarantined'
}

function doneOf(statement: Statement): number {
  const { state, checkpoint, linesMatched, linesNew, problem } = statement
  if (state === 'published') return linesNew === 0 ? 1 : linesMatched / linesNew
  if (problem !== null || checkpoint === null) return 0
  const { next, size, isRead } = JSON.parse(checkpoint) as ImportProgress
  return isRead ? 1 : Math.min(1, (next?.place.offset ?? 0) / Math.max(1, size))
}

function ended(
  c: Context<AppEnv>,
  id: string,
  done: Awaited<ReturnType<typeof finishStatement | typeof receiveStatement>>,
  fields: PostedFields,
) {
  if (!('refused' in done)) return c.redirect(`/finance/statements/${id}?said=received`, 303)
  if (done.refused === 'same_file') return c.redirect(`/finance/statements/${done.statementId}?said=same_file`, 303)
  if (done.refused === 'same_waiting') return c.redirect(columnsPath(done.statementId, fields, 'same_waiting'), 303)
  if (done.refused === 'which_columns') return c.redirect(columnsPath(id, fields), 303)
  return list(c, {}, done.refused, fields)
}

async function list(c: Context<AppEnv>, asked: PageRequest, refused: UploadRefusal | null, fields: PostedFields) {
  const { ports } = c.var
  const scope = await scopeOf(ports.db, staffOf(c), 'statements.view')
  const found = await pageByTime<Statement>(c, asked, statementsOnAPage, {
    keyOf: ({ id }) => id,
    read: (way, from, limit) =>
      ports.db.read(store.listStatements[way]({ from: from ?? (way === 'behind' ? '~' : ''), limit }, scope)),
    by: {
      state: {
        groups: statementStates,
        groupOf: ({ state }) => state,
        keyOf: ({ id }) => id,
        read: (state, way, from, limit) =>
          ports.db.read(
            store.statementsInState[way](
              { state: state as Statement['state'], id: from ?? (way === 'behind' ? '~' : ''), limit },
              scope,
            ),
          ),
      },
    },
  })
  const accounts = await ports.db.read(listAccounts({}, scope))
  const page = (
    <StatementsPage
      c={c}
      statements={found.rows}
      pages={around(c, found)}
      names={await staffNames(ports)}
      coverage={await readCoverage(ports, scope)}
      waiting={
        await ports.db.read(quarantined({ over: overBefore(ports.clock.now()), limit: statementsOnAPage }, scope))
      }
      accounts={
        await accountsOf(
          ports,
          accounts.map(({ id }) => id),
        )
      }
      mayUpload={may(staffOf(c), 'statements.upload')}
      fields={fields}
      notice={noticeOf(c, refused)}
      pieceBytes={pieceBytes}
    />
  )
  return c.html(page, refused === null ? 200 : 422)
}

function noticeOf(c: Context<AppEnv>, refused: UploadRefusal | null): Notice | null {
  return refused === null ? null : { tone: 'bad', text: statementsMessages(languageOf(c)).refusals[refused] }
}

/** Accounts that a file may be of: those that exist, and each provider's in the currencies that offers pay. */
async function accountsOf(ports: Ports, known: readonly string[]): Promise<string[]> {
  const currencies = new Set((await ports.db.read(listOffers({}))).map(({ currency }) => currency))
  const possible = ports.payers.flatMap(({ provider, carries }) =>
    [...currencies].filter((one) => Object.hasOwn(carries, one)).map((one) => `${provider}:${one}`),
  )
  return [...new Set([...known, ...possible])].sort()
}

async function staffNames(ports: Ports): Promise<ReadonlyMap<string, string>> {
  return new Map((await ports.db.read(everyStaff({}))).map(({ id, name }) => [id, name]))
}

function currencyOf(fields: PostedFields): string {
  return accountIn(fields.account ?? '')?.currency ?? 'CNY'
}

function textsOf(body: Record<string, unknown>): PostedFields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, normalizeText(value)]] : [])),
  )
}
