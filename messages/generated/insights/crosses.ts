// Made from messages/*/insights/crosses.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface CrossesMessages {
  title: string
  rows: string
  columns: string
  share: string
  shares: {
    row: string
    column: string
    whole: string
  }
  show: string
  swap: string
  choose: string
  notCrossed: string
  groups: {
    questions: string
    about: string
  }
  same: string
  unknown: string
  base: (of: { count: string | number }) => string
  all: string
  cell: (of: { count: string | number; base: string | number }) => string
  ofOffered: string
  blank: string
  notShown: string
  notKnown: string
  besideNote: string
  separator: string
  nobody: string
  emptyRows: (of: { names: string | number }) => string
  emptyColumns: (of: { names: string | number }) => string
  shade: string
  csv: string
  svg: string
  picture: (of: { rows: string | number; columns: string | number }) => string
  none: string
  about: {
    _language: string
    _start_language: string
    _door: string
    _day: string
    _version: string
  }
  doors: {
    open_link: string
    invitation: string
  }
  week: (of: { day: string | number }) => string
  version: (of: { n: string | number }) => string
  file: {
    row: string
    rowLabel: string
    column: string
    columnLabel: string
    count: string
    ofRow: string
    ofColumn: string
    ofWhole: string
    isOutside: string
  }
  tests: {
    title: string
    whole: (of: { chi: string | number; df: string | number; p: string | number; v: string | number; strength: string | number }) => string
    strengths: {
      none: string
      weak: string
      moderate: string
      strong: string
    }
    drawn: (of: { count: string | number }) => string
    added: string
    holm: (of: { count: string | number }) => string
    option: string
    chi: string
    adjusted: string
    v: string
    more: (of: { count: number }) => string
    noTest: string
    few: string
    someFew: (of: { count: string | number }) => string
    weighted: string
    nothing: string
    openLink: (of: { count: string | number; base: string | number }) => string
    invited: string
  }
  flows: {
    title: string
    step: (of: { n: string | number }) => string
    optional: string
    choose: string
    base: (of: { count: string | number }) => string
    without: (of: { count: string | number; all: string | number; question: string | number }) => string
    others: string
    picture: (of: { questions: string | number }) => string
    picturePart: string
    ways: string
    way: string
    people: string
    share: string
    links: string
    from: string
    to: string
    ofFrom: string
    more: (of: { count: number }) => string
    nobody: string
  }
  compare: {
    begin: string
    pair: (of: { a: string | number; b: string | number }) => string
    title: string
    a: string
    b: string
    everybody: string
    filter: string
    version: string
    useA: string
    useB: string
    show: string
    how: string
    base: (of: { a: string | number; b: string | number }) => string
    overlap: (of: { count: number }) => string
    apart: string
    same: string
    leftOut: (of: { names: string | number }) => string
    answer: string
    interval: (of: { low: string | number; high: string | number }) => string
    largest: (of: { answer: string | number; value: string | number }) => string
    difference: string
    points: (of: { value: string | number }) => string
    xlsx: string
    csv: string
    swap: string
    jump: string
    file: {
      count: string
      base: string
      share: string
      low: string
      high: string
      difference: string
      question: string
      words: string
      answer: string
      isOutside: string
    }
    heldOut: string
    beside: string
  }
  views: {
    label: string
    questions: string
    crosses: string
    flows: string
    compare: string
  }
}

