/**
 * MT940 (a statement: balances and movements) and MT942 (an interim report: movements alone), as banks of Hong Kong give
 * them most: SWIFT, Standards MT, category 9. A message is a section, from field 20 to its closing balance (62); several
 * stand in one file, in SWIFT's envelope or without it. A statement of several pages is as many messages, the balance
 * between them 62M and 60M. Of the texts (86) only our own references are kept.
 */

import { longestText, mostSections } from '../../../platform/files/limits.ts'
import { dayAfter } from '../../../platform/time/zone.ts'
import { checkedTotals, noTotals } from '../file-checks.ts'
import { movementKind, swiftKinds } from '../kinds.ts'
import { lineDraft, nothing, type ParsedItem, type ParseOptions, type Parser } from '../parser.ts'
import { keyAmongSame, type LineNames } from '../same.ts'
import { BrokenFile, type Direction, type Heading, newHeading, type OwnTotals, type SwiftFormat } from '../statement.ts'
import { newTally, type StatementTally, tallyLine } from '../tally.ts'
import { movementIn, namedIn, type SwiftMovement, swiftAmount, swiftBalance } from './swift-fields.ts'

/** A field as far as its rows have come. */
interface Field {
  tag: string
  line: number
  rows: string[]
  /** Characters of the rows. */
  size: number
}

interface Section {
  heading: Heading
  isHeadingGiven: boolean
  own: OwnTotals
  tally: StatementTally
  /** The movement whose texts may go on. */
  movement: (SwiftMovement & Pick<Field, 'rows' | 'size'>) | null
  /** Of the opening balance; a report has none. */
  openingDay: string | null
  waiting: number
}

interface State {
  sections: number
  section: Section | null
  field: Field | null
  /** The last page of a statement is still to come. */
  isMorePages: boolean
  /** A day may go on in the next section, which is its next page. */
  lineNames?: LineNames
}

/** A row that goes on may begin with a time of day: only what is a field of these messages begins one. */
const tagged = /^:(20|21|25P?|28C?|13[CD]|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS|94[02]):(.*)$/

/** The machine of one of the messages. */
export function swift(format: SwiftFormat): Parser<State, string> {
  return {
    begin: () => ({ sections: 0, section: null, field: null, isMorePages: false }),

    take(state, { value, line }, options) {
      const row = contentOf(value)
      if (row === null) return [...fieldEnds(state, options), ...messageEnds(format, state, line, options)]
      const [, tag, text = ''] = tagged.exec(row) ?? []
      if (tag === undefined) {
        if (state.field === null || row.trim() === '') return nothing
        add(state.field, [row], line)
        return nothing
      }
      const given = fieldEnds(state, options)
      const begun = tag === '20' ? messageEnds(format, state, line, options) : nothing
      if (tag === '20' || (state.section === null && (tag === '25' || /^60/.test(tag)))) begin(format, state, line)
      state.field = { tag, line, rows: [text], size: text.length }
      return [...given, ...begun]
    },

    end(state, { line }, options) {
      const given = [...fieldEnds(state, options), ...messageEnds(format, state, line, options, true)]
      if (state.sections === 0 || state.isMorePages) throw new BrokenFile('truncated', line)
      return given
    },
  }
}

/** @throws BrokenFile where a field, or what is said of one movement, comes to more than any message has */
function add(to: Pick<Field, 'rows' | 'size'>, more: readonly string[], line: number): void {
  for (const row of more) {
    to.rows.push(row)
    to.size += 1 + row.length
  }
  if (to.size > longestText) throw new BrokenFile('too_many', line, `${longestText} characters of a field`)
}

/** A row without SWIFT's envelope; null where it ends a message. */
function contentOf(value: string): string | null {
  if (/^-(\}.*)?\s*$/.test(value)) return null
  // Programs that carry messages begin each with a control character.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken off
  const row = value.replace(/^[\u0000-\u0008\u000e-\u001f]+/, '')
  return row.startsWith('{') ? row.slice(row.lastIndexOf('{4:') + 3).trimStart() : row
}

function begin(format: SwiftFormat, state: State, line: number): void {
  state.sections += 1
  if (state.sections > mostSections) throw new BrokenFile('too_many', line, `${mostSections} accounts`)
  state.section = {
    heading: newHeading({ format, section: state.sections }),
    isHeadingGiven: false,
    own: { ...noTotals },
    tally: newTally(false),
    movement: null,
    openingDay: null,
    waiting: 0,
  }
}

/** All rows of a field are there: what it comes to. */
function fieldEnds(state: State, options: ParseOptions): readonly ParsedItem[] {
  const { field, section } = state
  state.field = null
  if (field === null || section === null) return nothing
  const { tag, line, rows } = field
  const [text = ''] = rows
  const { heading } = section
  if (tag === '86') {
    if (section.movement !== null) add(section.movement, rows, line)
    return nothing
  }
  const given = movementEnds(state, section, options)
  switch (tag) {
    case '25':
    case '25P':
      heading.account = text.trim()
      break
    case '28':
    case '28C':
      heading.statementId = text.trim()
      break
    case '34F':
      heading.currency ??= /^[A-Z]{3}/.exec(text)?.[0] ?? null
      break
    case '60F':
    case '60M': {
      // A page before it is not there, or the last one of the statement before.
      if ((tag === '60M') !== state.isMorePages) throw new BrokenFile('truncated', line)
      const { currency, day, minor } = swiftBalance(text, line)
      // The balance of that day's end, so that the section begins with the next.
      Object.assign(heading, { currency, openingMinor: minor, fromDay: dayAfter(day) })
      section.openingDay = day
      break
    }
    case '61': {
      if (heading.currency === null) throw new BrokenFile('currency', line)
      const movement = movementIn(rows.join('\n'), heading.currency, line, section.openingDay)
      section.movement = { ...movement, size: field.size }
      break
    }
    case '62F':
    case '62M':
      return [...given, ...statementEnds(state, section, tag, text, line, options)]
    case '90C':
    case '90D':
      addSums(section, tag, text, line)
  }
  return given
}

