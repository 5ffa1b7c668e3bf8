/** `/finance/reports`: reports as pages and files, signing them, and the signed files. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type ReportsMessages, reportsMessages } from '../../../messages/generated/reports.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayBefore, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { slugsByStudy } from '../../rewards/batches/study-slugs.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { may, studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { grantsOf } from '../../staff/permissions/store.ts'
import { listAccounts } from '../account-scope.ts'
import { askedReport, readReport, reportSchema } from './asked-report.ts'
import { reportHash, saysTheSame } from './content.ts'
import { reportFileRoutes } from './files/routes.tsx'
import { isOver } from './period.ts'
import { ReportPage, type ReportPageProps, type ShownVersion } from './report-page.tsx'
import { pathOf, ReportsPage } from './reports-page.tsx'
import { daysIn } from './section.ts'
import { signFirst, signSecond, whyNotSecond, withdrawSignature } from './signing/sign.ts'
import { waitingReports } from './signing/waiting.ts'
import * as store from './store.ts'
import { studiesOfReport, studyOfReport, studyOfSignedReport } from './study-of-report.ts'

const daysShown = 14
const monthsShown = 3
const signedShown = 50

const querySchema = z.object({
  version: z.coerce.number().int().positive().optional(),
  said: z.string().max(40).optional(),
})

export const reportRoutes = new Hono<AppEnv>()
  .route('/', reportFileRoutes)
  .get('/finance/reports', needs('reports.view'), async (c) => {
    const { ports } = c.var
    const days = lastDays(dayOf(booksZone, ports.clock.now()), daysShown)
    const seen = studiesWith(staffOf(c), 'reports.view')
    const studies = await slugsByStudy(ports)
    const isSeen = async (kind: string, of: string) =>
      may(staffOf(c), 'reports.view', await studiesOfReport(ports.db, kind, of))
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
    addressed('param', reportSchema),
    addressed('query', querySchema),
    (c) => show(c, c.req.valid('param'), c.req.valid('query')),
  )
  .post(
    '/finance/reports/:kind/:of/:when?',
    needs('reports.sign', studyOfReport),
    addressed('param', reportSchema),
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
async function backToVersion(c: Context<AppEnv>, id: string, result: string): Promise<Response> {
  const stored = await first(c.var.ports.db, store.reportById({ id }))
  if (stored === undefined) return refuse(c, 'not_found')
  return c.redirect(`${pathOf(stored.kind, stored.subject)}?version=${stored.version}&said=${result}`, 303)
}

/** @param typed a note that was refused, which is shown again */
async function show(
  c: Context<AppEnv>,
  wanted: z.infer<typeof reportSchema>,
  query: z.infer<typeof querySchema>,
  typed?: string,
) {
  const { ports } = c.var
  const asked = await askedReport(c, wanted, query.version, daysIn(languageOf(c)))
  if (asked === undefined) return refuse(c, 'not_found')
  const { now, kept, chosen, report, sections, names } = asked
  const words = reportsMessages(languageOf(c))
  const versions = await Promise.all(
    kept.map(async ({ id, version, contentHash, ending }): Promise<ShownVersion> => {
      const signatures = await ports.db.read(store.reportSignatures({ reportId: id }))
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
      toSign={isSigned ? null : { hash: reportHash(now) }}
      isOver={isOver(now, ports.clock.now())}
      names={names}
      notice={noticeOf(query.said ?? '', words)}
    />,
    typed === undefined ? 200 : 422,
  )
}

/** Why whoever looks may not sign a version second; null when they may. */
async function whyNot(c: Context<AppEnv>, reportId: string): Promise<ReportPageProps['mayNotSecond']> {
  const { db } = c.var.ports
  const signature = await first(db, store.reportSignatures({ reportId }))
  if (signature === undefined) return 'not_allowed'
  const grants = await db.read(grantsOf({ staffId: signature.by }))
  const countsAs = (await first(db, store.firstCountsAs({ reportId })))?.countsAs ?? null
  return whyNotSecond({ id: signature.by, grants, countsAs }, staffOf(c), await studyOfReport(c))
}

function noticeOf(result: string, words: ReportsMessages): Notice | null {
  if (Object.hasOwn(words.done, result))
    return { tone: 'good', text: words.done[result as keyof ReportsMessages['done']] }
  if (!Object.hasOwn(words.refusals, result)) return null
  return { tone: 'bad', text: words.refusals[result as keyof ReportsMessages['refusals']] }
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
