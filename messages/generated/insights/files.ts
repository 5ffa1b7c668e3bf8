// Made from messages/*/insights/files.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface FilesMessages {
  title: string
  more: string
  about: string
  new: string
  version: string
  versions: {
    one: (of: { version: string | number }) => string
    live: (of: { version: string | number }) => string
    all: string
  }
  format: string
  language: string
  languageHint: string
  held: string
  helds: {
    in: string
    out: string
  }
  everybody: string
  filtered: string
  unfiltered: string
  make: string
  none: string
  list: string
  made: string
  by: string
  what: string
  records: string
  size: string
  state: string
  states: {
    whole: string
    written: (of: { percent: string | number }) => string
    waiting: string
  }
  one: (of: { when: string | number }) => string
  facts: {
    weights: string
    format: string
    version: string
    filter: string
    noFilter: string
    base: string
    complete: string
    completeBut: string
    everybody: string
    n: string
    made: string
    by: string
    size: string
    hash: string
    hashLater: string
  }
  progress: (of: { written: string | number; records: string | number }) => string
  goOn: string
  tooLarge: string
  download: string
  downloadHint: string
  takenLater: string
  withdrawn: (of: { count: number }) => string
  changed: string
  weighs: {
    column: string
    applied: string
    stata: string
    counted: string
    none: string
  }
  noWeights: string
  cut: (of: { count: number }) => string
  stands: string
  refused: {
    weights: string
    format: string
    version: string
    large: (of: { most: string | number }) => string
    places: string
  }
  formats: {
    csv: string
    csv_labels: string
    xlsx: string
    sav: string
    dta: string
    jsonl: string
    parquet: string
    ddi: string
    codebook: string
    codebook_csv: string
    paradata: string
    flags: string
    themes: string
  }
}

