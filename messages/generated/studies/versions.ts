// Made from messages/*/studies/versions.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface VersionsMessages {
  title: string
  live: {
    title: string
    about: (of: { n: string | number; when: string | number; who: string | number; pages: number; questions: number }) => string
    first: string
  }
  draft: {
    title: string
    none: string
    about: (of: { when: string | number; who: string | number }) => string
    changes: (of: { count: number }) => string
    faults: (of: { count: number }) => string
    both: (of: { who: string | number; when: string | number }) => string
    edit: string
    upload: string
    publish: string
    compare: string
    undo: string
    redo: string
    discard: string
    discardHint: string
  }
  list: {
    title: string
    version: string
    published: string
    by: string
    kind: string
    note: string
    responses: string
    files: string
    compare: string
    now: string
    together: (of: { n: string | number }) => string
  }
  kinds: {
    first: string
    new: string
    correction: string
  }
  system: string
  files: {
    xlsx: string
    json: string
    codebook: string
  }
  upload: {
    title: string
    about: string
    how: string
    file: string
    read: string
    empty: string
    faults: (of: { count: number }) => string
    where: string
    what: string
    whole: string
    sheet: (of: { sheet: string | number }) => string
    readAs: (of: { pages: number; questions: number }) => string
    left: string
    leftAbout: string
    added: string
    unfinished: string
    differs: (of: { count: number }) => string
    keep: string
    replaces: string
    cancel: string
    keepTranslations: (of: { count: number }) => string
    keepWithheld: (of: { questions: string | number }) => string
    translationsKept: string
    translationsKeptAbout: string
    translationsOld: string
    translationsOldAbout: string
  }
  publish: {
    title: string
    nothing: string
    faults: (of: { count: number }) => string
    differs: string
    as: string
    correction: string
    correctionAbout: string
    new: string
    newAbout: string
    not: {
      structure: string
      labels: (of: { questions: string | number }) => string
      units: (of: { questions: string | number }) => string
      asNew: string
      asCorrection: string
    }
    note: string
    noteHint: string
    halfWay: string
    publish: string
  }
  compare: {
    title: string
    about: (of: { from: string | number; to: string | number }) => string
    draft: string
    version: (of: { n: string | number }) => string
    none: string
    language: string
    otherLanguages: (of: { count: number }) => string
    whole: string
    page: (of: { code: string | number; title: string | number }) => string
    question: (of: { code: string | number; text: string | number }) => string
    set: (of: { name: string | number; questions: string | number }) => string
    list: (of: { name: string | number }) => string
  }
  did: {
    added: string
    removed: string
    moved: string
    changed: string
  }
  parts: {
    title: string
    text: string
    hint: string
    option: string
    short: string
    row: string
    consent: string
    unit: string
    low: string
    high: string
    attention: string
    entry: string
    end: string
    page: string
    question: string
    settings: string
  }
  effects: {
    wording: string
    labels_moved: string
    order: string
    new_question: string
    removed_question: string
    new_code: string
    removed_code: string
    changed_scale: string
    changed_type: string
    changed_range: string
    changed_condition: string
    changed_required: string
    changed_withheld: string
    changed_consent: string
    changed_unit: string
    changed_setting: string
  }
  condition: {
    shown: (of: { condition: string | number }) => string
    always: string
  }
  said: {
    saved: string
    published: string
    nothing_there: string
    nothing_changed: string
    changed_meanwhile: (of: { who: string | number; when: string | number }) => string
    upload_meanwhile: (of: { who: string | number; when: string | number }) => string
    too_long: string
    unreadable: string
  }
}

