/**
 * What Alipay's `sub_code` of a refused transfer means to us. Only it is branched on: `msg` and `sub_msg` are for people.
 * Source: the error codes of opendocs.alipay.com, alipay.fund.trans.uni.transfer.
 */
import type { FailReason } from '../../../../schema/tables.ts'
import type { PayAnswer } from '../../../ports.ts'

/** Refused for good: the same request would be refused again. */
const finals = {
  // The account that was named.
  PAYEE_NOT_EXIST: 'payee_not_found',
  PAYEE_ACCOUNT_NOT_EXSIT: 'payee_not_found',
  PAYEE_USER_INFO_ERROR: 'payee_name_mismatch',
  // Several accounts have this number, and the name does not tell them apart.
  PAYEE_ACC_OCUPIED: 'payee_account_problem',
  PAYEE_ACCOUNT_STATUS_ERROR: 'payee_account_problem',
  PAYEE_USERINFO_STATUS_ERROR: 'payee_account_problem',
  NO_ACCOUNT_RECEIVE_PERMISSION: 'payee_account_problem',
  PAYER_PAYEE_CANNOT_SAME: 'payee_account_problem',
  PERMIT_NON_BANK_LIMIT_PAYEE: 'payee_not_verified',
  PERM_AML_NOT_REALNAME_REV: 'payee_not_verified',
  // How much that account may take.
  EXCEED_LIMIT_UNRN_DM_AMOUNT: 'payee_limit',
  EXCEED_LIMIT_DC_RECEIVED: 'payee_limit',
  // What we wrote.
  REMARK_HAS_SENSITIVE_WORD: 'payer_problem',
  MEMO_REQUIRED_IN_TRANSFER_ERROR: 'payer_problem',
  // Nobody's fault.
  SECURITY_CHECK_FAILED: 'declined_by_provider',
} as const satisfies Record<string, FailReason>

/** Families of codes that are final as well; Alipay adds members to them. */
const finalFamilies: readonly (readonly [prefix: string, reason: FailReason])[] = [
  ['EXCEED_LIMIT_', 'amount_limit'],
  // What regulators want to know of whoever pays.
  ['PERMIT_', 'payer_problem'],
  ['CERT_MISS_', 'payer_problem'],
]

/** Not done, and the very same request goes through once we have mended what is wrong. */
const mendable = {
  PAYER_BALANCE_NOT_ENOUGH: 'payer_balance',
  BALANCE_IS_NOT_ENOUGH: 'payer_balance',
  RESOURCE_LIMIT_EXCEED: 'payer_problem',
  INVALID_PARAMETER: 'payer_problem',
  INVALID_PAYER_ACCOUNT: 'payer_problem',
  NO_ACCOUNT_PAYMENT_PERMISSION: 'payer_problem',
  NO_PERMISSION_ACCOUNT: 'payer_problem',
  PAYCARD_UNABLE_PAYMENT: 'payer_problem',
  PAYER_CERT_EXPIRED: 'payer_problem',
  PAYER_CERTIFY_CHECK_FAIL: 'payer_problem',
  PAYER_DATA_INCOMPLETE: 'payer_problem',
  PAYER_NOT_EXIST: 'payer_problem',
  PAYER_PERMLIMIT_CHECK_FAILURE: 'payer_problem',
  PAYER_STATUS_ERROR: 'payer_problem',
  PAYER_USER_INFO_ERROR: 'payer_problem',
  PRODUCT_NOT_SIGN: 'payer_problem',
} as const satisfies Record<string, FailReason>

const finalCodes: ReadonlyMap<string, FailReason> = new Map(Object.entries(finals))
const mendableCodes: ReadonlyMap<string, FailReason> = new Map(Object.entries(mendable))

/** Our word for why an order of Alipay's came to nothing; one that is new to us is Alipay's to explain. */
export function alipayFailReason(code: string | undefined): FailReason {
  if (code === undefined) return 'declined_by_provider'
  return finalReasonOf(code) ?? mendableCodes.get(code) ?? 'declined_by_provider'
}

function finalReasonOf(code: string): FailReason | undefined {
  return finalCodes.get(code) ?? finalFamilies.find(([prefix]) => code.startsWith(prefix))?.[1]
}

/**
 * A transfer refused with 40004. SYSTEM_ERROR may hide one that was made, and so may whatever is new.
 * PAYMENT_INFO_INCONSISTENCY says that our number stands for another order at Alipay: a mistake of ours, in which the
 * money may have moved, so it is never a failure.
 */
export function answerOfRefusal(code: string): PayAnswer {
  const final = finalReasonOf(code)
  if (final !== undefined) return { state: 'failed', code, reason: final }
  const reason = mendableCodes.get(code)
  return reason === undefined ? { state: 'unknown', code } : { state: 'delayed', code, reason }
}
