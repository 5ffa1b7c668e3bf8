/** What is said in English of claiming. The other languages must have the same shape. */
import type { Channel } from '../../../../schema/tables.ts'

/** What may be typed, by what it is; `login` is told by signing in. */
export type FieldKindName =
  | 'login'
  | 'phone_cn'
  | 'phone_hk'
  | 'name'
  | 'bank_name'
  | 'bank_code'
  | 'card'
  | 'account_hk'
  | 'account'
  | 'email'
export type FieldWhyName =
  | 'who_signed_in'
  | 'finds_account'
  | 'name_is_checked'
  | 'name_is_on_account'
  | 'which_bank'
  | 'gift_is_sent_there'
export type ClaimFaultName = 'missing' | 'too_long' | 'characters' | 'format' | 'country' | 'checksum'

const ways: Record<Channel, string> = {
  wechat:
    'Nothing to type: WeChat tells us which account is yours. After approval you come back and receive the money.',
  alipay: 'Needs the phone number you sign in to Alipay with, and your real name: Alipay compares the two.',
  fps: 'Needs the phone number registered for FPS, which finds your account, and your name, which the bank compares.',
  bank: 'Needs the bank, the account number and its holder’s name: a transfer to another name comes back.',
  gift: 'Needs an e-mail address: a link is sent there, with which you choose what to receive.',
}

const fields: Record<FieldKindName, { label: string; hint: string }> = {
  login: { label: 'WeChat account', hint: 'The one that you signed in with.' },
  phone_cn: { label: 'Phone number', hint: 'A mobile number of the mainland, such as 138 1234 5678.' },
  phone_hk: { label: 'Phone number', hint: 'A Hong Kong number of eight digits, such as 6123 4567.' },
  name: { label: 'Name', hint: 'Exactly as the account has it.' },
  bank_name: { label: 'Bank', hint: 'Its full name, with the branch if your account has one.' },
  bank_code: { label: 'Bank code', hint: 'Three digits, such as 004 for HSBC or 012 for Bank of China (Hong Kong).' },
  card: { label: 'Card number', hint: 'The 16 to 19 digits on the bank card.' },
  account_hk: { label: 'Account number', hint: 'With the branch code, without the bank code.' },
  account: { label: 'Account number', hint: 'Digits only; spaces do not matter.' },
  email: { label: 'E-mail address', hint: 'One that you can open.' },
}

const whys: Record<FieldWhyName, string> = {
  who_signed_in: 'It is where the money goes.',
  finds_account: 'It finds your account.',
  name_is_checked: 'It is compared with the account, so that the money reaches nobody else.',
  name_is_on_account: 'The bank sends back what goes to another name.',
  which_bank: 'It says where the account is.',
  gift_is_sent_there: 'The link is sent there, and is used for nothing else.',
}

const faults: Record<ClaimFaultName, string> = {
  missing: 'Please fill this in.',
  too_long: 'This is too long.',
  characters: 'There is a character here that does not belong.',
  format: 'This does not look right. Please compare it with your account.',
  country: 'This number is of another region than this way of paying reaches.',
  checksum: 'One digit seems to be wrong, or two have changed places.',
}

export const claim = {
  title: 'Claim the money',
  changeTitle: 'Change the account',
  choose: 'How would you like to be paid?',
  go: 'Continue',
  other: 'Another way of being paid',
  back: 'Back to the voucher',
  none: 'Just now no way of paying is available. Your voucher stays valid; please come back later, or write to the organiser.',
  changeNote: 'A changed account waits a day before it can be paid.',
  private:
    'These details are kept encrypted, apart from your answers, and are seen only by those who make the payment.',
  ways,
  fields,
  whys,
  faults,
  unchosen: 'Please choose one of these.',
  errors: (n: number) => (n === 1 ? 'One entry needs another look' : `${n} entries need another look`),
  checkTitle: 'Is this right?',
  checkText: 'The money goes to exactly this account. A wrong digit can send it to somebody else.',
  confirm: 'Yes, pay me there',
  correct: 'Correct it',

  wechat: {
    title: 'Be paid by WeChat',
    text: 'Press the button: WeChat tells us which account is yours, and nothing else about you.',
    button: 'Go on with WeChat',
    known: 'WeChat has told us which account is yours. The money will go to the WeChat account that you are using now.',
    claim: 'Pay me to this WeChat account',
    outside: 'This works inside WeChat only. Open WeChat, choose Scan, and scan this code; your voucher opens there.',
    outsideLink: 'Or send the voucher link to yourself in WeChat and open it there.',
    failed: 'WeChat did not let us know the account',
    failedText:
      'The request was too old, came from another browser, or was used already. Nothing was changed; please begin again.',
    again: 'Begin again',
  },
  receive: {
    title: 'Receive the money',
    when: 'Come on any day on which payments run, with WeChat at hand. After you press the button you have 24 hours to confirm in WeChat.',
    button: 'Receive the money now',
    reminder: 'Put a reminder into my calendar',
    opening: 'WeChat is opening its confirmation…',
    open: 'Open the confirmation again',
    shown: 'WeChat has shown its confirmation. Whether the money has arrived, the voucher page says in a moment.',
    closed: 'The confirmation did not open, or was closed. You can open it again.',
    notHere: 'The confirmation opens inside WeChat only.',
    noScript:
      'WeChat’s confirmation opens by a script. Should nothing happen, scripts may be off here: turn them on and press the button again.',
    until: (time: string) => `It can be confirmed until ${time}.`,
    refused: {
      not_ready: 'The payment is not approved yet.',
      closed: 'No payments run today.',
      would_settle_in_closure: 'Days without payments begin so soon that WeChat might pay in them.',
      not_published: 'The calendar for these days is not published yet.',
      delayed: 'WeChat cannot pay it out just now. The cause is on our side; please try again later.',
      unknown: 'WeChat has not answered yet. We keep asking; the money cannot be lost or paid twice.',
      done: 'It has been paid already.',
    },
    opensOn: (day: string) => `You can receive it from ${day}.`,
    event: (amount: string) => `Receive ${amount} in WeChat`,
    eventText: 'Open your voucher in WeChat and press the button. After that you have 24 hours to confirm.',
  },
}
