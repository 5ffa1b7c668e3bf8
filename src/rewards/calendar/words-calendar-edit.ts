import type { Language } from '../../../schema/questionnaire.ts'
import type { DayFault, YearFault } from './edit.ts'

export interface CalendarEditWords {
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
    title: (year: number) => string
    about: string
    closed: string
    working: string
    slow: string
    listHint: string
    slowHint: string
    source: string
    sourceHint: string
    button: string
    proposed: (year: number) => string
  }
  faults: Record<DayFault | Exclude<YearFault['fault'], 'closed_and_working' | 'works_anyway'>, string> & {
    faulty: string
    empty: string
    too_long: string
    no_day: string
    waiting: string
    bad: (entry: string) => string
    closed_and_working: (day: string) => string
    works_anyway: (day: string) => string
  }
}

const words: Record<Language, CalendarEditWords> = {
  en: {
    edit: {
      title: 'Propose a change',
      about: 'Another person confirms it, and it counts at once. Today and later days can be changed.',
      day: 'Day',
      dayHint: 'Such as 2026-02-14. Pressing a day above fills it in.',
      kind: 'Becomes',
      slow: 'Slow',
      yes: 'Yes',
      no: 'No',
      reason: 'Why, and where it is announced',
      reasonHint: 'Shown to whoever confirms it, and kept with the day.',
      button: 'Propose',
    },
    year: {
      title: (year) => `Publish the calendar of ${year}`,
      about:
        'Weekdays work and weekends rest, but for the days named here. Another person sees the whole year before confirming it.',
      closed: 'Closed days: public holidays',
      working: 'Working days at weekends',
      slow: 'Slow days, such as the winter vacation',
      listHint: 'A day or range a line, such as 02-06 or 02-06..02-12.',
      slowHint: 'A range a line, such as 01-18..02-24. May be empty.',
      source: 'Source',
      sourceHint: 'Where it is announced, such as the address or number of the notice.',
      button: 'Propose the year',
      proposed: (year) => `The calendar of ${year}, as proposed`,
    },
    faults: {
      faulty: 'Please look at this again',
      empty: 'Please write something here.',
      too_long: 'At most 500 characters.',
      no_day: 'Please give a day such as 2026-02-14.',
      past: 'That day has gone by and stays as it was.',
      same: 'The day is like that already.',
      not_published: 'That year is not published: publish it first.',
      waiting: 'A change of this is waiting for a decision already.',
      published: 'That year is published already. Change single days instead.',
      too_far: 'That year is over, or too far ahead.',
      no_closures: 'Every year has public holidays. Please list them.',
      bad: (entry) => `“${entry}” is no day or range of that year.`,
      closed_and_working: (day) => `${day} is both closed and working.`,
      works_anyway: (day) => `${day} is no weekend day, and works anyway.`,
    },
  },
  'zh-Hans': {
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
      title: (year) => `发布${year}年日历`,
      about: '除此处列出的日期外，周一至周五为工作日，周末休息。另一人会先看到全年日历再确认。',
      closed: '停付日：法定节假日',
      working: '调休上班的周末',
      slow: '缓办日期，例如寒假',
      listHint: '每行一个日期或一段日期，例如02-06或02-06..02-12。',
      slowHint: '每行一段日期，例如01-18..02-24。可以留空。',
      source: '来源',
      sourceHint: '公布的出处，例如通知的网址或文号。',
      button: '提议该年日历',
      proposed: (year) => `提议中的${year}年日历`,
    },
    faults: {
      faulty: '请再检查一下',
      empty: '请在此填写。',
      too_long: '最多500个字符。',
      no_day: '请填写日期，例如2026-02-14。',
      past: '这一天已经过去，保持原样。',
      same: '这一天已经是这样了。',
      not_published: '该年尚未发布，请先发布。',
      waiting: '已有一项相同的改动在等待决定。',
      published: '该年已经发布，请逐日改动。',
      too_far: '该年已经过去，或者太远。',
      no_closures: '每年都有法定节假日，请列出。',
      bad: (entry) => `“${entry}”不是该年的日期或日期段。`,
      closed_and_working: (day) => `${day}既停付又上班。`,
      works_anyway: (day) => `${day}不是周末，本来就上班。`,
    },
  },
  'zh-Hant': {
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
      title: (year) => `發佈${year}年日曆`,
      about: '除此處列出的日期外，星期一至五為工作天，週末休息。另一人會先看到全年日曆再確認。',
      closed: '停付日：法定假期',
      working: '補班的週末',
      slow: '緩辦日期，例如寒假',
      listHint: '每行一個日期或一段日期，例如02-06或02-06..02-12。',
      slowHint: '每行一段日期，例如01-18..02-24。可以留空。',
      source: '來源',
      sourceHint: '公佈的出處，例如通知的網址或文號。',
      button: '提議該年日曆',
      proposed: (year) => `提議中的${year}年日曆`,
    },
    faults: {
      faulty: '請再檢查一下',
      empty: '請在此填寫。',
      too_long: '最多500個字元。',
      no_day: '請填寫日期，例如2026-02-14。',
      past: '這一天已經過去，保持原樣。',
      same: '這一天已經是這樣了。',
      not_published: '該年尚未發佈，請先發佈。',
      waiting: '已有一項相同的改動在等待決定。',
      published: '該年已經發佈，請逐日改動。',
      too_far: '該年已經過去，或者太遠。',
      no_closures: '每年都有法定假期，請列出。',
      bad: (entry) => `「${entry}」不是該年的日期或日期段。`,
      closed_and_working: (day) => `${day}既停付又上班。`,
      works_anyway: (day) => `${day}不是週末，本來就上班。`,
    },
  },
}

/** What the forms that change a calendar say. */
export function calendarEditWords(language: Language): CalendarEditWords {
  return words[language]
}
