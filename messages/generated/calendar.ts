// Made from messages/*/calendar.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface CalendarMessages {
  title: string
  titleOf: (of: { year: string | number }) => string
  about: string
  years: string
  unpublished: string
  back: string
  weekdays: {
    monday: string
    tuesday: string
    wednesday: string
    thursday: string
    friday: string
    saturday: string
    sunday: string
  }
  kinds: {
    working: string
    rest: string
    closed: string
  }
  letters: {
    closed: string
    rest: string
    extra: string
    slow: string
  }
  legend: {
    title: string
    plain: string
    closed: string
    rest: string
    extra: string
    slow: string
    today: string
  }
  missing: {
    title: (of: { year: string | number }) => string
    text: (of: { from: string | number; year: string | number }) => string
    do: string
  }
  gap: (of: { inDays: number; year: string | number }) => string
  publish: (of: { year: string | number }) => string
  sources: string
  source: string
  publishedBy: string
  shipped: string
  changes: {
    title: string
    day: string
    now: string
    source: string
  }
  changeOf: (of: { day: string | number; was: string | number; becomes: string | number }) => string
  publishOf: (of: { year: string | number; closed: string | number; working: string | number }) => string
  edit: {
    title: string
    about: string
    day: string
    dayHint: string
    kind: string
    slow: string
    yes: string
    no: string
    reason: string
    reasonHint: string
    button: string
  }
  year: {
    title: (of: { year: string | number }) => string
    about: string
    closed: string
    working: string
    slow: string
    listHint: string
    slowHint: string
    source: string
    sourceHint: string
    button: string
    proposed: (of: { year: string | number }) => string
  }
  faults: {
    faulty: string
    empty: string
    too_long: string
    no_day: string
    past: string
    same: string
    not_published: string
    waiting: string
    published: string
    too_far: string
    no_closures: string
    bad: (of: { entry: string | number }) => string
    closed_and_working: (of: { day: string | number }) => string
    works_anyway: (of: { day: string | number }) => string
  }
  kindSlow: (of: { kind: string | number }) => string
  refusals: {
    past: string
    same: string
    published: string
  }
  places: {
    title: string
    cn: string
    hk: string
    mo: string
  }
  days: {
    title: string
    day: string
    kind: string
    source: string
  }
  banks: {
    titleOf: (of: { year: string | number; place: string | number }) => string
    about: (of: { place: string | number }) => string
    closed: string
    rest: string
    legendClosed: string
    legendRest: string
    missing: (of: { year: string | number; place: string | number }) => string
    gap: (of: { inDays: number; year: string | number; place: string | number }) => string
    derived: string
  }
}

