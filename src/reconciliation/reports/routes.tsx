/** `/finance/reports`: reports as pages and files, signing them, and the signed files. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { type ReportsMessages, reportsMessages } from '../../../messages/generated/reports.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { first } from '../../platform/db/together.ts'
import { csvFile, safeFileName } from '../../platform/http/download.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { slugs } from '../../rewards/batches/show-batch.tsx'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { may, studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { grantsOf } from '../../staff/permissions/store.ts'
import { listAccounts } from '../account-scope.ts'
import { hashOf, type Report, saysTheSame, upToDate } from './content.ts'
import { reportCsv, reportXlsx } from './files.ts'
import { instantsOf, periodOf } from './period.ts'
import { readAccountReport } from './read-account.ts'
import { readClosing, readStudyReport } from './read-study.ts'
import { ReportPage, type ReportPageProps, type ShownVersion } from './report-page.tsx'
import { pathOf, ReportsPage } from './reports-page.tsx'
import { rulesText } from './rules-text.ts'
import { sectionsOf } from './sections.ts'
import { signFirst, signSecond, whyNotSecond, withdrawSignature } from './signing/sign.ts'
import { reportFile } from './signing/signed-file.ts'
import { waitingReports } from './signing/waiting.ts'
import * as store from './store.ts'
import { studiesOf, studyOfReport, studyOfSignedReport } from './study-of-report.ts'

const daysShown = 14
const monthsShown = 3
const signedShown = 50

const kinds = ['day', 'month', 'study', 'closing'] as const
const paramSchema = z.object({
  kind: z.enum(kinds),
  of: z.string().max(80),
  when: z.string().max(10).optional(),
})
const querySchema = z.object({
  version: z.coerce.number().int().positive().optional(),
  as: z.enum(['csv', 'xlsx']).optional(),
  said: z.string().max(40).optional(),
})
type Wanted = z.infer<typeof paramSchema>

export const reportRoutes = new Hono<AppEnv>()
  .get('/finance/reports', needs('reports.view'), async (c) => {
    const { ports } = c.var
    const days = lastDays(dayOf(booksZone, ports.clock.now()), daysShown)
    const seen = studiesWith(staffOf(c), 'reports.view')
    const studies = await slugs(ports)
    const isSeen = async (kind: string, of: string) =>
      may(staffOf(c), 'reports.view', await studiesOf(ports.db, kind, of))
    const accounts = await ports.db.read(listAccounts({}, await scopeOf(ports.db, staffOf(c), 'reports.view')))
    const newest = await ports.db.read(store.newestReports({ limit: signedShown }))
    const areSeen = await Promise.all(newest.map(({ kind, subject }) => isSeen(kind, subject.split(' ')[0] ?? '')))
    const signed = newest.filter((_, at) => areSeen[at])
    return c.html(
      <ReportsPage
        c={c}
        accounts={accounts.map(({ id }) => id)}
        studies={[...studies].flatMap(([id, slug]) => (seen.includes(id) ? [slug] : []))}
        days={days}
        months={lastMonths(days[0] ?? '', monthsShown)}
        waiting={await waitingReports(ports, staffOf(c))}
        names={new Map((await ports.db.read(everyStaff({}))).map(({ id, name }) => [id, name]))}
        signed={signed.map((one) => ({ ...one, signatures: one.signatures ?? 0 }))}
      />,
    )
  })
  .get('/finance/reports/signed/:id', needs('reports.view', studyOfSignedReport), async (c) => {
    const made = await reportFile(c.var.ports, c.req.param('id'))
    if (made === undefined) return refuse(c, 'not_found')
    const { kind, subject, version } = made.kept
    return c.body(JSON.stringify(made.file), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${safeFileName(`${kind}-${subject}-v${version}.json`)}"`,
    })
  })
  .post('/finance/reports/signed/:id', needs('reports.sign', studyOfSignedReport), async (c) => {
    const id = c.req.param('id')
    const done = await signSecond(c.var.ports, staffOf(c), id, await studyOfSignedReport(c))
    return backToVersion(c, id, 'refused' in done ? done.refused : 'signed_second')
  })
  .post('/finance/reports/signed/:id/withdrawal', needs('reports.sign', studyOfSignedReport), async (c) => {
    const id = c.req.param('id')
    const done = await withdrawSignature(c.var.ports, staffOf(c), id)
    return backToVersion(c, id, 'refused' in done ? done.refused : 'withdrawn')
  })
  .get(
    '/finance/reports/:kind/:of/:when?',
    needs('reports.view', studyOfReport),
    addressed('param', paramSchema),
    addressed('query', querySchema),
    (c) => show(c, c.req.valid('param'), c.req.valid('query')),
  )
  .post(
    '/finance/reports/:kind/:of/:when?',
    needs('reports.sign', studyOfReport),
    addressed('param', paramSchema),
    async (c) => {
      const { ports } = c.var
      const report = await readReport(ports, c.req.valid('param'))
      if (report === undefined) return refuse(c, 'not_found')
      const posted = await readPosted(c)
      const note = (field(posted, 'note') ?? '').trim().slice(0, 200)
      const done = await signFirst(ports, staffOf(c), report, field(posted, 'hash') ?? '', note)
      // What was typed is shown again, beside the report as it is now.
      if ('refused' in done) return show(c, c.req.valid('param'), { said: done.refused }, note)
      return c.redirect(`${pathOf(report.kind, report.subject)}?version=${done.version}&said=signed`, 303)
    },
  )

/** To the version's own page, which says what came of it. */
async function backToVersion(c: Context<AppEnv>, id: string, said: string): Promise<Response> {
  const kept = await first(c.var.ports.db, store.reportById({ id }))
  if (kept === undefined) return refuse(c, 'not_found')
  return c.redirect(`${pathOf(kept.kind, kept.subject)}?version=${kept.version}&said=${said}`, 303)
}

