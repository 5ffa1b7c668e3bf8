/** How likely people are to recommend something, and why: one page, one minute. */
import type { Questionnaire } from '../questionnaire.ts'
import { text } from '../study-abroad/words.ts'
import { agreement } from './agreement.ts'

export const npsTemplate: Questionnaire = {
  code: 'recommendation',
  title: text('How likely are you to recommend us?', '您有多大可能推荐我们？', '您有多大可能推薦我們？'),
  facts: [],
  sets: {},
  lists: {},
  rates: {},
  pages: [
    {
      code: 'recommend',
      title: text('Would you recommend us?', '您会推荐我们吗？', '您會推薦我們嗎？'),
      questions: [
        {
          code: 'Q1',
          name: 'recommend',
          type: 'nps',
          text: text(
            'How likely are you to recommend us to a friend or colleague?',
            '您有多大可能向朋友或同事推荐我们？',
            '您有多大可能向朋友或同事推薦我們？',
          ),
          low: text('Not at all likely', '完全不可能', '完全不可能'),
          high: text('Extremely likely', '非常可能', '非常可能'),
        },
      ],
      consents: [agreement],
      lease: true,
    },
    {
      code: 'reason',
      title: text('Why?', '为什么？', '為甚麼？'),
      questions: [
        {
          code: 'Q2',
          name: 'reason',
          type: 'text',
          text: [
            {
              when: { q: 'Q1', min: 9 },
              text: text('What do you like most?', '您最满意的是什么？', '您最滿意的是甚麼？'),
            },
            {
              when: { q: 'Q1', min: 7, max: 8 },
              text: text('What would have made it a ten?', '怎样才能让您打满分？', '怎樣才能讓您給滿分？'),
            },
            { text: text('What should we do better?', '我们应当改进什么？', '我們應該改善甚麼？') },
          ],
          hint: text('A sentence is enough.', '一句话即可。', '一句話即可。'),
          optional: true,
          maxLength: 1000,
        },
      ],
    },
  ],
}