const en: CalendarMessages = {
  title: 'Calendar',
  titleOf: ({ year }) => `Calendar ${year}`,
  about: 'Days begin at midnight in mainland China (UTC+8). No payment goes out on a closed day; answering, claiming, status checks and cancelling never stop.',
  years: 'Years',
  unpublished: 'not published',
  back: 'Back to pending approvals',
  weekdays: {
    monday: 'Mo',
    tuesday: 'Tu',
    wednesday: 'We',
    thursday: 'Th',
    friday: 'Fr',
    saturday: 'Sa',
    sunday: 'Su',
  },
  kinds: {
    working: 'working day',
    rest: 'weekend',
    closed: 'closed',
  },
  letters: {
    closed: 'C',
    rest: 'r',
    extra: 'W',
    slow: 's',
  },
  legend: {
    title: 'Key',
    plain: 'No letter: a working day',
    closed: 'Closed: no payment goes out',
    rest: 'Weekend: payments go out, but it is not a working day',
    extra: 'Working day at a weekend',
    slow: 'Slow: payments go out, but promised times are doubled',
    today: 'Outlined: today',
  },
  missing: {
    title: ({ year }) => `${year} is not published`,
    text: ({ from, year }) => `Nothing is known from ${from} on, so no payment goes out on a day of ${year}, nor so late before it that a provider could still pay then (WeChat: 24 hours). Nobody is promised a day in ${year}. Answering and claiming continue.`,
    do: 'Publish it as soon as it is officially announced: one person proposes, another confirms.',
  },
  gap: ({ inDays, year }) => `${inDays === 0 ? `The calendar of ${year} is not published: no payments go out.` : inDays === 1 ? `The calendar of ${year} is not published. Payments stop in ${inDays} day.` : `The calendar of ${year} is not published. Payments stop in ${inDays} days.`}`,
  publish: ({ year }) => `Publish ${year}`,
  sources: 'Sources',
  source: 'Source',
  publishedBy: 'Published by',
  shipped: 'Included with the program',
  changes: {
    title: 'Changed days',
    day: 'Day',
    now: 'Changed to',
    source: 'Reason',
  },
  changeOf: ({ day, was, becomes }) => `${day}: ${was} → ${becomes}`,
  publishOf: ({ year, closed, working }) => `Publish ${year}: ${closed} closed days, ${working} working days at weekends.`,
  edit: {
    title: 'Propose a change',
    about: 'Once another person confirms it, it takes effect at once. Today and later days can be changed.',
    day: 'Day',
    dayHint: 'For example 2026-02-14. Select a day above to fill it in.',
    kind: 'Change to',
    slow: 'Slow',
    yes: 'Yes',
    no: 'No',
    reason: 'Reason, and where it was announced',
    reasonHint: 'Shown to the person who confirms it, and kept with the day.',
    button: 'Propose',
  },
  year: {
    title: ({ year }) => `Publish the calendar of ${year}`,
    about: 'Monday to Friday are working days and weekends are not, except for the days listed here. Another person sees the whole year before confirming it.',
    closed: 'Closed days: public holidays',
    working: 'Working days at weekends',
    slow: 'Slow days, such as the winter vacation',
    listHint: 'One day or range per line, such as 02-06 or 02-06..02-12.',
    slowHint: 'One range per line, such as 01-18..02-24. May be empty.',
    source: 'Source',
    sourceHint: 'Where it was announced, such as the address or number of the notice.',
    button: 'Propose the year',
    proposed: ({ year }) => `The calendar of ${year}, as proposed`,
  },
  faults: {
    faulty: 'Please check this',
    empty: 'Please fill this in.',
    too_long: 'Up to 500 characters.',
    no_day: 'Please enter a day such as 2026-02-14.',
    past: 'That day is over and can no longer be changed.',
    same: 'The day is already set that way.',
    not_published: 'That year is not published: publish it first.',
    waiting: 'A change of this is already waiting for a decision.',
    published: 'That year is already published. Change single days instead.',
    too_far: 'That year is over, or too far ahead.',
    no_closures: 'Every year has public holidays. Please list them.',
    bad: ({ entry }) => `“${entry}” is not a day or range of that year.`,
    closed_and_working: ({ day }) => `${day} is both closed and working.`,
    works_anyway: ({ day }) => `${day} is not at a weekend, so it is a working day anyway.`,
  },
  kindSlow: ({ kind }) => `${kind}, slow`,
  refusals: {
    past: 'The day is over and can no longer be changed.',
    same: 'The day is already set that way.',
    published: 'The year has been published in the meantime.',
  },
  places: {
    title: 'Calendars',
    cn: 'Mainland China',
    hk: 'Hong Kong',
    mo: 'Macao',
  },
  days: {
    title: 'Closed days and working weekends',
    day: 'Day',
    kind: 'Kind',
    source: 'Source',
  },
  banks: {
    titleOf: ({ year, place }) => `Calendar ${year}: banks in ${place}`,
    about: ({ place }) => `The days on which banks in ${place} work. A bank is asked to pay on the next of them on which the calendar of Mainland China is not closed. Days begin at midnight in ${place} (UTC+8).`,
    closed: 'banks closed',
    rest: 'weekend',
    legendClosed: 'Closed: banks do not work',
    legendRest: 'Weekend: not a banking day',
    missing: ({ year, place }) => `Until ${year} is published, banks in ${place} are asked to pay on working days of the calendar of Mainland China.`,
    gap: ({ inDays, year, place }) => `${inDays === 0 ? `The ${year} calendar of banks in ${place} is not published: they are asked to pay on the mainland’s working days.` : inDays === 1 ? `The ${year} calendar of banks in ${place} is not published, and begins in ${inDays} day.` : `The ${year} calendar of banks in ${place} is not published, and begins in ${inDays} days.`}`,
    derived: 'These days were worked out from the law, before a list of them was at hand. Compare them with the government’s list, and change what differs.',
  },
}