/** The report as the books stand; of a campaign that was signed, up to the day that was signed. */
async function readReport(ports: Ports, { kind, of, when }: Wanted): Promise<Report | undefined> {
  if (kind === 'closing') {
    if (when !== undefined) return undefined
    const newest = store.standingIn(await ports.db.read(store.versionsOf({ kind, subject: of })))
    const through = newest === undefined ? undefined : (JSON.parse(newest.content) as Report).to
    const asSigned = await readClosing(ports, of, through)
    const isSame = newest !== undefined && asSigned !== undefined && saysTheSame(JSON.parse(newest.content), asSigned)
    return isSame || through === undefined ? asSigned : readClosing(ports, of)
  }
  const period = periodOf(when ?? '')
  if (period === null || (kind === 'day') !== (period.from === period.name)) return undefined
  return kind === 'study' ? readStudyReport(ports, of, period) : readAccountReport(ports, of, period)
}

/** @param typed a note that was refused, which is shown again */
async function show(c: Context<AppEnv>, wanted: Wanted, query: z.infer<typeof querySchema>, typed?: string) {
  const { ports } = c.var
  const now = await readReport(ports, wanted)
  if (now === undefined) return refuse(c, 'not_found')
  const kept = await ports.db.read(store.versionsOf(now))
  const chosen = query.version === undefined ? undefined : kept.find(({ version }) => version === query.version)
  if (query.version !== undefined && chosen === undefined) return refuse(c, 'not_found')
  const report: Report = chosen === undefined ? now : upToDate(JSON.parse(chosen.content))
  const staff = new Map((await ports.db.read(everyStaff({}))).map(({ id, name }) => [id, name]))
  const words = reportsMessages(languageOf(c))
  const language = languageOf(c)
  const sections = sectionsOf(report, {
    words,
    nameOf: (id) => staff.get(id) ?? id,
    classes: exceptionsMessages(language).classes,
    accountOf: (id) => accountName(id, language),
    rulesOf: (set) => rulesText(set, language),
    formats: statementsMessages(language).formats,
  })
  const name = safeFileName(`${report.kind}-${report.subject}${chosen === undefined ? '' : `-v${chosen.version}`}`)
  if (query.as === 'csv') return csvFile(c, `${name}.csv`, reportCsv(sections, words))
  if (query.as === 'xlsx') {
    const bytes = await reportXlsx(sections, words)
    return c.body(bytes.slice().buffer as ArrayBuffer, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    })
  }
  const versions = await Promise.all(
    kept.map(async ({ id, version, contentHash, ending }): Promise<ShownVersion> => {
      const signatures = await ports.db.read(store.signaturesOf({ reportId: id }))
      return { id, version, contentHash, ending, signatures }
    }),
  )
  const newest = store.standingIn(kept)
  const half = chosen ?? newest
  const isSigned = newest !== undefined && saysTheSame(JSON.parse(newest.content), now)
  return c.html(
    <ReportPage
      c={c}
      report={report}
      sections={sections}
      path={pathOf(report.kind, report.subject)}
      shown={versions.find(({ version }) => version === chosen?.version) ?? null}
      versions={versions}
      differs={newest !== undefined && !isSigned}
      mayNotSecond={half?.ending === null ? await whyNot(c, half.id) : 'signed_before'}
      typed={typed ?? ''}
      toSign={isSigned ? null : { hash: hashOf(now) }}
      isOver={ports.clock.now() >= instantsOf(now).ends}
      names={staff}
      notice={noticeOf(query.said ?? '', words)}
    />,
    typed === undefined ? 200 : 422,
  )
}

/** Why whoever looks may not sign a version second; null when they may. */
async function whyNot(c: Context<AppEnv>, reportId: string): Promise<ReportPageProps['mayNotSecond']> {
  const { db } = c.var.ports
  const signature = await first(db, store.signaturesOf({ reportId }))
  if (signature === undefined) return 'not_allowed'
  const grants = await db.read(grantsOf({ staffId: signature.by }))
  const countsAs = (await first(db, store.firstCountsAs({ reportId })))?.countsAs ?? null
  return whyNotSecond({ id: signature.by, grants, countsAs }, staffOf(c), await studyOfReport(c))
}

function noticeOf(said: string, words: ReportsMessages): Notice | null {
  if (Object.hasOwn(words.done, said)) return { tone: 'good', text: words.done[said as keyof ReportsMessages['done']] }
  if (!Object.hasOwn(words.refusals, said)) return null
  return { tone: 'bad', text: words.refusals[said as keyof ReportsMessages['refusals']] }
}

function lastDays(today: string, count: number): string[] {
  const days = [today]
  while (days.length < count) days.push(dayBefore(days.at(-1) ?? today))
  return days
}

function lastMonths(day: string, count: number): string[] {
  const months = [day.slice(0, 7)]
  while (months.length < count) months.push(dayBefore(`${months.at(-1)}-01`).slice(0, 7))
  return months
}
