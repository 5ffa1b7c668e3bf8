import { csvMapping } from '../../../../src/reconciliation/formats/csv/mapping.ts'

/** How the plain tables here are read. */
export const mapping = csvMapping.parse({
  encoding: 'utf-8',
  delimiter: ',',
  day: { column: 'Date', format: 'YYYY-MM-DD' },
  amount: { by: 'sign', column: 'Amount', below: 'debit' },
  currency: { code: 'CNY' },
})
