// Made from messages/*/insights/questions.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface QuestionsMessages {
  title: string
  base: (of: { n: string | number }) => string
  baseAbout: string
  lead: string
  definitions: string
  statistics: string
  groups: string
  held: {
    label: string
    in: string
    out: string
    leaveOut: string
    count: string
  }
  version: {
    label: string
    one: (of: { n: string | number }) => string
    several: (of: { list: string | number }) => string
  }
  filter: {
    title: string
    none: string
    and: string
    remove: (of: { what: string | number }) => string
    clear: string
    what: string
    choose: string
    next: string
    add: string
    cancel: string
    about: string
    questions: string
    any: string
    from: string
    to: string
    range: (of: { from: string | number; to: string | number }) => string
    least: (of: { from: string | number }) => string
    most: (of: { to: string | number }) => string
    since: (of: { from: string | number }) => string
    until: (of: { to: string | number }) => string
    or: string
    is: (of: { what: string | number; values: string | number }) => string
    notKnown: string
    changed: (of: { what: string | number }) => string
    blank: string
    columns: {
      _language: string
      _start_language: string
      _door: string
      _day: string
      _version: string
      _flags: string
    }
    doors: {
      open_link: string
      invitation: string
    }
    flags: {
      pattern: string
      consistency: string
      copy: string
      network: string
      automation: string
      none: string
    }
  }
  saved: {
    title: string
    use: string
    none: string
    manage: string
    name: string
    author: string
    change: string
    nameHint: string
    save: string
    rename: string
    remove: string
    restore: string
    by: (of: { who: string | number; day: string | number }) => string
    what: string
    done: {
      save: (of: { name: string | number }) => string
      rename: (of: { name: string | number }) => string
      remove: (of: { name: string | number }) => string
      restore: (of: { name: string | number }) => string
    }
    refused: {
      name: string
      taken: string
      many: string
      long: string
      nothing: string
    }
  }
  exportThese: string
  jump: string
  top: string
  empty: {
    title: string
    text: string
    filtered: string
  }
  asked: (of: { condition: string | number }) => string
  answered: (of: { n: number }) => string
  saw: (of: { n: string | number }) => string
  noAnswers: string
  table: {
    question: string
    answer: string
    share: string
    count: string
    interval: string
    of: string
    mean: string
    topTwo: string
    row: string
    base: string
    score: string
    place: (of: { n: string | number }) => string
    picture: string
    figure: string
    value: string
    range: string
    code: string
  }
  beside: {
    title: string
    notShown: string
    blank: string
  }
  median: (of: { value: string | number }) => string
  medianAtLeast: (of: { value: string | number }) => string
  mean: (of: { value: string | number }) => string
  severalNote: string
  rankNote: string
  nps: {
    name: string
    score: (of: { score: string | number }) => string
    interval: (of: { low: string | number; high: string | number }) => string
    tooFew: (of: { n: string | number }) => string
    detractors: string
    passives: string
    promoters: string
  }
  numbers: {
    mean: string
    least: string
    p10: string
    p25: string
    median: string
    p75: string
    p90: string
    most: string
  }
  text: {
    wrote: (of: { n: number }) => string
    read: string
  }
  download: string
  svg: string
  csv: string
  tableOf: (of: { code: string | number }) => string
  pictured: {
    on: (of: { day: string | number }) => string
    and: string
    also: string
  }
  pictureOf: (of: { code: string | number; question: string | number }) => string
  more: string
}

