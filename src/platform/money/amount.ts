export { decimalAmount } from './decimal.ts'
