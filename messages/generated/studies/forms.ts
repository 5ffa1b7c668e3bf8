// Made from messages/*/studies/forms.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface FormsMessages {
  faults: {
    no_workbook: string
    old_workbook: string
    too_large: (of: { bytes: string | number }) => string
    too_many_rows: (of: { rows: string | number }) => string
    too_many_columns: (of: { columns: string | number }) => string
    too_many_conditions: (of: { length: string | number }) => string
    too_many_options: (of: { options: string | number }) => string
    no_survey: string
    no_column: (of: { column: string | number }) => string
    column_twice: (of: { column: string | number }) => string
    unknown_type: (of: { type: string | number }) => string
    no_list_named: string
    no_list: (of: { list: string | number }) => string
    no_name: string
    no_label: string
    choice_twice: (of: { name: string | number; list: string | number }) => string
    not_a_number: (of: { text: string | number }) => string
    not_json: (of: { text: string | number }) => string
    not_closed: (of: { name: string | number }) => string
    not_opened: string
    no_questions: string
    condition: (of: { text: string | number }) => string
    content: (of: { message: string | number; path: string | number }) => string
    more: (of: { count: string | number }) => string
  }
  why: {
    not_asked: string
    device: string
    media: string
    place_on_map: string
    external: string
    column: string
    message: string
    language: string
    sheet: string
    setting: string
    condition: string
    later: string
    constraint: string
    choice_filter: string
    choice_never: string
    repeat: string
    decimal: string
    time: string
    calculation: string
    reference: string
    markup: string
    appearance: string
    parameter: string
    required: string
    note_alone: string
    default: string
    unused: string
    group_title: string
    group_empty: string
    list_unused: string
    must_tick: string
  }
  added: {
    consent: (of: { page: string | number }) => string
    lease: (of: { page: string | number }) => string
    question_code: (of: { name: string | number; code: string | number }) => string
    choice_codes: (of: { list: string | number; codes: string | number }) => string
    range: (of: { names: string | number }) => string
    length: (of: { names: string | number }) => string
    days: (of: { names: string | number }) => string
    page: (of: { name: string | number }) => string
    label: (of: { name: string | number }) => string
    language: (of: { language: string | number }) => string
    title: (of: { title: string | number }) => string
  }
}

