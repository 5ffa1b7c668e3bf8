/**
 * The moves that state machines may make, for who checks an export without the database. The schema's tables decide; a test keeps
 * the two the same.
 */
const attemptEnds = ['succeeded', 'failed', 'cancelled']
const attemptWays: Record<string, readonly string[]> = {
  stored: ['accepted', 'awaiting_user', 'unknown', 'cancelling', ...attemptEnds],
  accepted: ['awaiting_user', 'unknown', 'cancelling', ...attemptEnds],
  awaiting_user: ['accepted', 'unknown', 'cancelling', ...attemptEnds],
  unknown: ['accepted', 'awaiting_user', 'cancelling', ...attemptEnds],
  cancelling: attemptEnds,
  succeeded: ['unknown'],
}

export const legalMoves: Record<'voucher' | 'claim' | 'batch' | 'payout' | 'attempt', ReadonlySet<string>> = {
  voucher: new Set([
    ...['>held', '>issued', '>rejected', 'held>issued', 'held>rejected', 'held>voided', 'held>superseded'],
    ...['issued>held', 'issued>claimed', 'issued>expired', 'issued>voided', 'issued>superseded'],
    ...['claimed>held', 'claimed>issued', 'claimed>paid', 'claimed>voided', 'claimed>superseded'],
    ...['paid>issued', 'paid>claimed', 'expired>superseded', 'voided>superseded'],
    ...['expired>voided', 'rejected>voided', 'rejected>superseded'],
    'paid_outside>issued',
    ...['held', 'issued', 'claimed', 'expired', 'voided', 'rejected'].map((from) => `${from}>paid_outside`),
  ]),
  claim: new Set([
    ...['>ready', '>held', 'held>ready', 'ready>held', 'held>ended', 'ready>ended'],
    ...['ready>frozen', 'frozen>ready', 'frozen>paid', 'frozen>ended', 'paid>frozen', 'paid>ended'],
    'ended>paid',
  ]),
  batch: new Set(['>frozen', 'frozen>approved', 'frozen>refused', 'frozen>cancelled', 'approved>cancelled']),
  payout: new Set([
    ...['>queued', 'queued>open', 'queued>failed', 'queued>cancelled'],
    ...['open>queued', 'open>paid', 'open>failed', 'paid>open', 'paid>returned'],
  ]),
  attempt: new Set([
    '>stored',
    ...Object.entries(attemptWays).flatMap(([from, ways]) => ways.map((to) => `${from}>${to}`)),
  ]),
}
