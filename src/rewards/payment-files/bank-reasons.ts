import type { FailReason } from '../../../schema/tables.ts'

/** Codes of ISO 20022's external code set `StatusReason`, in our words; whatever is not here was declined by the bank. */
const reasons: Readonly<Record<string, FailReason>> = {
  AC01: 'payee_not_found',
  AC02: 'payee_not_found',
  AC03: 'payee_not_found',
  RC01: 'payee_not_found',
  RC04: 'payee_not_found',
  AC04: 'payee_account_problem',
  AC06: 'payee_account_problem',
  AC07: 'payee_account_problem',
  AC14: 'payee_account_problem',
  AG01: 'payee_account_problem',
  BE01: 'payee_name_mismatch',
  BE22: 'payee_name_mismatch',
  AM02: 'amount_limit',
  AM13: 'amount_limit',
  AM14: 'amount_limit',
  AM04: 'payer_balance',
}

/** Why a bank could not pay, by its code. */
export function bankReason(code: string | null): FailReason {
  return (code === null ? undefined : reasons[code]) ?? 'declined_by_provider'
}

/**
 * Why a bank took none of a message's payments. What it calls an account then is ours, not the payees': none of them is
 * asked for another one.
 */
export function groupReason(code: string | null): FailReason {
  const reason = bankReason(code)
  return reason.startsWith('payee_') ? 'payer_problem' : reason
}

/** Whether a rejection says that the bank had the message before, and may have paid by that. */
export function isDuplicate(code: string | null): boolean {
  return code !== null && /^(?:AM05|DUPL|DU0[1-5])$/.test(code)
}
