/** One exception in a line, by what staff know it again. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import type { ExceptionDetail } from '../exception.ts'
import { accountNameOf } from '../shown/exception.ts'
import type { Exception } from '../store.ts'
import type { ChosenException } from './close-together.ts'

/** Its account, day and money, and the statement's reference where there is one. */
export function exceptionLine(exception: Exception, language: Language): string {
  const { currency, amountMinor, day, openedAt, detail } = exception
  const { reference } = JSON.parse(detail) as ExceptionDetail
  return [
    formatDate(day ?? openedAt, language),
    formatMoney(amountMinor, currency, language),
    accountNameOf(exception, language),
    ...(reference ? [reference] : []),
  ].join(' · ')
}

/** Of each that was refused, what it is and why. */
export function refusalLines(not: readonly ChosenException[], language: Language): string[] {
  const { refusals } = exceptionsMessages(language)
  const { labelled } = commonMessages(language)
  return not.map(({ exception, refused }) =>
    labelled({ label: exceptionLine(exception, language), text: refused === null ? '' : refusals[refused] }),
  )
}