const en: VersionsMessages = {
  title: 'Questionnaire',
  live: {
    title: 'What people are asked now',
    about: ({ n, when, who, pages, questions }) => `Version ${n}, published ${when} by ${who}. ${pages === 1 ? `${pages} page` : `${pages} pages`}, ${questions === 1 ? `${questions} question` : `${questions} questions`}.`,
    first: 'The version that the study began with.',
  },
  draft: {
    title: 'Draft',
    none: 'The draft is the same as what people are asked. Edit it, or upload a form, to prepare the next version: nobody is asked it before it is published.',
    about: ({ when, who }) => `Saved ${when} by ${who}.`,
    changes: ({ count }) => `${count === 0 ? 'Nothing differs from what people are asked' : count === 1 ? `${count} change` : `${count} changes`}`,
    faults: ({ count }) => `${count === 0 ? 'Ready to be published' : count === 1 ? `${count} thing is missing before it can be published` : `${count} things are missing before it can be published`}`,
    both: ({ who, when }) => `${who} saved this draft ${when}. You may both be working on it: what is saved second does not overwrite the first.`,
    edit: 'Edit',
    upload: 'Upload a form',
    publish: 'Check and publish',
    compare: 'Compare',
    undo: 'Undo',
    redo: 'Redo',
    discard: 'Start over from what people are asked',
    discardHint: 'This can be undone.',
  },
  list: {
    title: 'Versions',
    version: 'Version',
    published: 'Published',
    by: 'By',
    kind: 'Kind',
    note: 'Note',
    responses: 'Responses',
    files: 'Files',
    compare: 'Compare with the one before',
    now: 'asked now',
    together: ({ n }) => `same data as ${n}`,
  },
  kinds: {
    first: 'First',
    new: 'New version',
    correction: 'Correction',
  },
  system: 'the service',
  files: {
    xlsx: 'XLSForm',
    json: 'JSON',
    codebook: 'Codebook',
  },
  upload: {
    title: 'Upload a form',
    about: 'An XLSForm (.xlsx) or a questionnaire as JSON, up to 1 MB. It goes into the draft, and you see first what was understood. Nobody is asked it before it is published.',
    how: 'Download a version, change it in a spreadsheet and upload it again: what is not changed comes back as it was.',
    file: 'Form',
    read: 'Upload and check',
    empty: 'Choose a file first.',
    faults: ({ count }) => `The form could not be read. ${count === 1 ? 'One thing is wrong' : `${count} things are wrong`}; the draft is as it was.`,
    where: 'Where',
    what: 'What',
    whole: 'the file',
    sheet: ({ sheet }) => `sheet ${sheet}`,
    readAs: ({ pages, questions }) => `${pages === 1 ? `${pages} page` : `${pages} pages`}, ${questions === 1 ? `${questions} question` : `${questions} questions`}`,
    left: 'Left out',
    leftAbout: 'This is in the form and has no counterpart here. It is not kept.',
    added: 'Added or changed',
    unfinished: 'Missing before it can be published',
    differs: ({ count }) => `${count === 0 ? 'Nothing differs from what people are asked now.' : count === 1 ? `${count} change to what people are asked now.` : `${count} changes to what people are asked now.`}`,
    keep: 'Put it into the draft',
    replaces: 'The draft that is there is replaced; that can be undone.',
    cancel: 'Do not keep it',
    keepTranslations: ({ count }) => `Keep ${count === 1 ? 'one translation' : `${count} translations`} that the file lacks, as the draft has ${count === 1 ? 'it' : 'them'}`,
    keepWithheld: ({ questions }) => `Keep withholding from viewers what the file says nothing of: ${questions}`,
    translationsKept: 'Translations that are kept',
    translationsKeptAbout: 'The file lacks them. What they translate says what it said, so they are taken from the draft, unless you clear the box above.',
    translationsOld: 'Texts to translate again',
    translationsOldAbout: 'The draft has them, the file lacks them, and what they translate says something else now, so they are not kept.',
  },
  publish: {
    title: 'Check and publish',
    nothing: 'The draft is the same as what people are asked. There is nothing to publish.',
    faults: ({ count }) => `${count === 1 ? 'One thing is missing' : `${count} things are missing`} before this can be published`,
    differs: 'What differs from what people are asked now',
    as: 'Publish as',
    correction: 'A correction',
    correctionAbout: 'Only wording, or what viewers see, has changed, and the answers mean the same. They stay in one file with those to the version before; both texts are kept.',
    new: 'A new version',
    newAbout: 'Its answers are data of their own, in a file of their own.',
    not: {
      structure: 'More than wording has changed, so this cannot be a correction.',
      labels: ({ questions }) => `Labels have changed places (${questions}): the same code would mean something else, so this cannot be a correction.`,
      units: ({ questions }) => `The unit is another (${questions}): a number would mean something else, so this cannot be a correction.`,
      asNew: 'This version was asked before and has data of its own, so it is published as new.',
      asCorrection: 'This version was asked before with the same data, so it is published as a correction.',
    },
    note: 'Note',
    noteHint: 'Why, for people who read the list of versions. Optional.',
    halfWay: 'People who have begun continue with the version they began with. Everybody who begins from then on is asked this one.',
    publish: 'Publish',
  },
  compare: {
    title: 'Compare versions',
    about: ({ from, to }) => `From ${from} to ${to}.`,
    draft: 'the draft',
    version: ({ n }) => `version ${n}`,
    none: 'Nothing differs.',
    language: 'Texts in',
    otherLanguages: ({ count }) => `${count === 1 ? `${count} text has changed in other languages only.` : `${count} texts have changed in other languages only.`}`,
    whole: 'The questionnaire',
    page: ({ code, title }) => `Page ${code}: ${title}`,
    question: ({ code, text }) => `${code}: ${text}`,
    set: ({ name, questions }) => `Answers of the set ${name} (${questions})`,
    list: ({ name }) => `List ${name}`,
  },
  did: {
    added: 'added',
    removed: 'removed',
    moved: 'moved',
    changed: 'changed',
  },
  parts: {
    title: 'title',
    text: 'wording',
    hint: 'hint',
    option: 'option',
    short: 'short label of option',
    row: 'row',
    consent: 'consent',
    unit: 'unit',
    low: 'lowest degree',
    high: 'highest degree',
    attention: 'attention check',
    entry: 'entry',
    end: 'who is not asked further',
    page: 'page',
    question: 'question',
    settings: 'settings',
  },
  effects: {
    wording: 'Wording: the answers can be put together as long as it means the same.',
    labels_moved: 'Labels have changed places: the same code means something else now.',
    order: 'Order: what stands first is picked more often.',
    new_question: 'New question: its column is empty for earlier answers.',
    removed_question: 'No longer asked: its column ends with the version before.',
    new_code: 'New code: nobody could pick it before, so the shares of the others may fall.',
    removed_code: 'Code removed: nobody can pick it any more, so the shares of the others may rise.',
    changed_scale: 'Another scale: averages before and after cannot be compared.',
    changed_type: 'Another type of answer: the two columns cannot be put together.',
    changed_range: 'Another range: answers may lie where none could before, or no longer.',
    changed_condition: 'Other people are asked: compare only those who would have been asked in both.',
    changed_required: 'Whether it may be left blank has changed: so may the share of blanks.',
    changed_withheld: 'Whether viewers see its figures has changed; the answers have not.',
    changed_consent: 'People agree to another text: keep apart who agreed to which.',
    changed_unit: 'Unit: where more than its name has changed, figures cannot be compared.',
    changed_setting: 'How it is shown or counted has changed.',
  },
  condition: {
    shown: ({ condition }) => `asked where: ${condition}`,
    always: 'always',
  },
  said: {
    saved: 'The draft is saved.',
    published: 'Published. Everybody who begins from now on is asked this version.',
    nothing_there: 'There is nothing to undo.',
    nothing_changed: 'The draft is the same as what people are asked. Nothing was published.',
    changed_meanwhile: ({ who, when }) => `${who} saved or published the draft ${when}, after you had opened this page. Nothing of theirs was overwritten. Look at it as it is now, and do it again.`,
    upload_meanwhile: ({ who, when }) => `${who} saved or published the draft ${when}, while you were looking at your upload. Nothing is lost: it is still here. Putting it into the draft replaces theirs, which can be undone.`,
    too_long: 'It is too long to be kept: a questionnaire may have 600,000 characters.',
    unreadable: 'It is no questionnaire, not even an unfinished one. The draft is as it was.',
  },
}

