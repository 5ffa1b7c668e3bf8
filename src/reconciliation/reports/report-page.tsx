/** One report as the books stand or as it was signed. Printed, it is its own A4 paper: nothing of the site around it. */

import type { Context } from 'hono'
import { type ReportsMessages, reportsMessages } from '../../../messages/generated/reports.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDateTime, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { controlAttributes, Field } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { ReportFaults } from './balance/faults.tsx'
import { faultsOf, type Report, type ReportFault } from './content.ts'
import { filePathOf, reportTitle } from './reports-page.tsx'
import type { ReportSection } from './section.ts'
import { SectionTable } from './section-table.tsx'
import type { ReportSignature, Version } from './store.ts'

export interface ShownVersion extends Pick<Version, 'id' | 'version' | 'contentHash' | 'ending'> {
  signatures: ReportSignature[]
}

export interface ReportPageProps {
  c: Context<AppEnv>
  report: Report
  sections: ReportSection[]
  /** Its own address. */
  path: string
  /** The signed version that is shown; null: the books as they stand now. */
  shown: ShownVersion | null
  /** Every version, newest first. */
  versions: ShownVersion[]
  /** Whether the books say something else than the newest version. */
  differs: boolean
  /** What a signature would fix; null when there is nothing (new) to be signed. */
  toSign: { hash: string } | null
  /** Whether its last day is over: nothing is signed before that. */
  isOver: boolean
  /** Why whoever looks may not give the second signature that is missing; null when they may. */
  mayNotSecond: 'same_person' | 'own_link' | 'not_allowed' | 'needs_approver' | 'signed_before' | null
  /** The note that was typed, when signing was refused. */
  typed: string
  names: ReadonlyMap<string, string>
  notice: Notice | null
}

export function ReportPage(props: ReportPageProps) {
  const { c, report, sections, shown, differs } = props
  const words = reportsMessages(languageOf(c))
  const faults = faultsOf(report)
  return (
    <StaffPage c={c} title={reportTitle(report.kind, report.subject, languageOf(c))}>
      <NoticeLine notice={props.notice} />
      {differs && (
        <p class="notice bad" role="alert">
          {words.differs}
        </p>
      )}
      <ReportFaults faults={faults} report={report} words={words} language={languageOf(c)} staff={staffOf(c)} />
      <p>
        {shown === null ? (
          words.now
        ) : (
          <>
            <strong>{words.version({ n: shown.version })}.</strong> {words.asSigned}
          </>
        )}
      </p>
      <Versions {...props} words={words} />
      {sections.filter(hasLines).map((section) => (
        <SectionTable c={c} section={section} words={words} />
      ))}
      <Empty sections={sections} words={words} />
      <Signatures {...props} words={words} />
      <Signing {...props} faults={faults} words={words} />
      <div class="actions no-print">
        {(['csv', 'xlsx'] as const).map((format) => (
          <DownloadButton action={filePathOf(format, report, shown?.version)} quiet>
            {words.files[format]}
          </DownloadButton>
        ))}
        <a class="button quiet" href="/finance/reports">
          {words.back}
        </a>
      </div>
      <p class="small no-print">{words.files.print}</p>
    </StaffPage>
  )
}

type Part = ReportPageProps & { words: ReportsMessages }

function Versions({ versions, shown, path, words }: Part) {
  if (versions.length === 0) return null
  return (
    <nav class="no-print" aria-label={words.signedReports}>
      <ul>
        {shown !== null && (
          <li>
            <a href={path}>{words.now}</a>
          </li>
        )}
        {versions.map(({ version, signatures, ending }) => (
          <li>
            {version === shown?.version ? (
              <strong>{words.version({ n: version })}</strong>
            ) : (
              <a href={`${path}?version=${version}`}>{words.version({ n: version })}</a>
            )}{' '}
            · {ending === 'withdrawn' ? words.withdrawn : words.signatures({ n: signatures.length })}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const hasLines = ({ lines, more }: ReportSection) => lines.length > 0 || more > 0

/** The sections under which nothing has happened, in one line. */
function Empty({ sections, words }: { sections: readonly ReportSection[]; words: ReportsMessages }) {
  const names = sections.filter((section) => !hasLines(section)).map(({ name }) => words.sections[name])
  return names.length === 0 ? null : <p class="empty">{words.empty({ sections: names.join(' · ') })}</p>
}

/** Who signed, or lines to sign on paper. */
function Signatures({ c, shown, names, words }: Part) {
  return (
    <table class="table">
      <tbody>
        {[1, 2].map((nth) => {
          const signature = shown?.signatures.find((one) => one.nth === nth)
          return (
            <tr>
              <th scope="row">{words.signedBy({ nth })}</th>
              <td>
                {signature
                  ? `${names.get(signature.by) ?? signature.by} · ${formatDateTime(signature.at, languageOf(c))}`
                  : `${leadIn(words.toSign, languageOf(c))}______________________`}
              </td>
            </tr>
          )
        })}
        {shown && (
          <tr>
            <th scope="row">{words.hash}</th>
            <td>
              <code>{shown.contentHash.replace(/(.{8})(?=.)/g, '$1\u200b')}</code>
              {shown.ending === 'withdrawn' && (
                <>
                  <br />
                  <span class="badge">{words.withdrawn}</span>
                </>
              )}
              {shown.signatures.length === 2 && (
                <div class="no-print">
                  <DownloadButton action={`/finance/reports/signed/${shown.id}/file`} quiet>
                    {words.signedFile}
                  </DownloadButton>
                  <span class="small">{words.verify}</span>
                </div>
              )}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Second({ shown, mayNotSecond, words }: Part & { shown: ShownVersion }) {
  const at = `/finance/reports/signed/${shown.id}`
  if (mayNotSecond === null) {
    return (
      <form method="post" action={at} class="no-print">
        <p class="actions">
          <button class="button" type="submit">
            {words.signSecond}
          </button>
        </p>
      </form>
    )
  }
  if (mayNotSecond !== 'same_person') return <p class="note no-print">{words.mayNot[mayNotSecond]}</p>
  return (
    <form method="post" action={`${at}/withdrawal`} class="no-print">
      <p>{words.mayNot.same_person}</p>
      <p class="actions">
        <button class="button quiet" type="submit">
          {words.withdraw}
        </button>
      </p>
    </form>
  )
}

function Signing(props: Part & { faults: ReportFault[] }) {
  const { c, shown, versions, toSign, isOver, path, faults, typed, words } = props
  const staff = staffOf(c)
  if (shown !== null && shown.ending === null) return <Second {...props} shown={shown} />
  const half = versions.find(({ ending }) => ending !== 'withdrawn')
  if (shown === null && toSign === null && half?.ending === null) {
    return (
      <p class="notice wait no-print">
        <a href={`${path}?version=${half.version}`}>{words.halfSigned({ n: half.version })}</a>
      </p>
    )
  }
  if (toSign === null || shown !== null || !may(staff, 'reports.sign')) return null
  if (!isOver) return <p class="note no-print">{words.notYet}</p>
  const note = { name: 'note', label: words.note, hint: faults.length > 0 ? words.signRed : undefined }
  return (
    <form method="post" action={path} class="no-print">
      <h2>{words.sign}</h2>
      <p>{words.signHint}</p>
      <input type="hidden" name="hash" value={toSign.hash} />
      <Field {...note}>
        <input type="text" {...controlAttributes(note)} value={typed} maxlength={200} autocomplete="off" />
      </Field>
      <p class="actions">
        <button class="button" type="submit">
          {words.sign}
        </button>
      </p>
    </form>
  )
}
