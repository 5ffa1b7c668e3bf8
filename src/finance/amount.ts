export { decimalAmount } from '../web/decimal.ts'
