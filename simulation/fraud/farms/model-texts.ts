/** What a language model writes where words are asked for: whole sentences, balanced, in the same few moulds. */
import type { Language } from '../../../schema/questionnaire.ts'
import { gap } from '../../../src/platform/i18n/format.ts'
import type { Draws } from '../draws.ts'

const moulds: Record<Language, readonly (readonly string[])[]> = {
  en: [
    [
      'I would most like to see',
      'It would be helpful to have',
      'The biggest improvement would be',
      'In my experience, the key issue is the need for',
      'What could be improved most is',
    ],
    [
      'a more streamlined renewal process',
      'a single online portal for all documents',
      'clearer guidance on the required documents',
      'faster processing during peak periods',
      'real-time updates on application status',
      'better coordination between the two sides of the border',
    ],
    [
      'so that students can plan ahead',
      'which would reduce stress at the start of term',
      'especially for first-time applicants',
      'because repeated visits take time away from studies',
      'as current waiting times are hard to predict',
    ],
    ['.', ', and multilingual support would also help.', ', ideally through a mobile app.'],
  ],
  'zh-Hans': [
    ['希望能够', '建议进一步', '最希望改进的是', '如果可以', '我认为目前最需要'],
    [
      '简化签注续签的办理流程',
      '优化线上申请与预约系统',
      '提供更清晰的材料清单和办理指引',
      '缩短高峰期的审批与等候时间',
      '实现申请进度的实时查询',
      '加强两地信息互通，减少重复提交材料',
    ],
    [
      '，方便学生提前规划行程',
      '，减轻开学期间的压力',
      '，尤其是首次办理的同学',
      '，避免多次往返影响学习',
      '，提升整体通关体验',
    ],
    ['。', '，同时增设人工咨询窗口。', '，最好支持手机端办理。'],
  ],
  'zh-Hant': [
    ['希望能夠', '建議進一步', '最希望改善的是', '如果可以', '我認為目前最需要'],
    [
      '簡化簽證續期的辦理流程',
      '優化網上申請與預約系統',
      '提供更清晰的文件清單和指引',
      '縮短繁忙時段的審批與輪候時間',
      '讓申請進度可以即時查詢',
      '加強兩地資訊互通，減少重複提交文件',
    ],
    [
      '，方便學生提早計劃行程',
      '，減輕開學期間的壓力',
      '，尤其是首次辦理的同學',
      '，避免多次往返影響學習',
      '，提升整體通關體驗',
    ],
    ['。', '，同時增設人工查詢櫃位。', '，最好支援手機辦理。'],
  ],
}

export const modelText = (language: Language, draws: Draws) =>
  moulds[language]
    .map((parts) => draws.oneOf(parts))
    .join(gap(language))
    .replace(/ ([.,])/g, '$1')