const en: QuestionsMessages = {
  title: 'Results',
  base: ({ n }) => `n = ${n}`,
  baseAbout: 'Complete responses, without tests, withdrawn and rejected ones',
  lead: 'Every share is of those who gave a real answer. Who was not shown a question, left it blank, or said that it does not apply stands beside it. ',
  definitions: 'How the figures are defined',
  statistics: 'Intervals of shares are Wilson’s, of 95 %; medians of bands are interpolated; quantiles are of type 7. They suppose a random sample, which an open link is not.',
  groups: 'A response counts here from the day after it ended, when others of its days are shown with it.',
  held: {
    label: 'Responses that wait for a review',
    in: 'counted',
    out: 'left out',
    leaveOut: 'Leave them out',
    count: 'Count them',
  },
  version: {
    label: 'Version of the questionnaire',
    one: ({ n }) => `Version ${n}`,
    several: ({ list }) => `Versions ${list}, which have the same data`,
  },
  filter: {
    title: 'Filter',
    none: 'Everybody',
    and: 'All of these have to hold:',
    remove: ({ what }) => `Remove the filter: ${what}`,
    clear: 'Remove all filters',
    what: 'Filter by',
    choose: 'Choose…',
    next: 'Continue',
    add: 'Add this filter',
    cancel: 'Without it',
    about: 'About the response',
    questions: 'Questions',
    any: 'Any of these',
    from: 'from',
    to: 'to',
    range: ({ from, to }) => `${from} to ${to}`,
    least: ({ from }) => `${from} or more`,
    most: ({ to }) => `${to} or less`,
    since: ({ from }) => `from ${from}`,
    until: ({ to }) => `until ${to}`,
    or: ' or ',
    is: ({ what, values }) => `${what}: ${values}`,
    notKnown: 'A filter that this version of the questionnaire does not have, so that nobody meets it',
    changed: ({ what }) => `${what}: nobody meets it here, since its answers meant something else in the version that this filter was made for, or there is no such version`,
    blank: 'Left blank',
    columns: {
      _language: 'Language',
      _start_language: 'Language at the start',
      _door: 'How they came',
      _day: 'Day',
      _version: 'Version asked',
      _flags: 'Checks that found something',
    },
    doors: {
      open_link: 'Open link',
      invitation: 'Personal link',
    },
    flags: {
      pattern: 'Patterns',
      consistency: 'Consistency',
      copy: 'Copies',
      network: 'Network',
      automation: 'Automation',
      none: 'None, pace aside',
    },
  },
  saved: {
    title: 'Saved filters',
    use: 'Use a saved filter',
    none: 'No filter is saved yet. Filter the questions, then give the filter a name there.',
    manage: 'All saved filters',
    name: 'Name',
    author: 'By',
    change: 'Change',
    nameHint: 'For example: Undergraduates in Hong Kong',
    save: 'Save this filter',
    rename: 'Rename',
    remove: 'Delete',
    restore: 'Undo',
    by: ({ who, day }) => `Saved by ${who}, ${day}`,
    what: 'What it is',
    done: {
      save: ({ name }) => `Saved as “${name}”.`,
      rename: ({ name }) => `Renamed to “${name}”.`,
      remove: ({ name }) => `“${name}” is deleted.`,
      restore: ({ name }) => `“${name}” is back.`,
    },
    refused: {
      name: 'Give the filter a name of 1 to 80 characters.',
      taken: 'Another saved filter has this name. Choose one that tells them apart.',
      many: 'A study keeps 100 saved filters at most. Delete one that nobody uses.',
      long: 'This filter is too long to be kept. Leave some of its values out.',
      nothing: 'There is nothing to save: filter the questions first.',
    },
  },
  exportThese: 'Export these answers',
  jump: 'Go to a question',
  top: 'To the top',
  empty: {
    title: 'No answers to show yet',
    text: 'Answers appear once a day, when those of a few people can be shown together.',
    filtered: 'Nobody in the study meets these filters. Remove one of them.',
  },
  asked: ({ condition }) => `Asked when: ${condition}`,
  answered: ({ n }) => `${n === 1 ? `${n} answer` : `${n} answers`}`,
  saw: ({ n }) => `seen by ${n}`,
  noAnswers: 'Nobody has answered yet.',
  table: {
    question: 'Question',
    answer: 'Answer',
    share: 'Share',
    count: 'Count',
    interval: '95 % interval',
    of: 'Offered to',
    mean: 'Mean',
    topTwo: 'Top two',
    row: 'Item',
    base: 'n',
    score: 'Score',
    place: ({ n }) => `Place ${n}`,
    picture: 'Picture',
    figure: 'Figure',
    value: 'Value',
    range: 'From – to',
    code: 'Code',
  },
  beside: {
    title: 'Outside the shares',
    notShown: 'Not shown',
    blank: 'Left blank',
  },
  median: ({ value }) => `Median (interpolated within its band): ${value}`,
  medianAtLeast: ({ value }) => `Median: at least ${value}`,
  mean: ({ value }) => `Mean: ${value}`,
  severalNote: 'Of those who were offered the option; several may be chosen, so that shares add up to more than 100 %.',
  rankNote: '3, 2 and 1 points for places 1, 2 and 3, over all who saw the question.',
  nps: {
    name: 'Net promoter score',
    score: ({ score }) => `Net promoter score: ${score}`,
    interval: ({ low, high }) => `95 % interval ${low} to ${high}`,
    tooFew: ({ n }) => `too few answers for an interval (it takes ${n})`,
    detractors: 'Detractors (0–6)',
    passives: 'Passives (7–8)',
    promoters: 'Promoters (9–10)',
  },
  numbers: {
    mean: 'Mean',
    least: 'Least',
    p10: '10th percentile',
    p25: '25th percentile',
    median: 'Median',
    p75: '75th percentile',
    p90: '90th percentile',
    most: 'Most',
  },
  text: {
    wrote: ({ n }) => `${n === 1 ? `${n} text was written.` : `${n} texts were written.`}`,
    read: 'Read the texts',
  },
  download: 'Download',
  svg: 'Picture (SVG)',
  csv: 'Table (CSV)',
  tableOf: ({ code }) => `Table of ${code}`,
  pictured: {
    on: ({ day }) => `As of ${day}`,
    and: ' · ',
    also: ' · ',
  },
  pictureOf: ({ code, question }) => `Picture of ${code}: ${question}`,
  more: 'Figures of each item',
}

