/** Entry documents: which, how easy, and (for those who study or studied) how often the boundary is crossed. */
import type { Page } from '../questionnaire.ts'
import { ratedServices } from './money.ts'
import { chooseAll, destination, home, notApplicable, option, row, stage, text } from './words.ts'

export const documents: Page = {
  code: 'documents',
  title: text('Services and documents', '服务与证件', '服務與證件'),
  questions: [
    {
      code: 'Q16',
      name: 'svc_sat',
      type: 'matrix',
      when: { not: { q: 'Q15', in: [0] } },
      text: text('How satisfied were you with each service?', '您对各项服务满意吗？', '您對各項服務滿意嗎？'),
      rows: ratedServices.map(([code, en, hans, hant]) => row(code, en, hans, hant)),
      carry: { from: 'Q15' },
      scale: { set: 'sat5' },
    },
    {
      code: 'Q17',
      name: 'docs',
      type: 'multi',
      text: text(
        'Which entry documents do you hold or have you applied for?',
        '您持有或已申请哪些出入境证件？',
        '您持有或已申請哪些出入境證件？',
      ),
      hint: chooseAll,
      options: [
        option(1, 'Passport and student visa', '护照及学生签证', '護照及學生簽證', {
          when: { any: [{ q: 'Q07', min: 5 }, { all: [home(5), destination(4)] }] },
        }),
        option(
          2,
          'Exit-Entry Permit for Travelling to and from Hong Kong and Macao',
          '往来港澳通行证',
          '往來港澳通行證',
          { when: { all: [home(1), destination(2, 3)] } },
        ),
        option(3, 'Stay endorsement (D)', '逗留签注（D）', '逗留簽注（D）', {
          when: { all: [home(1), destination(2, 3)] },
        }),
        option(4, 'Hong Kong student entry permit', '香港学生进入许可', '香港學生進入許可', { when: destination(2) }),
        option(5, 'Macao student stay authorisation', '澳门学生逗留许可', '澳門學生逗留許可', {
          when: destination(3),
        }),
        option(
          6,
          'Mainland Travel Permit for Hong Kong and Macao Residents',
          '港澳居民来往内地通行证',
          '港澳居民來往內地通行證',
          { when: { all: [home(2, 3), destination(1)] } },
        ),
        option(
          7,
          'Residence Permit for Hong Kong, Macao and Taiwan Residents',
          '港澳台居民居住证',
          '港澳台居民居住證',
          { when: { all: [home(2, 3, 4), destination(1)] } },
        ),
        option(8, 'Mainland Travel Permit for Taiwan Residents', '台湾居民来往大陆通行证', '台灣居民來往大陸通行證', {
          when: { all: [home(4), destination(1)] },
        }),
        option(
          9,
          'X visa or residence permit (foreign student in the mainland)',
          'X签证或居留许可',
          'X簽證或居留許可',
          { when: { all: [home(5), destination(1)] } },
        ),
        option(10, 'Talent endorsement (Hong Kong and Macao)', '往来港澳人才签注', '往來港澳人才簽注', {
          when: { all: [home(1), destination(2, 3)] },
        }),
        option(11, 'Entry permit for Taiwan', '入台证', '入台證', {
          when: { all: [home(1, 2, 3), destination(4)] },
        }),
        option(0, 'None yet', '暂无', '暫時沒有', { exclusive: true, last: true }),
        option(96, 'None needed', '无需办理', '無需辦理', { exclusive: true, last: true }),
      ],
      showAll: true,
    },
  ],
}

export const crossing: Page = {
  code: 'crossing',
  title: text('Documents and border crossings', '办证与往返', '辦證與往返'),
  questions: [
    {
      code: 'Q18',
      name: 'ease',
      type: 'scale',
      when: { not: { q: 'Q17', in: [0, 96] } },
      text: text('How easy was it to get your main document?', '办理主要证件容易吗？', '辦理主要證件容易嗎？'),
      options: [
        option(1, 'Very hard', '非常困难', '非常困難'),
        option(2, 'Hard', '比较困难', '比較困難'),
        option(3, 'Neither easy nor hard', '一般', '一般'),
        option(4, 'Easy', '比较容易', '比較容易'),
        option(5, 'Very easy', '非常容易', '非常容易'),
        notApplicable,
      ],
    },
    {
      code: 'Q19',
      name: 'cross',
      type: 'single',
      when: stage(3, 4),
      text: text(
        'During term, how often do you cross a border or boundary (mainland, Hong Kong, Macao and Taiwan included)?',
        '学期中您多久出入境一次（含内地、香港、澳门、台湾之间往来）？',
        '學期中您多久出入境一次（含內地、香港、澳門、台灣之間往來）？',
      ),
      options: [
        option(1, 'Once a week or more', '每周一次或更多', '每週一次或更多'),
        option(2, '1 to 3 times a month', '每月1至3次', '每月1至3次'),
        option(3, 'Once or twice a term', '每学期1至2次', '每學期1至2次'),
        option(4, 'Once a year or less', '每年一次或更少', '每年一次或更少'),
        option(5, 'Not yet', '尚未出入境', '尚未出入境'),
      ],
    },
  ],
}