const zhHans: CalendarMessages = {
  title: '日历',
  titleOf: ({ year }) => `${year}年日历`,
  about: '每天以中国内地时间（UTC+8）零点为界。停付日不发出任何付款；作答、领取、查询和取消照常进行。',
  years: '年份',
  unpublished: '未发布',
  back: '返回待确认事项',
  weekdays: {
    monday: '一',
    tuesday: '二',
    wednesday: '三',
    thursday: '四',
    friday: '五',
    saturday: '六',
    sunday: '日',
  },
  kinds: {
    working: '工作日',
    rest: '周末',
    closed: '停付日',
  },
  letters: {
    closed: '停',
    rest: '末',
    extra: '班',
    slow: '缓',
  },
  legend: {
    title: '图例',
    plain: '无字：工作日',
    closed: '停付日：不发出付款',
    rest: '周末：照常付款，但不计为工作日',
    extra: '调休上班的周末',
    slow: '缓办：照常付款，承诺时间加倍',
    today: '加框：今天',
  },
  missing: {
    title: ({ year }) => `${year}年日历尚未发布`,
    text: ({ from, year }) => `从${from}起的日期尚不可知：${year}年内不会发出任何付款；临近该年、渠道可能拖到那时才支付的付款也不会发出（微信支付为24小时）。也不会向任何人承诺${year}年的日期。作答和领取照常进行。`,
    do: '官方公布后请尽快发布：一人提议，另一人确认。',
  },
  gap: ({ inDays, year }) => `${inDays === 0 ? `${year}年日历尚未发布，付款已经停止。` : `${year}年日历尚未发布，${inDays}天后付款将停止。`}`,
  publish: ({ year }) => `发布${year}年`,
  sources: '资料来源',
  source: '来源',
  publishedBy: '发布人',
  shipped: '随程序提供',
  changes: {
    title: '改动过的日期',
    day: '日期',
    now: '改为',
    source: '原因',
  },
  changeOf: ({ day, was, becomes }) => `${day}：${was}→${becomes}`,
  publishOf: ({ year, closed, working }) => `发布${year}年：停付${closed}天，周末上班${working}天。`,
  edit: {
    title: '提议改动',
    about: '由另一人确认后立即生效。只能改动今天及以后的日期。',
    day: '日期',
    dayHint: '例如2026-02-14。点按上方的日期即可填入。',
    kind: '改为',
    slow: '缓办',
    yes: '是',
    no: '否',
    reason: '原因及公布出处',
    reasonHint: '确认人会看到，并与该日期一同保存。',
    button: '提议',
  },
  year: {
    title: ({ year }) => `发布${year}年日历`,
    about: '除此处列出的日期外，周一至周五为工作日，周末休息。另一人会先看到全年日历再确认。',
    closed: '停付日：法定节假日',
    working: '调休上班的周末',
    slow: '缓办日期，例如寒假',
    listHint: '每行一个日期或一段日期，例如02-06或02-06..02-12。',
    slowHint: '每行一段日期，例如01-18..02-24。可以留空。',
    source: '来源',
    sourceHint: '公布的出处，例如通知的网址或文号。',
    button: '提议该年日历',
    proposed: ({ year }) => `提议中的${year}年日历`,
  },
  faults: {
    faulty: '请检查此项',
    empty: '请在此填写。',
    too_long: '最多500个字符。',
    no_day: '请填写日期，例如2026-02-14。',
    past: '这一天已经过去，不能再改动。',
    same: '这一天已经是这样了。',
    not_published: '该年尚未发布，请先发布。',
    waiting: '已有一项相同的改动在等待决定。',
    published: '该年已经发布，请逐日改动。',
    too_far: '该年已经过去，或者太远。',
    no_closures: '每年都有法定节假日，请列出。',
    bad: ({ entry }) => `“${entry}”不是该年的日期或日期段。`,
    closed_and_working: ({ day }) => `${day}既停付又上班。`,
    works_anyway: ({ day }) => `${day}不是周末，本来就上班。`,
  },
  kindSlow: ({ kind }) => `${kind}（缓办）`,
  refusals: {
    past: '这一天已经过去，不能再改动。',
    same: '这一天已经是这样了。',
    published: '这一年在此期间已经发布。',
  },
  places: {
    title: '各地日历',
    cn: '中国内地',
    hk: '香港',
    mo: '澳门',
  },
  days: {
    title: '停付日、休业日和上班的周末',
    day: '日期',
    kind: '类别',
    source: '来源',
  },
  banks: {
    titleOf: ({ year, place }) => `${year}年${place}银行日历`,
    about: ({ place }) => `${place}的银行在哪些日子营业。请银行付款的日子，是其中最近一个不属于中国内地停付日的日子。每天以${place}时间（UTC+8）零点为界。`,
    closed: '银行休业日',
    rest: '周末',
    legendClosed: '休业日：银行不办理付款',
    legendRest: '周末：不是银行营业日',
    missing: ({ year, place }) => `${year}年发布之前，按中国内地日历的工作日请${place}的银行付款。`,
    gap: ({ inDays, year, place }) => `${inDays === 0 ? `${year}年${place}银行日历尚未发布，现按内地工作日请银行付款。` : `${year}年${place}银行日历尚未发布，${inDays}天后该年开始。`}`,
    derived: '这些日子是在公布名单之前按法规推算的。请与政府公布的名单核对，有出入的请改正。',
  },
}

