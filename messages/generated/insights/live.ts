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
  page: {
    title: string
    lead: string
    asOf: (of: { at: string | number }) => string
    refresh: string
    changed: string
    paused: string
    nothing: string
    share: string
    count: string
    rate: string
    rateNote: string
    median: string
    p80: string
    minutes: (of: { minutes: string | number }) => string
    seconds: (of: { seconds: string | number }) => string
    notYet: string
    funnel: {
      title: string
      note: string
      step: string
      opened: string
      started: string
      under_way: string
      screened_out: string
      over_quota: string
      lapsed: string
      completed: string
      held: string
      rejected: string
      counted: string
      gone: string
    }
    pages: {
      title: string
      note: string
      page: string
      reached: string
      stopped: string
      beforeEnd: string
    }
    questions: {
      title: string
      note: string
      question: string
      endOfPage: (of: { page: string | number }) => string
    }
    times: {
      title: string
      note: (of: { count: string | number }) => string
      half: string
      four: string
    }
    routes: {
      title: string
      note: (of: { count: string | number }) => string
      route: string
      all: string
    }
    days: {
      title: string
      table: string
      note: (of: { zone: string | number }) => string
      day: string
      complete: string
    }
    came: {
      title: string
      note: string
      what: string
      language: string
      door: string
      source: string
      opened: string
      ended: string
      complete: string
      open_link: string
      invitation: string
      none: string
      other: string
    }
    quotas: {
      title: string
    }
    flags: {
      title: string
      note: string
      family: string
      any: string
    }
    budget: {
      title: string
      note: string
      reward: string
      total: string
      promised: string
      left: string
      more: string
      days: string
    }
  }
}

const en: LiveMessages = {
  sources: {
    title: 'Links for posters and posts',
    lead: 'Everybody uses the same open link. A tag in it tells which poster, post or mailing they came by; it is stored with the response and says nothing about who they are. A tag that was not made here counts as “other”.',
    none: 'No tags have been made here yet.',
    tag: 'Tag',
    make: 'A new tag',
    hint: '1 to 32 letters, digits and dashes, such as a-1. Nothing that names a person.',
    button: 'Make the tag',
    refused: {
      shape: 'A tag is 1 to 32 letters, digits and dashes, and begins with a letter or digit.',
      taken: 'This tag already exists: use it, or choose another one.',
      many: ({ most }) => `There are already ${most} tags, the most allowed. Use one of them.`,
    },
    copy: 'Copy the link, or print the code beside it.',
    link: 'Link',
    qr: ({ tag }) => `QR code of the link with the tag ${tag}`,
  },
  page: {
    title: 'Live',
    lead: '“Opened” and “Started” are up to date. Everything else is updated once a day, in groups of at least five responses with the same reward, so that nothing here reveals whose reward was just issued.',
    asOf: ({ at }) => `As of ${at}`,
    refresh: 'Refresh',
    changed: 'The figures have changed.',
    paused: 'Updating has stopped while nobody is here. Refresh to go on.',
    nothing: 'Nothing yet.',
    share: 'Share',
    count: 'Count',
    rate: 'Completion rate',
    rateNote: 'Complete, of all who started and were neither screened out nor over quota.',
    median: 'Active time, half within',
    p80: 'Active time, four in five within',
    minutes: ({ minutes }) => `${minutes} min`,
    seconds: ({ seconds }) => `${seconds} s`,
    notYet: 'Not known yet',
    funnel: {
      title: 'From opening to counting',
      note: '“Opened” counts views of the first page in browsers that run scripts, not people; reloads, going back and programs are left out. It is never used as a base. “Under way” includes people who have finished but do not appear yet.',
      step: 'Step',
      opened: 'Opened',
      started: 'Started',
      under_way: 'Under way, or not shown yet',
      screened_out: 'Screened out',
      over_quota: 'Over quota',
      lapsed: 'Lapsed',
      completed: 'Complete',
      held: 'of these, held for review',
      rejected: 'of these, rejected',
      counted: 'of these, counted',
      gone: 'Withdrawn or erased',
    },
    pages: {
      title: 'Page by page',
      note: 'Of people who completed, and people who had been away for a week when it was counted. People who come back later stay counted here. A page that some people skip by their answers counts as passed.',
      page: 'Page',
      reached: 'Got as far',
      stopped: 'Stopped here',
      beforeEnd: 'Before sending',
    },
    questions: {
      title: 'Where on the page',
      note: 'The question after the last one answered on the page. Answers are saved as they are typed where scripts run; without scripts it is the first question of the page. Reading on without answering cannot be seen.',
      question: 'Question',
      endOfPage: ({ page }) => `${page}: all answered, not sent on`,
    },
    times: {
      title: 'Active time by page',
      note: ({ count }) => `Of ${count} complete responses chosen at random; pages with fewer than five are left out. A page counts for five minutes at most.`,
      half: 'Half within',
      four: 'Four in five within',
    },
    routes: {
      title: 'Active time by way',
      note: ({ count }) => `Ways through the pages taken by at least five of ${count} complete responses chosen at random. Only pages that not everybody sees are named.`,
      route: 'Way',
      all: 'Only the pages that everybody sees',
    },
    days: {
      title: 'By day',
      table: 'Figures of each day',
      note: ({ zone }) => `Days of the study's time zone (${zone}); complete responses are shown on the day (UTC) of their group.`,
      day: 'Day',
      complete: 'Complete, shown',
    },
    came: {
      title: 'How they came',
      note: 'Openings up to the last day that has appeared; responses that have ended and appear.',
      what: 'How',
      language: 'Language',
      door: 'Door',
      source: 'Tag',
      opened: 'Opened',
      ended: 'Ended',
      complete: 'Complete',
      open_link: 'Open link',
      invitation: 'Personal link',
      none: 'No tag',
      other: 'Other',
    },
    quotas: {
      title: 'Quotas',
    },
    flags: {
      title: 'Flags by family',
      note: 'Complete responses in which the checks found something; one may be in several families.',
      family: 'Family',
      any: 'Any',
    },
    budget: {
      title: 'Budget and how long it lasts',
      note: 'It moves with the responses that appear. What is owed to those who do not appear yet counts as left.',
      reward: 'Reward',
      total: 'Budget',
      promised: 'Promised or paid',
      left: 'Left',
      more: 'More rewards',
      days: 'Days at this pace',
    },
  },
}

