// Made from messages/*/insights/findings.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface FindingsMessages {
  link: string
  page: {
    title: string
    lead: (of: { study: string | number }) => string
    none: string
    youSaid: (of: { n: string | number }) => string
    weDid: string
    nothingYet: string
    onlyIn: string
  }
  desk: {
    title: string
    about: string
    look: string
    none: string
    finding: (of: { n: string | number }) => string
    draft: string
    published: (of: { day: string | number }) => string
    found: string
    foundHint: string
    changed: string
    changedHint: string
    nothingChanged: string
    missing: string
    publish: string
    unpublish: string
    edit: string
    up: string
    down: string
    remove: string
    undo: string
    redo: string
    last: (of: { who: string | number; when: string | number }) => string
    add: string
    change: string
    save: string
    saveNew: string
    cancel: string
    done: {
      write: string
      publish: string
      unpublish: string
      up: string
      down: string
      remove: string
      undo: string
      redo: string
    }
    refused: {
      unknown: string
      empty: string
      too_long: string
      too_many: string
      nothing_there: string
      overtaken: (of: { who: string | number; when: string | number }) => string
    }
  }
}

const en: FindingsMessages = {
  link: 'What answers have changed',
  page: {
    title: 'You said, we did',
    lead: ({ study }) => `What people who answered “${study}” have said, and what was changed because of it.`,
    none: 'Nothing here yet. Once the answers have been analysed, this page will say what was found and what will change because of it.',
    youSaid: ({ n }) => `${n}. You said`,
    weDid: 'We did',
    nothingYet: 'Nothing has been changed yet.',
    onlyIn: 'Written only in:',
  },
  desk: {
    title: 'Findings',
    about: 'What people said, and what was changed because of it. Anyone can read what is published, even after the study has closed; each respondent’s page and the trust page link to it. Name nobody, and do not quote an answer that could identify somebody.',
    look: 'See the public page',
    none: 'Nothing written yet. Begin with one sentence about what people said most often.',
    finding: ({ n }) => `Finding ${n}`,
    draft: 'Draft',
    published: ({ day }) => `Public since ${day}`,
    found: 'What people said',
    foundHint: 'A few sentences at most. One language is enough to begin with; readers of the other languages are told.',
    changed: 'What was changed',
    changedHint: 'What has been done, or when it will be. You can leave it empty for now.',
    nothingChanged: 'Nothing is written.',
    missing: 'Not complete in:',
    publish: 'Publish',
    unpublish: 'Take off the public page',
    edit: 'Change',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    undo: 'Undo',
    redo: 'Redo',
    last: ({ who, when }) => `Last changed by ${who}, ${when}`,
    add: 'Add a finding',
    change: 'Change a finding',
    save: 'Save',
    saveNew: 'Save as a draft',
    cancel: 'Leave it as it is',
    done: {
      write: 'Saved.',
      publish: 'Published: everybody can read it now.',
      unpublish: 'It is off the public page, and a draft again.',
      up: 'Moved.',
      down: 'Moved.',
      remove: 'Removed. “Undo” brings it back.',
      undo: 'Undone.',
      redo: 'Done again.',
    },
    refused: {
      unknown: 'It has been removed in the meantime. “Undo” brings it back.',
      empty: 'Write what people said in at least one language.',
      too_long: 'A text may have 1,000 characters at most. Shorten it, or make two findings of it.',
      too_many: 'A study has 50 findings at most. Remove one that is old, or put two together.',
      nothing_there: 'There is nothing to go back to.',
      overtaken: ({ who, when }) => `${who} has changed the findings in the meantime (${when}). They are shown as they are now, with what you typed below: check, then save.`,
    },
  },
}