const zhHans: QuestionsMessages = {
  title: '结果总览',
  base: ({ n }) => `样本量${n}`,
  baseAbout: '已完成的答卷，不含测试、已撤回和被拒绝的答卷',
  lead: '各项占比均以给出实质答案的人为基数；未显示、留空、不适用等另列于旁，不计入占比。',
  definitions: '各项数字的定义',
  statistics: '占比的区间为95%威尔逊区间；分组数据的中位数按组内插值；分位数采用第7类算法。这些方法以随机抽样为前提，公开链接的参与者并非随机样本。',
  groups: '答卷在结束次日起，与同期的其他答卷一并计入。',
  held: {
    label: '待审核的答卷',
    in: '计入',
    out: '不计入',
    leaveOut: '改为不计入',
    count: '改为计入',
  },
  version: {
    label: '问卷版本',
    one: ({ n }) => `第${n}版`,
    several: ({ list }) => `第${list}版（数据相同）`,
  },
  filter: {
    title: '筛选',
    none: '全部答卷',
    and: '须同时符合：',
    remove: ({ what }) => `移除筛选条件：${what}`,
    clear: '清除全部筛选条件',
    what: '筛选依据',
    choose: '请选择…',
    next: '下一步',
    add: '添加此条件',
    cancel: '不添加',
    about: '答卷信息',
    questions: '题目',
    any: '符合任一项',
    from: '从',
    to: '至',
    range: ({ from, to }) => `${from}至${to}`,
    least: ({ from }) => `${from}及以上`,
    most: ({ to }) => `${to}及以下`,
    since: ({ from }) => `${from}起`,
    until: ({ to }) => `截至${to}`,
    or: '或',
    is: ({ what, values }) => `${what}：${values}`,
    notKnown: '此版问卷没有该筛选条件，因此没有符合的答卷',
    changed: ({ what }) => `${what}：该筛选条件所依据的问卷版本不存在，或此题在该版本中的选项含义不同，因此没有符合的答卷`,
    blank: '留空',
    columns: {
      _language: '语言',
      _start_language: '开始时的语言',
      _door: '来源',
      _day: '日期',
      _version: '填答的版本',
      _flags: '质量检查有发现',
    },
    doors: {
      open_link: '公开链接',
      invitation: '个人链接',
    },
    flags: {
      pattern: '规律作答',
      consistency: '一致性',
      copy: '雷同',
      network: '网络',
      automation: '自动作答',
      none: '无（不计速度）',
    },
  },
  saved: {
    title: '已保存的分群',
    use: '使用已保存的分群',
    none: '尚未保存分群。请先在逐题结果中筛选，再为筛选条件命名。',
    manage: '全部分群',
    name: '名称',
    author: '保存者',
    change: '更改',
    nameHint: '例如：在香港就读的本科生',
    save: '保存为分群',
    rename: '重命名',
    remove: '删除',
    restore: '撤销',
    by: ({ who, day }) => `${who}保存于${day}`,
    what: '筛选条件',
    done: {
      save: ({ name }) => `已保存为“${name}”。`,
      rename: ({ name }) => `已重命名为“${name}”。`,
      remove: ({ name }) => `已删除“${name}”。`,
      restore: ({ name }) => `已恢复“${name}”。`,
    },
    refused: {
      name: '请填写1至80个字的名称。',
      taken: '已有同名的分群，请换一个可以区分的名称。',
      many: '每项研究最多保存100个分群，请先删除不再使用的。',
      long: '此筛选条件过长，无法保存，请减少选项。',
      nothing: '没有可保存的筛选条件，请先筛选。',
    },
  },
  exportThese: '导出这些答卷',
  jump: '跳到题目',
  top: '回到顶部',
  empty: {
    title: '暂无可显示的答卷',
    text: '答卷每天更新一次，须有若干人的答卷可一并显示。',
    filtered: '没有符合这些筛选条件的答卷，请移除其中一项。',
  },
  asked: ({ condition }) => `显示条件：${condition}`,
  answered: ({ n }) => `${n}人作答`,
  saw: ({ n }) => `${n}人看到`,
  noAnswers: '尚无人作答。',
  table: {
    question: '题目',
    answer: '选项',
    share: '占比',
    count: '人数',
    interval: '95%置信区间',
    of: '可选人数',
    mean: '均值',
    topTwo: '最高两级',
    row: '项目',
    base: '样本量',
    score: '得分',
    place: ({ n }) => `第${n}位`,
    picture: '图',
    figure: '指标',
    value: '数值',
    range: '区间',
    code: '编码',
  },
  beside: {
    title: '不计入占比',
    notShown: '未显示',
    blank: '留空',
  },
  median: ({ value }) => `中位数（组内插值）：${value}`,
  medianAtLeast: ({ value }) => `中位数：至少${value}`,
  mean: ({ value }) => `均值：${value}`,
  severalNote: '以可选该项的人为基数；可多选，各项占比之和可超过100%。',
  rankNote: '第1、2、3位分别计3、2、1分，除以看到此题的人数。',
  nps: {
    name: '净推荐值（NPS）',
    score: ({ score }) => `净推荐值（NPS）：${score}`,
    interval: ({ low, high }) => `95%置信区间：${low}至${high}`,
    tooFew: ({ n }) => `作答不足${n}份，不提供置信区间`,
    detractors: '贬损者（0–6）',
    passives: '中立者（7–8）',
    promoters: '推荐者（9–10）',
  },
  numbers: {
    mean: '均值',
    least: '最小值',
    p10: '第10百分位',
    p25: '第25百分位',
    median: '中位数',
    p75: '第75百分位',
    p90: '第90百分位',
    most: '最大值',
  },
  text: {
    wrote: ({ n }) => `共有${n}条文字答案。`,
    read: '阅读文字答案',
  },
  download: '下载',
  svg: '图片（SVG）',
  csv: '表格（CSV）',
  tableOf: ({ code }) => `${code}的数据表`,
  pictured: {
    on: ({ day }) => `截至${day}`,
    and: '，',
    also: '；',
  },
  pictureOf: ({ code, question }) => `${code}的图：${question}`,
  more: '各项明细',
}