const zhHans: VersionsMessages = {
  title: '问卷',
  live: {
    title: '当前使用的问卷',
    about: ({ n, when, who, pages, questions }) => `版本${n}，${when}由${who}发布。共${pages}页，${questions}道题。`,
    first: '研究最初使用的版本。',
  },
  draft: {
    title: '草稿',
    none: '草稿与当前使用的问卷相同。编辑草稿或上传表单即可准备下一版本；发布之前不会有人答到它。',
    about: ({ when, who }) => `${when}由${who}保存。`,
    changes: ({ count }) => `${count === 0 ? '与当前使用的问卷没有差别' : `${count}处修改`}`,
    faults: ({ count }) => `${count === 0 ? '可以发布' : `发布前还缺${count}项`}`,
    both: ({ who, when }) => `${who}于${when}保存过此草稿。双方可能正在同时编辑：后保存的内容不会覆盖先保存的内容。`,
    edit: '编辑',
    upload: '上传表单',
    publish: '检查并发布',
    compare: '比较',
    undo: '撤销',
    redo: '重做',
    discard: '恢复为当前使用的问卷',
    discardHint: '此操作可以撤销。',
  },
  list: {
    title: '版本',
    version: '版本',
    published: '发布时间',
    by: '发布人',
    kind: '类型',
    note: '备注',
    responses: '答卷',
    files: '文件',
    compare: '与上一版本比较',
    now: '当前使用',
    together: ({ n }) => `与版本${n}数据合并`,
  },
  kinds: {
    first: '首个版本',
    new: '新版本',
    correction: '文字更正',
  },
  system: '系统',
  files: {
    xlsx: 'XLSForm',
    json: 'JSON',
    codebook: '编码手册',
  },
  upload: {
    title: '上传表单',
    about: 'XLSForm（.xlsx）或JSON格式的问卷，不超过1 MB。内容先进入草稿，并先显示识别结果；发布之前不会有人答到它。',
    how: '下载某个版本，在电子表格中修改后再上传：未改动的内容会原样保留。',
    file: '表单文件',
    read: '读取',
    empty: '请先选择文件。',
    faults: ({ count }) => `无法读取该表单，共有${count}处问题；草稿未改动。`,
    where: '位置',
    what: '问题',
    whole: '整个文件',
    sheet: ({ sheet }) => `工作表${sheet}`,
    readAs: ({ pages, questions }) => `${pages}页，${questions}道题`,
    left: '未采用的内容',
    leftAbout: '表单中有以下内容，但此处没有对应功能，因此不会保留。',
    added: '自动补充或更改',
    unfinished: '发布前还缺',
    differs: ({ count }) => `${count === 0 ? '与当前使用的问卷没有差别。' : `与当前使用的问卷相比有${count}处修改。`}`,
    keep: '存入草稿',
    replaces: '现有草稿将被替换，可以撤销。',
    cancel: '不保留',
    keepTranslations: ({ count }) => `保留文件中没有而草稿中已有的${count}条译文`,
    keepWithheld: ({ questions }) => `继续不向查看者展示文件中未注明的题目：${questions}`,
    translationsKept: '保留的译文',
    translationsKeptAbout: '文件中没有这些译文，而原文没有变化，因此沿用草稿中的译文；如不沿用，请取消上方的勾选。',
    translationsOld: '需要重新翻译的文字',
    translationsOldAbout: '草稿中有译文，文件中没有，而原文已经更改，因此不予保留。',
  },
  publish: {
    title: '检查并发布',
    nothing: '草稿与当前使用的问卷相同，没有可发布的内容。',
    faults: ({ count }) => `发布前还缺${count}项`,
    differs: '与当前使用的问卷的差别',
    as: '发布为',
    correction: '文字更正',
    correctionAbout: '只改了文字或查看者能看到的内容，答案含义不变。答卷与上一版本的答卷放在同一个文件中，两种文字都会保留。',
    new: '新版本',
    newAbout: '其答卷是独立的数据，放在单独的文件中。',
    not: {
      structure: '改动不限于文字，因此不能作为文字更正发布。',
      labels: ({ questions }) => `选项文字互换了位置（${questions}）：同一编码的含义会改变，因此不能作为文字更正发布。`,
      units: ({ questions }) => `单位已更改（${questions}）：同一数字的含义会改变，因此不能作为文字更正发布。`,
      asNew: '该版本以前使用过，并有独立的数据，因此只能作为新版本发布。',
      asCorrection: '该版本以前使用过，且数据相同，因此作为文字更正发布。',
    },
    note: '备注',
    noteHint: '写给查看版本列表的人，说明原因；可以留空。',
    halfWay: '已开始作答的人继续使用原版本；之后开始的人使用此版本。',
    publish: '发布',
  },
  compare: {
    title: '比较版本',
    about: ({ from, to }) => `从${from}到${to}。`,
    draft: '草稿',
    version: ({ n }) => `版本${n}`,
    none: '没有差别。',
    language: '文字语言',
    otherLanguages: ({ count }) => `另有${count}处文字只在其他语言中有改动。`,
    whole: '整份问卷',
    page: ({ code, title }) => `页面${code}：${title}`,
    question: ({ code, text }) => `${code}：${text}`,
    set: ({ name, questions }) => `选项组${name}（${questions}）`,
    list: ({ name }) => `列表${name}`,
  },
  did: {
    added: '新增',
    removed: '删除',
    moved: '移动',
    changed: '修改',
  },
  parts: {
    title: '标题',
    text: '题目文字',
    hint: '提示',
    option: '选项',
    short: '选项短标签',
    row: '行',
    consent: '同意条款',
    unit: '单位',
    low: '最低一级',
    high: '最高一级',
    attention: '注意力检查',
    entry: '条目',
    end: '提前结束的条件',
    page: '页面',
    question: '题目',
    settings: '设置',
  },
  effects: {
    wording: '文字：只要含义不变，答案可以合并。',
    labels_moved: '选项文字互换了位置：同一编码现在表示别的意思。',
    order: '顺序：排在前面的更容易被选中。',
    new_question: '新题目：以前的答卷在这一列为空。',
    removed_question: '不再询问：这一列到上一版本为止。',
    new_code: '新编码：以前无法选择，其他选项的占比可能下降。',
    removed_code: '编码已删除：以后无法选择，其他选项的占比可能上升。',
    changed_scale: '量表不同：前后的平均值不能比较。',
    changed_type: '答案类型不同：两列不能合并。',
    changed_range: '范围不同：答案的取值可能超出以前的范围，或不再出现。',
    changed_condition: '询问对象不同：只能比较两个版本都会问到的人。',
    changed_required: '是否可留空有变化：空白的占比也可能变化。',
    changed_withheld: '查看者能否看到此题的统计结果有变化；答案数据不变。',
    changed_consent: '同意的文字不同：应区分各人同意的是哪一版。',
    changed_unit: '单位：如果不只是名称改变，数值不能比较。',
    changed_setting: '显示或统计方式有变化。',
  },
  condition: {
    shown: ({ condition }) => `询问条件：${condition}`,
    always: '始终',
  },
  said: {
    saved: '草稿已保存。',
    published: '已发布。此后开始作答的人使用该版本。',
    nothing_there: '没有可撤销的操作。',
    nothing_changed: '草稿与当前使用的问卷相同，未发布任何内容。',
    changed_meanwhile: ({ who, when }) => `您打开此页面后，${who}于${when}保存或发布了草稿。对方的内容未被覆盖。请查看最新内容后再操作。`,
    upload_meanwhile: ({ who, when }) => `您查看上传内容期间，${who}于${when}保存或发布了草稿。您上传的内容没有丢失，仍在此处。存入草稿会替换对方的内容，可以撤销。`,
    too_long: '内容过长，无法保存：一份问卷最多600,000个字符。',
    unreadable: '这不是问卷，也不是未完成的问卷。草稿未改动。',
  },
}