const en: FormsMessages = {
  faults: {
    no_workbook: 'This is not a workbook that can be read, or it is damaged. Save it as .xlsx and upload it again.',
    old_workbook: 'This is a workbook of Excel 97 (.xls). Open it, save it as .xlsx and upload that.',
    too_large: ({ bytes }) => `The file is larger than ${bytes} bytes. Leave out pictures and sheets that are no part of the form.`,
    too_many_rows: ({ rows }) => `The sheet has more than ${rows} rows. Take the form apart, or delete the rows that are not needed.`,
    too_many_columns: ({ columns }) => `The sheet has more than ${columns} columns. Delete those that are not needed.`,
    too_many_conditions: ({ length }) => `The conditions of the form are longer than ${length} characters in all. Shorten them, or take the form apart.`,
    too_many_options: ({ options }) => `The questions of the form have more than ${options} choices in all. Shorten the lists, or let people type.`,
    no_survey: 'There is no sheet called “survey”. Give the sheet with the questions that name.',
    no_column: ({ column }) => `The sheet has no column “${column}”. Its first row has the names of the columns.`,
    column_twice: ({ column }) => `The column “${column}” is there twice, so nobody can say which counts. Delete one or give it another name.`,
    unknown_type: ({ type }) => `“${type}” is not a type of question. Known are select_one, select_multiple, rank, integer, decimal, range, text, date, note and acknowledge.`,
    no_list_named: 'The choice belongs to no list. Write the list’s name into the column “list_name”. Of cells that are merged only the first row has the name.',
    no_list: ({ list }) => `There is no list “${list}” on the sheet of choices. Add it there, or correct its name here.`,
    no_name: 'The row has no name. Give it one, such as “age”.',
    no_label: 'There are no words here in any language. Write what is shown.',
    choice_twice: ({ name, list }) => `The choice “${name}” is in the list “${list}” twice. Give one of them another name.`,
    not_a_number: ({ text }) => `“${text}” is not a whole number.`,
    not_json: ({ text }) => `This cannot be read: ${text}. Copy the cell from a downloaded form, or leave it empty.`,
    not_closed: ({ name }) => `The group “${name}” is begun and never ended. Add a row “end_group” behind it.`,
    not_opened: 'A group ends here that was never begun. Delete the row, or add “begin_group” before it.',
    no_questions: 'There is no question that anybody could answer. Add one to the sheet “survey”.',
    condition: ({ text }) => `The condition “${text}” cannot be read here. Compare questions with choices or numbers, joined by and, or, not().`,
    content: ({ message, path }) => `${message} (${path})`,
    more: ({ count }) => `And ${count} more.`,
  },
  why: {
    not_asked: 'nobody is asked it',
    device: 'nothing is read from people’s devices',
    media: 'pictures, sound, video, codes and files are not asked for or shown',
    place_on_map: 'no places on a map are asked for',
    external: 'lists in other files are not read; copy them to the sheet of choices',
    column: 'there is no use for this column',
    message: 'the words for a wrong or missing answer are always the same here, in every language',
    language: 'this is not a language of ours',
    sheet: 'this sheet is not part of a form',
    setting: 'there is no such setting here',
    condition: 'this condition cannot be said here, so everybody is asked',
    later: 'this looks at a question that comes later, so everybody is asked',
    constraint: 'this check cannot be said here, so the answer is not held to it',
    choice_filter: 'this filter cannot be said here, so all choices are offered',
    choice_never: 'no answer ever offers this choice',
    repeat: 'questions are not repeated; they are asked once',
    decimal: 'only whole numbers are asked for',
    time: 'there is no time of day: it is typed as a text, and of a day with its time only the day is asked',
    calculation: 'nothing is calculated, and what looks at it does not count either',
    reference: 'the answer that should stand here is not known then',
    markup: 'words are shown plain: what stood around them to draw them differently is left out',
    appearance: 'looks are the same for all questions',
    parameter: 'there is no such parameter here',
    required: 'whether an answer is needed cannot depend on another answer; this one may be left blank',
    note_alone: 'this is only read, and no page is left for it',
    default: 'nothing is filled in for people',
    unused: 'a row of this type has no use for it',
    group_title: 'a group within another has no title of its own here; write a note instead',
    group_empty: 'nothing in this group is asked, so neither is its condition looked at',
    list_unused: 'no question offers these choices',
    must_tick: 'every box to tick has to be ticked here before people go on',
  },
  added: {
    consent: ({ page }) => `No consent was asked for, so the usual one stands on the page “${page}”.`,
    lease: ({ page }) => `The reward is held when the page “${page}” is left.`,
    question_code: ({ name, code }) => `The question “${name}” has the code ${code}.`,
    choice_codes: ({ list, codes }) => `The choices of “${list}” have codes: ${codes}.`,
    range: ({ names }) => `Numbers without limits got wide ones: ${names}.`,
    length: ({ names }) => `Texts without a limit may have 1,000 characters: ${names}.`,
    days: ({ names }) => `Days without limits are those from 1900 to 2100: ${names}.`,
    page: ({ name }) => `A new page begins with “${name}”, because it looks at an answer of the page before.`,
    label: ({ name }) => `“${name}” has no words, so its name stands there.`,
    language: ({ language }) => `Words in “${language}” were taken as English: translate them.`,
    title: ({ title }) => `The form has no title and is called “${title}”.`,
  },
}