const en: FilesMessages = {
  title: 'Exports',
  more: 'Exports with a filter, in every format, and those that were made',
  about: 'Download answers as a file. Each export can be made again, identical to the byte, as long as nobody withdraws and no decision changes.',
  new: 'New export',
  version: 'Questionnaire',
  versions: {
    one: ({ version }) => `Version ${version}`,
    live: ({ version }) => `Version ${version} (asked now)`,
    all: 'All versions, where codes match',
  },
  format: 'Format',
  language: 'Language of labels',
  languageHint: 'Codes alone need none.',
  held: 'Responses that wait for a person',
  helds: {
    in: 'Included',
    out: 'Left out',
  },
  everybody: 'Include responses that are not complete: screened out, over quota, lapsed, rejected, withdrawn',
  filtered: 'Only responses that meet the filter:',
  unfiltered: 'Without the filter',
  make: 'Make the export',
  none: 'Nothing has been exported yet. Choose a format above.',
  list: 'Exports of this study',
  made: 'Made',
  by: 'By',
  what: 'What',
  records: 'Responses',
  size: 'Size',
  state: 'State',
  states: {
    whole: 'Ready',
    written: ({ percent }) => `Being written: ${percent}%`,
    waiting: 'Waits to be written',
  },
  one: ({ when }) => `Export of ${when}`,
  facts: {
    weights: 'Weights',
    format: 'Format',
    version: 'Version',
    filter: 'Filter',
    noFilter: 'None: the whole base',
    base: 'Responses',
    complete: 'Complete, held ones in',
    completeBut: 'Complete, held ones out',
    everybody: 'However they ended',
    n: 'Responses (n)',
    made: 'Made',
    by: 'By',
    size: 'Size in bytes',
    hash: 'SHA-256',
    hashLater: 'Known when it has been written once',
  },
  progress: ({ written, records }) => `${written} of ${records} responses are written. It continues every minute.`,
  goOn: 'Go on now',
  tooLarge: 'This format is written in one piece, in the background. The file can still be downloaded.',
  download: 'Download',
  downloadHint: 'The audit trail records your download. An interrupted download can be resumed for an hour.',
  takenLater: 'So many responses are downloaded here only once the file is written to its end, and while its data stands: a download that breaks off goes on then. A filter that leaves fewer can be taken at once.',
  withdrawn: ({ count }) => `${count === 0 ? 'Nobody has withdrawn since.' : count === 1 ? '1 response has been withdrawn since, of all that there were, whatever the filter: delete it from files taken before that have it.' : `${count} responses have been withdrawn since, of all that there were, whatever the filter: delete them from files taken before that have them.`}`,
  changed: 'The data has changed since: a download now has the current data and another SHA-256. Make a new export to have one that can be repeated.',
  weighs: {
    column: 'The column “weight” holds each response’s weight. Programs use it only when told to.',
    applied: 'SPSS and PSPP weight by it as soon as the file is open, until WEIGHT OFF.',
    stata: 'Stata weights by it when it is told to: svyset [pweight=weight]',
    counted: 'The counts in this file are unweighted.',
    none: 'This file has no weights.',
  },
  noWeights: 'These margins do not fit the answers any more: the column of weights is empty in a file that is taken now.',
  cut: ({ count }) => `${count === 1 ? 'This format has no room for the whole label of 1 variable: the codebook has it.' : `This format has no room for the whole labels of ${count} variables: the codebook has them.`}`,
  stands: 'The data has not changed: a download now has this SHA-256.',
  refused: {
    weights: 'These margins do not fit what would be exported: choose one version, and look at the weights on the page of results.',
    format: 'You may not use this format, or it does not exist. Choose another.',
    version: 'This version was never used in the study. Choose another.',
    large: ({ most }) => `There are too many responses for this format, which is written in one piece here and holds ${most} at most, or fewer where a filter picks them out of many. Choose CSV, SPSS or JSON Lines, or a filter that leaves fewer.`,
    places: 'Some responses are not ready for files yet, and this one would lack them. They are got ready every minute: try again in a few minutes.',
  },
  formats: {
    csv: 'CSV with codes',
    csv_labels: 'CSV with labels',
    xlsx: 'Excel (XLSX) with labels and codebook',
    sav: 'SPSS (.sav)',
    dta: 'Stata (.dta)',
    jsonl: 'JSON Lines',
    parquet: 'Parquet',
    ddi: 'DDI-Codebook 2.5 (XML)',
    codebook: 'Codebook (HTML)',
    codebook_csv: 'Codebook (CSV)',
    paradata: 'Time on pages (CSV), always of all who allowed it',
    flags: 'Flags of the checks (CSV)',
    themes: 'Themes of open texts (CSV)',
  },
}

