/** Questionnaires to begin with: each can be asked as it is, and changed before. */
import type { Questionnaire, Text } from '../questionnaire.ts'
import { studyAbroad } from '../study-abroad/index.ts'
import { text } from '../study-abroad/words.ts'
import { event } from './event.ts'
import { npsTemplate } from './nps.ts'
import { screener } from './screener.ts'

export interface Template {
  /** Stable: a study that is being set up names it. */
  id: string
  questionnaire: Questionnaire
  /** What it is for, in a sentence. */
  purpose: Text
}

export const templates: readonly Template[] = [
  {
    id: 'nps',
    questionnaire: npsTemplate,
    purpose: text(
      'Would people recommend you, and why? Two questions, one minute.',
      '人们是否愿意推荐您？为什么？两道题，一分钟。',
      '人們是否願意推薦您？為甚麼？兩條題目，一分鐘。',
    ),
  },
  {
    id: 'event',
    questionnaire: event,
    purpose: text(
      'What did people think of an event? For those who took part, three minutes.',
      '参加者如何评价一次活动？面向参加者，三分钟。',
      '參加者如何評價一次活動？對象是參加者，三分鐘。',
    ),
  },
  {
    id: 'screener',
    questionnaire: screener,
    purpose: text(
      'Finds those whom a study is about, and asks only them further.',
      '筛选符合研究对象的人，只向他们继续提问。',
      '篩選符合研究對象的人，只向他們繼續提問。',
    ),
  },
  {
    id: 'study-abroad',
    questionnaire: studyAbroad,
    purpose: text(
      'Plans and experiences of studying away from home, with rewards by place. Ten to fifteen minutes.',
      '留学的计划与经历，奖励按所在地区而定。十至十五分钟。',
      '到外地升學的計劃與經歷，獎賞按所在地區而定。十至十五分鐘。',
    ),
  },
]
