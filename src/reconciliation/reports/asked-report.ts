/** The report that an address names, as it is now or as a version of it was signed. */
import type { Context } from 'hono'
import * as z from 'zod'
import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { statementsMessages } from '../../../messages/generated/statements.ts'
import { offerNamesOf } from '../../journey/offer-names.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { type Report, saysTheSame, upToDate } from './content.ts'
import { periodOf } from './period.ts'
import { readAccountReport } from './read-account.ts'
import { readClosing, readStudyReport } from './read-study.ts'
import { rulesText } from './rules-text.ts'
import { type DayText, isoDays } from './section.ts'
import { sectionsOf } from './sections.ts'
import * as store from './store.ts'

const kinds = ['day', 'month', 'study', 'closing'] as const
export const reportSchema = z.object({
  kind: z.enum(kinds),
  of: z.string().max(80),
  when: z.string().max(10).optional(),
})
type Wanted = z.infer<typeof reportSchema>

/** The report as the books stand; of a campaign that was signed, up to the day that was signed. */
export async function readReport(ports: Ports, { kind, of, when }: Wanted): Promise<Report | undefined> {
  if (kind === 'closing') {
    if (when !== undefined) return undefined
    const newest = store.standingIn(await ports.db.read(store.reportVersions({ kind, subject: of })))
    const through = newest === undefined ? undefined : (JSON.parse(newest.content) as Report).to
    const asSigned = await readClosing(ports, of, through)
    const isSame = newest !== undefined && asSigned !== undefined && saysTheSame(JSON.parse(newest.content), asSigned)
    return isSame || through === undefined ? asSigned : readClosing(ports, of)
  }
  const period = periodOf(when ?? '')
  if (period === null || (kind === 'day') !== (period.from === period.name)) return undefined
  return kind === 'study' ? readStudyReport(ports, of, period) : readAccountReport(ports, of, period)
}

/**
 * The report in the reader's words, beside every version of it that is kept.
 * @param days how its days are written
 * @returns undefined where there is no such report, or no such version of it
 */
export async function askedReport(
  c: Context<AppEnv>,
  wanted: Wanted,
  version: number | undefined,
  days: DayText = isoDays,
) {
  const { ports } = c.var
  const now = await readReport(ports, wanted)
  if (now === undefined) return undefined
  const stored = await ports.db.read(store.reportVersions(now))
  const chosen = version === undefined ? undefined : stored.find((one) => one.version === version)
  if (version !== undefined && chosen === undefined) return undefined
  const report: Report = chosen === undefined ? now : upToDate(JSON.parse(chosen.content))
  const names = new Map((await ports.db.read(everyStaff({}))).map(({ id, name }) => [id, name]))
  const language = languageOf(c)
  const sections = sectionsOf(report, {
    language,
    words: reportsMessages(language),
    nameOf: (id) => names.get(id) ?? id,
    classes: exceptionsMessages(language).classes,
    accountOf: (id) => accountName(id, language),
    rulesOf: (set) => rulesText(set, language),
    offerNames: await offerNamesOf(ports, report.kind === 'study' ? [report.study.slug] : [], language),
    formats: statementsMessages(language).formats,
    days,
  })
  return { now, kept: stored, chosen, report, sections, names }
}