const zhHans: FormsMessages = {
  faults: {
    no_workbook: '无法读取此工作簿，或文件已损坏。请另存为 .xlsx 后重新上传。',
    old_workbook: '这是Excel 97的工作簿（.xls）。请打开后另存为 .xlsx 再上传。',
    too_large: ({ bytes }) => `文件超过${bytes}字节。请去掉图片和与问卷无关的工作表。`,
    too_many_rows: ({ rows }) => `此工作表超过${rows}行。请拆分问卷，或删除不需要的行。`,
    too_many_columns: ({ columns }) => `此工作表超过${columns}列。请删除不需要的列。`,
    too_many_conditions: ({ length }) => `问卷的条件合计超过${length}个字符。请缩短条件，或拆分问卷。`,
    too_many_options: ({ options }) => `问卷各题的选项合计超过${options}个。请缩短列表，或改为填写。`,
    no_survey: '没有名为“survey”的工作表。请将题目所在的工作表改为此名称。',
    no_column: ({ column }) => `此工作表没有“${column}”列。列名应在第一行。`,
    column_twice: ({ column }) => `“${column}”列出现了两次，无法判断以哪一列为准。请删除其中一列或改名。`,
    unknown_type: ({ type }) => `“${type}”不是题型。可用的题型有select_one、select_multiple、rank、integer、decimal、range、text、date、note和acknowledge。`,
    no_list_named: '此选项不属于任何列表。请在“list_name”列填写列表名称。合并的单元格只有第一行带有名称。',
    no_list: ({ list }) => `选项工作表中没有列表“${list}”。请在那里添加，或在此更正名称。`,
    no_name: '此行没有名称。请填写一个，例如“age”。',
    no_label: '此处没有任何语言的文字。请填写要显示的内容。',
    choice_twice: ({ name, list }) => `选项“${name}”在列表“${list}”中出现了两次。请为其中一个改名。`,
    not_a_number: ({ text }) => `“${text}”不是整数。`,
    not_json: ({ text }) => `无法读取：${text}。请从下载的问卷中复制该单元格，或留空。`,
    not_closed: ({ name }) => `分组“${name}”有开始而没有结束。请在其后添加一行“end_group”。`,
    not_opened: '此处结束的分组没有开始。请删除此行，或在前面添加“begin_group”。',
    no_questions: '没有任何可以回答的题目。请在“survey”工作表中添加。',
    condition: ({ text }) => `此处无法读取条件“${text}”。请将题目与选项或数字比较，并用and、or或not连接。`,
    content: ({ message, path }) => `${message}（${path}）`,
    more: ({ count }) => `另有${count}处。`,
  },
  why: {
    not_asked: '不会向任何人提问',
    device: '不读取参与者设备上的任何信息',
    media: '不收集也不显示图片、声音、视频、条码和文件',
    place_on_map: '不收集地图位置',
    external: '不读取其他文件中的列表；请将其复制到选项工作表',
    column: '此列没有用处',
    message: '答案有误或缺失时的提示文字在各语言中是统一的',
    language: '没有这种语言',
    sheet: '此工作表不属于问卷',
    setting: '这里没有此项设置',
    condition: '此条件在这里无法表达，因此向所有人提问',
    later: '此处引用了后面的题目，因此向所有人提问',
    constraint: '此项检查在这里无法表达，因此不按此检查答案',
    choice_filter: '此筛选在这里无法表达，因此提供全部选项',
    choice_never: '任何答案都不会提供此选项',
    repeat: '题目不会重复，只问一次',
    decimal: '只收集整数',
    time: '没有时刻题型：时刻按文字填写，带时刻的日期只问日期',
    calculation: '不做计算，引用它的内容也不起作用',
    reference: '此处应显示的答案那时还不知道',
    markup: '文字以纯文本显示：用于改变样式的标记已去除',
    appearance: '所有题目的外观相同',
    parameter: '这里没有此参数',
    required: '是否必答不能取决于其他答案；此题可以留空',
    note_alone: '这只是一段说明，没有可以放置的页面',
    default: '不预先填写任何答案',
    unused: '这类行用不到它',
    group_title: '组内的组在这里没有自己的标题；请改用说明（note）',
    group_empty: '这一组里没有要回答的题目，因此也不看它的条件',
    list_unused: '没有题目使用这些选项',
    must_tick: '这里的每个勾选框都必须勾选才能继续',
  },
  added: {
    consent: ({ page }) => `问卷没有征求同意，因此在“${page}”页使用通用的同意文字。`,
    lease: ({ page }) => `离开“${page}”页时预留奖励。`,
    question_code: ({ name, code }) => `题目“${name}”的代码是${code}。`,
    choice_codes: ({ list, codes }) => `“${list}”的选项有以下代码：${codes}。`,
    range: ({ names }) => `未设范围的数字采用了较宽的范围：${names}。`,
    length: ({ names }) => `未设长度的文字最多1,000个字符：${names}。`,
    days: ({ names }) => `未设范围的日期为1900至2100年：${names}。`,
    page: ({ name }) => `从“${name}”开始新的一页，因为它取决于上一页的答案。`,
    label: ({ name }) => `“${name}”没有文字，因此显示其名称。`,
    language: ({ language }) => `“${language}”的文字暂作英文，请翻译。`,
    title: ({ title }) => `问卷没有标题，暂称“${title}”。`,
  },
}

