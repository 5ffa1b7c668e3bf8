/**
 * ISO 20022 camt.053 (a statement: balances and entries), camt.054 (a notification: entries alone) and camt.052 (an
 * intraday report: what was booked so far). One section for each `Stmt`, `Ntfctn` or `Rpt`, which is one account in one
 * currency. A notification or a report may repeat what the statement will say, so an entry is known by the bank's
 * reference and its amount, in each of them.
 */

import { mostFields, mostSections } from '../../../platform/files/limits.ts'
import { parseSignedMinorUnits } from '../../../platform/money/money.ts'
import { booksZone, dayBefore } from '../../../platform/time/zone.ts'
import { isoMoment } from '../dates.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { type DraftLine, nothing, type ParsedItem, type ParseOptions, type Parser } from '../parser.ts'
import type { LineNames } from '../same.ts'
import { type BankFormat, BrokenFile, type Heading, newHeading, type OwnTotals } from '../statement.ts'
import { newTally, type StatementTally, tallyLine } from '../tally.ts'
import { balancesOf, closingBalances, readBalance, type StatedBalance } from './balances.ts'
import { addUnit, type CamtEntry, newEntry } from './camt-entry.ts'
import { endEntry, takeTransaction } from './camt-lines.ts'
import type { CamtEvent } from './camt-source.ts'
import { textAt, type XmlTree } from './tree.ts'

interface Section {
  heading: Heading
  isHeadingGiven: boolean
  /** It has had an entry. */
  isBegun?: boolean
  /** `TxsSummry`; sums wait as text until the currency is known. */
  summary: { [figure in keyof OwnTotals]: string | null } | null
  balances: StatedBalance[]
  tally: StatementTally
  /** Entries whatever their status, which is what `TxsSummry` counts. */
  entries: StatementTally
  lineNames?: LineNames
  /** See `Totals`. */
  waiting?: number
}

interface State {
  version: string | null
  sections: number
  section: Section | null
  entry: CamtEntry | null
  /** What the statement before remembers of the references of its last day, which may go on in the next; absent in older checkpoints. */
  before?: { lineNames?: LineNames; account: string; says?: string }
}

const messages = { camt052: 'BkToCstmrAcctRpt', camt053: 'BkToCstmrStmt', camt054: 'BkToCstmrDbtCdtNtfctn' } as const
const sections: readonly string[] = ['Stmt', 'Ntfctn', 'Rpt']

/** The machine of one of the messages. */
export function camt(format: BankFormat): Parser<State, CamtEvent> {
  return {
    begin: () => ({ version: null, sections: 0, section: null, entry: null }),

    take(state, { value: event, line }, options) {
      if (event.is === 'open') return opened(format, state, event, line, options)
      const { section } = state
      // A checkpoint of an earlier release may have stopped within an entry, and known less of it.
      const { entry } = state
      if (entry !== null && entry.charges === undefined) Object.assign(entry, { ...newEntry(0, null), ...entry })
      if (section === null) return nothing
      if (event.is === 'close') {
        if (event.name === 'Ntry' && entry !== null) {
          state.entry = null
          return given(section, endEntry(entry, section, options))
        }
        if (!sections.includes(event.name)) return nothing
        state.section = null
        // Two notifications that say the same may be one that was sent twice; the balances of statements tell.
        if (format === 'camt053')
          state.before = { ...namesOf(section), account: nameOf(section), says: saidBy(section) }
        return closed(format, section, line, options)
      }
      if (event.within === 'NtryDtls' && entry !== null) {
        return given(section, takeTransaction(entry, section, event.tree, line, options))
      }
      if (event.within === 'Ntry' && entry !== null) addUnit(entry, event.tree, line, options.zone ?? booksZone)
      else if (sections.includes(event.within)) head(section, event.tree, line)
      return nothing
    },

    end({ sections: count, section }, place) {
      if (count === 0 || section !== null) throw new BrokenFile('truncated', place.line)
      return nothing
    },
  }
}

