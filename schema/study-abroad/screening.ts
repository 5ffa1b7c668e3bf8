/** The screening page: stage, home and the place lived in now. Leaving it takes the lease on an offer. */
import type { Page } from '../questionnaire.ts'
import { option, stage, text } from './words.ts'

export const screening: Page = {
  code: 'screening',
  title: text('About you', '关于您', '關於您'),
  questions: [
    {
      code: 'Q02',
      name: 'stage',
      type: 'single',
      text: text(
        'Which stage of studying away from home are you at?',
        '您目前处于留学（含赴港澳台就读）的哪个阶段？',
        '您目前處於到外地升學的哪個階段？',
      ),
      options: [
        option(1, 'Planning or preparing', '规划或准备中', '規劃或準備中'),
        option(2, 'Applied or admitted', '已申请或已被录取', '已申請或已獲錄取'),
        option(3, 'Studying now', '正在就读', '正在就讀'),
        option(4, 'Finished', '已毕业或已结束', '已畢業或已結束'),
        option(5, 'None of these', '以上均不符合', '以上皆非'),
      ],
    },
    {
      code: 'Q03',
      name: 'home',
      type: 'single',
      text: text(
        'Where did you mainly live before going away to study (or where do you live now, if you have not started)?',
        '您开始留学前（如未开始则为目前）主要住在哪里？',
        '您到外地升學前（如未開始則為目前）主要住在哪裏？',
      ),
      options: [
        option(1, 'Mainland China', '中国内地', '中國內地'),
        option(2, 'Hong Kong, China', '中国香港', '中國香港'),
        option(3, 'Macao, China', '中国澳门', '中國澳門'),
        option(4, 'Taiwan, China', '中国台湾', '中國台灣'),
        option(5, 'Another country or region', '其他国家或地区', '其他國家或地區', { detail: { list: 'countries' } }),
      ],
    },
    {
      code: 'Q04',
      name: 'now',
      type: 'single',
      text: text('Where are you living right now?', '您现在居住在哪里？', '您現在居住在哪裏？'),
      options: { set: 'dest' },
    },
  ],
  ends: [{ when: stage(5), as: 'screened_out' }],
  lease: true,
}
