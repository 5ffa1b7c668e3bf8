/** What matters in choosing where to study, with the row that checks attention. */
import type { Page } from '../questionnaire.ts'
import { row, text } from './words.ts'

export const factors: Page = {
  code: 'factors',
  title: text('What matters to you', '您看重什么', '您重視甚麼'),
  questions: [
    {
      code: 'Q11',
      name: 'factors',
      type: 'matrix',
      text: text(
        'How important is each in choosing where to study?',
        '选择学校和地区时，以下因素有多重要？',
        '選擇學校和地區時，以下因素有多重要？',
      ),
      rows: [
        row(1, 'Graduate jobs', '毕业后就业', '畢業後就業'),
        row(2, 'Ranking', '排名', '排名'),
        row(3, 'Total cost', '总费用', '總費用'),
        row(4, 'Scholarship', '奖学金', '獎學金'),
        row(5, 'Safety', '安全', '安全'),
        row(6, 'Staying after graduation', '毕业后居留', '畢業後居留'),
        row(7, 'Ease of getting a visa', '签证便利程度', '簽證便利程度'),
        row(8, 'Distance from home', '离家距离', '離家距離'),
        row(9, 'How well the course suits me', '专业匹配度', '課程匹配度'),
        row(10, 'Friends or family there', '当地亲友', '當地親友'),
      ],
      shuffle: true,
      scale: { set: 'likert5' },
      attention: {
        code: 'AC',
        // Low targets only: people who answer in a straight line mostly do so at the middle or the top.
        targets: [1, 2],
        label: text('Please choose “{target}” on this row', '本行请选择“{target}”', '此行請選擇「{target}」'),
      },
    },
  ],
}