const zhHant: CalendarMessages = {
  title: '日曆',
  titleOf: ({ year }) => `${year}年日曆`,
  about: '每天以中國內地時間（UTC+8）零時為界。停付日不發出任何付款；作答、領取、查詢和取消照常進行。',
  years: '年份',
  unpublished: '未發佈',
  back: '返回待確認事項',
  weekdays: {
    monday: '一',
    tuesday: '二',
    wednesday: '三',
    thursday: '四',
    friday: '五',
    saturday: '六',
    sunday: '日',
  },
  kinds: {
    working: '工作天',
    rest: '週末',
    closed: '停付日',
  },
  letters: {
    closed: '停',
    rest: '末',
    extra: '班',
    slow: '緩',
  },
  legend: {
    title: '圖例',
    plain: '無字：工作天',
    closed: '停付日：不發出付款',
    rest: '週末：照常付款，但不計為工作天',
    extra: '補班的週末',
    slow: '緩辦：照常付款，承諾時間加倍',
    today: '加框：今天',
  },
  missing: {
    title: ({ year }) => `${year}年日曆尚未發佈`,
    text: ({ from, year }) => `由${from}起的日期尚不可知：${year}年內不會發出任何付款；臨近該年、渠道可能拖到那時才支付的付款也不會發出（微信支付為24小時）。也不會向任何人承諾${year}年的日期。作答和領取照常進行。`,
    do: '官方公佈後請盡快發佈：一人提議，另一人確認。',
  },
  gap: ({ inDays, year }) => `${inDays === 0 ? `${year}年日曆尚未發佈，付款已經停止。` : `${year}年日曆尚未發佈，${inDays}天後付款將停止。`}`,
  publish: ({ year }) => `發佈${year}年`,
  sources: '資料來源',
  source: '來源',
  publishedBy: '發佈人',
  shipped: '隨程式提供',
  changes: {
    title: '改動過的日期',
    day: '日期',
    now: '改為',
    source: '原因',
  },
  changeOf: ({ day, was, becomes }) => `${day}：${was}→${becomes}`,
  publishOf: ({ year, closed, working }) => `發佈${year}年：停付${closed}天，週末上班${working}天。`,
  edit: {
    title: '提議改動',
    about: '由另一人確認後立即生效。只能改動今天及以後的日期。',
    day: '日期',
    dayHint: '例如2026-02-14。按一下上方的日期即可填入。',
    kind: '改為',
    slow: '緩辦',
    yes: '是',
    no: '否',
    reason: '原因及公佈出處',
    reasonHint: '確認人會看到，並與該日期一同保存。',
    button: '提議',
  },
  year: {
    title: ({ year }) => `發佈${year}年日曆`,
    about: '除此處列出的日期外，星期一至五為工作天，週末休息。另一人會先看到全年日曆再確認。',
    closed: '停付日：法定假期',
    working: '補班的週末',
    slow: '緩辦日期，例如寒假',
    listHint: '每行一個日期或一段日期，例如02-06或02-06..02-12。',
    slowHint: '每行一段日期，例如01-18..02-24。可以留空。',
    source: '來源',
    sourceHint: '公佈的出處，例如通知的網址或文號。',
    button: '提議該年日曆',
    proposed: ({ year }) => `提議中的${year}年日曆`,
  },
  faults: {
    faulty: '請檢查此項',
    empty: '請在此填寫。',
    too_long: '最多500個字元。',
    no_day: '請填寫日期，例如2026-02-14。',
    past: '這一天已經過去，不能再改動。',
    same: '這一天已經是這樣了。',
    not_published: '該年尚未發佈，請先發佈。',
    waiting: '已有一項相同的改動在等待決定。',
    published: '該年已經發佈，請逐日改動。',
    too_far: '該年已經過去，或者太遠。',
    no_closures: '每年都有法定假期，請列出。',
    bad: ({ entry }) => `「${entry}」不是該年的日期或日期段。`,
    closed_and_working: ({ day }) => `${day}既停付又上班。`,
    works_anyway: ({ day }) => `${day}不是週末，本來就上班。`,
  },
  kindSlow: ({ kind }) => `${kind}（緩辦）`,
  refusals: {
    past: '這一天已經過去，不能再改動。',
    same: '這一天已經是這樣了。',
    published: '這一年在此期間已經發佈。',
  },
  places: {
    title: '各地日曆',
    cn: '中國內地',
    hk: '香港',
    mo: '澳門',
  },
  days: {
    title: '停付日、休業日和補班的週末',
    day: '日期',
    kind: '類別',
    source: '來源',
  },
  banks: {
    titleOf: ({ year, place }) => `${year}年${place}銀行日曆`,
    about: ({ place }) => `${place}的銀行在哪些日子營業。請銀行付款的日子，是其中最近一個不屬於中國內地停付日的日子。每天以${place}時間（UTC+8）零時為界。`,
    closed: '銀行休業日',
    rest: '週末',
    legendClosed: '休業日：銀行不辦理付款',
    legendRest: '週末：不是銀行營業日',
    missing: ({ year, place }) => `${year}年發佈之前，按中國內地日曆的工作天請${place}的銀行付款。`,
    gap: ({ inDays, year, place }) => `${inDays === 0 ? `${year}年${place}銀行日曆尚未發佈，現按內地工作天請銀行付款。` : `${year}年${place}銀行日曆尚未發佈，${inDays}天後該年開始。`}`,
    derived: '這些日子是在公佈名單之前按法規推算的。請與政府公佈的名單核對，有出入的請更正。',
  },
}

const languages: Record<Language, CalendarMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of calendar, in one language. */
export function calendarMessages(language: Language): CalendarMessages {
  return languages[language]
}