const en: CrossesMessages = {
  title: 'Two questions crossed',
  rows: 'Rows',
  columns: 'Columns',
  share: 'Shares of',
  shares: {
    row: 'the row',
    column: 'the column',
    whole: 'everybody',
  },
  show: 'Show',
  swap: 'Swap rows and columns',
  choose: 'Choose two questions: how many gave which answers together is counted.',
  notCrossed: 'Texts and days are not crossed; numbers are put into bands, ranks count by their first place.',
  groups: {
    questions: 'Questions',
    about: 'About the response',
  },
  same: 'Rows and columns are the same question. Choose another one for either.',
  unknown: 'One of the two questions is not in this version. Choose again.',
  base: ({ count }) => `Base: ${count} who answered both.`,
  all: 'All',
  cell: ({ count, base }) => `${count} of ${base}`,
  ofOffered: 'A share of an option is of those who were offered it.',
  blank: 'Left blank',
  notShown: 'Not shown',
  notKnown: 'Not known',
  besideNote: 'Grey figures are of people without an answer to one of the two; they are in no share.',
  separator: ', ',
  nobody: 'Nobody in this choice answered both. Remove a filter, or choose other questions.',
  emptyRows: ({ names }) => `Rows without anybody in the base: ${names}.`,
  emptyColumns: ({ names }) => `Columns without anybody in the base: ${names}.`,
  shade: 'The stronger the colour of a cell, the larger its share.',
  csv: 'Table as CSV',
  svg: 'Picture as SVG',
  picture: ({ rows, columns }) => `${rows}, by ${columns}`,
  none: 'none',
  about: {
    _language: 'Language at the end',
    _start_language: 'Language at the start',
    _door: 'Came by',
    _day: 'Week',
    _version: 'Version of the questionnaire',
  },
  doors: {
    open_link: 'The open link',
    invitation: 'An invitation',
  },
  week: ({ day }) => `Week of ${day}`,
  version: ({ n }) => `Version ${n}`,
  file: {
    row: 'row',
    rowLabel: 'row in words',
    column: 'column',
    columnLabel: 'column in words',
    count: 'count',
    ofRow: 'of the row',
    ofColumn: 'of the column',
    ofWhole: 'of everybody',
    isOutside: 'outside the shares',
  },
  tests: {
    title: 'Are they related?',
    whole: ({ chi, df, p, v, strength }) => `χ² = ${chi}, df = ${df}, ${p}; Cramér’s V (corrected for bias) = ${v}: ${strength}.`,
    strengths: {
      none: 'hardly any association',
      weak: 'a weak association',
      moderate: 'a moderate association',
      strong: 'a strong association',
    },
    drawn: ({ count }) => `Few are expected in some cells, so p was found from ${count} random tables with the same totals. The same table always gives the same p.`,
    added: 'Where few are expected in a cell, p was added up over all tables with the same totals.',
    holm: ({ count }) => `Each option is tested by itself among those who were offered it. p is corrected for ${count} tests (Holm).`,
    option: 'Option',
    chi: 'χ² (df)',
    adjusted: 'p (Holm)',
    v: 'Cramér’s V',
    more: ({ count }) => `${count === 1 ? `${count} pair` : `${count} pairs`} with a corrected p of 0.05 or more ${count === 1 ? 'is' : 'are'} not listed.`,
    noTest: 'There is no test of ranks and of numbers in bands: a chi-square does not see their order.',
    few: 'Too few people are expected in some cells for a test with weights.',
    someFew: ({ count }) => `${count} more could not be tested: too few people are expected in some cells for a test with weights.`,
    weighted: 'Weighted tables are tested by the chi-square of Rao and Scott (1984), corrected to the second order; the strength goes by the effective n.',
    nothing: 'There is nothing to test: fewer than two rows or columns have anybody in them.',
    openLink: ({ count, base }) => `Not a probability sample: ${count} of ${base} came by the open link. A test supposes people drawn at random, so p describes those who answered and proves nothing about others.`,
    invited: 'Everybody here was invited. A test supposes that they were drawn at random and that those who answered are like those who did not.',
  },
  flows: {
    title: 'Flows from answer to answer',
    step: ({ n }) => `Question ${n}`,
    optional: '(none)',
    choose: 'Choose two to four questions of one answer each, in the order in which things happen.',
    base: ({ count }) => `Base: ${count} who answered each of these questions.`,
    without: ({ count, all, question }) => `${count} of ${all} have no answer to ${question}.`,
    others: 'Others',
    picture: ({ questions }) => `Flows: ${questions}`,
    picturePart: 'The wider a band, the more people went that way.',
    ways: 'Whole ways',
    way: 'Way',
    people: 'People',
    share: 'Share',
    links: 'From one question to the next',
    from: 'From',
    to: 'To',
    ofFrom: 'Of those who come from there',
    more: ({ count }) => `${count === 1 ? `${count} rarer way is` : `${count} rarer ways are`} left out here; the file has all.`,
    nobody: 'Nobody in this choice answered each of these questions. Remove a filter, or choose other questions.',
  },
  compare: {
    begin: 'Begin with one of these, or choose below: ',
    pair: ({ a, b }) => `${a} and ${b}`,
    title: 'Two groups side by side',
    a: 'Group A',
    b: 'Group B',
    everybody: 'Everybody',
    filter: 'Filter',
    version: 'Version',
    useA: 'Make the filter above group A',
    useB: 'Make the filter above group B',
    show: 'Compare',
    how: 'Set a filter above and make it one of the groups; then set another one for the second. Or choose saved ones.',
    base: ({ a, b }) => `A: ${a} responses. B: ${b} responses.`,
    overlap: ({ count }) => `${count === 1 ? `${count} person is` : `${count} people are`} in both groups, so no interval is given for the difference, and no test is made.`,
    apart: 'Nobody is in both groups. The interval of a difference (95 %, Newcombe) supposes two random samples; of many differences, some are apart from nought by chance.',
    same: 'Both groups are the same. Choose another filter or version for one of them.',
    leftOut: ({ names }) => `Left out, as their codes say something else in the other version, or stand in one version alone: ${names}.`,
    answer: 'Answer',
    interval: ({ low, high }) => `${low} to ${high}`,
    largest: ({ answer, value }) => `Furthest apart: ${answer}, ${value}.`,
    difference: 'A minus B',
    points: ({ value }) => `${value} points`,
    xlsx: 'Table as XLSX',
    csv: 'Table as CSV',
    swap: 'Swap A and B',
    jump: 'Questions',
    file: {
      count: 'count',
      base: 'base',
      share: 'share',
      low: 'from',
      high: 'to',
      difference: 'A minus B',
      question: 'question',
      words: 'question in words',
      answer: 'answer',
      isOutside: 'outside the shares',
    },
    heldOut: 'without those that wait for a review',
    beside: 'Outside the shares (A / B)',
  },
  views: {
    label: 'Ways to look at the answers',
    questions: 'Question by question',
    crosses: 'Two questions crossed',
    flows: 'Flows',
    compare: 'Two groups',
  },
}

