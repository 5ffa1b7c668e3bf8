import type { Config } from '../config.ts'
import type { Debtor, Settings } from '../ports.ts'

/** The part of the configuration that the app itself goes by. */
export function settingsOf(config: Config): Settings {
  return {
    origin: config.ORIGIN,
    leaseMinutes: config.LEASE_MINUTES,
    startsWithoutWork: config.STARTS_WITHOUT_WORK,
    requestsAMinute: config.REQUESTS_A_MINUTE,
    // In a demonstration whoever looks around wants to see what they have just answered.
    smallestGroup: config.MODE === 'demo' ? 1 : 5,
    feeAlertMinor: config.FEE_ALERT_MINOR,
    payeeYearLimits: config.PAYEE_YEAR_LIMITS,
    debtor: debtorOf(config),
    oidc: oidcOf(config),
  }
}

/** In a demonstration there is one even when none is configured; no bank has its code. */
function debtorOf({ DEBTOR_NAME, DEBTOR_ACCOUNT, DEBTOR_BANK, DEBTOR_CHARACTERS, MODE }: Config): Debtor | null {
  const characters = DEBTOR_CHARACTERS
  if (DEBTOR_NAME !== undefined && DEBTOR_ACCOUNT !== undefined && DEBTOR_BANK !== undefined) {
    return { name: DEBTOR_NAME, account: DEBTOR_ACCOUNT, bank: DEBTOR_BANK, characters }
  }
  return MODE === 'demo'
    ? { name: 'Demo Survey Office', account: '000123456001', bank: 'DEMOHKHHXXX', characters }
    : null
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME }: Config): Settings['oidc'] {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return null
  const name = OIDC_NAME ?? new URL(OIDC_ISSUER).hostname
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name }
}
