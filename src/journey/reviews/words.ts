import type { Language } from '../../../schema/questionnaire.ts'
import type { ResponseState } from '../../../schema/tables.ts'

export interface AdminWords {
  title: string
  empty: { title: string; text: string }
  started: string
  held: string
  states: Record<ResponseState, string>
  noResponses: string
  median: string
  minutes(minutes: number): string
  lessThanAMinute: string
  sampled(count: number): string
  picture(study: string): string
  download: string
  codes: string
  labels: Record<Language, string>
  version: string
  current: string
  rows(count: number): string
  nothingToExport: string
  about: string
  /** In the file with labels. */
  file: {
    blank: string
    check: string
    checkTarget: string
    place(place: number): string
    detail: string
    agrees: string
    columns: {
      response: string
      version: string
      status: string
      start: string
      end: string
      day: string
      minutes: string
    }
  }
}

const labels = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' }

const words: Record<Language, AdminWords> = {
  en: {
    title: 'Responses',
    empty: { title: 'No study yet', text: 'When a study is opened, its responses are counted here.' },
    started: 'Started',
    held: 'Held for review',
    states: {
      in_progress: 'In progress',
      complete: 'Complete',
      screened_out: 'Screened out',
      over_quota: 'Over quota',
      withdrawn: 'Withdrawn',
    },
    noResponses: 'Nobody has started yet.',
    median: 'Median time',
    minutes: (minutes) => `${minutes} min`,
    lessThanAMinute: '< 1 min',
    sampled: (count) => `of ${count} complete responses drawn at random`,
    picture: (study) => `Where the responses of ${study} stand`,
    download: 'Download the answers',
    codes: 'Codes',
    labels,
    version: 'Questionnaire version',
    current: 'current',
    rows: (count) => (count === 1 ? '1 response' : `${count} responses`),
    nothingToExport: 'No response has ended yet; the file has its columns and no rows.',
    about:
      'Every response that has ended is in the file, in random order, with the day (UTC) and never the hour. “Codes” is for statistics programs; the files with labels open in a spreadsheet. Nothing in them says who was paid.',
    file: {
      blank: '(left blank)',
      check: 'attention check',
      checkTarget: 'attention check: what it asked for',
      place: (place) => `place ${place}`,
      detail: 'in their words',
      agrees: 'agrees with the age given',
      columns: {
        response: 'response',
        version: 'questionnaire version',
        status: 'status',
        start: 'language at the start',
        end: 'language at the end',
        day: 'day (UTC)',
        minutes: 'minutes',
      },
    },
  },
  'zh-Hans': {
    title: '答卷',
    empty: { title: '尚无调查', text: '开启调查后，其答卷数将显示于此。' },
    started: '已开始',
    held: '待人工审核',
    states: {
      in_progress: '填写中',
      complete: '已完成',
      screened_out: '不符合条件',
      over_quota: '配额已满',
      withdrawn: '已撤回',
    },
    noResponses: '尚无人开始填写。',
    median: '用时中位数',
    minutes: (minutes) => `${minutes} 分钟`,
    lessThanAMinute: '< 1 分钟',
    sampled: (count) => `随机抽取 ${count} 份完成答卷`,
    picture: (study) => `${study} 的答卷状态`,
    download: '下载答案',
    codes: '编码',
    labels,
    version: '问卷版本',
    current: '当前',
    rows: (count) => `${count} 份答卷`,
    nothingToExport: '尚无结束的答卷；文件只有列名，没有数据行。',
    about:
      '文件包含所有已结束的答卷，顺序随机，只有日期（UTC），没有具体时间。“编码”供统计软件使用；带标签的文件可用表格软件打开。文件不含任何收款信息。',
    file: {
      blank: '（未填）',
      check: '注意力检查',
      checkTarget: '注意力检查：要求选择的答案',
      place: (place) => `第 ${place} 位`,
      detail: '填写内容',
      agrees: '与所填年龄相符',
      columns: {
        response: '答卷',
        version: '问卷版本',
        status: '状态',
        start: '开始时的语言',
        end: '结束时的语言',
        day: '日期（UTC）',
        minutes: '分钟',
      },
    },
  },
  'zh-Hant': {
    title: '答卷',
    empty: { title: '尚無調查', text: '開啟調查後，其答卷數會在此顯示。' },
    started: '已開始',
    held: '待人手審核',
    states: {
      in_progress: '填寫中',
      complete: '已完成',
      screened_out: '不符合條件',
      over_quota: '配額已滿',
      withdrawn: '已撤回',
    },
    noResponses: '尚無人開始填寫。',
    median: '用時中位數',
    minutes: (minutes) => `${minutes} 分鐘`,
    lessThanAMinute: '< 1 分鐘',
    sampled: (count) => `隨機抽取 ${count} 份完成答卷`,
    picture: (study) => `${study} 的答卷狀態`,
    download: '下載答案',
    codes: '編碼',
    labels,
    version: '問卷版本',
    current: '目前',
    rows: (count) => `${count} 份答卷`,
    nothingToExport: '尚無結束的答卷；檔案只有欄名，沒有資料列。',
    about:
      '檔案包含所有已結束的答卷，次序隨機，只有日期（UTC），沒有具體時間。「編碼」供統計軟件使用；帶標籤的檔案可用試算表開啟。檔案不含任何收款資料。',
    file: {
      blank: '（未填）',
      check: '專注度檢查',
      checkTarget: '專注度檢查：要求選擇的答案',
      place: (place) => `第 ${place} 位`,
      detail: '填寫內容',
      agrees: '與所填年齡相符',
      columns: {
        response: '答卷',
        version: '問卷版本',
        status: '狀態',
        start: '開始時的語言',
        end: '結束時的語言',
        day: '日期（UTC）',
        minutes: '分鐘',
      },
    },
  },
}

/** What the admin's page and the file with labels say. */
export function adminWords(language: Language): AdminWords {
  return words[language]
}
