/** Finds the people whom a study is about, before it asks them more: age, whether they study, how often they do something. */
import type { Questionnaire } from '../questionnaire.ts'
import { option, text } from '../study-abroad/words.ts'
import { agreement } from './agreement.ts'

export const screener: Questionnaire = {
  code: 'screener',
  title: text('A few questions about you', '关于您的几个问题', '關於您的幾個問題'),
  facts: [],
  sets: {},
  lists: {},
  rates: {},
  pages: [
    {
      code: 'age',
      title: text('Before you begin', '开始之前', '開始之前'),
      questions: [
        {
          code: 'Q1',
          name: 'age',
          type: 'single',
          text: text('How old are you?', '您的年龄是？', '您的年齡是？'),
          options: [
            option(1, 'Under 18', '未满18岁', '未滿18歲'),
            option(2, '18 to 24', '18至24岁', '18至24歲'),
            option(3, '25 to 34', '25至34岁', '25至34歲'),
            option(4, '35 or over', '35岁或以上', '35歲或以上'),
          ],
        },
      ],
      consents: [agreement],
      ends: [{ when: { q: 'Q1', in: [1] }, as: 'under_age' }],
    },
    {
      code: 'about',
      title: text('About you', '关于您', '關於您'),
      questions: [
        {
          code: 'Q2',
          name: 'occupation',
          type: 'single',
          text: text('What do you mainly do at present?', '您目前的主要身份是？', '您目前的主要身分是？'),
          options: [
            option(1, 'Student', '学生', '學生'),
            option(2, 'Employed', '在职', '在職'),
            option(3, 'Self-employed', '自雇', '自僱'),
            option(4, 'Looking for work', '求职中', '求職中'),
            option(90, 'Something else', '其他', '其他', { detail: 'text' }),
          ],
        },
        {
          code: 'Q3',
          name: 'services',
          type: 'multi',
          text: text(
            'Which of these did you use in the last 12 months?',
            '过去12个月内，您使用过以下哪些服务？',
            '過去12個月內，您使用過以下哪些服務？',
          ),
          options: [
            option(1, 'Library', '图书馆', '圖書館'),
            option(2, 'Sports centre', '体育中心', '體育中心'),
            option(3, 'Counselling', '咨询服务', '輔導服務'),
            option(0, 'None of these', '以上都没有', '以上皆無', { exclusive: true, last: true }),
          ],
          shuffle: true,
        },
      ],
      ends: [{ when: { q: 'Q3', only: [0] }, as: 'screened_out' }],
      lease: true,
    },
    {
      code: 'use',
      title: text('How you use it', '使用情况', '使用情況'),
      questions: [
        {
          code: 'Q4',
          name: 'most',
          type: 'single',
          text: text('Which one do you use most?', '您最常使用哪一项？', '您最常使用哪一項？'),
          options: [
            option(1, 'Library', '图书馆', '圖書館'),
            option(2, 'Sports centre', '体育中心', '體育中心'),
            option(3, 'Counselling', '咨询服务', '輔導服務'),
          ],
          carry: { from: 'Q3' },
        },
        {
          code: 'Q5',
          name: 'times',
          type: 'number',
          text: text('How many times in the last 30 days?', '过去30天内使用了几次？', '過去30天內使用了幾次？'),
          min: 0,
          max: 100,
          unit: text('times', '次', '次'),
        },
        {
          code: 'Q6',
          name: 'talk',
          type: 'single',
          text: text('May we ask you for a talk about it?', '我们可以邀请您参加访谈吗？', '我們可以邀請您參加訪談嗎？'),
          options: [option(1, 'Yes', '可以', '可以'), option(2, 'No', '不用了', '不用了')],
        },
      ],
    },
  ],
}
