/**
 * What people type where words are asked for: mostly nothing, often one of a few set phrases that thousands of others type as
 * well, else a sentence of their own; of those, one in some thirty is one that somebody else has written as well.
 */
import type { Language } from '../../../schema/questionnaire.ts'
import { gap } from '../../../src/platform/i18n/format.ts'
import type { Draws } from '../draws.ts'

interface Phrasing {
  /** Word for word what many type. */
  set: readonly string[]
  subjects: readonly string[]
  troubles: readonly string[]
  wishes: readonly string[]
  reasons: readonly string[]
  /** What some say before it, and the case that they tell of. */
  openers: readonly string[]
  cases: readonly string[]
  ends: readonly string[]
  join: string
}

const list = (text: string) => text.split('|')

const phrasings: Record<Language, Phrasing> = {
  'zh-Hans': {
    set: list(
      '无|没有|暂无|排队时间太长|都挺好的|不知道|希望流程简化|排队|签注续签太麻烦|没什么想改进的|希望可以网上办理',
    ),
    subjects: list(
      '签注|过关|续签|学生签证|通关的时候|罗湖口岸|深圳湾|横琴口岸|逗留签注|办通行证|出入境大厅|网上预约|机场入境|材料审核|自助通道',
    ),
    troubles: list(
      '排队太久|要的材料太多|等了快一个月|预约不上|说明不清楚|要跑好几趟|周末人特别多|经常要人工核验|晚上关得太早|带行李很不方便|打电话没人接|系统老是报错|每年都要重新办',
    ),
    wishes: list(
      '希望能网上办|能多开几个通道就好了|希望审批快一点|有效期能长一点|最好24小时通关|希望能刷脸|希望说明写清楚|材料能少一点|||',
    ),
    reasons: list(
      '老师很好|课程比较实用|离家近|学费太贵了|住宿很难找|环境安全|找工作有帮助|朋友都在这边|生活成本高|语言环境不错|学校资源多|和预期差不多|融入有点难|压力比较大',
    ),
    openers: list('我觉得|感觉|其实|个人觉得|主要是|就是|说实话|目前来说|对我来说'),
    cases: list(
      '尤其是周五晚上|上次等了两个多小时|我去年办的时候|开学那几天|从广州过去|我们班好几个同学都这样|去年九月|第一次办完全不懂|住在珠海|每周来回|国庆前后|我妈帮我跑了三趟|赶高铁的时候|春节前|室友也这么说|实习的时候',
    ),
    ends: list('。|！|吧|谢谢|啊|...'),
    join: '，',
  },
  'zh-Hant': {
    set: list('無|沒有|冇|排隊時間太長|暫時沒有|唔知|希望簡化手續|排隊|都幾好|冇意見'),
    subjects: list('過關|回鄉證續期|居住證|簽證|羅湖|深圳灣|蓮塘|關閘|學生簽證|入境|網上預約|e道'),
    troubles: list(
      '排隊太耐|文件太多|等咗成個月|預約唔到|指示唔清楚|要走幾次|假日好多人|成日壞機|太早關|攞住行李好唔方便|冇人聽電話',
    ),
    wishes: list('希望可以網上辦|可以開多啲通道|希望審批快啲|有效期長啲|最好24小時通關|希望指示清楚啲|文件少啲|||'),
    reasons: list(
      '老師好|課程實用|近屋企|學費太貴|住宿難搵|安全|對搵工有幫助|朋友都喺度|生活費高|語言環境好|資源多|同預期差不多|難融入當地',
    ),
    openers: list('我覺得|感覺|其實|個人認為|主要係|即係|講真|對我嚟講'),
    cases: list(
      '尤其星期五夜晚|上次等咗兩個鐘|舊年辦嗰陣|開學嗰幾日|由中山返嚟|同學都係咁講|九月嗰陣|第一次辦唔識|住喺屯門|每個禮拜來回|聖誕前後|要請假去|趕高鐵嗰時|新年前|實習嗰陣',
    ),
    ends: list('。|！|啦|多謝|囉|...'),
    join: '，',
  },
  en: {
    set: list('None|N/A|nothing|no|Long queues|Waiting time|queue|Nothing really|Shorter queues|not sure'),
    subjects: list(
      'the visa renewal|border control|the student visa|the residence permit|immigration at the airport|the online form|the appointment system|the permit office|the health check|the e-channel',
    ),
    troubles: list(
      'takes far too long|needs too many documents|is confusing|had no slots for weeks|crashed twice on me|is only open on weekdays|costs too much|has hardly any English|made me come back three times|is crowded at weekends',
    ),
    wishes: list(
      'should be online|please open more counters|clear instructions would help|a longer validity would be great|let us book by phone|faster decisions please|||',
    ),
    reasons: list(
      'good teachers|useful courses|close to home|tuition is expensive|hard to find a room|feels safe|helps to get a job|my friends are here|cost of living|good for my English|lots of resources|as I expected|hard to fit in|lots of pressure',
    ),
    openers: list('I think|honestly|for me|mostly|I guess|in my case|so far|well'),
    cases: list(
      'last September|on Friday evenings|I waited three hours|when I renewed it in May|before Christmas|coming from Penang|my flatmate says the same|during the first week|at the Shenzhen side|I nearly missed my train|twice in one year|with two suitcases|after my internship|for my parents it was worse|at 7 in the morning',
    ),
    ends: list('.|!| thanks|...| :)'),
    join: ', ',
  },
}

/** One of the parts, those in front more often: by 1/(place + 2). */
function common(parts: readonly string[], draws: Draws): string {
  return parts[draws.weighted(parts.map((_, n) => [n, 10 / (n + 2)] as const))] ?? ''
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A remark on documents and crossings (`Q22`), or the reason for a score (`Q28`). */
export function remarkOf(question: string, language: Language, draws: Draws): string {
  const words = phrasings[language]
  const isReason = question === 'Q28'
  if (draws.happens(isReason ? 0.12 : 0.3)) return common(words.set, draws)
  const space = gap(language)
  const parts = isReason
    ? Array.from({ length: 1 + draws.pick(3) }, () => draws.oneOf(words.reasons))
    : [draws.oneOf(words.subjects) + space + common(words.troubles, draws), draws.oneOf(words.wishes)]
  if (draws.happens(0.6)) parts.splice(draws.pick(2), 0, draws.oneOf(words.cases))
  const remark = [...new Set(parts.filter((part) => part !== ''))].join(words.join)
  const text = draws.happens(0.4) ? draws.oneOf(words.openers) + space + remark : remark
  return (draws.happens(0.5) ? capital(text) : text) + (draws.happens(0.4) ? draws.oneOf(words.ends) : '')
}

/** What "Other" is. */
export const otherOf: Record<Language, readonly string[]> = {
  'zh-Hans': ['小红书', '自己', '瑞士', '西班牙', '体育', '学长学姐'],
  'zh-Hant': ['小紅書', '自己', '瑞士', '西班牙', '體育', '師兄師姐'],
  en: ['myself', 'Switzerland', 'Spain', 'sports', 'YouTube', 'my teacher'],
}
