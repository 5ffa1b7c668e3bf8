/** The usual crossing, the winter vacation, what should improve, and which schemes are known. */
import type { Option, Page } from '../questionnaire.ts'
import { chooseAll, destination, home, option, other, row, stage, text } from './words.ts'

/** The schemes that Q23 asks about and Q24 carries forward. */
export const schemes: Option[] = [
  option(1, 'Hong Kong Top Talent Pass', '香港高才通计划', '香港高才通計劃'),
  option(
    2,
    'IANG (non-local graduates staying in or returning to Hong Kong)',
    '非本地毕业生留港/回港就业安排',
    '非本地畢業生留港/回港就業安排',
  ),
  option(3, 'QMAS (Quality Migrant Admission Scheme, Hong Kong)', '香港优才计划', '香港優才計劃'),
  option(4, 'Macao talent programme', '澳门人才引进', '澳門人才引進'),
  option(5, 'Mainland household registration for returning students', '内地留学生落户', '內地留學生落戶'),
  option(6, 'Talent endorsement (Hong Kong and Macao)', '往来港澳人才签注', '往來港澳人才簽注'),
  option(7, 'A route to stay and work in my place of study', '留学地毕业后工作签证', '留學地畢業後工作簽證'),
]

export const border: Page = {
  code: 'border',
  title: text('Border crossings and schemes', '通关与人才计划', '通關與人才計劃'),
  questions: [
    {
      code: 'Q20',
      name: 'border',
      type: 'matrix',
      when: { all: [stage(3, 4), { not: { q: 'Q19', in: [5] } }] },
      text: text(
        'How satisfied are you with your usual border crossing?',
        '您对常用口岸的以下方面满意吗？',
        '您對常用口岸的以下方面滿意嗎？',
      ),
      rows: [
        row(1, 'Waiting time', '等候时间', '等候時間'),
        row(2, 'Self-service or face-recognition clearance', '自助或刷脸通关', '自助或「刷臉」通關'),
        row(3, 'Opening hours', '开放时间', '開放時間'),
        row(4, 'Transport links', '交通接驳', '交通接駁'),
        row(5, 'Luggage and customs', '行李与海关', '行李與海關'),
        row(6, 'Clear information', '信息清晰度', '資訊清晰度'),
        row(7, 'Renewing the stay permit', '签注续签', '簽注續期', { all: [home(1), destination(2, 3)] }),
      ],
      scale: { set: 'sat5' },
    },
    {
      code: 'Q21',
      name: 'break',
      type: 'multi',
      when: { fact: 'winter' },
      text: text(
        'When in the winter vacation ({from} to {to}) will you cross a border or boundary (mainland, Hong Kong, Macao and Taiwan included)?',
        '寒假期间（{from}至{to}），您会在哪些时段出入境（含内地、香港、澳门、台湾之间往来）？',
        '寒假期間（{from}至{to}），您會在哪些時段出入境（含內地、香港、澳門、台灣之間往來）？',
      ),
      hint: chooseAll,
      options: [
        option(1, 'Before {cf}', '{cf}之前', '{cf}之前'),
        option(2, '{cf} to {ct}', '{cf}至{ct}', '{cf}至{ct}'),
        option(3, 'After {ct}', '{ct}之后', '{ct}之後'),
        option(4, 'Not at all', '不会', '不會', { exclusive: true }),
        option(5, 'Not sure', '不确定', '未確定', { exclusive: true }),
      ],
    },
    {
      code: 'Q22',
      name: 'pain',
      type: 'text',
      optional: true,
      text: text(
        'What one thing about documents or border crossings would you most like to see improved?',
        '在证件或通关方面，您最希望改进的一点是？',
        '在證件或通關方面，您最希望改善的一點是？',
      ),
      maxLength: 300,
    },
    {
      code: 'Q23',
      name: 'know',
      type: 'multi',
      text: text(
        'Which talent or residence schemes have you heard of?',
        '您听说过哪些人才或居留计划？',
        '您聽說過哪些人才或居留計劃？',
      ),
      hint: chooseAll,
      options: [
        ...schemes,
        option(12, 'Greater Bay Scholar Gateway visa', '大湾区学人通行签证', '大灣區學人通行簽證', { decoy: true }),
        option(0, 'None', '无', '無', { exclusive: true, last: true }),
        other,
      ],
      shuffle: true,
    },
  ],
}