const zhHans: FilesMessages = {
  title: '导出',
  more: '按条件筛选、选择格式的导出，以及导出记录',
  about: '把答卷数据导出为文件。每次导出都会记下其范围：只要无人撤回、审核结果没有变化，随时可以重新生成逐字节相同的文件。',
  new: '新建导出',
  version: '问卷',
  versions: {
    one: ({ version }) => `版本${version}`,
    live: ({ version }) => `版本${version}（当前）`,
    all: '所有版本（编码一致的合并）',
  },
  format: '格式',
  language: '标签语言',
  languageHint: '仅含编码的文件不需要。',
  held: '待审核的答卷',
  helds: {
    in: '包含',
    out: '不包含',
  },
  everybody: '同时包含未完成的答卷：不符合条件、配额已满、已过期、未通过、已撤回',
  filtered: '仅导出符合筛选条件的答卷：',
  unfiltered: '取消筛选',
  make: '生成导出文件',
  none: '还没有导出记录。请在上方选择格式。',
  list: '本研究的导出记录',
  made: '创建时间',
  by: '创建人',
  what: '内容',
  records: '答卷数',
  size: '大小',
  state: '状态',
  states: {
    whole: '已就绪',
    written: ({ percent }) => `生成中：${percent}%`,
    waiting: '等待生成',
  },
  one: ({ when }) => `${when}的导出`,
  facts: {
    weights: '加权',
    format: '格式',
    version: '问卷',
    filter: '筛选条件',
    noFilter: '无：全部样本',
    base: '答卷范围',
    complete: '已完成，包含待审核',
    completeBut: '已完成，不包含待审核',
    everybody: '全部已结束的答卷',
    n: '答卷数（n）',
    made: '创建时间',
    by: '创建人',
    size: '大小（字节）',
    hash: 'SHA-256',
    hashLater: '首次生成完毕后显示',
  },
  progress: ({ written, records }) => `已写入${written} / ${records}份答卷。系统每分钟继续生成。`,
  goOn: '立即继续',
  tooLarge: '此格式需一次性写完，由系统后台生成。文件现在也可以下载。',
  download: '下载',
  downloadHint: '下载会记入审计记录。中断的下载在一小时内可以从断点继续。',
  takenLater: '答卷数量较多：在这里须待文件全部写完、且数据没有变化时才能下载，届时中断的下载可以从断点继续。用筛选条件减少答卷后可立即下载。',
  withdrawn: ({ count }) => `${count === 0 ? '此后无人撤回。' : `此后有${count}份答卷被撤回（按当时全部答卷计，不受筛选影响）：如在之前导出的文件中，请删除。`}`,
  changed: '数据此后有变化：现在下载的是最新数据，SHA-256会不同。如需可重现的文件，请新建导出。',
  weighs: {
    column: '“weight”列为每份答卷的权重，需在软件中指定后才会加权。',
    applied: 'SPSS和PSPP打开文件后即按其加权，直到执行WEIGHT OFF。',
    stata: 'Stata需先声明权重：svyset [pweight=weight]',
    counted: '此文件中的计数均未加权。',
    none: '此文件不含权重。',
  },
  noWeights: '这组边际分布已不再适用于现有答卷：现在下载的文件中，权重列为空。',
  cut: ({ count }) => `${`此格式放不下${count}个变量的完整标签，已截短；完整标签见编码手册。`}`,
  stands: '数据没有变化：现在下载的文件就是此SHA-256。',
  refused: {
    weights: '这些边际分布不适用于要导出的数据：请只选择一个版本，并在结果页面查看加权情况。',
    format: '没有此格式，或您无权使用。请选择其他格式。',
    version: '本研究没有使用过此版本。请选择其他版本。',
    large: ({ most }) => `答卷数量过多：此格式在这里须一次性写完，最多${most}份（从大量答卷中筛选时更少）。请选择CSV、SPSS或JSON Lines，或用筛选条件减少答卷。`,
    places: '部分答卷尚未准备好导出，现在生成的文件会缺少这些答卷。系统每分钟都会继续处理，请过几分钟再试。',
  },
  formats: {
    csv: 'CSV（编码）',
    csv_labels: 'CSV（标签）',
    xlsx: 'Excel（XLSX，含标签和编码手册）',
    sav: 'SPSS（.sav）',
    dta: 'Stata（.dta）',
    jsonl: 'JSON Lines',
    parquet: 'Parquet',
    ddi: 'DDI-Codebook 2.5（XML）',
    codebook: '编码手册（HTML）',
    codebook_csv: '编码手册（CSV）',
    paradata: '页面用时（CSV），始终包含所有同意记录者',
    flags: '质量标记（CSV）',
    themes: '文本题主题（CSV）',
  },
}

