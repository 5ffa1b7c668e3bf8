/** The vouchers as a file for people: nothing of an answer, of who answered or of when, beyond the day (UTC). */

import { chunked } from '../../platform/db/chunked.ts'
import { byteOrderMark, guardedCsvRow } from '../../platform/files/csv.ts'
import { formatMinorUnits } from '../../platform/money/money.ts'
import type { Ports } from '../../ports.ts'
import { listDay, partSize } from './days.ts'
import { listOffers, voucherDays } from './days-store.ts'

const aHundredYearsOfDays = 36_600
const rowsInAPiece = 500

/** The file piece by piece: the header, then the days, oldest first; of these studies (ids) alone. */
export async function* vouchersFile(
  ports: Pick<Ports, 'db' | 'keys'>,
  of: readonly string[],
  size = partSize,
): AsyncGenerator<string> {
  yield byteOrderMark + guardedCsvRow(['voucher', 'study', 'currency', 'amount', 'amount_minor', 'tax', 'state', 'day'])
  const studies = new Map((await ports.db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
  const days = await ports.db.read(
    voucherDays({ from: '', to: '9', fromId: '', toId: '~', limit: aHundredYearsOfDays }),
  )
  for (const day of days.reverse()) {
    for await (const listed of listDay(ports, day, size)) {
      for (const piece of chunked(listed, rowsInAPiece)) {
        let text = ''
        for (const voucher of piece) {
          const { reference, studyId, currency, amountMinor, taxMinor, state } = voucher
          if (!of.includes(studyId)) continue
          const amount = formatMinorUnits(amountMinor, currency)
          text += guardedCsvRow([
            reference,
            studies.get(studyId) ?? '',
            currency,
            amount,
            amountMinor,
            formatMinorUnits(taxMinor, currency),
            state,
            voucher.day,
          ])
        }
        yield text
      }
    }
  }
}
