/**
 * Why WeChat says that a bill came to nothing, in our words. WeChat's own word goes on beside ours, for finance.
 * Source: pay.weixin.qq.com/doc/v3/merchant/4013774966 (reasons of failed transfers).
 */
import type { FailReason } from '../../../../schema/tables.ts'

const reasons = {
  // The account that was named.
  ACCOUNT_NOT_EXIST: 'payee_not_found',
  OPENID_INVALID: 'payee_not_found',
  ACCOUNT_FROZEN: 'payee_account_problem',
  BANK_CARD_ACCOUNT_ABNORMAL: 'payee_account_problem',
  BANK_CARD_BANK_INFO_WRONG: 'payee_account_problem',
  BANK_CARD_CARD_INFO_WRONG: 'payee_account_problem',
  BANK_CARD_PARAM_ERROR: 'payee_account_problem',
  BANK_CARD_STATUS_ABNORMAL: 'payee_account_problem',
  REAL_NAME_CHECK_FAIL: 'payee_not_verified',
  // WeChat's advice is the same: the payee completes what WeChat Pay knows of who they are.
  PAYEE_ACCOUNT_ABNORMAL: 'payee_not_verified',
  NAME_NOT_CORRECT: 'payee_name_mismatch',
  ID_CARD_NOT_CORRECT: 'payee_name_mismatch',

  // How much that account may take.
  DAY_RECEIVED_COUNT_EXCEED: 'payee_limit',
  DAY_RECEIVED_QUOTA_EXCEED: 'payee_limit',
  MONTH_RECEIVED_QUOTA_EXCEED: 'payee_limit',
  REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED: 'payee_limit',
  BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH: 'payee_limit',
  BLOCK_B2C_USERLIMITAMOUNT_MONTH: 'payee_limit',
  BANK_CARD_COLLECTIONS_ABOVE_QUOTA: 'payee_limit',

  // How much we may send at once, as set in the merchant's console.
  TRANSFER_QUOTA_EXCEED: 'amount_limit',
  EXCEEDED_ESTIMATED_AMOUNT: 'amount_limit',
  RELATED_ORDER_TRANSFER_AMOUNT_EXCEED: 'amount_limit',

  // What only we can mend.
  BUDGET_NOT_ENOUGH: 'payer_balance',
  PAYER_ACCOUNT_ABNORMAL: 'payer_problem',
  PRODUCT_AUTH_CHECK_FAIL: 'payer_problem',
  RECEIVE_ACCOUNT_NOT_CONFIGURE: 'payer_problem',
  RECEIVE_ACCOUNT_NOT_PERMMIT: 'payer_problem',
  TRANSFER_REMARK_SET_FAIL: 'payer_problem',
  TRANSFER_SCENE_INVALID: 'payer_problem',
  TRANSFER_SCENE_UNAVAILABLE: 'payer_problem',
  RELATED_ORDER_TRANSFER_COUNT_EXCEED: 'payer_problem',
  RESERVATION_INFO_NOT_MATCH: 'payer_problem',
  RESERVATION_SCENE_NOT_MATCH: 'payer_problem',
  RESERVATION_STATE_INVALID: 'payer_problem',
  MERCHANT_NOT_CONFIRM: 'payer_problem',

  // Nobody's fault.
  OVERDUE_CLOSE: 'not_confirmed_in_time',
  MCH_CANCEL: 'cancelled_by_staff',
  MERCHANT_REJECT: 'cancelled_by_staff',
  TRANSFER_RISK: 'declined_by_provider',
  OTHER_FAIL_REASON_TYPE: 'declined_by_provider',
} as const satisfies Record<string, FailReason>

/** Every reason that WeChat is known to give, and our word for it. */
export const wechatFailReasons: ReadonlyMap<string, FailReason> = new Map(Object.entries(reasons))

/** Our word for a `fail_reason`; one that is new to us is WeChat's to explain. */
export function wechatFailReason(failReason: string | undefined): FailReason {
  return wechatFailReasons.get(failReason ?? '') ?? 'declined_by_provider'
}
