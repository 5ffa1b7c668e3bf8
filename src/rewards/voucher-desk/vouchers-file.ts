/**
 * The vouchers as a file for people: nothing of an answer, of who answered or of when, beyond the day (UTC); and where few of
 * a currency were made on a day, beyond the week.
 */

import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'
import { weekOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { byReference, type Listed, listDay, partSize } from './days.ts'
import { listOffers, voucherDays, vouchersOfCells } from './days-store.ts'

const aHundredYearsOfDays = 36_600
const rowsInAPiece = 500

/** The state is there as a code, for programs, and in words. */
const columns = ['voucher', 'study', 'currency', 'amount', 'amount_minor', 'tax', 'state', 'day', 'state_name']

/**
 * The file piece by piece: the header, then the days, oldest first; of these studies (ids) alone. Vouchers of a day on
 * which fewer than `settings.smallestGroup` of their study and currency were made have the week for their day, as an ISO
 * 8601 interval from Monday to Sunday, and stand behind its last day, so that their place tells nothing either.
 */
export async function* vouchersFile(
  ports: Pick<Ports, 'db' | 'keys' | 'settings'>,
  of: readonly string[],
  language: Language,
  size = partSize,
): AsyncGenerator<string> {
  yield byteOrderMark + guardedCsvRow(columns)
  const studies = new Map((await ports.db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
  const { states } = vouchersMessages(language).list
  const row = (voucher: Listed) => {
    const { reference, studyId, currency, amountMinor, taxMinor, state, day } = voucher
    const amount = formatMinorUnits(amountMinor, currency)
    const tax = formatMinorUnits(taxMinor, currency)
    const study = studies.get(studyId) ?? ''
    return guardedCsvRow([reference, study, currency, amount, amountMinor, tax, state, day, states[state]])
  }
  const days = await ports.db.read(
    voucherDays({ from: '', to: '9', fromId: '', toId: '~', limit: aHundredYearsOfDays }),
  )
  let week = ''
  let few: Listed[] = []
  for (const day of days.reverse()) {
    if (weekOf(day.day) !== week) {
      if (few.length > 0) yield few.sort(byReference).map(row).join('')
      week = weekOf(day.day)
      few = []
    }
    const cells = await ports.db.read(vouchersOfCells(day))
    const small = new Set(cells.filter(({ count }) => count < ports.settings.smallestGroup).map(cellOf))
    for await (const listed of listDay(ports, day, size)) {
      const seen = listed.filter(({ studyId }) => of.includes(studyId))
      few.push(...seen.filter((voucher) => small.has(cellOf(voucher))).map((voucher) => ({ ...voucher, day: week })))
      const many = seen.filter((voucher) => !small.has(cellOf(voucher)))
      for (const piece of chunked(many, rowsInAPiece)) yield piece.map(row).join('')
    }
  }
  if (few.length > 0) yield few.sort(byReference).map(row).join('')
}

const cellOf = ({ studyId, currency }: Pick<Listed, 'studyId' | 'currency'>) => `${studyId} ${currency}`
