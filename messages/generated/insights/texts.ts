// Made from messages/*/insights/texts.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface TextsMessages {
  title: string
  about: string
  noQuestions: string
  question: string
  column: string
  search: string
  theme: string
  all: string
  uncoded: string
  themesOf: (of: { question: string | number }) => string
  noTheme: string
  read: string
  readText: string
  texts: string
  share: string
  madeBy: string
  base: (of: { n: number }) => string
  noThemes: string
  lookedAt: (of: { n: number }) => string
  end: string
  goOn: string
  next: string
  fromTheStart: string
  none: string
  noneYet: string
  text: (of: { n: string | number }) => string
  erased: string
  save: string
  saveNext: string
  themes: string
  name: string
  add: string
  rename: string
  merge: string
  mergeInto: string
  remove: string
  change: string
  which: string
  undo: string
  redo: string
  last: (of: { who: string | number; when: string | number }) => string
  done: {
    add: string
    rename: string
    merge: string
    remove: string
    undo: string
    redo: string
    coded: string
  }
  refused: {
    unknown: string
    empty: string
    too_long: (of: { most: string | number }) => string
    too_many: (of: { most: string | number }) => string
    same: string
    nothing_there: string
    overtaken: (of: { who: string | number; when: string | number }) => string
  }
}

const en: TextsMessages = {
  title: 'Open texts',
  about: 'What people typed, question by question. Read, search, and sort by hand into themes.',
  noQuestions: 'No question of this study is answered in people\'s own words.',
  question: 'Question',
  column: 'Column',
  search: 'Has these words',
  theme: 'Theme',
  all: 'All texts',
  uncoded: 'Not sorted yet',
  themesOf: ({ question }) => `Themes of ${question}`,
  noTheme: 'No theme fits',
  read: 'Read the texts',
  readText: 'People may have written about themselves. That you read the texts of this study goes into the audit trail, once a day.',
  texts: 'Texts',
  share: 'Share',
  madeBy: 'Made by',
  base: ({ n }) => `${n === 1 ? `${n} text has` : `${n} texts have`} been sorted. Shares are of these; a text may have several themes.`,
  noThemes: 'There is no theme yet. Read some texts first, then add the first theme below.',
  lookedAt: ({ n }) => `${n === 1 ? `${n} complete response` : `${n} complete responses`} looked through so far.`,
  end: 'That was the last.',
  goOn: 'Go on looking',
  next: 'Next texts',
  fromTheStart: 'From the start',
  none: 'No text here fits. Look for fewer words, or choose other texts.',
  noneYet: 'None so far. Go on looking: there are more responses.',
  text: ({ n }) => `Text ${n}`,
  erased: '(erased: nobody can read it any more)',
  save: 'Save',
  saveNext: 'Save and go on',
  themes: 'Themes',
  name: 'Name of the theme',
  add: 'Add theme',
  rename: 'Rename',
  merge: 'Merge',
  mergeInto: 'Merge into',
  remove: 'Remove',
  change: 'Change a theme',
  which: 'Theme to change',
  undo: 'Undo',
  redo: 'Redo',
  last: ({ who, when }) => `Themes last changed by ${who}, ${when}`,
  done: {
    add: 'The theme is there.',
    rename: 'Renamed. What was sorted stays sorted.',
    merge: 'Merged. “Undo” parts them again, text by text.',
    remove: 'Removed. “Undo” brings it back with its texts.',
    undo: 'Undone.',
    redo: 'Done again.',
    coded: 'Saved.',
  },
  refused: {
    unknown: 'This theme does not stand any more. Choose another, or bring it back with “Undo”.',
    empty: 'Give the theme a name.',
    too_long: ({ most }) => `A name may have ${most} characters at most. Shorten it.`,
    too_many: ({ most }) => `A question has ${most} themes at most, with those that were merged. Merge into one that is there.`,
    same: 'Another theme has this name. Use that one, or choose another name.',
    nothing_there: 'There is nothing to go back to.',
    overtaken: ({ who, when }) => `${who} has changed the themes meanwhile (${when}). They stand here as they are now: look again, then save.`,
  },
}