const zhHant: FormsMessages = {
  faults: {
    no_workbook: '無法讀取此活頁簿，或檔案已損壞。請另存為 .xlsx 後重新上載。',
    old_workbook: '這是Excel 97的活頁簿（.xls）。請開啟後另存為 .xlsx 再上載。',
    too_large: ({ bytes }) => `檔案超過${bytes}位元組。請刪去圖片和與問卷無關的工作表。`,
    too_many_rows: ({ rows }) => `此工作表超過${rows}列資料。請分拆問卷，或刪除不需要的資料列。`,
    too_many_columns: ({ columns }) => `此工作表超過${columns}欄。請刪除不需要的欄。`,
    too_many_conditions: ({ length }) => `問卷的條件合計超過${length}個字元。請縮短條件，或分拆問卷。`,
    too_many_options: ({ options }) => `問卷各題的選項合計超過${options}個。請縮短清單，或改為填寫。`,
    no_survey: '沒有名為「survey」的工作表。請將題目所在的工作表改為此名稱。',
    no_column: ({ column }) => `此工作表沒有「${column}」欄。欄名應在第一列。`,
    column_twice: ({ column }) => `「${column}」欄出現了兩次，無法判斷以哪一欄為準。請刪除其中一欄或改名。`,
    unknown_type: ({ type }) => `「${type}」不是題型。可用的題型有select_one、select_multiple、rank、integer、decimal、range、text、date、note和acknowledge。`,
    no_list_named: '此選項不屬於任何清單。請在「list_name」欄填寫清單名稱。合併的儲存格只有第一列帶有名稱。',
    no_list: ({ list }) => `選項工作表中沒有清單「${list}」。請在那裏加入，或在此更正名稱。`,
    no_name: '此列沒有名稱。請填寫一個，例如「age」。',
    no_label: '此處沒有任何語言的文字。請填寫要顯示的內容。',
    choice_twice: ({ name, list }) => `選項「${name}」在清單「${list}」中出現了兩次。請為其中一個改名。`,
    not_a_number: ({ text }) => `「${text}」不是整數。`,
    not_json: ({ text }) => `無法讀取：${text}。請從下載的問卷中複製該儲存格，或留空。`,
    not_closed: ({ name }) => `分組「${name}」有開始而沒有結束。請在其後加入一列「end_group」。`,
    not_opened: '此處結束的分組沒有開始。請刪除此列，或在前面加入「begin_group」。',
    no_questions: '沒有任何可以回答的題目。請在「survey」工作表中加入。',
    condition: ({ text }) => `此處無法讀取條件「${text}」。請將題目與選項或數字比較，並用and、or或not連接。`,
    content: ({ message, path }) => `${message}（${path}）`,
    more: ({ count }) => `另有${count}處。`,
  },
  why: {
    not_asked: '不會向任何人提問',
    device: '不讀取參與者裝置上的任何資料',
    media: '不收集也不顯示圖片、聲音、影片、條碼和檔案',
    place_on_map: '不收集地圖位置',
    external: '不讀取其他檔案中的清單；請將其複製到選項工作表',
    column: '此欄沒有用處',
    message: '答案有誤或缺漏時的提示文字在各語言中是統一的',
    language: '沒有這種語言',
    sheet: '此工作表不屬於問卷',
    setting: '這裏沒有此項設定',
    condition: '此條件在這裏無法表達，因此向所有人提問',
    later: '此處引用了後面的題目，因此向所有人提問',
    constraint: '此項檢查在這裏無法表達，因此不按此檢查答案',
    choice_filter: '此篩選在這裏無法表達，因此提供全部選項',
    choice_never: '任何答案都不會提供此選項',
    repeat: '題目不會重複，只問一次',
    decimal: '只收集整數',
    time: '沒有時刻題型：時刻按文字填寫，帶時刻的日期只問日期',
    calculation: '不作計算，引用它的內容也不起作用',
    reference: '此處應顯示的答案那時還不知道',
    markup: '文字以純文字顯示：用於改變樣式的標記已去除',
    appearance: '所有題目的外觀相同',
    parameter: '這裏沒有此參數',
    required: '是否必答不能取決於其他答案；此題可以留空',
    note_alone: '這只是一段說明，沒有可以放置的頁面',
    default: '不預先填寫任何答案',
    unused: '這類列用不到它',
    group_title: '組內的組在這裏沒有自己的標題；請改用說明（note）',
    group_empty: '這一組裏沒有要回答的題目，因此也不看它的條件',
    list_unused: '沒有題目使用這些選項',
    must_tick: '這裏的每個勾選框都必須勾選才能繼續',
  },
  added: {
    consent: ({ page }) => `問卷沒有徵求同意，因此在「${page}」頁使用通用的同意文字。`,
    lease: ({ page }) => `離開「${page}」頁時預留獎賞。`,
    question_code: ({ name, code }) => `題目「${name}」的代碼是${code}。`,
    choice_codes: ({ list, codes }) => `「${list}」的選項有以下代碼：${codes}。`,
    range: ({ names }) => `未設範圍的數字採用了較寬的範圍：${names}。`,
    length: ({ names }) => `未設長度的文字最多1,000個字元：${names}。`,
    days: ({ names }) => `未設範圍的日期為1900至2100年：${names}。`,
    page: ({ name }) => `從「${name}」開始新的一頁，因為它取決於上一頁的答案。`,
    label: ({ name }) => `「${name}」沒有文字，因此顯示其名稱。`,
    language: ({ language }) => `「${language}」的文字暫作英文，請翻譯。`,
    title: ({ title }) => `問卷沒有標題，暫稱「${title}」。`,
  },
}

const languages: Record<Language, FormsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/forms, in one language. */
export function formsMessages(language: Language): FormsMessages {
  return languages[language]
}