const zhHans: CrossesMessages = {
  title: '交叉分析',
  rows: '行',
  columns: '列',
  share: '占比基于',
  shares: {
    row: '行',
    column: '列',
    whole: '全部',
  },
  show: '查看',
  swap: '交换行列',
  choose: '请选择两道题目，查看各选项同时被选择的人数。',
  notCrossed: '文本题和日期题不参与交叉；数值题按区间分组，排序题按第一位计。',
  groups: {
    questions: '题目',
    about: '答卷信息',
  },
  same: '行和列是同一道题目，请更换其中一道。',
  unknown: '此版本中没有所选的某道题目，请重新选择。',
  base: ({ count }) => `样本量：两题均作答的${count}人。`,
  all: '合计',
  cell: ({ count, base }) => `${count}/${base}`,
  ofOffered: '选项占比基于看到该选项的人。',
  blank: '未填',
  notShown: '未显示',
  notKnown: '未知',
  besideNote: '灰色数字为其中一题没有有效答案的人，不计入任何占比。',
  separator: '、',
  nobody: '当前条件下没有人同时回答两题。请减少筛选条件，或更换题目。',
  emptyRows: ({ names }) => `样本中无人选择的行：${names}。`,
  emptyColumns: ({ names }) => `样本中无人选择的列：${names}。`,
  shade: '单元格底色越浓，占比越高。',
  csv: '下载表格（CSV）',
  svg: '下载图片（SVG）',
  picture: ({ rows, columns }) => `${rows} × ${columns}`,
  none: '无',
  about: {
    _language: '提交时的语言',
    _start_language: '开始时的语言',
    _door: '来源',
    _day: '周',
    _version: '问卷版本',
  },
  doors: {
    open_link: '公开链接',
    invitation: '邀请',
  },
  week: ({ day }) => `${day}起的一周`,
  version: ({ n }) => `版本${n}`,
  file: {
    row: '行',
    rowLabel: '行（文字）',
    column: '列',
    columnLabel: '列（文字）',
    count: '人数',
    ofRow: '行基数',
    ofColumn: '列基数',
    ofWhole: '总基数',
    isOutside: '不计入占比',
  },
  tests: {
    title: '两题是否相关？',
    whole: ({ chi, df, p, v, strength }) => `χ² = ${chi}，df = ${df}，${p}；Cramér’s V（偏差校正）= ${v}：${strength}。`,
    strengths: {
      none: '几乎不相关',
      weak: '弱相关',
      moderate: '中等相关',
      strong: '强相关',
    },
    drawn: ({ count }) => `部分单元格的期望频数过低，p值由${count}张行列合计相同的随机表得出；同一张表的p值始终相同。`,
    added: '期望频数过低时，p值由所有行列合计相同的表精确相加得出。',
    holm: ({ count }) => `每个选项在看到它的人中单独检验，p值按${count}次检验作Holm校正。`,
    option: '选项',
    chi: '卡方值（自由度）',
    adjusted: '校正后p值（Holm）',
    v: '关联强度（Cramér’s V）',
    more: ({ count }) => `校正后p值不低于0.05的${count}组未列出。`,
    noTest: '排序题和分组数值不作检验：卡方检验不考虑其顺序。',
    few: '部分单元格的期望人数过少，加权后无法检验。',
    someFew: ({ count }) => `另有${count}项未检验：部分单元格的期望人数过少，加权后无法检验。`,
    weighted: '加权表采用Rao和Scott（1984）二阶校正的卡方检验；关联强度按有效样本量计算。',
    nothing: '无法检验：有人作答的行或列不足两个。',
    openLink: ({ base, count }) => `非概率样本：${base}人中有${count}人来自公开链接。检验以随机抽样为前提，因此p值只描述作答者，不能推断其他人。`,
    invited: '此处所有人均为受邀作答。检验的前提是受邀者经随机抽取，且作答者与未作答者相似。',
  },
  flows: {
    title: '答案流向',
    step: ({ n }) => `第${n}题`,
    optional: '（不选）',
    choose: '请按先后顺序选择两至四道单选题。',
    base: ({ count }) => `样本量：各题均作答的${count}人。`,
    without: ({ all, count, question }) => `${all}人中有${count}人未回答${question}。`,
    others: '其他',
    picture: ({ questions }) => `流向：${questions}`,
    picturePart: '色带越宽，人数越多。',
    ways: '完整路径',
    way: '路径',
    people: '人数',
    share: '占比',
    links: '相邻两题之间',
    from: '从',
    to: '到',
    ofFrom: '占来源人数',
    more: ({ count }) => `另有${count}条较少见的路径未在此列出，文件中有全部路径。`,
    nobody: '当前条件下没有人回答全部题目。请减少筛选条件，或更换题目。',
  },
  compare: {
    begin: '从这里开始，或在下方选择：',
    pair: ({ a, b }) => `${a}与${b}`,
    title: '两组对比',
    a: 'A组',
    b: 'B组',
    everybody: '全部',
    filter: '筛选条件',
    version: '版本',
    useA: '将上方筛选设为A组',
    useB: '将上方筛选设为B组',
    show: '对比',
    how: '先在上方设置筛选并设为其中一组，再设置另一组；也可选择已保存的分群。',
    base: ({ a, b }) => `A组${a}份，B组${b}份。`,
    overlap: ({ count }) => `有${count}人同时属于两组，因此不给出差值的区间，也不作检验。`,
    apart: '没有人同时属于两组。差值区间（95%，Newcombe）以两组均为随机样本为前提；差值较多时，个别差异可能只是偶然。',
    same: '两组相同，请为其中一组更换筛选或版本。',
    leftOut: ({ names }) => `以下题目因选项编码含义不同或只见于一个版本而未列出：${names}。`,
    answer: '答案',
    interval: ({ low, high }) => `${low}至${high}`,
    largest: ({ answer, value }) => `差异最大：${answer}，${value}。`,
    difference: 'A组减B组',
    points: ({ value }) => `${value}个百分点`,
    xlsx: '下载表格（XLSX）',
    csv: '下载表格（CSV）',
    swap: '交换A与B',
    jump: '题目',
    file: {
      count: '人数',
      base: '基数',
      share: '占比',
      low: '下限',
      high: '上限',
      difference: 'A组减B组',
      question: '题目',
      words: '题目（文字）',
      answer: '答案',
      isOutside: '不计入占比',
    },
    heldOut: '不含待审核答卷',
    beside: '不计入占比（A / B）',
  },
  views: {
    label: '查看方式',
    questions: '逐题',
    crosses: '交叉分析',
    flows: '流向',
    compare: '两组对比',
  },
}