const zhHans: TextsMessages = {
  title: '文本题答案',
  about: '按题查看参与者填写的文字，可阅读、搜索，并手动归入主题。',
  noQuestions: '本研究没有文本题。',
  question: '题目',
  column: '变量名',
  search: '包含文字',
  theme: '主题',
  all: '全部文本',
  uncoded: '尚未归类',
  themesOf: ({ question }) => `${question}的主题`,
  noTheme: '不属于任何主题',
  read: '查看文本',
  readText: '参与者可能在文本中写到个人情况。您查看本研究的文本会记入审计记录，每天一条。',
  texts: '文本数',
  share: '占比',
  madeBy: '创建人',
  base: ({ n }) => `${`已归类${n}条文本。`}占比以此为基数；一条文本可属于多个主题。`,
  noThemes: '还没有主题。请先阅读一些文本，再在下方添加第一个主题。',
  lookedAt: ({ n }) => `${`目前已查看${n}份完成的答卷。`}`,
  end: '已到最后。',
  goOn: '继续查找',
  next: '下一页文本',
  fromTheStart: '从头开始',
  none: '没有符合条件的文本。请减少搜索文字，或选择其他文本。',
  noneYet: '目前还没有找到。请继续查找：后面还有答卷。',
  text: ({ n }) => `第${n}条`,
  erased: '（已清除，无法再读取）',
  save: '保存',
  saveNext: '保存并继续',
  themes: '主题',
  name: '主题名称',
  add: '添加主题',
  rename: '重命名',
  merge: '合并',
  mergeInto: '合并到',
  remove: '删除',
  change: '修改主题',
  which: '要修改的主题',
  undo: '撤销',
  redo: '重做',
  last: ({ who, when }) => `${who}于${when}最后修改主题`,
  done: {
    add: '主题已添加。',
    rename: '已重命名，原有归类保持不变。',
    merge: '已合并。点击“撤销”可逐条恢复原状。',
    remove: '已删除。点击“撤销”可连同文本一起恢复。',
    undo: '已撤销。',
    redo: '已重做。',
    coded: '已保存。',
  },
  refused: {
    unknown: '该主题已不存在。请选择其他主题，或点击“撤销”恢复。',
    empty: '请填写主题名称。',
    too_long: ({ most }) => `名称最多${most}个字符，请缩短。`,
    too_many: ({ most }) => `每题最多${most}个主题（含已合并的）。请合并到已有主题。`,
    same: '已有同名主题。请使用该主题，或换一个名称。',
    nothing_there: '没有可以恢复的内容。',
    overtaken: ({ who, when }) => `${who}刚刚修改了主题（${when}）。下面是最新的主题，请核对后再保存。`,
  },
}

const zhHant: TextsMessages = {
  title: '文字題答案',
  about: '按題查看參與者填寫的文字，可閱讀、搜尋，並手動歸入主題。',
  noQuestions: '本研究沒有文字題。',
  question: '題目',
  column: '變項名稱',
  search: '包含文字',
  theme: '主題',
  all: '全部文字',
  uncoded: '尚未歸類',
  themesOf: ({ question }) => `${question}的主題`,
  noTheme: '不屬於任何主題',
  read: '查看文字',
  readText: '參與者可能在文字中寫到個人情況。您查看本研究的文字會記入審計紀錄，每天一條。',
  texts: '文字數',
  share: '佔比',
  madeBy: '建立人',
  base: ({ n }) => `${`已歸類${n}則文字。`}佔比以此為基數；一則文字可屬於多個主題。`,
  noThemes: '尚未有主題。請先閱讀一些文字，再在下方新增第一個主題。',
  lookedAt: ({ n }) => `${`目前已查看${n}份完成的答卷。`}`,
  end: '已到最後。',
  goOn: '繼續查找',
  next: '下一頁文字',
  fromTheStart: '從頭開始',
  none: '沒有符合條件的文字。請減少搜尋文字，或選擇其他文字。',
  noneYet: '目前尚未找到。請繼續查找：後面還有答卷。',
  text: ({ n }) => `第${n}則`,
  erased: '（已清除，無法再讀取）',
  save: '儲存',
  saveNext: '儲存並繼續',
  themes: '主題',
  name: '主題名稱',
  add: '新增主題',
  rename: '重新命名',
  merge: '合併',
  mergeInto: '合併到',
  remove: '刪除',
  change: '修改主題',
  which: '要修改的主題',
  undo: '復原',
  redo: '重做',
  last: ({ who, when }) => `${who}於${when}最後修改主題`,
  done: {
    add: '主題已新增。',
    rename: '已重新命名，原有歸類保持不變。',
    merge: '已合併。按「復原」可逐則復原。',
    remove: '已刪除。按「復原」可連同文字一併復原。',
    undo: '已復原。',
    redo: '已重做。',
    coded: '已儲存。',
  },
  refused: {
    unknown: '該主題已不存在。請選擇其他主題，或按「復原」復原。',
    empty: '請填寫主題名稱。',
    too_long: ({ most }) => `名稱最多${most}個字元，請縮短。`,
    too_many: ({ most }) => `每題最多${most}個主題（含已合併的）。請合併到現有主題。`,
    same: '已有同名主題。請使用該主題，或換一個名稱。',
    nothing_there: '沒有可以復原的內容。',
    overtaken: ({ who, when }) => `${who}剛剛修改了主題（${when}）。下面是最新的主題，請核對後再儲存。`,
  },
}

const languages: Record<Language, TextsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/texts, in one language. */
export function textsMessages(language: Language): TextsMessages {
  return languages[language]
}
