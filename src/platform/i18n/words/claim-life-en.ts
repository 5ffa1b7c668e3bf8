/** What is said in English of where the money is. The other languages must have the same shape. */
import type { Reason } from '../../../../schema/tables.ts'

/** Where a voucher stands, as its holder sees it. */
export type Standing =
  | 'held'
  | 'rejected'
  | 'issued'
  | 'another'
  | 'waiting'
  | 'changed'
  | 'approving'
  | 'approved'
  | 'receive'
  | 'receive_later'
  | 'sending'
  | 'delayed'
  | 'unknown'
  | 'stopping'
  | 'awaiting'
  | 'lapsed'
  | 'again'
  | 'paid'
  | 'expired'
  | 'voided'
  | 'superseded'

export type StepName = 'issued' | 'account' | 'approved' | 'sent' | 'received' | 'paid'

/** What it is called, what that means, and what comes next; `next` is missing where nothing does. */
export interface StandingWords {
  name: string
  text: string
  next?: string
}

const standings: Record<Standing, StandingWords> = {
  held: {
    name: 'Being checked',
    text: 'A person looks at your answers before the voucher is confirmed. You need do nothing; look here again in a few days.',
    next: 'Finish looking at the answers',
  },
  rejected: {
    name: 'Not accepted',
    text: 'A person looked at the answers and did not accept them. Please write to the organiser if you think this is a mistake.',
  },
  issued: { name: 'Issued', text: 'The amount is set aside for you.', next: 'Say where the money should go' },
  another: {
    name: 'Account needed',
    text: 'The money could not be paid to the account you gave. It is safe, and set aside for you again.',
    next: 'Correct the account, or give another one',
  },
  waiting: {
    name: 'Claimed',
    text: 'We know where to pay. Your claim waits for the next batch of payments.',
    next: 'Put it into a batch',
  },
  changed: {
    name: 'Account changed',
    text: 'For your safety a changed account waits a day before it can be paid. If it was not you who changed it, change it back and write to the organiser.',
    next: 'Put it into a batch, once the wait is over',
  },
  approving: {
    name: 'Being approved',
    text: 'One person has prepared your payment; another has to approve it. The account cannot be changed now.',
    next: 'Approve the batch',
  },
  approved: {
    name: 'Approved',
    text: 'Your payment is approved and waits to be sent. You need do nothing.',
    next: 'Send the money',
  },
  receive: {
    name: 'Ready for you',
    text: 'Your payment is approved. When you press the button, WeChat gets the money ready and keeps it for you for 24 hours.',
    next: 'Receive the money in WeChat',
  },
  receive_later: {
    name: 'Approved',
    text: 'Your payment is approved. It cannot begin now, because WeChat might pay it on a day when no payments run.',
    next: 'Come back to this page in WeChat',
  },
  sending: {
    name: 'On its way',
    text: 'The payment is under way. You need do nothing.',
    next: 'Pay the money out',
  },
  delayed: {
    name: 'Delayed',
    text: 'The payment takes longer than it should. The cause is on our side, not with you or your account. You need do nothing.',
    next: 'Send it again',
  },
  unknown: {
    name: 'Waiting for word',
    text: 'The payment was sent, and we have not heard yet whether it was paid. We are asking the payment service until we know. You need do nothing; you cannot lose the money, and it is not paid twice.',
    next: 'Tell us what became of it',
  },
  stopping: {
    name: 'Being stopped',
    text: 'This attempt is being stopped. The money stays yours, and can be received again afterwards.',
    next: 'Confirm that it has stopped',
  },
  awaiting: {
    name: 'Waiting for you in WeChat',
    text: 'WeChat keeps the money for you until you confirm. After that time it goes back, stays yours, and can be received again.',
    next: 'Confirm in WeChat',
  },
  lapsed: {
    name: 'Not confirmed in time',
    text: 'The time to confirm is over. The money stays yours: once WeChat has closed this attempt, you can receive it again.',
    next: 'Close the attempt',
  },
  again: {
    name: 'Delayed',
    text: 'The payment could not be made, for a reason on our side. The money stays yours. You need do nothing.',
    next: 'Prepare the payment again',
  },
  paid: { name: 'Paid', text: 'The money has been paid.' },
  expired: { name: 'Expired', text: 'The time for claiming is over.' },
  voided: {
    name: 'Cancelled',
    text: 'This voucher is no longer valid. Please write to the organiser if you think this is a mistake.',
  },
  superseded: {
    name: 'Replaced',
    text: 'Another voucher has taken its place. Open the newer link that you were given.',
  },
}

