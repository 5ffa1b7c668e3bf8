/** Why a voucher was held, released, rejected, voided or replaced, and what is proposed, for staff. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { reasonsFor } from './lifecycle.ts'
import type { EndingKind } from './propose.ts'

type AnyReason = (typeof reasonsFor)[keyof typeof reasonsFor][number]

export interface EndingWords {
  reasons: Record<AnyReason, string>
  /** What is proposed, by the voucher's reference and the reason. */
  proposed: Record<EndingKind, (reference: string, reason: string) => string>
  /** Why it cannot be done. */
  refusals: { frozen: string; budget: string; account_in_use: string; moved_on: string; not_found: string }
}

const words: Record<Language, EndingWords> = {
  en: {
    reasons: {
      checked_by_hand: 'Checked by hand',
      looks_genuine: 'Looks genuine',
      duplicate_person: 'The same person twice',
      careless_answers: 'Careless answers',
      not_eligible: 'Not eligible',
      automated: 'Filled in by a program',
      lost_link: 'The link was lost',
      wrong_person: 'It went to the wrong person',
      organiser_decision: 'Decision of the organiser',
      other: 'Another reason',
    },
    proposed: {
      voucher_voided: (reference, reason) => `Void voucher ${reference}: ${reason}.`,
      voucher_reissued: (reference, reason) => `Put a new voucher in the place of ${reference}: ${reason}.`,
      claim_released: (reference, reason) => `Release the held claim of voucher ${reference}: ${reason}.`,
    },
    refusals: {
      frozen: 'A batch holds its claim, so its money may be on the way. Take it out of the batch first.',
      budget: 'The offer has not enough money left to promise it again.',
      account_in_use: 'Its account has another claim in this study that is ready, being paid or paid.',
      moved_on: 'It stands elsewhere by now.',
      not_found: 'There is no such voucher.',
    },
  },
  'zh-Hans': {
    reasons: {
      checked_by_hand: '人工核查过',
      looks_genuine: '看来属实',
      duplicate_person: '同一人重复参加',
      careless_answers: '回答草率',
      not_eligible: '不符合条件',
      automated: '由程序填写',
      lost_link: '链接遗失',
      wrong_person: '发给了错误的人',
      organiser_decision: '主办方决定',
      other: '其他原因',
    },
    proposed: {
      voucher_voided: (reference, reason) => `作废奖励券${reference}：${reason}。`,
      voucher_reissued: (reference, reason) => `以新券取代奖励券${reference}：${reason}。`,
      claim_released: (reference, reason) => `放行奖励券${reference}被暂扣的领取：${reason}。`,
    },
    refusals: {
      frozen: '它的领取已在付款批次中，钱可能已在途中。请先将其移出批次。',
      budget: '该奖励的剩余预算不足，无法再次承诺。',
      account_in_use: '该账户在本研究中另有待付、付款中或已付的领取。',
      moved_on: '它的状态在此期间已改变。',
      not_found: '没有这张奖励券。',
    },
  },
  'zh-Hant': {
    reasons: {
      checked_by_hand: '人手核查過',
      looks_genuine: '看來屬實',
      duplicate_person: '同一人重複參加',
      careless_answers: '作答草率',
      not_eligible: '不符合資格',
      automated: '由程式填寫',
      lost_link: '連結遺失',
      wrong_person: '發給了錯誤的人',
      organiser_decision: '主辦方決定',
      other: '其他原因',
    },
    proposed: {
      voucher_voided: (reference, reason) => `作廢獎賞券${reference}：${reason}。`,
      voucher_reissued: (reference, reason) => `以新券取代獎賞券${reference}：${reason}。`,
      claim_released: (reference, reason) => `放行獎賞券${reference}被暫扣的領取：${reason}。`,
    },
    refusals: {
      frozen: '它的領取已在付款批次中，款項可能已在途中。請先將其移出批次。',
      budget: '該獎賞的剩餘預算不足，無法再次承諾。',
      account_in_use: '該戶口在本研究中另有待付、付款中或已付的領取。',
      moved_on: '它的狀態在此期間已改變。',
      not_found: '沒有這張獎賞券。',
    },
  },
}

export function endingWords(language: Language): EndingWords {
  return words[language]
}