const zhHans: LiveMessages = {
  sources: {
    title: '海报和帖子的链接',
    lead: '所有人都通过同一个公开链接填答。链接中的标签说明他们来自哪张海报、哪个帖子或哪封邮件；标签随答卷保存，不说明他们是谁。不是在这里创建的标签计入“其他”。',
    none: '这里还没有创建过标签。',
    tag: '标签',
    make: '新标签',
    hint: '1至32个字母、数字和短横线，例如a-1。请勿写入任何人的姓名。',
    button: '创建标签',
    refused: {
      shape: '标签为1至32个字母、数字和短横线，以字母或数字开头。',
      taken: '已有这个标签：请直接使用，或另选一个。',
      many: ({ most }) => `已有${most}个标签，达到上限。请使用其中一个。`,
    },
    copy: '请复制链接，或印出旁边的二维码。',
    link: '链接',
    qr: ({ tag }) => `带有标签${tag}的链接的二维码`,
  },
  page: {
    title: '实时',
    lead: '打开次数和开始人数是此刻的数字。其他数字每天变动一次：结束的答卷成组出现，同一种奖励至少五份，因此这里看不出刚才产生的奖励属于谁。',
    asOf: ({ at }) => `截至${at}`,
    refresh: '刷新',
    changed: '数字已更新。',
    paused: '无人操作，已停止更新。请刷新以继续。',
    nothing: '还没有数据。',
    share: '占比',
    count: '数量',
    rate: '完成率',
    rateNote: '完成数除以开始人数，开始人数不含不符合条件和配额已满的人。',
    median: '作答时长，一半人不超过',
    p80: '作答时长，八成人不超过',
    minutes: ({ minutes }) => `${minutes}分钟`,
    seconds: ({ seconds }) => `${seconds}秒`,
    notYet: '尚不清楚',
    funnel: {
      title: '从打开到计入',
      note: '打开次数是能运行脚本的浏览器查看首页的次数，不是人数：重新加载、后退或由程序抓取的不计，不能运行脚本的也不计。它不作任何占比的基数。“进行中”包括已经结束而尚未出现的答卷。',
      step: '步骤',
      opened: '打开',
      started: '开始',
      under_way: '进行中，或尚未出现',
      screened_out: '不符合条件',
      over_quota: '配额已满',
      lapsed: '已过期',
      completed: '完成',
      held: '其中，待审核',
      rejected: '其中，未通过',
      counted: '其中，计入统计',
      gone: '已撤回或删除',
    },
    pages: {
      title: '逐页',
      note: '包括完成的人，以及统计时已有一周没有回来的人。之后回来的人仍计在此处，因此有人继续填答时没有数字会下降。有些人不会经过的页面视为已通过。',
      page: '页面',
      reached: '到达',
      stopped: '停在此页',
      beforeEnd: '提交之前',
    },
    questions: {
      title: '停在页内何处',
      note: '该页最后一个已答题目之后的题目。能运行脚本时，答案边填边保存；否则为该页第一题。只阅读而不作答的情况无法得知。',
      question: '题目',
      endOfPage: ({ page }) => `${page}：已全部作答，未进入下一页`,
    },
    times: {
      title: '各页作答时长',
      note: ({ count }) => `来自随机抽取的${count}份完成的答卷；不足五份的页面不列出。每页最多计五分钟。`,
      half: '一半人不超过',
      four: '八成人不超过',
    },
    routes: {
      title: '各路径作答时长',
      note: ({ count }) => `来自随机抽取的${count}份完成的答卷，仅列出至少五份经过的路径。只写出并非所有人都会经过的页面。`,
      route: '路径',
      all: '仅所有人都会看到的页面',
    },
    days: {
      title: '按日',
      table: '每日数据',
      note: ({ zone }) => `日期按当地时间（${zone}）计；完成的答卷列在其所在组出现时的日期（UTC）。`,
      day: '日期',
      complete: '完成，已出现',
    },
    came: {
      title: '来源',
      note: '打开次数计至最近出现的一天；答卷为已结束并已出现的答卷。',
      what: '方式',
      language: '语言',
      door: '入口',
      source: '标签',
      opened: '打开',
      ended: '结束',
      complete: '完成',
      open_link: '公开链接',
      invitation: '个人链接',
      none: '无标签',
      other: '其他',
    },
    quotas: {
      title: '配额',
    },
    flags: {
      title: '按类别的标记',
      note: '检查发现了问题的完成答卷；一份答卷可属于多个类别。',
      family: '类别',
      any: '任意一类',
    },
    budget: {
      title: '预算和可用天数',
      note: '随出现的答卷而变动。欠尚未出现的答卷的部分计入剩余。',
      reward: '奖励',
      total: '预算',
      promised: '已承诺或已支付',
      left: '剩余',
      more: '还可发放',
      days: '按此速度的天数',
    },
  },
}