const zhHant: QuestionsMessages = {
  title: '結果總覽',
  base: ({ n }) => `樣本數${n}`,
  baseAbout: '已完成的答卷，不包括測試、已撤回及被拒絕的答卷',
  lead: '各項佔比均以給出實質答案的人為基數；未顯示、留空、不適用等另列於旁，不計入佔比。',
  definitions: '各項數字的定義',
  statistics: '佔比的區間為95%威爾遜區間；分組數據的中位數按組內插值；分位數採用第7類算法。這些方法以隨機抽樣為前提，經公開連結填答的人並非隨機樣本。',
  groups: '答卷在結束翌日起，與同期的其他答卷一併計入。',
  held: {
    label: '待審核的答卷',
    in: '計入',
    out: '不計入',
    leaveOut: '改為不計入',
    count: '改為計入',
  },
  version: {
    label: '問卷版本',
    one: ({ n }) => `第${n}版`,
    several: ({ list }) => `第${list}版（數據相同）`,
  },
  filter: {
    title: '篩選',
    none: '全部答卷',
    and: '須同時符合：',
    remove: ({ what }) => `移除篩選條件：${what}`,
    clear: '清除全部篩選條件',
    what: '篩選依據',
    choose: '請選擇…',
    next: '下一步',
    add: '加入此條件',
    cancel: '不加入',
    about: '答卷資料',
    questions: '題目',
    any: '符合任何一項',
    from: '由',
    to: '至',
    range: ({ from, to }) => `${from}至${to}`,
    least: ({ from }) => `${from}或以上`,
    most: ({ to }) => `${to}或以下`,
    since: ({ from }) => `由${from}起`,
    until: ({ to }) => `截至${to}`,
    or: '或',
    is: ({ what, values }) => `${what}：${values}`,
    notKnown: '此版問卷沒有該篩選條件，因此沒有符合的答卷',
    changed: ({ what }) => `${what}：該篩選條件所依據的問卷版本不存在，或此題在該版本中的選項含義不同，因此沒有符合的答卷`,
    blank: '留空',
    columns: {
      _language: '語言',
      _start_language: '開始時的語言',
      _door: '來源',
      _day: '日期',
      _version: '填答的版本',
      _flags: '質素檢查有發現',
    },
    doors: {
      open_link: '公開連結',
      invitation: '個人連結',
    },
    flags: {
      pattern: '規律作答',
      consistency: '一致性',
      copy: '雷同',
      network: '網絡',
      automation: '自動作答',
      none: '無（不計速度）',
    },
  },
  saved: {
    title: '已儲存的分群',
    use: '使用已儲存的分群',
    none: '尚未儲存分群。請先在逐題結果中篩選，再為篩選條件命名。',
    manage: '全部分群',
    name: '名稱',
    author: '儲存者',
    change: '更改',
    nameHint: '例如：在香港就讀的本科生',
    save: '儲存為分群',
    rename: '重新命名',
    remove: '刪除',
    restore: '復原',
    by: ({ who, day }) => `${who}於${day}儲存`,
    what: '篩選條件',
    done: {
      save: ({ name }) => `已儲存為「${name}」。`,
      rename: ({ name }) => `已重新命名為「${name}」。`,
      remove: ({ name }) => `已刪除「${name}」。`,
      restore: ({ name }) => `已恢復「${name}」。`,
    },
    refused: {
      name: '請填寫1至80個字的名稱。',
      taken: '已有同名的分群，請改用可以區分的名稱。',
      many: '每項研究最多儲存100個分群，請先刪除不再使用的。',
      long: '此篩選條件過長，無法儲存，請減少選項。',
      nothing: '沒有可儲存的篩選條件，請先篩選。',
    },
  },
  exportThese: '匯出這些答卷',
  jump: '跳到題目',
  top: '回到頂部',
  empty: {
    title: '暫無可顯示的答卷',
    text: '答卷每天更新一次，須有若干人的答卷可一併顯示。',
    filtered: '沒有符合這些篩選條件的答卷，請移除其中一項。',
  },
  asked: ({ condition }) => `顯示條件：${condition}`,
  answered: ({ n }) => `${n}人作答`,
  saw: ({ n }) => `${n}人看到`,
  noAnswers: '尚未有人作答。',
  table: {
    question: '題目',
    answer: '選項',
    share: '佔比',
    count: '人數',
    interval: '95%置信區間',
    of: '可選人數',
    mean: '平均值',
    topTwo: '最高兩級',
    row: '項目',
    base: '樣本數',
    score: '得分',
    place: ({ n }) => `第${n}位`,
    picture: '圖',
    figure: '指標',
    value: '數值',
    range: '區間',
    code: '編碼',
  },
  beside: {
    title: '不計入佔比',
    notShown: '未顯示',
    blank: '留空',
  },
  median: ({ value }) => `中位數（組內插值）：${value}`,
  medianAtLeast: ({ value }) => `中位數：至少${value}`,
  mean: ({ value }) => `平均值：${value}`,
  severalNote: '以可選該項的人為基數；可選多項，各項佔比之和可超過100%。',
  rankNote: '第1、2、3位分別計3、2、1分，除以看到此題的人數。',
  nps: {
    name: '淨推薦值（NPS）',
    score: ({ score }) => `淨推薦值（NPS）：${score}`,
    interval: ({ low, high }) => `95%置信區間：${low}至${high}`,
    tooFew: ({ n }) => `作答不足${n}份，不提供置信區間`,
    detractors: '批評者（0–6）',
    passives: '中立者（7–8）',
    promoters: '推薦者（9–10）',
  },
  numbers: {
    mean: '平均值',
    least: '最小值',
    p10: '第10百分位',
    p25: '第25百分位',
    median: '中位數',
    p75: '第75百分位',
    p90: '第90百分位',
    most: '最大值',
  },
  text: {
    wrote: ({ n }) => `共有${n}條文字答案。`,
    read: '閱讀文字答案',
  },
  download: '下載',
  svg: '圖片（SVG）',
  csv: '表格（CSV）',
  tableOf: ({ code }) => `${code}的數據表`,
  pictured: {
    on: ({ day }) => `截至${day}`,
    and: '，',
    also: '；',
  },
  pictureOf: ({ code, question }) => `${code}的圖：${question}`,
  more: '各項明細',
}

const languages: Record<Language, QuestionsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/questions, in one language. */
export function questionsMessages(language: Language): QuestionsMessages {
  return languages[language]
}