function opened(
  format: BankFormat,
  state: State,
  { name, version }: Extract<CamtEvent, { is: 'open' }>,
  line: number,
  { claims }: ParseOptions,
): readonly ParsedItem[] {
  if (name === 'Document') {
    const found = /^camt\.(052|053|054)\.001\.(\d\d)$/.exec(version ?? '')
    const isKnown = found !== null && Number(found[2]) >= 1 && Number(found[2]) <= 13
    if (!isKnown || `camt${found[1]}` !== format) throw new BrokenFile('version', line, version)
    state.version = version
  } else if (sections.includes(name)) {
    if (state.section !== null) throw new BrokenFile('xml', line)
    state.sections += 1
    if (state.sections > mostSections) throw new BrokenFile('too_many', line, `${mostSections} accounts`)
    state.section = newSection(format, state.sections, state.version)
  } else if (name === 'Ntry') {
    if (state.section === null || state.entry !== null) throw new BrokenFile('xml', line)
    if (!state.section.isBegun) goOn(state.section, state.before)
    state.entry = newEntry(line, undatedDayOf(state.section) ?? claims?.toDay ?? null)
  } else if (name !== 'NtryDtls' && name !== messages[format]) throw new BrokenFile('version', line, name)
  return nothing
}

function newSection(format: BankFormat, section: number, version: string | null): Section {
  return {
    heading: newHeading({ format, section, version }),
    isHeadingGiven: false,
    summary: null,
    balances: [],
    tally: newTally(false),
    entries: newTally(false),
  }
}

const nameOf = ({ heading, balances }: Section) =>
  JSON.stringify([heading.account, heading.currency ?? balances[0]?.currency ?? null])

const namesOf = ({ lineNames }: { lineNames?: LineNames }) => (lineNames === undefined ? {} : { lineNames })

/** Two statements of one number and with the same balances are one that stands in the file twice. */
const saidBy = ({ heading, balances }: Section) => JSON.stringify([heading.statementId, balances])

/** The next statement of an account may begin on the day on which the one before ended. Of one that comes again no line is another. */
function goOn(section: Section, before: State['before']): void {
  section.isBegun = true
  if (before?.account === nameOf(section) && before.says !== saidBy(section)) Object.assign(section, namesOf(before))
}

/** What a statement says before its entries. */
function head(section: Section, tree: XmlTree, line: number): void {
  const { heading } = section
  if (tree.name === 'Id') heading.statementId = tree.text.trim()
  else if (tree.name === 'CreDtTm') {
    heading.givenAt = isoMoment(tree.text.trim(), booksZone, true)?.bookedAt ?? null
  } else if (tree.name === 'FrToDt') {
    const from = isoMoment(textAt(tree, 'FrDtTm', 'FrDt') ?? '', booksZone, true)
    const toText = textAt(tree, 'ToDtTm', 'ToDt') ?? ''
    const to = isoMoment(toText, booksZone, true)
    if (from === null || to === null) throw new BrokenFile('day', line)
    // One that ends within its last day lacks the rest of it, whenever it was made.
    if (/T(?!00:00|23:|24:)/.test(toText)) heading.givenAt = null
    heading.fromDay = from.day
    heading.toDay = /T00:00:00/.test(toText) && to.day > from.day ? dayBefore(to.day) : to.day
  } else if (tree.name === 'Acct') {
    heading.account = textAt(tree, 'Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id')
    heading.currency = textAt(tree, 'Ccy')
  } else if (tree.name === 'Bal') {
    section.balances.push(readBalance(tree, line))
    if (section.balances.length > mostFields) throw new BrokenFile('too_many', line, `${mostFields} balances`)
  } else if (tree.name === 'TxsSummry') {
    section.summary = {
      rows: textAt(tree, 'TtlNtries/NbOfNtries'),
      creditRows: textAt(tree, 'TtlCdtNtries/NbOfNtries'),
      creditMinor: textAt(tree, 'TtlCdtNtries/Sum'),
      debitRows: textAt(tree, 'TtlDbtNtries/NbOfNtries'),
      debitMinor: textAt(tree, 'TtlDbtNtries/Sum'),
    }
  }
}

