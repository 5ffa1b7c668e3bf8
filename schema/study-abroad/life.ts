/** What comes next, how studying away is or was, and the last questions. */
import type { Page } from '../questionnaire.ts'
import { schemes } from './border.ts'
import { destination, home, option, other, preferNotToSay, row, stage, text } from './words.ts'

export const next: Page = {
  code: 'next',
  title: text('Plans and satisfaction', '打算与满意度', '打算與滿意度'),
  questions: [
    {
      code: 'Q24',
      name: 'plan_scheme',
      type: 'single',
      // The decoy is not carried, so someone who picked only that has nothing to choose from.
      when: { not: { q: 'Q23', only: [0, 12] } },
      text: text('Which are you most likely to apply for?', '您最可能申请哪一项？', '您最可能申請哪一項？'),
      options: [
        ...schemes,
        // Shown under what was typed in Q23, so it is not asked again.
        other,
        option(0, 'None of these', '都不会', '都不會', { always: true }),
        option(98, 'Not sure', '不确定', '未確定', { always: true }),
      ],
      carry: { from: 'Q23' },
    },
    {
      code: 'Q25',
      name: 'after',
      type: 'single',
      text: [
        {
          when: stage(1, 2, 3),
          text: text('After graduating, where do you expect to be?', '毕业后您打算去哪里？', '畢業後您打算去哪裏？'),
        },
        {
          text: text('Where are you now, after graduating?', '毕业后您目前在哪里？', '畢業後您目前在哪裏？'),
        },
      ],
      // Options 2-4 are the places 1-3 of DEST: someone who studies there has option 1 for it.
      options: [
        option(1, 'Staying in the place of study', '留在就读地', '留在就讀地'),
        option(2, 'The mainland', '内地', '內地', { when: { not: destination(1) } }),
        option(3, 'Hong Kong, China', '中国香港', '中國香港', { when: { not: destination(2) } }),
        option(4, 'Macao, China', '中国澳门', '中國澳門', { when: { not: destination(3) } }),
        option(5, 'Somewhere else', '其他国家或地区', '其他國家或地區'),
        option(8, 'Back where I lived before', '回到留学前居住地', '回到升學前的居住地', {
          when: { not: home(1, 2, 3) },
        }),
        option(6, 'Further study', '继续深造', '繼續進修'),
        option(7, 'Undecided', '尚未决定', '尚未決定'),
      ],
    },
    {
      code: 'Q27',
      name: 'nps',
      type: 'nps',
      when: stage(3, 4),
      text: text(
        'How likely are you to recommend studying there?',
        '您有多大可能推荐他人去该地就读？',
        '您有多大可能推薦他人到當地升學？',
      ),
      low: text('Not at all likely', '完全不可能', '完全不可能'),
      high: text('Extremely likely', '非常可能', '非常可能'),
    },
    {
      code: 'Q26',
      name: 'life',
      type: 'matrix',
      when: stage(3, 4),
      text: text('How satisfied are (were) you with each of these?', '您对以下方面满意吗？', '您對以下方面滿意嗎？'),
      rows: [
        row(1, 'Welcome and arrival support', '新生接待与抵达协助', '迎新與抵埗支援'),
        row(2, 'Teaching', '教学', '教學'),
        row(3, 'Housing', '住宿', '住宿'),
        row(4, 'Cost of living', '生活成本', '生活成本'),
        row(5, 'Career support', '就业支持', '就業支援'),
        row(6, 'Wellbeing support', '身心支持', '身心支援'),
        row(7, 'Safety', '安全', '安全'),
        row(8, 'Fitting in', '融入当地', '融入當地'),
      ],
      scale: { set: 'sat5' },
    },
  ],
}

export const last: Page = {
  code: 'last',
  title: text('Last questions', '最后几题', '最後幾題'),
  questions: [
    {
      code: 'Q28',
      name: 'nps_why',
      type: 'text',
      when: stage(3, 4),
      optional: true,
      text: text(
        'What is the main reason for your recommendation score?',
        '您给出该推荐分数的主要原因是？',
        '您給予該推薦分數的主要原因是？',
      ),
      maxLength: 300,
    },
    {
      code: 'Q29',
      name: 'outcome',
      type: 'single',
      when: stage(4),
      text: text(
        'How long after graduating did you find your first job?',
        '毕业后多久找到第一份工作？',
        '畢業後多久找到第一份工作？',
      ),
      options: [
        option(1, 'Before graduating', '毕业前', '畢業前'),
        option(2, 'Within 3 months', '3个月内', '3個月內'),
        option(3, '4 to 6 months', '4至6个月', '4至6個月'),
        option(4, '7 to 12 months', '7至12个月', '7至12個月'),
        option(5, 'More than 12 months', '超过12个月', '超過12個月'),
        option(6, 'Continuing my studies', '继续升学', '繼續升學'),
        option(7, 'Still looking', '仍在求职', '仍在求職'),
        option(8, 'Not looking for work', '目前不求职', '目前沒有求職'),
        preferNotToSay,
      ],
    },
    {
      code: 'Q30',
      name: 'birth',
      type: 'year',
      draftOnly: true,
      text: text('In which year were you born?', '您的出生年份是？', '您的出生年份是？'),
      hint: text(
        'Only compared with the age that you gave on the first page, then deleted.',
        '仅用于核对您在第一页填写的年龄，核对后即删除',
        '只用作核對您在第一頁填寫的年齡，核對後即刪除',
      ),
      min: 1930,
      max: 2020,
    },
  ],
}