const zhHans: FindingsMessages = {
  link: '答卷带来的改变',
  page: {
    title: '您的意见，我们的改进',
    lead: ({ study }) => `填答“${study}”的人说了什么，我们因此做了哪些改进。`,
    none: '这里暂无内容。答卷分析完成后，本页会说明发现了什么、将作哪些改进。',
    youSaid: ({ n }) => `${n}. 您的意见`,
    weDid: '我们的改进',
    nothingYet: '尚未作出改进。',
    onlyIn: '仅有以下语言：',
  },
  desk: {
    title: '发现与改进',
    about: '大家说了什么、因此作了哪些改进：发布后人人可读，研究结束后仍然保留。参与者本人的页面和“这是真的吗？”页面都有链接。请勿写出任何人的姓名，也不要引用可能让人认出是谁的原话。',
    look: '查看公开页面',
    none: '还没有内容。可以先用一句话写下大家最常提到的意见。',
    finding: ({ n }) => `第${n}条`,
    draft: '草稿',
    published: ({ day }) => `${day}起公开`,
    found: '大家的意见',
    foundHint: '几句话即可。可以先写一种语言，其他语言的读者会看到提示。',
    changed: '作出的改进',
    changedHint: '已经做了什么，或将在何时完成。可以暂时留空。',
    nothingChanged: '暂未填写。',
    missing: '尚不完整的语言：',
    publish: '发布',
    unpublish: '从公开页面撤下',
    edit: '修改',
    up: '上移',
    down: '下移',
    remove: '删除',
    undo: '撤销',
    redo: '重做',
    last: ({ who, when }) => `最近由${who}于${when}修改`,
    add: '新增一条',
    change: '修改内容',
    save: '保存',
    saveNew: '保存为草稿',
    cancel: '不作修改',
    done: {
      write: '已保存。',
      publish: '已发布，人人可读。',
      unpublish: '已从公开页面撤下，恢复为草稿。',
      up: '已移动。',
      down: '已移动。',
      remove: '已删除。点“撤销”可恢复。',
      undo: '已撤销。',
      redo: '已重做。',
    },
    refused: {
      unknown: '这一条已被删除。点“撤销”可恢复。',
      empty: '请至少用一种语言写下大家的意见。',
      too_long: '每段文字最多1000个字。请缩短，或拆成两条。',
      too_many: '每项研究最多50条。请删除旧的，或合并两条。',
      nothing_there: '没有可以恢复的内容。',
      overtaken: ({ who, when }) => `${who}刚刚修改过（${when}）。上方是现在的内容，您输入的文字仍在下方：请核对后再保存。`,
    },
  },
}

const zhHant: FindingsMessages = {
  link: '答卷帶來的改變',
  page: {
    title: '您的意見，我們的改善',
    lead: ({ study }) => `填答「${study}」的人說了甚麼，我們因此作出哪些改善。`,
    none: '這裏暫無內容。答卷分析完成後，本頁會說明發現了甚麼、將作哪些改善。',
    youSaid: ({ n }) => `${n}. 您的意見`,
    weDid: '我們的改善',
    nothingYet: '尚未作出改善。',
    onlyIn: '只有以下語言：',
  },
  desk: {
    title: '發現與改善',
    about: '大家說了甚麼、因此作出哪些改善：發佈後人人可讀，研究結束後仍然保留。參與者本人的頁面和「這是真的嗎？」頁面都有連結。請勿寫出任何人的姓名，也不要引用可能讓人認出是誰的原話。',
    look: '查看公開頁面',
    none: '還沒有內容。可以先用一句話寫下大家最常提到的意見。',
    finding: ({ n }) => `第${n}項`,
    draft: '草稿',
    published: ({ day }) => `${day}起公開`,
    found: '大家的意見',
    foundHint: '幾句話即可。可以先寫一種語言，其他語言的讀者會看到提示。',
    changed: '作出的改善',
    changedHint: '已經做了甚麼，或將在何時完成。可以暫時留空。',
    nothingChanged: '暫未填寫。',
    missing: '尚未完整的語言：',
    publish: '發佈',
    unpublish: '從公開頁面撤下',
    edit: '修改',
    up: '上移',
    down: '下移',
    remove: '刪除',
    undo: '復原',
    redo: '重做',
    last: ({ who, when }) => `最近由${who}於${when}修改`,
    add: '新增一項',
    change: '修改內容',
    save: '儲存',
    saveNew: '儲存為草稿',
    cancel: '不作修改',
    done: {
      write: '已儲存。',
      publish: '已發佈，人人可讀。',
      unpublish: '已從公開頁面撤下，恢復為草稿。',
      up: '已移動。',
      down: '已移動。',
      remove: '已刪除。按「復原」可恢復。',
      undo: '已復原。',
      redo: '已重做。',
    },
    refused: {
      unknown: '這一項已被刪除。按「復原」可恢復。',
      empty: '請至少用一種語言寫下大家的意見。',
      too_long: '每段文字最多1000個字。請縮短，或拆成兩項。',
      too_many: '每項研究最多50項。請刪除舊的，或合併兩項。',
      nothing_there: '沒有可以恢復的內容。',
      overtaken: ({ who, when }) => `${who}剛剛修改過（${when}）。上方是現在的內容，您輸入的文字仍在下方：請核對後再儲存。`,
    },
  },
}

const languages: Record<Language, FindingsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/findings, in one language. */
export function findingsMessages(language: Language): FindingsMessages {
  return languages[language]
}