/** Lines of the section, its heading before the first of them. */
function given(section: Section, drafts: readonly DraftLine[]): readonly ParsedItem[] {
  if (drafts.length === 0) return nothing
  const first = drafts[0]
  const { heading, tally } = section
  heading.currency ??= section.balances[0]?.currency ?? first?.currency ?? null
  for (const draft of drafts) {
    if (draft.currency !== heading.currency) throw new BrokenFile('currency', draft.line, draft.currency)
    tallyLine(tally, draft)
  }
  return section.isHeadingGiven ? drafts : [headingOf(section, first?.line ?? 0), ...drafts]
}

function headingOf(section: Section, line: number): Heading {
  const { heading, balances } = section
  heading.currency ??= balances[0]?.currency ?? null
  if (heading.format !== 'camt052') Object.assign(heading, balancesOf(balances, heading.currency, line))
  section.isHeadingGiven = true
  return { ...heading }
}

function closed(format: string, section: Section, line: number, { claims }: ParseOptions): readonly ParsedItem[] {
  const first = section.isHeadingGiven ? [] : [headingOf(section, line)]
  const { heading, tally, entries } = section
  const own = ownOf(section, line)
  // Claims are about a file of one section; a person cannot have meant all of them.
  const claimed = heading.section === 1 ? claims : undefined
  const ends = closingBalances(section.balances, heading, tally, line)
  if (format === 'camt052') return [...first, reportTotals(section, own, claimed, line)]
  const openingMinor = ends.openingMinor ?? claimed?.openingMinor ?? null
  const closingMinor = ends.closingMinor ?? claimed?.closingMinor ?? null
  if (format === 'camt053' && (openingMinor === null || closingMinor === null)) {
    throw new BrokenFile('balance', line, 'missing')
  }
  const totals = checkedTotals(
    {
      heading: { ...heading, ...ends },
      own,
      tally,
      counted: entries,
      claims: claimed,
      isClosed: true,
      isPeriodLoose: true,
    },
    line,
  )
  return [...first, { ...totals, openingMinor, closingMinor }]
}

/**
 * A report ends within the day, and what it lists is what is new since the last one or since the morning: neither its
 * balances nor its period say anything of its lines.
 */
function reportTotals(section: Section, own: OwnTotals, claims: ParseOptions['claims'], line: number): ParsedItem {
  const { heading, tally, entries, waiting = 0 } = section
  const open = { section: heading.section, fromDay: null, toDay: null, openingMinor: null, closingMinor: null }
  return { ...checkedTotals({ heading: open, own, tally, counted: entries, claims, isClosed: true }, line), waiting }
}

/** The day of the closing balance, or the last of the period. */
function undatedDayOf({ balances, heading }: Section): string | null {
  const closing = balances.findLast(({ code }) => /^(CLBD|CLAV|015|045)$/.test(code)) ?? balances.at(-1)
  return closing?.day ?? heading.toDay
}

function ownOf({ summary, heading }: Section, line: number): OwnTotals {
  if (summary === null) return noTotals
  const count = (text: string | null) => (text === null ? null : /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN)
  const sum = (text: string | null) =>
    text === null ? null : (parseSignedMinorUnits(text, heading.currency ?? '') ?? Number.NaN)
  const own = {
    rows: count(summary.rows),
    creditRows: count(summary.creditRows),
    creditMinor: sum(summary.creditMinor),
    debitRows: count(summary.debitRows),
    debitMinor: sum(summary.debitMinor),
  }
  if (Object.values(own).some(Number.isNaN)) throw new BrokenFile('totals', line)
  return own
}