const zhHant: LiveMessages = {
  sources: {
    title: '海報和帖文的連結',
    lead: '所有人都透過同一個公開連結填答。連結中的標籤說明他們來自哪張海報、哪則帖文或哪封電郵；標籤隨答卷保存，不說明他們是誰。不是在這裏建立的標籤計入「其他」。',
    none: '這裏還沒有建立過標籤。',
    tag: '標籤',
    make: '新標籤',
    hint: '1至32個字母、數字和短橫線，例如a-1。請勿寫入任何人的姓名。',
    button: '建立標籤',
    refused: {
      shape: '標籤為1至32個字母、數字和短橫線，以字母或數字開頭。',
      taken: '已有這個標籤：請直接使用，或另選一個。',
      many: ({ most }) => `已有${most}個標籤，達到上限。請使用其中一個。`,
    },
    copy: '請複製連結，或印出旁邊的二維碼。',
    link: '連結',
    qr: ({ tag }) => `帶有標籤${tag}的連結的二維碼`,
  },
  page: {
    title: '即時',
    lead: '開啟次數和開始人數是此刻的數字。其他數字每天變動一次：結束的答卷成組出現，同一種獎賞至少五份，因此這裏看不出剛才產生的獎賞屬於誰。',
    asOf: ({ at }) => `截至${at}`,
    refresh: '重新整理',
    changed: '數字已更新。',
    paused: '無人操作，已停止更新。請重新整理以繼續。',
    nothing: '還沒有資料。',
    share: '佔比',
    count: '數量',
    rate: '完成率',
    rateNote: '完成數除以開始人數，開始人數不含不符合條件和配額已滿的人。',
    median: '作答時間，一半人不超過',
    p80: '作答時間，八成人不超過',
    minutes: ({ minutes }) => `${minutes}分鐘`,
    seconds: ({ seconds }) => `${seconds}秒`,
    notYet: '尚不清楚',
    funnel: {
      title: '從開啟到計入',
      note: '開啟次數是能執行指令碼的瀏覽器檢視首頁的次數，不是人數：重新載入、返回或由程式擷取的不計，不能執行指令碼的也不計。它不作任何佔比的基數。「進行中」包括已經結束而尚未出現的答卷。',
      step: '步驟',
      opened: '開啟',
      started: '開始',
      under_way: '進行中，或尚未出現',
      screened_out: '不符合條件',
      over_quota: '配額已滿',
      lapsed: '已逾期',
      completed: '完成',
      held: '其中，待審核',
      rejected: '其中，未通過',
      counted: '其中，計入統計',
      gone: '已撤回或刪除',
    },
    pages: {
      title: '逐頁',
      note: '包括完成的人，以及統計時已有一週沒有回來的人。之後回來的人仍計在此處，因此有人繼續填答時沒有數字會下降。有些人不會經過的頁面視為已通過。',
      page: '頁面',
      reached: '到達',
      stopped: '停在此頁',
      beforeEnd: '提交之前',
    },
    questions: {
      title: '停在頁內何處',
      note: '該頁最後一條已答題目之後的題目。能執行指令碼時，答案邊填邊儲存；否則為該頁第一題。只閱讀而不作答的情況無法得知。',
      question: '題目',
      endOfPage: ({ page }) => `${page}：已全部作答，未進入下一頁`,
    },
    times: {
      title: '各頁作答時間',
      note: ({ count }) => `來自隨機抽取的${count}份完成的答卷；不足五份的頁面不列出。每頁最多計五分鐘。`,
      half: '一半人不超過',
      four: '八成人不超過',
    },
    routes: {
      title: '各路徑作答時間',
      note: ({ count }) => `來自隨機抽取的${count}份完成的答卷，僅列出至少五份經過的路徑。只寫出並非所有人都會經過的頁面。`,
      route: '路徑',
      all: '僅所有人都會看到的頁面',
    },
    days: {
      title: '按日',
      table: '每日數據',
      note: ({ zone }) => `日期按當地時間（${zone}）計；完成的答卷列在其所在組出現時的日期（UTC）。`,
      day: '日期',
      complete: '完成，已出現',
    },
    came: {
      title: '來源',
      note: '開啟次數計至最近出現的一天；答卷為已結束並已出現的答卷。',
      what: '方式',
      language: '語言',
      door: '入口',
      source: '標籤',
      opened: '開啟',
      ended: '結束',
      complete: '完成',
      open_link: '公開連結',
      invitation: '個人連結',
      none: '無標籤',
      other: '其他',
    },
    quotas: {
      title: '配額',
    },
    flags: {
      title: '按類別的標記',
      note: '檢查發現了問題的完成答卷；一份答卷可屬於多個類別。',
      family: '類別',
      any: '任意一類',
    },
    budget: {
      title: '預算和可用天數',
      note: '隨出現的答卷而變動。欠尚未出現的答卷的部分計入剩餘。',
      reward: '獎賞',
      total: '預算',
      promised: '已承諾或已支付',
      left: '剩餘',
      more: '還可發放',
      days: '按此速度的天數',
    },
  },
}

const languages: Record<Language, LiveMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/live, in one language. */
export function liveMessages(language: Language): LiveMessages {
  return languages[language]
}