function addSums({ heading, own }: Section, tag: '90C' | '90D', text: string, line: number): void {
  const [, rows, currency = '', amount = ''] = /^(\d{1,5})([A-Z]{3})([\d.,]{1,20})\s*$/.exec(text) ?? []
  if (rows === undefined) throw new BrokenFile('totals', line)
  heading.currency ??= currency
  const minor = swiftAmount(amount, currency, line)
  if (tag === '90C') Object.assign(own, { creditRows: Number(rows), creditMinor: minor })
  else Object.assign(own, { debitRows: Number(rows), debitMinor: minor })
}

/** A movement with all of its texts, as a line. What is expected and not booked, and what is of zero, is none. */
function movementEnds(state: State, section: Section, { kinds }: ParseOptions): readonly ParsedItem[] {
  const { movement, heading } = section
  section.movement = null
  if (movement === null || movement.mark.startsWith('E')) return nothing
  const { day, mark, amountMinor, code, customerRef, bankRef, line } = movement
  const direction: Direction = mark === 'D' || mark === 'RC' ? 'debit' : 'credit'
  const isReturned = mark === 'RD'
  const named = namedIn(movement.rows)
  const reference = named.reference ?? customerRef
  // One code stands for both directions, so that a word that is taught is one of them.
  const rawType = code === '' ? '' : `${mark}/${code}`
  const known = movementKind(code.slice(1), direction, swiftKinds, undefined)
  const kind = movementKind(rawType, direction, new Map(), kinds)
  const bits = `${direction === 'debit' ? 'd' : 'c'}${amountMinor}`
  const amounts = { line, day, direction, amountMinor, rawType, bookedAt: null, balanceMinor: null } as const
  const draft = { ...amounts, kind: kind === 'unknown' ? (isReturned ? 'return' : known) : kind } as const
  tallyLine(section.tally, draft)
  if (amountMinor === 0) return nothing
  if (heading.format === 'mt942' && bankRef === null) {
    section.waiting += 1
    return nothing
  }
  const group = JSON.stringify([heading.account, heading.currency, day])
  const identity = [day, bits, rawType, reference ?? ''].join('|')
  const key = keyAmongSame(state, group, bankRef === null ? identity : `${bankRef}|${bits}`)
  const made = lineDraft({
    section: heading.section,
    key,
    booking: key,
    batches: named.batches,
    currency: heading.currency ?? '',
    providerId: bankRef,
    reference,
    ...draft,
  })
  return [...headingOnce(section), made]
}

function headingOnce(section: Section): readonly Heading[] {
  if (section.isHeadingGiven) return []
  section.isHeadingGiven = true
  return [{ ...section.heading }]
}

/** The closing balance ends a statement, or a page of it. */
function statementEnds(
  state: State,
  section: Section,
  tag: string,
  text: string,
  line: number,
  { claims }: ParseOptions,
): readonly ParsedItem[] {
  const { heading, own, tally } = section
  const { day, currency, minor } = swiftBalance(text, line)
  if (heading.openingMinor === null) throw new BrokenFile('balance', line, 'missing')
  if (currency !== heading.currency) throw new BrokenFile('currency', line, currency)
  state.section = null
  state.isMorePages = tag === '62M'
  // A bank that says the first day rather than the one before says the same day twice.
  const isOneDay = heading.fromDay !== null && heading.fromDay > day
  Object.assign(heading, { toDay: day, closingMinor: minor, ...(isOneDay ? { fromDay: day } : {}) })
  const given = headingOnce(section)
  const claimed = heading.section === 1 ? claims : undefined
  const totals = checkedTotals({ heading, own, tally, claims: claimed, isClosed: true, isPeriodLoose: true }, line)
  return [...given, { ...totals, toDay: day }]
}

/** A message ends behind its closing balance, and a report where the next one begins. */
function messageEnds(
  format: SwiftFormat,
  state: State,
  line: number,
  options: ParseOptions,
  isFileEnd = false,
): readonly ParsedItem[] {
  const { section } = state
  if (section === null) return nothing
  const given = movementEnds(state, section, options)
  if (format === 'mt940')
    throw isFileEnd ? new BrokenFile('truncated', line) : new BrokenFile('balance', line, 'missing')
  state.section = null
  const { heading, own, tally, waiting } = section
  const claims = heading.section === 1 ? options.claims : undefined
  const first = headingOnce(section)
  // The sums of both directions stand behind all movements. Where one is all that is there, the file may have been cut.
  const isClosed = !isFileEnd || (own.debitRows !== null && own.creditRows !== null)
  const totals = checkedTotals({ heading, own, tally, claims, isClosed }, line)
  if (!isClosed && !totals.proved.includes('claims')) throw new BrokenFile('unproved', line)
  return [...given, ...first, { ...totals, waiting }]
}