const zhHant: VersionsMessages = {
  title: '問卷',
  live: {
    title: '目前使用的問卷',
    about: ({ n, when, who, pages, questions }) => `版本${n}，${when}由${who}發佈。共${pages}頁，${questions}道題目。`,
    first: '研究最初使用的版本。',
  },
  draft: {
    title: '草稿',
    none: '草稿與目前使用的問卷相同。編輯草稿或上載表格即可準備下一版本；發佈之前不會有人填到它。',
    about: ({ when, who }) => `${when}由${who}儲存。`,
    changes: ({ count }) => `${count === 0 ? '與目前使用的問卷沒有分別' : `${count}處修改`}`,
    faults: ({ count }) => `${count === 0 ? '可以發佈' : `發佈前尚欠${count}項`}`,
    both: ({ who, when }) => `${who}於${when}儲存過此草稿。雙方可能正在同時編輯：後儲存的內容不會覆蓋先儲存的內容。`,
    edit: '編輯',
    upload: '上載表格',
    publish: '檢查並發佈',
    compare: '比較',
    undo: '復原',
    redo: '重做',
    discard: '還原為目前使用的問卷',
    discardHint: '此操作可以復原。',
  },
  list: {
    title: '版本',
    version: '版本',
    published: '發佈時間',
    by: '發佈人',
    kind: '類型',
    note: '備註',
    responses: '答卷',
    files: '檔案',
    compare: '與上一版本比較',
    now: '目前使用',
    together: ({ n }) => `與版本${n}數據合併`,
  },
  kinds: {
    first: '首個版本',
    new: '新版本',
    correction: '文字更正',
  },
  system: '系統',
  files: {
    xlsx: 'XLSForm',
    json: 'JSON',
    codebook: '編碼手冊',
  },
  upload: {
    title: '上載表格',
    about: 'XLSForm（.xlsx）或JSON格式的問卷，不超過1 MB。內容先進入草稿，並先顯示識別結果；發佈之前不會有人填到它。',
    how: '下載某個版本，在試算表中修改後再上載：未改動的內容會原樣保留。',
    file: '表格檔案',
    read: '讀取',
    empty: '請先選擇檔案。',
    faults: ({ count }) => `無法讀取該表格，共有${count}處問題；草稿未有改動。`,
    where: '位置',
    what: '問題',
    whole: '整個檔案',
    sheet: ({ sheet }) => `工作表${sheet}`,
    readAs: ({ pages, questions }) => `${pages}頁，${questions}道題目`,
    left: '未採用的內容',
    leftAbout: '表格中有以下內容，但此處沒有對應功能，因此不會保留。',
    added: '自動補充或更改',
    unfinished: '發佈前尚欠',
    differs: ({ count }) => `${count === 0 ? '與目前使用的問卷沒有分別。' : `與目前使用的問卷相比有${count}處修改。`}`,
    keep: '存入草稿',
    replaces: '現有草稿會被取代，可以復原。',
    cancel: '不保留',
    keepTranslations: ({ count }) => `保留檔案中沒有而草稿中已有的${count}條譯文`,
    keepWithheld: ({ questions }) => `繼續不向檢視者展示檔案中未註明的題目：${questions}`,
    translationsKept: '保留的譯文',
    translationsKeptAbout: '檔案中沒有這些譯文，而原文沒有改變，因此沿用草稿中的譯文；如不沿用，請取消上方的勾選。',
    translationsOld: '需要重新翻譯的文字',
    translationsOldAbout: '草稿中有譯文，檔案中沒有，而原文已經更改，因此不予保留。',
  },
  publish: {
    title: '檢查並發佈',
    nothing: '草稿與目前使用的問卷相同，沒有可發佈的內容。',
    faults: ({ count }) => `發佈前尚欠${count}項`,
    differs: '與目前使用的問卷的分別',
    as: '發佈為',
    correction: '文字更正',
    correctionAbout: '只改了文字或檢視者能看到的內容，答案含義不變。答卷與上一版本的答卷放在同一個檔案，兩種文字都會保留。',
    new: '新版本',
    newAbout: '其答卷是獨立的數據，放在另一個檔案。',
    not: {
      structure: '改動不限於文字，因此不能作為文字更正發佈。',
      labels: ({ questions }) => `選項文字互換了位置（${questions}）：同一編碼的含義會改變，因此不能作為文字更正發佈。`,
      units: ({ questions }) => `單位已更改（${questions}）：同一數字的含義會改變，因此不能作為文字更正發佈。`,
      asNew: '該版本以前使用過，並有獨立的數據，因此只能作為新版本發佈。',
      asCorrection: '該版本以前使用過，且數據相同，因此作為文字更正發佈。',
    },
    note: '備註',
    noteHint: '寫給查看版本列表的人，說明原因；可以留空。',
    halfWay: '已開始填寫的人繼續使用原版本；之後開始的人使用此版本。',
    publish: '發佈',
  },
  compare: {
    title: '比較版本',
    about: ({ from, to }) => `由${from}至${to}。`,
    draft: '草稿',
    version: ({ n }) => `版本${n}`,
    none: '沒有分別。',
    language: '文字語言',
    otherLanguages: ({ count }) => `另有${count}處文字只在其他語言中有改動。`,
    whole: '整份問卷',
    page: ({ code, title }) => `頁面${code}：${title}`,
    question: ({ code, text }) => `${code}：${text}`,
    set: ({ name, questions }) => `選項組${name}（${questions}）`,
    list: ({ name }) => `清單${name}`,
  },
  did: {
    added: '新增',
    removed: '刪除',
    moved: '移動',
    changed: '修改',
  },
  parts: {
    title: '標題',
    text: '題目文字',
    hint: '提示',
    option: '選項',
    short: '選項短標籤',
    row: '列',
    consent: '同意條款',
    unit: '單位',
    low: '最低一級',
    high: '最高一級',
    attention: '專注度檢查',
    entry: '項目',
    end: '提早結束的條件',
    page: '頁面',
    question: '題目',
    settings: '設定',
  },
  effects: {
    wording: '文字：只要含義不變，答案可以合併。',
    labels_moved: '選項文字互換了位置：同一編碼現在表示別的意思。',
    order: '次序：排在前面的較易被選中。',
    new_question: '新題目：以前的答卷在這一欄為空白。',
    removed_question: '不再詢問：這一欄到上一版本為止。',
    new_code: '新編碼：以前無法選擇，其他選項的佔比可能下降。',
    removed_code: '編碼已刪除：以後無法選擇，其他選項的佔比可能上升。',
    changed_scale: '量表不同：前後的平均值不能比較。',
    changed_type: '答案類型不同：兩欄不能合併。',
    changed_range: '範圍不同：答案的取值可能超出以前的範圍，或不再出現。',
    changed_condition: '詢問對象不同：只能比較兩個版本都會問到的人。',
    changed_required: '可否留空有變化：空白的佔比也可能變化。',
    changed_withheld: '檢視者能否看到此題的統計結果有變化；答案資料不變。',
    changed_consent: '同意的文字不同：應區分各人同意的是哪一版。',
    changed_unit: '單位：如果不只是名稱改變，數值不能比較。',
    changed_setting: '顯示或統計方式有變化。',
  },
  condition: {
    shown: ({ condition }) => `詢問條件：${condition}`,
    always: '一律',
  },
  said: {
    saved: '草稿已儲存。',
    published: '已發佈。此後開始填寫的人使用該版本。',
    nothing_there: '沒有可復原的操作。',
    nothing_changed: '草稿與目前使用的問卷相同，未有發佈任何內容。',
    changed_meanwhile: ({ who, when }) => `您打開此頁後，${who}於${when}儲存或發佈了草稿。對方的內容未被覆蓋。請查看最新內容後再操作。`,
    upload_meanwhile: ({ who, when }) => `您查看上載內容期間，${who}於${when}儲存或發佈了草稿。您上載的內容沒有遺失，仍在此處。存入草稿會取代對方的內容，可以復原。`,
    too_long: '內容過長，無法儲存：一份問卷最多600,000個字元。',
    unreadable: '這不是問卷，也不是未完成的問卷。草稿未有改動。',
  },
}

const languages: Record<Language, VersionsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/versions, in one language. */
export function versionsMessages(language: Language): VersionsMessages {
  return languages[language]
}
