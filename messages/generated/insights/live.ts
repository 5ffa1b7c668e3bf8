// Made from messages/*/insights/live.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface LiveMessages {
  sources: {
    title: string
    lead: string
    none: string
    tag: string
    make: string
    hint: string
    button: string
    refused: {
      shape: string
      taken: string
      many: (of: { most: string | number }) => string
    }
    copy: string
    link: string
    qr: (of: { tag: string | number }) => string
  }
}

const en: LiveMessages = {
  sources: {
    title: 'Links for posters and posts',
    lead: 'Everybody answers by the same open link. A tag in it tells by which poster, post or mail they came; it is kept with the response and says nothing of who they are. A tag that was not made here counts as “other”.',
    none: 'No tags have been made here yet.',
    tag: 'Tag',
    make: 'A new tag',
    hint: '1 to 32 letters, digits and dashes, such as poster-1. Nothing that names a person.',
    button: 'Make the tag',
    refused: {
      shape: 'A tag is 1 to 32 letters, digits and dashes, and begins with a letter or digit.',
      taken: 'This tag is there already: use it, or choose another one.',
      many: ({ most }) => `There are ${most} tags already, as many as there may be. Use one of them.`,
    },
    copy: 'Copy the link, or print the code beside it.',
    link: 'Link',
    qr: ({ tag }) => `QR code of the link with the tag ${tag}`,
  },
}

const zhHans: LiveMessages = {
  sources: {
    title: '海报和帖子的链接',
    lead: '所有人都通过同一个公开链接填答。链接中的标签说明他们来自哪张海报、哪个帖子或哪封邮件；标签随答卷保存，不说明他们是谁。不是在这里创建的标签计入“其他”。',
    none: '这里还没有创建过标签。',
    tag: '标签',
    make: '新标签',
    hint: '1 至 32 个字母、数字和短横线，例如 poster-1。请勿写入任何人的姓名。',
    button: '创建标签',
    refused: {
      shape: '标签为 1 至 32 个字母、数字和短横线，以字母或数字开头。',
      taken: '已有这个标签：请直接使用，或另选一个。',
      many: ({ most }) => `已有 ${most} 个标签，达到上限。请使用其中一个。`,
    },
    copy: '请复制链接，或印出旁边的二维码。',
    link: '链接',
    qr: ({ tag }) => `带有标签 ${tag} 的链接的二维码`,
  },
}

const zhHant: LiveMessages = {
  sources: {
    title: '海報和帖文的連結',
    lead: '所有人都透過同一個公開連結填答。連結中的標籤說明他們來自哪張海報、哪則帖文或哪封電郵；標籤隨答卷保存，不說明他們是誰。不是在這裡建立的標籤計入「其他」。',
    none: '這裡還沒有建立過標籤。',
    tag: '標籤',
    make: '新標籤',
    hint: '1 至 32 個字母、數字和短橫線，例如 poster-1。請勿寫入任何人的姓名。',
    button: '建立標籤',
    refused: {
      shape: '標籤為 1 至 32 個字母、數字和短橫線，以字母或數字開頭。',
      taken: '已有這個標籤：請直接使用，或另選一個。',
      many: ({ most }) => `已有 ${most} 個標籤，達到上限。請使用其中一個。`,
    },
    copy: '請複製連結，或印出旁邊的二維碼。',
    link: '連結',
    qr: ({ tag }) => `帶有標籤 ${tag} 的連結的二維碼`,
  },
}

const languages: Record<Language, LiveMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/live, in one language. */
export function liveMessages(language: Language): LiveMessages {
  return languages[language]
}
