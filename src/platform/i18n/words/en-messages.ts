/** What is said in English when an answer or a request is not accepted. */
import type { ValidationErrorCode } from '../../../survey/questionnaire/page/view.ts'

/** What a message may name, such as `{ min: 1, max: 5 }`. */
export type Limits = Record<string, number>
export type ProblemCode =
  | 'not_found'
  | 'link_invalid'
  | 'link_expired'
  | 'link_revoked'
  | 'link_spent'
  | 'signed_out'
  | 'forbidden'
  | 'closed'
  | 'not_yet'
  | 'too_large'
  | 'bad_origin'
  | 'too_many'
  | 'conflict'
  | 'failed'
  | 'unavailable'

/** By fault of a field. */
export const faults: Record<ValidationErrorCode, (limits: Limits) => string> = {
  required: () => 'Please answer this question.',
  consent: () => 'Please tick this box if you want to take part.',
  wrong_type: () => 'This answer could not be read. Please give it again.',
  unknown_code: () => 'Please choose one of the answers offered.',
  not_offered: () => 'This answer is not offered to you here. Please choose another.',
  too_few: ({ min = 1 }) => `Please choose at least ${min}.`,
  too_many: ({ max = 1 }) => `Please choose no more than ${max}.`,
  exclusive: () => 'One of your choices cannot go together with others. Keep either that one or the others.',
  twice: () => 'You have chosen the same thing twice. Please choose each one once.',
  out_of_range: ({ min, max }) =>
    min === undefined || max === undefined
      ? 'Please give a number within the limits.'
      : `Please give a number from ${min} to ${max}.`,
  too_long: ({ max }) =>
    max === undefined ? 'This text is too long. Please shorten it.' : `Please use no more than ${max} characters.`,
  detail_missing: () => 'Please say which.',
  not_shown: () => 'This question is no longer part of your questionnaire. Your answer to it was set aside.',
}

/** By refusal of a whole request. */
export const problems: Record<ProblemCode, { title: string; text: string }> = {
  not_found: {
    title: 'Page not found',
    text: 'There is nothing at this address. Please check the link you were given.',
  },
  link_invalid: {
    title: 'This link does not work',
    text: 'It may have been cut short when it was sent. Please copy the whole link, or ask whoever sent it for a new one.',
  },
  link_expired: { title: 'This link has expired', text: 'Please ask whoever sent it for a new one.' },
  link_revoked: {
    title: 'This link was withdrawn',
    text: 'The organiser has taken it back. Please write to them if you think this is a mistake.',
  },
  link_spent: {
    title: 'This invitation has been used',
    text: 'Its questionnaire is finished. If it was you, your voucher is on the device that you answered on; your resume code opens it elsewhere.',
  },
  signed_out: {
    title: 'We do not recognise this device',
    text: 'You may have cleared your browser, or started on another device. Open your study link again, or use your resume code.',
  },
  forbidden: { title: 'Not open to you', text: 'You are signed in, but this page belongs to someone else’s work.' },
  closed: {
    title: 'This study is closed',
    text: 'It no longer takes answers. Thank you for your interest. Vouchers already given stay valid.',
  },
  not_yet: { title: 'This study has not opened yet', text: 'Please come back when it has opened.' },
  too_large: {
    title: 'Too much at once',
    text: 'What was sent is larger than we accept. Please shorten your text and try again.',
  },
  bad_origin: {
    title: 'Sent from somewhere else',
    text: 'For your safety we accept only what is sent from our own pages. Please open the page again and retry.',
  },
  too_many: {
    title: 'Many people on your network have begun today',
    text: 'To keep things fair, only so many can begin from one network in a day. Please try again tomorrow, or on another connection such as mobile data.',
  },
  conflict: {
    title: 'Something changed meanwhile',
    text: 'This was changed in another tab or on another device. Please open the page again to see how it stands.',
  },
  failed: {
    title: 'Something went wrong',
    text: 'The fault is ours. What you saved before is safe. Please try again in a moment.',
  },
  unavailable: {
    title: 'Back in a moment',
    text: 'The service is busy or being looked after. What you saved before is safe. Please try again shortly.',
  },
}
