// Made from messages/*/exports.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ExportsMessages {
  missingValues: string
  sheet: string
  codebook: {
    sheet: string
    variable: string
    name: string
    label: string
    value: string
    meaning: string
    missing: string
    isMissing: string
  }
  blank: string
  erased: string
  check: string
  checkTarget: string
  place: (of: { place: string | number }) => string
  detail: string
  agrees: string
  agreed: {
    yes: string
    no: string
  }
  picked: {
    yes: string
    no: string
  }
  columns: {
    response: string
    version: string
    status: string
    start: string
    end: string
    day: string
    route: string
    fullGroup: string
  }
  states: {
    in_progress: string
    complete: string
    held: string
    rejected: string
    screened_out: string
    over_quota: string
    withdrawn: string
    lapsed: string
  }
  download: string
}

const en: ExportsMessages = {
  missingValues: 'Missing values:',
  sheet: 'Answers',
  codebook: {
    sheet: 'Codebook',
    variable: 'variable',
    name: 'name',
    label: 'what it says',
    value: 'value',
    meaning: 'meaning',
    missing: 'counted',
    isMissing: 'as missing',
  },
  blank: '(left blank)',
  erased: '(erased)',
  check: 'attention check',
  checkTarget: 'attention check: answer asked for',
  place: ({ place }) => `place ${place}`,
  detail: 'other, in their own words',
  agrees: 'agrees with the age given',
  agreed: {
    yes: 'yes',
    no: 'no',
  },
  picked: {
    yes: 'picked',
    no: 'not picked',
  },
  columns: {
    response: 'response',
    version: 'questionnaire version',
    status: 'status',
    start: 'language at the start',
    end: 'language at the end',
    day: 'day (UTC)',
    route: 'route: the same for all who were asked the same pages',
    fullGroup: 'group that was full',
  },
  states: {
    in_progress: 'In progress',
    complete: 'Complete',
    held: 'Waits for a person',
    rejected: 'Rejected',
    screened_out: 'Screened out',
    over_quota: 'Over quota',
    withdrawn: 'Withdrawn',
    lapsed: 'Lapsed',
  },
  download: 'Download answers',
}

const zhHans: ExportsMessages = {
  missingValues: '缺失值：',
  sheet: '答卷',
  codebook: {
    sheet: '编码手册',
    variable: '变量',
    name: '名称',
    label: '变量标签',
    value: '取值',
    meaning: '取值标签',
    missing: '缺失',
    isMissing: '缺失值',
  },
  blank: '（未填）',
  erased: '（已清除）',
  check: '注意力检查',
  checkTarget: '注意力检查：要求选择的答案',
  place: ({ place }) => `第${place}位`,
  detail: '填写内容',
  agrees: '与所填年龄相符',
  agreed: {
    yes: '是',
    no: '否',
  },
  picked: {
    yes: '已选',
    no: '未选',
  },
  columns: {
    response: '答卷',
    version: '问卷版本',
    status: '状态',
    start: '开始时的语言',
    end: '结束时的语言',
    day: '日期（UTC）',
    route: '路径：所答页面相同者一致',
    fullGroup: '名额已满的群体',
  },
  states: {
    in_progress: '填写中',
    complete: '已完成',
    held: '待审核',
    rejected: '未通过',
    screened_out: '不符合条件',
    over_quota: '配额已满',
    withdrawn: '已撤回',
    lapsed: '已过期',
  },
  download: '下载答卷',
}

const zhHant: ExportsMessages = {
  missingValues: '缺失值：',
  sheet: '答卷',
  codebook: {
    sheet: '編碼手冊',
    variable: '變項',
    name: '名稱',
    label: '變項標籤',
    value: '取值',
    meaning: '取值標籤',
    missing: '缺失',
    isMissing: '缺失值',
  },
  blank: '（未填）',
  erased: '（已清除）',
  check: '專注度檢查',
  checkTarget: '專注度檢查：要求選擇的答案',
  place: ({ place }) => `第${place}位`,
  detail: '填寫內容',
  agrees: '與所填年齡相符',
  agreed: {
    yes: '是',
    no: '否',
  },
  picked: {
    yes: '已選',
    no: '未選',
  },
  columns: {
    response: '答卷',
    version: '問卷版本',
    status: '狀態',
    start: '開始時的語言',
    end: '結束時的語言',
    day: '日期（UTC）',
    route: '路徑：所答頁面相同者一致',
    fullGroup: '名額已滿的群體',
  },
  states: {
    in_progress: '填寫中',
    complete: '已完成',
    held: '待審核',
    rejected: '未通過',
    screened_out: '不符合條件',
    over_quota: '配額已滿',
    withdrawn: '已撤回',
    lapsed: '已逾期',
  },
  download: '下載答卷',
}

const languages: Record<Language, ExportsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of exports, in one language. */
export function exportsMessages(language: Language): ExportsMessages {
  return languages[language]
}
