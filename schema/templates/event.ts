/** What people thought of an event that they went to. */
import type { Questionnaire } from '../questionnaire.ts'
import { option, text } from '../study-abroad/words.ts'
import { agreement } from './agreement.ts'

export const event: Questionnaire = {
  code: 'event-feedback',
  title: text('How was the event?', '活动怎么样？', '活動怎麼樣？'),
  facts: [],
  sets: {
    satisfaction: [
      option(1, 'Very dissatisfied', '非常不满意', '非常不滿意'),
      option(2, 'Dissatisfied', '不满意', '不滿意'),
      option(3, 'Neutral', '一般', '一般'),
      option(4, 'Satisfied', '满意', '滿意'),
      option(5, 'Very satisfied', '非常满意', '非常滿意'),
      option(99, 'Not applicable', '不适用', '不適用'),
    ],
  },
  lists: {},
  rates: {},
  pages: [
    {
      code: 'visit',
      title: text('Your visit', '您的参与情况', '您的參與情況'),
      questions: [
        {
          code: 'Q1',
          name: 'attended',
          type: 'single',
          text: text('How did you take part?', '您以何种方式参加？', '您以哪種方式參加？'),
          options: [
            option(1, 'On site', '现场', '現場'),
            option(2, 'Online', '线上', '網上'),
            option(3, 'I did not take part', '没有参加', '沒有參加'),
          ],
        },
      ],
      consents: [agreement],
      ends: [{ when: { q: 'Q1', in: [3] }, as: 'screened_out' }],
      lease: true,
    },
    {
      code: 'rating',
      title: text('The event', '活动评价', '活動評價'),
      questions: [
        {
          code: 'Q2',
          name: 'overall',
          type: 'scale',
          text: text('How satisfied are you overall?', '您总体上满意吗？', '您整體上滿意嗎？'),
          options: [
            option(1, 'Very dissatisfied', '非常不满意', '非常不滿意'),
            option(2, 'Dissatisfied', '不满意', '不滿意'),
            option(3, 'Neutral', '一般', '一般'),
            option(4, 'Satisfied', '满意', '滿意'),
            option(5, 'Very satisfied', '非常满意', '非常滿意'),
          ],
        },
        {
          code: 'Q3',
          name: 'parts',
          type: 'matrix',
          text: text('How satisfied are you with each of these?', '您对以下各项满意吗？', '您對以下各項滿意嗎？'),
          rows: [
            option(1, 'Content', '内容', '內容'),
            option(2, 'Speakers', '讲者', '講者'),
            option(3, 'Organisation', '组织安排', '活動安排'),
            option(4, 'Length', '时长', '時間長短'),
          ],
          scale: { set: 'satisfaction' },
          shuffle: true,
        },
        {
          code: 'Q4',
          name: 'place',
          type: 'scale',
          when: { q: 'Q1', in: [1] },
          text: text('How satisfied are you with the venue?', '您对场地满意吗？', '您對場地滿意嗎？'),
          options: { set: 'satisfaction' },
        },
      ],
    },
    {
      code: 'next',
      title: text('Next time', '下一次', '下一次'),
      questions: [
        {
          code: 'Q5',
          name: 'liked',
          type: 'multi',
          text: text('What should we keep?', '哪些应当保留？', '哪些應該保留？'),
          options: [
            option(1, 'Talks', '演讲', '演講'),
            option(2, 'Workshops', '工作坊', '工作坊'),
            option(3, 'Time to meet others', '交流时间', '交流時間'),
            option(90, 'Something else', '其他', '其他', { detail: 'text', last: true }),
            option(0, 'Nothing of it', '都不必保留', '都不必保留', { exclusive: true, last: true }),
          ],
          shuffle: true,
        },
        {
          code: 'Q6',
          name: 'again',
          type: 'nps',
          text: text('How likely are you to come again?', '您有多大可能再次参加？', '您有多大可能再次參加？'),
          low: text('Not at all likely', '完全不可能', '完全不可能'),
          high: text('Extremely likely', '非常可能', '非常可能'),
        },
        {
          code: 'Q7',
          name: 'remarks',
          type: 'text',
          text: text('What else would you like to say?', '您还有什么想说的？', '您還有甚麼想說的？'),
          optional: true,
          maxLength: 1000,
        },
      ],
    },
  ],
}