const zhHant: CrossesMessages = {
  title: '交叉分析',
  rows: '橫列',
  columns: '直欄',
  share: '佔比基於',
  shares: {
    row: '橫列',
    column: '直欄',
    whole: '全部',
  },
  show: '查看',
  swap: '對調列與欄',
  choose: '請選擇兩道題目，查看各選項同時獲選的人數。',
  notCrossed: '文字題和日期題不作交叉；數值題按區間分組，排序題按第一位計算。',
  groups: {
    questions: '題目',
    about: '答卷資料',
  },
  same: '列和欄是同一道題目，請更換其中一道。',
  unknown: '此版本沒有所選的某道題目，請重新選擇。',
  base: ({ count }) => `樣本數：兩題均有作答的${count}人。`,
  all: '合計',
  cell: ({ count, base }) => `${count}/${base}`,
  ofOffered: '選項佔比基於看到該選項的人。',
  blank: '未填',
  notShown: '未顯示',
  notKnown: '未知',
  besideNote: '灰色數字為其中一題沒有有效答案的人，不計入任何佔比。',
  separator: '、',
  nobody: '目前條件下沒有人同時回答兩題。請減少篩選條件，或更換題目。',
  emptyRows: ({ names }) => `樣本中無人選擇的列：${names}。`,
  emptyColumns: ({ names }) => `樣本中無人選擇的欄：${names}。`,
  shade: '儲存格底色越濃，佔比越高。',
  csv: '下載表格（CSV）',
  svg: '下載圖片（SVG）',
  picture: ({ rows, columns }) => `${rows} × ${columns}`,
  none: '無',
  about: {
    _language: '提交時的語言',
    _start_language: '開始時的語言',
    _door: '來源',
    _day: '週',
    _version: '問卷版本',
  },
  doors: {
    open_link: '公開連結',
    invitation: '邀請',
  },
  week: ({ day }) => `${day}起的一週`,
  version: ({ n }) => `版本${n}`,
  file: {
    row: '列',
    rowLabel: '列（文字）',
    column: '欄',
    columnLabel: '欄（文字）',
    count: '人數',
    ofRow: '列基數',
    ofColumn: '欄基數',
    ofWhole: '總基數',
    isOutside: '不計入佔比',
  },
  tests: {
    title: '兩題是否相關？',
    whole: ({ chi, df, p, v, strength }) => `χ² = ${chi}，df = ${df}，${p}；Cramér’s V（偏差校正）= ${v}：${strength}。`,
    strengths: {
      none: '幾乎不相關',
      weak: '弱相關',
      moderate: '中度相關',
      strong: '強相關',
    },
    drawn: ({ count }) => `部分儲存格的期望次數過低，p值由${count}張列欄合計相同的隨機表得出；同一張表的p值始終相同。`,
    added: '期望次數過低時，p值由所有列欄合計相同的表精確相加得出。',
    holm: ({ count }) => `每個選項在看到它的人當中單獨檢定，p值按${count}次檢定作Holm校正。`,
    option: '選項',
    chi: '卡方值（自由度）',
    adjusted: '校正後p值（Holm）',
    v: '關聯強度（Cramér’s V）',
    more: ({ count }) => `校正後p值不低於0.05的${count}組未列出。`,
    noTest: '排序題和分組數值不作檢定：卡方檢定不考慮其次序。',
    few: '部分儲存格的期望人數過少，加權後無法檢定。',
    someFew: ({ count }) => `另有${count}項未檢定：部分儲存格的期望人數過少，加權後無法檢定。`,
    weighted: '加權表採用Rao和Scott（1984）二階校正的卡方檢定；關聯強度按有效樣本量計算。',
    nothing: '無法檢定：有人作答的列或欄不足兩個。',
    openLink: ({ base, count }) => `非機率樣本：${base}人中有${count}人來自公開連結。檢定以隨機抽樣為前提，因此p值只描述作答者，不能推斷其他人。`,
    invited: '此處所有人均為受邀作答。檢定的前提是受邀者經隨機抽取，且作答者與未作答者相似。',
  },
  flows: {
    title: '答案流向',
    step: ({ n }) => `第${n}題`,
    optional: '（不選）',
    choose: '請按先後次序選擇兩至四道單選題。',
    base: ({ count }) => `樣本數：各題均有作答的${count}人。`,
    without: ({ all, count, question }) => `${all}人中有${count}人未回答${question}。`,
    others: '其他',
    picture: ({ questions }) => `流向：${questions}`,
    picturePart: '色帶越寬，人數越多。',
    ways: '完整路徑',
    way: '路徑',
    people: '人數',
    share: '佔比',
    links: '相鄰兩題之間',
    from: '從',
    to: '到',
    ofFrom: '佔來源人數',
    more: ({ count }) => `另有${count}條較少見的路徑未在此列出，檔案中有全部路徑。`,
    nobody: '目前條件下沒有人回答全部題目。請減少篩選條件，或更換題目。',
  },
  compare: {
    begin: '從這裏開始，或在下方選擇：',
    pair: ({ a, b }) => `${a}與${b}`,
    title: '兩組對比',
    a: 'A組',
    b: 'B組',
    everybody: '全部',
    filter: '篩選條件',
    version: '版本',
    useA: '將上方篩選設為A組',
    useB: '將上方篩選設為B組',
    show: '對比',
    how: '先在上方設定篩選並設為其中一組，再設定另一組；也可選擇已儲存的分群。',
    base: ({ a, b }) => `A組${a}份，B組${b}份。`,
    overlap: ({ count }) => `有${count}人同時屬於兩組，因此不提供差值的區間，也不作檢定。`,
    apart: '沒有人同時屬於兩組。差值區間（95%，Newcombe）以兩組均為隨機樣本為前提；差值較多時，個別差異可能只是偶然。',
    same: '兩組相同，請為其中一組更換篩選或版本。',
    leftOut: ({ names }) => `以下題目因選項編碼含義不同或只見於一個版本而未列出：${names}。`,
    answer: '答案',
    interval: ({ low, high }) => `${low}至${high}`,
    largest: ({ answer, value }) => `差異最大：${answer}，${value}。`,
    difference: 'A組減B組',
    points: ({ value }) => `${value}個百分點`,
    xlsx: '下載表格（XLSX）',
    csv: '下載表格（CSV）',
    swap: '對調A與B',
    jump: '題目',
    file: {
      count: '人數',
      base: '基數',
      share: '佔比',
      low: '下限',
      high: '上限',
      difference: 'A組減B組',
      question: '題目',
      words: '題目（文字）',
      answer: '答案',
      isOutside: '不計入佔比',
    },
    heldOut: '不含待審核答卷',
    beside: '不計入佔比（A / B）',
  },
  views: {
    label: '查看方式',
    questions: '逐題',
    crosses: '交叉分析',
    flows: '流向',
    compare: '兩組對比',
  },
}

const languages: Record<Language, CrossesMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/crosses, in one language. */
export function crossesMessages(language: Language): CrossesMessages {
  return languages[language]
}