const steps: Record<StepName, string> = {
  issued: 'Voucher issued',
  account: 'You say where to pay',
  approved: 'Two people approve the payment',
  sent: 'The payment is sent',
  received: 'You receive it in WeChat',
  paid: 'Paid',
}

const reasons: Record<Reason, string> = {
  checked_by_hand: 'It is being looked at by hand.',
  looks_genuine: 'The answers were found to be in order.',
  duplicate_person: 'The same person seems to have answered more than once.',
  careless_answers: 'The answers seem to have been given without reading the questions.',
  not_eligible: 'The answers do not fit the people this study is for.',
  automated: 'The answers seem to have been given by a program.',
  other: 'The organiser can tell you the reason.',
  lost_link: 'Its link was lost.',
  wrong_person: 'It had reached the wrong person.',
  organiser_decision: 'The organiser decided so.',
  not_claimed_in_time: 'It was not claimed in time.',
  account_in_use: 'This account cannot be used here. Please give another one.',
  over_yearly_total: 'A person looks at it before it is paid.',
  changed_by_holder: 'You gave another account.',
  payee_not_found: 'No account was found under these details. Please look for typing mistakes.',
  payee_name_mismatch: 'The name does not belong to the account. Please give it exactly as the account has it.',
  payee_not_verified: 'The account is not verified with a real name yet. Verify it in its app, or give another one.',
  payee_limit: 'The account has received as much as it may. Try again tomorrow, or give another one.',
  payee_account_problem: 'The account cannot receive money at present. Please give another one.',
  not_confirmed_in_time: 'It was not confirmed in WeChat within 24 hours.',
  cancelled_before_closure: 'It was stopped before days on which no payments run.',
  cancelled_by_staff: 'The organiser stopped it.',
  batch_cancelled: 'The organiser stopped the batch it was in.',
  payer_balance: 'Our account is being topped up.',
  payer_problem: 'Our account at the payment service is being looked at.',
  amount_limit: 'The amount is outside what this way of paying allows.',
  declined_by_provider: 'The payment service did not take it.',
  reported_by_staff: 'The bank reported that it could not be paid.',
  returned_by_provider: 'The money came back to us.',
  paid_outside_the_books: 'You have been paid by an earlier payment.',
}

export const life = {
  standings,
  steps,
  reasons,
  stepsTitle: 'How far it is',
  stepDone: 'done',
  stepNow: 'now',
  stepComing: 'to come',
  nextLabel: 'Next',
  whoLabel: 'By whom',
  who: { you: 'You', organiser: 'The organiser', provider: 'The bank or payment service' },
  untilLabel: 'Until',
  atLeast: (day: string) => `${day} at least`,
  fromLabel: 'Not before',
  askLabel: 'We ask again',
  expectedLabel: 'Money expected',
  expectedBy: (day: string) => `by ${day}`,
  expectedIfYou: (day: string) => `by ${day}, if you do it today`,
  expectedLate: (day: string) => `It was expected by ${day}, and is late.`,
  expectedUnknown: (year: string) => `Cannot be promised: the calendar of ${year} is not published yet.`,
  closure: (from: string, to: string) =>
    `From ${from} to ${to} no payments are sent. You can claim and change your account as always.`,
  slow: (from: string, to: string) => `From ${from} to ${to} many people are away, and payments may take longer.`,
  paidTo: 'Paid to',
  payTo: 'To be paid to',
  endsSoon: (day: string) => `The time for claiming ends soon: the last day is ${day}.`,
  claimButton: 'Claim the money',
  changeButton: 'Change the account',
  lookAgain: 'See how it stands now',
}