const zhHant: FilesMessages = {
  title: '匯出',
  more: '按條件篩選、選擇格式的匯出，以及匯出紀錄',
  about: '把答卷資料匯出為檔案。每次匯出都會記下其範圍：只要無人撤回、審核結果沒有變化，隨時可以重新產生逐位元組相同的檔案。',
  new: '新增匯出',
  version: '問卷',
  versions: {
    one: ({ version }) => `版本${version}`,
    live: ({ version }) => `版本${version}（目前）`,
    all: '所有版本（編碼一致的合併）',
  },
  format: '格式',
  language: '標籤語言',
  languageHint: '僅含編碼的檔案不需要。',
  held: '待審核的答卷',
  helds: {
    in: '包含',
    out: '不包含',
  },
  everybody: '同時包含未完成的答卷：不符合條件、配額已滿、已逾期、未通過、已撤回',
  filtered: '僅匯出符合篩選條件的答卷：',
  unfiltered: '取消篩選',
  make: '產生匯出檔案',
  none: '還沒有匯出紀錄。請在上方選擇格式。',
  list: '本研究的匯出紀錄',
  made: '建立時間',
  by: '建立人',
  what: '內容',
  records: '答卷數',
  size: '大小',
  state: '狀態',
  states: {
    whole: '已就緒',
    written: ({ percent }) => `產生中：${percent}%`,
    waiting: '等待產生',
  },
  one: ({ when }) => `${when}的匯出`,
  facts: {
    weights: '加權',
    format: '格式',
    version: '問卷',
    filter: '篩選條件',
    noFilter: '無：全部樣本',
    base: '答卷範圍',
    complete: '已完成，包含待審核',
    completeBut: '已完成，不包含待審核',
    everybody: '全部已結束的答卷',
    n: '答卷數（n）',
    made: '建立時間',
    by: '建立人',
    size: '大小（位元組）',
    hash: 'SHA-256',
    hashLater: '首次產生完畢後顯示',
  },
  progress: ({ written, records }) => `已寫入${written} / ${records}份答卷。系統每分鐘繼續產生。`,
  goOn: '立即繼續',
  tooLarge: '此格式需一次寫完，由系統在背景產生。檔案現在也可以下載。',
  download: '下載',
  downloadHint: '下載會記入審計紀錄。中斷的下載在一小時內可以從中斷處繼續。',
  takenLater: '答卷數量較多：在這裏須待檔案全部寫完、且資料沒有變化時才能下載，屆時中斷的下載可以從中斷處繼續。用篩選條件減少答卷後可立即下載。',
  withdrawn: ({ count }) => `${count === 0 ? '此後無人撤回。' : `此後有${count}份答卷被撤回（按當時全部答卷計，不受篩選影響）：如在之前匯出的檔案中，請刪除。`}`,
  changed: '資料此後有變化：現在下載的是最新資料，SHA-256會不同。如需可重現的檔案，請新增匯出。',
  weighs: {
    column: '「weight」欄為每份答卷的權重，需在軟件中指定後才會加權。',
    applied: 'SPSS和PSPP開啟檔案後即按其加權，直到執行WEIGHT OFF。',
    stata: 'Stata需先宣告權重：svyset [pweight=weight]',
    counted: '此檔案中的計數均未加權。',
    none: '此檔案不含權重。',
  },
  noWeights: '這組邊際分佈已不再適用於現有答卷：現在下載的檔案中，權重欄為空。',
  cut: ({ count }) => `${`此格式放不下${count}個變項的完整標籤，已截短；完整標籤見編碼手冊。`}`,
  stands: '資料沒有變化：現在下載的檔案就是此SHA-256。',
  refused: {
    weights: '這些邊際分佈不適用於要匯出的資料：請只選擇一個版本，並在結果頁面查看加權情況。',
    format: '沒有此格式，或您無權使用。請選擇其他格式。',
    version: '本研究沒有使用過此版本。請選擇其他版本。',
    large: ({ most }) => `答卷數量過多：此格式在這裏須一次寫完，最多${most}份（從大量答卷中篩選時更少）。請選擇CSV、SPSS或JSON Lines，或用篩選條件減少答卷。`,
    places: '部分答卷尚未準備好匯出，現在產生的檔案會缺少這些答卷。系統每分鐘都會繼續處理，請過幾分鐘再試。',
  },
  formats: {
    csv: 'CSV（編碼）',
    csv_labels: 'CSV（標籤）',
    xlsx: 'Excel（XLSX，含標籤和編碼手冊）',
    sav: 'SPSS（.sav）',
    dta: 'Stata（.dta）',
    jsonl: 'JSON Lines',
    parquet: 'Parquet',
    ddi: 'DDI-Codebook 2.5（XML）',
    codebook: '編碼手冊（HTML）',
    codebook_csv: '編碼手冊（CSV）',
    paradata: '頁面用時（CSV），始終包含所有同意記錄者',
    flags: '品質標記（CSV）',
    themes: '文字題主題（CSV）',
  },
}

const languages: Record<Language, FilesMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/files, in one language. */
export function filesMessages(language: Language): FilesMessages {
  return languages[language]
}
