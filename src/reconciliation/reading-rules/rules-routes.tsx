/** `/finance/statements/rules`: how files are read, as people have said, and how that is changed. */

import { type Context, Hono } from 'hono'
import { readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, type StudyOf, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { listAccounts, studiesOfAccount } from '../account-scope.ts'
import { accountIn } from '../statements/account.ts'
import { fieldsPosted, type PostedFields } from '../statements/form.ts'
import { ChangePage } from './change-page.tsx'
import { changeColumns, findColumnsRule, forgetColumns } from './columns.ts'
import { mappingFields, mappingIn, shapeIn } from './columns-fields.ts'
import { rememberedColumns, rememberedWords } from './remembered.ts'
import { RulesPage, type RulesPageProps } from './rules-page.tsx'
import { linesWith, proposeUnlearning } from './words.ts'

type Code = keyof ReturnType<typeof readingRulesMessages>['said']

/** The studies that share the account that is asked for, or that a form names. */
const studiesAsked: StudyOf = (c) => studiesOfAccount(c.var.ports.db, c.req.query('account') ?? '')
const studiesPosted: StudyOf = async (c) => studiesOfAccount(c.var.ports.db, (await fieldsPosted(c)).account ?? '')

export const rulesRoutes = new Hono<AppEnv>()
  .get('/finance/statements/rules', needs('statements.view'), (c) => list(c, c.req.query('said') ?? '', null))
  .get('/finance/statements/rules/columns', needs('statements.upload', studiesAsked), async (c) => {
    const of = { accountId: c.req.query('account') ?? '', name: c.req.query('name') ?? '' }
    const columns = await findColumnsRule(c.var.ports, of)
    if (columns === undefined) return refuse(c, 'not_found')
    const fields = mappingFields(columns.mapping)
    return c.html(<ChangePage c={c} accountId={of.accountId} columns={columns} fields={fields} notice={null} />)
  })
  .post('/finance/statements/rules/columns', needs('statements.upload', studiesPosted), async (c) => {
    const { ports } = c.var
    const fields = await fieldsPosted(c)
    const of = ruleIn(fields)
    const columns = await findColumnsRule(ports, of)
    const currency = accountIn(of.accountId)?.currency
    if (columns === undefined || currency === undefined) return back(c, 'moved_on')
    const shape = { ...columns.mapping, encoding: columns.mapping.encoding ?? ('utf-8' as const), ...shapeIn(fields) }
    const mapping = mappingIn(fields, shape, currency)
    if ('refused' in mapping) {
      const text = statementsMessages(languageOf(c)).refusals[mapping.refused]
      const page = { accountId: of.accountId, columns, fields, notice: { tone: 'bad', text } as const }
      return c.html(<ChangePage c={c} {...page} />, 422)
    }
    const done = await changeColumns(ports, staffOf(c), of, mapping)
    return back(c, 'refused' in done ? done.refused : 'changed')
  })
  .post('/finance/statements/rules/forget', needs('statements.upload', studiesPosted), async (c) => {
    const done = await forgetColumns(c.var.ports, staffOf(c), ruleIn(await fieldsPosted(c)))
    return back(c, 'refused' in done ? done.refused : 'forgotten')
  })
  .post('/finance/statements/rules/unlearn', needs('exceptions.work', studiesPosted), async (c) => {
    const fields = await fieldsPosted(c)
    const { account: accountId = '', word = '' } = fields
    const note = fields[fields.field ?? ''] ?? ''
    const done = await proposeUnlearning(c.var.ports, staffOf(c), accountId, word, note)
    if (!('refused' in done)) return back(c, 'proposed')
    return list(c, done.refused, { accountId, word, note })
  })

function ruleIn({ account = '', name = '' }: PostedFields): { accountId: string; name: string } {
  return { accountId: account, name }
}

function back(c: Context<AppEnv>, result: Code): Response {
  return c.redirect(`/finance/statements/rules?said=${result}`, 303)
}

const good: readonly string[] = ['changed', 'forgotten', 'proposed'] satisfies Code[]

async function list(c: Context<AppEnv>, result: string, typed: RulesPageProps['typed']) {
  const { db } = c.var.ports
  const scope = await scopeOf(db, staffOf(c), 'statements.view')
  const words = readingRulesMessages(languageOf(c))
  const accounts = await Promise.all(
    (await db.read(listAccounts({}, scope))).map(async ({ id: accountId }) => ({
      accountId,
      columns: await rememberedColumns(db, accountId),
      words: await Promise.all(
        (await rememberedWords(db, accountId)).map(async ({ word, kind, actor, at }) => {
          const lines = await linesWith(db, accountId, word)
          return { accountId, word, kind, before: null, lines, actor, at }
        }),
      ),
    })),
  )
  const notice: Notice | null = Object.hasOwn(words.said, result)
    ? { tone: good.includes(result) ? 'good' : 'bad', text: words.said[result as Code] }
    : null
  const staff = staffOf(c)
  return c.html(
    <RulesPage
      c={c}
      accounts={accounts.filter((one) => one.columns.length + one.words.length > 0)}
      names={new Map((await db.read(everyStaff({}))).map(({ id, name }) => [id, name]))}
      mayChange={may(staff, 'statements.upload')}
      mayPropose={may(staff, 'exceptions.work')}
      typed={typed}
      notice={notice}
    />,
    typed === null ? 200 : 422,
  )
}
