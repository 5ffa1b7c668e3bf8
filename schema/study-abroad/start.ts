/** The first page: age, then the consents. C0b, about paying the reward, belongs to the claim page. */
import type { Consent, Page } from '../questionnaire.ts'
import { admittedMinor, underAge } from './ages.ts'
import { option, text } from './words.ts'

const consents: Consent[] = [
  {
    code: 'C0a',
    text: text(
      'I have read the notice and agree to my answers being used for this study; I can withdraw.',
      '我已阅读说明，同意将我的回答用于本研究，并知悉可随时撤回。',
      '我已閱讀說明，同意將我的回答用於本研究，並知悉可隨時撤回。',
    ),
  },
  {
    code: 'C0c',
    when: { fact: 'recipient' },
    text: text(
      'My answers to this questionnaire (no payment details) may be sent electronically to {recipient} ({contact}) outside the place where I live, for {purpose}. To see, correct or delete them there, I can write to that contact.',
      '同意将我对本问卷的回答（不含收款信息）以电子方式提供给境外接收方{recipient}（联系方式：{contact}），用于{purpose}；如需查阅、更正或删除，可通过上述方式联系接收方。',
      '同意將我對本問卷的回答（不含收款資料）以電子方式提供予境外接收方{recipient}（聯絡方式：{contact}），用於{purpose}；如需查閱、更正或刪除，可透過上述方式聯絡接收方。',
    ),
  },
  {
    code: 'C0d',
    when: admittedMinor,
    text: text(
      'My parent or guardian has read the notice and agrees to my taking part.',
      '我的父母或其他监护人已阅读说明，并同意我参加本研究。',
      '我的父母或其他監護人已閱讀說明，並同意我參與本研究。',
    ),
  },
]

export const start: Page = {
  code: 'start',
  title: text('Before you begin', '开始之前', '開始之前'),
  questions: [
    {
      code: 'Q01',
      name: 'age',
      type: 'single',
      text: text('How old are you?', '您的年龄是？', '您的年齡是？'),
      options: [
        option(1, 'Under 14', '未满14岁', '未滿14歲'),
        option(2, '14 to 17', '14至17岁', '14至17歲'),
        option(3, '18 to 22', '18至22岁', '18至22歲'),
        option(4, '23 to 27', '23至27岁', '23至27歲'),
        option(5, '28 to 34', '28至34岁', '28至34歲'),
        option(6, '35 or over', '35岁或以上', '35歲或以上'),
      ],
    },
  ],
  consents,
  ends: [{ when: underAge, as: 'under_age' }],
}
