// Made from messages/*/studies/preview.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface PreviewMessages {
  preview: {
    title: string
    about: string
    of: string
    at: string
    in: string
    width: string
    widths: {
      phone: string
      wide: string
    }
    switches: {
      minor: string
      abroad: string
      winter: string
      invited: string
    }
    from: string
    noTag: string
    yes: string
    no: string
    show: string
    unreadable: string
    frame: string
    places: {
      landing: string
      notice: string
      voucher: string
      held: string
      gone: string
      screened_out: string
      under_age: string
      unrewarded: string
    }
  }
  tests: {
    title: string
    about: string
    open: string
    address: string
    older: string
    make: string
    renew: string
    renewHint: string
    responses: string
    noTest: string
    none: string
    response: string
    state: string
    language: string
    started: string
    newest: (of: { n: string | number }) => string
    erase: string
    kept: (of: { days: string | number }) => string
    said: {
      made: string
      erased: string
    }
    one: (of: { ref: string | number }) => string
    noAnswers: string
    answers: string
    question: string
    answer: string
    picked: string
  }
  testEnd: {
    title: string
    nothing: string
    held: (of: { amount: string | number }) => string
    issued: (of: { amount: string | number; until: string | number; channels: string | number }) => string
    noWay: (of: { amount: string | number; until: string | number }) => string
    again: string
  }
  of: {
    live: string
    draft: string
  }
  dryRun: {
    title: string
    about: string
    faults: string
    more: (of: { n: number }) => string
    routes: string
    stopped: (of: { page: string | number }) => string
    isMore: (of: { n: string | number }) => string
    ends: {
      complete: string
      screened_out: string
      under_age: string
    }
    count: (of: { n: number }) => string
    shortest: string
    typical: string
    longest: string
    questions: (of: { n: string | number }) => string
    minutes: (of: { n: string | number }) => string
    flow: string
    each: string
    unreached: string
    unknown: string
    allReached: string
    when: string
    cost: string
    noOffer: string
    offer: (of: { amount: string | number; places: string | number; n: string | number; most: string | number }) => string
    otherPlaces: string
    gross: (of: { amount: string | number }) => string
    atMost: (of: { amount: string | number }) => string
    promises: string
    pay: string
    unpayable: (of: { amount: string | number; channels: string | number }) => string
    unpaid: (of: { amount: string | number; channels: string | number }) => string
    nobody: (of: { amount: string | number }) => string
    without: (of: { places: string | number }) => string
    unnamed: (of: { codes: string | number }) => string
    calendar: (of: { calendar: string | number; years: string | number }) => string
    kept: string
    texts: string
    textsAll: string
    textsMissing: (of: { n: number }) => string
  }
}

const en: PreviewMessages = {
  preview: {
    title: 'Preview',
    about: 'Each page as a student would see it. You may answer and go on: nothing is written, counted or sent, and nothing that closes the study to visitors stops you here.',
    of: 'Version',
    at: 'Page',
    in: 'Language',
    width: 'Screen',
    widths: {
      phone: 'Phone (360 px)',
      wide: 'Wide (1280 px)',
    },
    switches: {
      minor: 'Below 18, with a guardian',
      abroad: 'Answers go abroad',
      winter: 'In the winter vacation',
      invited: 'By a personal link',
    },
    from: 'Tag of the link',
    noTag: 'None',
    yes: 'Yes',
    no: 'No',
    show: 'Show',
    unreadable: 'The draft cannot be drawn before these are mended:',
    frame: 'The page as a student sees it',
    places: {
      landing: 'First page',
      notice: 'Privacy notice',
      voucher: 'Voucher, issued',
      held: 'Voucher, held for a person',
      gone: 'No reward left',
      screened_out: 'End: the study is not for them',
      under_age: 'End: too young',
      unrewarded: 'End: without a reward',
    },
  },
  tests: {
    title: 'Test responses',
    about: 'A test is answered through the real pages, door and checks of this study. It is paid nothing and counts nowhere: in no figure, file, quota or budget.',
    open: 'Answer the test',
    address: 'For colleagues who are to try it:',
    older: 'The study asks or promises something else by now. Renew the test to try that out.',
    make: 'Make a test',
    renew: 'Renew the test',
    renewHint: 'The test then asks and promises what the study does now, at a new address; the old address leads nowhere.',
    responses: 'What was answered',
    noTest: 'Make a test first; what is answered to it stands here.',
    none: 'Nobody has answered the test yet.',
    response: 'Test response',
    state: 'State',
    language: 'Language',
    started: 'Begun',
    newest: ({ n }) => `The newest ${n} are shown.`,
    erase: 'Erase all test responses',
    kept: ({ days }) => `A test response is erased by itself ${days} days after it was last answered.`,
    said: {
      made: 'The test asks and promises what the study does now.',
      erased: 'All test responses are erased.',
    },
    one: ({ ref }) => `Test response ${ref}`,
    noAnswers: 'Nothing has been answered.',
    answers: 'Answers',
    question: 'Question',
    answer: 'Answer',
    picked: 'picked',
  },
  testEnd: {
    title: 'That was the test',
    nothing: 'Nobody is paid for it. With these answers a student would get no reward.',
    held: ({ amount }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, and could claim it once a person has looked at the answers.`,
    issued: ({ amount, until, channels }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, to be claimed until ${until} by ${channels}.`,
    noWay: ({ amount, until }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, until ${until}; no way of paying it is set up yet.`,
    again: 'Back to the start of the test',
  },
  of: {
    live: 'What people are asked now',
    draft: 'The draft',
  },
  dryRun: {
    title: 'Dry run',
    about: 'Every way through the questionnaire is walked, and nothing is written. It says what nobody can reach, how long each way is, where it ends, and what the study costs at most.',
    faults: 'This cannot be walked before these are mended:',
    more: ({ n }) => `${n === 1 ? `${n} more` : `${n} more`}`,
    routes: 'Ways through',
    stopped: ({ page }) => `The walk stopped at “${page}”: there are more combinations of answers than are tried. What is said below is of the pages before it.`,
    isMore: ({ n }) => `There are more ways than the ${n} that were kept apart.`,
    ends: {
      complete: 'Complete',
      screened_out: 'Screened out',
      under_age: 'Under age',
    },
    count: ({ n }) => `${n === 1 ? `${n} way` : `${n} ways`}`,
    shortest: 'The shortest',
    typical: 'In the middle',
    longest: 'The longest',
    questions: ({ n }) => `questions: ${n}`,
    minutes: ({ n }) => `about ${n} min`,
    flow: 'The pages in their order, and which of them are passed by',
    each: 'Each way by itself',
    unreached: 'What nobody can reach',
    unknown: 'Not known, as the walk stopped.',
    allReached: 'Every question, option and row can be reached.',
    when: 'It depends on',
    cost: 'What it costs at most',
    noOffer: 'The study promises no reward.',
    offer: ({ amount, places, n, most }) => `${amount} for ${places}: ${n} at most from its budget, which is ${most}.`,
    otherPlaces: 'every other place',
    gross: ({ amount }) => `Each costs ${amount} with tax.`,
    atMost: ({ amount }) => `In all, at most ${amount}.`,
    promises: 'Whether what is promised can be kept',
    pay: 'Payment',
    unpayable: ({ amount, channels }) => `${amount}: no way of paying it is set up (${channels}).`,
    unpaid: ({ amount, channels }) => `${amount}: not set up are ${channels}.`,
    nobody: ({ amount }) => `${amount}: nobody who gets to the end lives where it is for.`,
    without: ({ places }) => `No reward for those who live here and get to the end: ${places}.`,
    unnamed: ({ codes }) => `Offers name places that are no option of the question: ${codes}.`,
    calendar: ({ calendar, years }) => `The calendar “${calendar}” is not published for ${years}: nothing can be sent in that time.`,
    kept: 'Every reward can be had and paid, and the calendar is published.',
    texts: 'Texts',
    textsAll: 'Every text is there in every language.',
    textsMissing: ({ n }) => `${n === 1 ? `${n} text is missing.` : `${n} texts are missing.`}`,
  },
}

const zhHans: PreviewMessages = {
  preview: {
    title: '预览',
    about: '各页面与学生看到的一致。可以作答并继续：不写入、不计数、不发送任何内容；即使研究对访客关闭，此处也照常显示。',
    of: '版本',
    at: '页面',
    in: '语言',
    width: '屏幕',
    widths: {
      phone: '手机（360像素）',
      wide: '宽屏（1280像素）',
    },
    switches: {
      minor: '未满18岁，已获监护人同意',
      abroad: '答卷传往境外',
      winter: '寒假期间',
      invited: '通过个人链接',
    },
    from: '链接标签',
    noTag: '无',
    yes: '是',
    no: '否',
    show: '显示',
    unreadable: '请先修正以下问题，草稿才能显示：',
    frame: '学生看到的页面',
    places: {
      landing: '首页',
      notice: '隐私声明',
      voucher: '奖励券：已发放',
      held: '奖励券：待人工审核',
      gone: '奖励已发完',
      screened_out: '结束：不符合条件',
      under_age: '结束：未达年龄',
      unrewarded: '结束：没有奖励',
    },
  },
  tests: {
    title: '测试答卷',
    about: '测试经过本研究真实的页面、入口和检查，但不支付任何奖励，也不计入任何统计、文件、配额或预算。',
    open: '填写测试',
    address: '请同事试填时，可发送此地址：',
    older: '研究的问卷或设置已有变动。更新测试后即可试填目前的内容。',
    make: '创建测试',
    renew: '更新测试',
    renewHint: '更新后，测试与研究目前的问卷和奖励一致，并换用新地址；旧地址随即失效。',
    responses: '已填写的测试',
    noTest: '请先创建测试；填写后会显示在这里。',
    none: '还没有人填写测试。',
    response: '测试答卷',
    state: '状态',
    language: '语言',
    started: '开始时间',
    newest: ({ n }) => `仅显示最新的${n}份。`,
    erase: '删除所有测试答卷',
    kept: ({ days }) => `测试答卷在最后一次填写${days}天后自动删除。`,
    said: {
      made: '测试已与研究目前的问卷和奖励一致。',
      erased: '所有测试答卷已删除。',
    },
    one: ({ ref }) => `测试答卷${ref}`,
    noAnswers: '尚未填写任何内容。',
    answers: '答案',
    question: '问题',
    answer: '答案',
    picked: '已选',
  },
  testEnd: {
    title: '测试已完成',
    nothing: '测试不支付奖励。如此作答的学生不会获得奖励。',
    held: ({ amount }) => `测试不支付奖励。学生此时会得到一张${amount}的奖励券，待工作人员审核作答后方可领取。`,
    issued: ({ amount, until, channels }) => `测试不支付奖励。学生此时会得到一张${amount}的奖励券，可在${until}前通过${channels}领取。`,
    noWay: ({ amount, until }) => `测试不支付奖励。学生此时会得到一张${amount}的奖励券，有效期至${until}；但支付方式尚未设置。`,
    again: '回到测试首页',
  },
  of: {
    live: '目前使用的版本',
    draft: '草稿',
  },
  dryRun: {
    title: '试运行',
    about: '逐一走遍问卷的所有路径，不写入任何数据。结果包括：无人能到达的内容、每条路径的长度和终点，以及研究的最高费用。',
    faults: '请先修正以下问题，再进行试运行：',
    more: ({ n }) => `另有${n}项`,
    routes: '路径',
    stopped: ({ page }) => `试运行停在“${page}”页：需要尝试的答案组合过多。以下结果只涉及此前的页面。`,
    isMore: ({ n }) => `路径超过${n}条，其余未单独列出。`,
    ends: {
      complete: '完成',
      screened_out: '不符合条件',
      under_age: '未达年龄',
    },
    count: ({ n }) => `${n}条路径`,
    shortest: '最短',
    typical: '居中',
    longest: '最长',
    questions: ({ n }) => `题数：${n}`,
    minutes: ({ n }) => `约${n}分钟`,
    flow: '各页面的顺序，以及哪些页面会被跳过',
    each: '逐条查看路径',
    unreached: '无人能到达的内容',
    unknown: '试运行中途停止，因此无法确定。',
    allReached: '所有问题、选项和行都能到达。',
    when: '取决于',
    cost: '最高费用',
    noOffer: '本研究不提供奖励。',
    offer: ({ places, amount, n, most }) => `${places}：每份${amount}，预算最多可支付${n}份，合计${most}。`,
    otherPlaces: '其他所有地区',
    gross: ({ amount }) => `含税每份${amount}。`,
    atMost: ({ amount }) => `合计最多${amount}。`,
    promises: '承诺能否兑现',
    pay: '支付',
    unpayable: ({ amount, channels }) => `${amount}：尚未设置任何支付方式（${channels}）。`,
    unpaid: ({ amount, channels }) => `${amount}：尚未设置${channels}。`,
    nobody: ({ amount }) => `${amount}：能完成问卷的人都不住在适用地区。`,
    without: ({ places }) => `以下地区的人能完成问卷，但没有奖励：${places}。`,
    unnamed: ({ codes }) => `奖励所列的地区不在该题的选项中：${codes}。`,
    calendar: ({ calendar, years }) => `日历“${calendar}”尚未公布${years}年，其间无法付款。`,
    kept: '所有奖励都有人可得，也能支付，且日历均已公布。',
    texts: '文字',
    textsAll: '各语言的文字均已齐全。',
    textsMissing: ({ n }) => `缺少${n}处文字。`,
  },
}

const zhHant: PreviewMessages = {
  preview: {
    title: '預覽',
    about: '各頁面與學生看到的一致。可以作答並繼續：不寫入、不計數、不發送任何內容；即使研究對訪客關閉，此處也照常顯示。',
    of: '版本',
    at: '頁面',
    in: '語言',
    width: '螢幕',
    widths: {
      phone: '手機（360像素）',
      wide: '闊螢幕（1280像素）',
    },
    switches: {
      minor: '未滿18歲，已獲監護人同意',
      abroad: '答卷傳往境外',
      winter: '寒假期間',
      invited: '經個人連結',
    },
    from: '連結標籤',
    noTag: '無',
    yes: '是',
    no: '否',
    show: '顯示',
    unreadable: '請先修正以下問題，草稿才能顯示：',
    frame: '學生看到的頁面',
    places: {
      landing: '首頁',
      notice: '私隱聲明',
      voucher: '獎賞券：已發放',
      held: '獎賞券：待人手審核',
      gone: '獎賞已發完',
      screened_out: '結束：不符合條件',
      under_age: '結束：未達年齡',
      unrewarded: '結束：沒有獎賞',
    },
  },
  tests: {
    title: '測試答卷',
    about: '測試經過本研究真實的頁面、入口和檢查，但不支付任何獎賞，也不計入任何統計、檔案、配額或預算。',
    open: '填寫測試',
    address: '請同事試填時，可發送此地址：',
    older: '研究的問卷或設定已有變動。更新測試後即可試填目前的內容。',
    make: '建立測試',
    renew: '更新測試',
    renewHint: '更新後，測試與研究目前的問卷和獎賞一致，並換用新地址；舊地址隨即失效。',
    responses: '已填寫的測試',
    noTest: '請先建立測試；填寫後會顯示在這裏。',
    none: '還沒有人填寫測試。',
    response: '測試答卷',
    state: '狀態',
    language: '語言',
    started: '開始時間',
    newest: ({ n }) => `只顯示最新的${n}份。`,
    erase: '刪除所有測試答卷',
    kept: ({ days }) => `測試答卷在最後一次填寫${days}天後自動刪除。`,
    said: {
      made: '測試已與研究目前的問卷和獎賞一致。',
      erased: '所有測試答卷已刪除。',
    },
    one: ({ ref }) => `測試答卷${ref}`,
    noAnswers: '尚未填寫任何內容。',
    answers: '答案',
    question: '問題',
    answer: '答案',
    picked: '已選',
  },
  testEnd: {
    title: '測試已完成',
    nothing: '測試不支付獎賞。如此作答的學生不會獲得獎賞。',
    held: ({ amount }) => `測試不支付獎賞。學生此時會得到一張${amount}的獎賞券，待職員審核作答後方可領取。`,
    issued: ({ amount, until, channels }) => `測試不支付獎賞。學生此時會得到一張${amount}的獎賞券，可在${until}前透過${channels}領取。`,
    noWay: ({ amount, until }) => `測試不支付獎賞。學生此時會得到一張${amount}的獎賞券，有效期至${until}；但支付方式尚未設定。`,
    again: '回到測試首頁',
  },
  of: {
    live: '目前使用的版本',
    draft: '草稿',
  },
  dryRun: {
    title: '試運行',
    about: '逐一走遍問卷的所有路徑，不寫入任何資料。結果包括：無人能到達的內容、每條路徑的長度和終點，以及研究的最高費用。',
    faults: '請先修正以下問題，再進行試運行：',
    more: ({ n }) => `另有${n}項`,
    routes: '路徑',
    stopped: ({ page }) => `試運行停在「${page}」頁：需要嘗試的答案組合過多。以下結果只涉及此前的頁面。`,
    isMore: ({ n }) => `路徑超過${n}條，其餘未單獨列出。`,
    ends: {
      complete: '完成',
      screened_out: '不符合條件',
      under_age: '未達年齡',
    },
    count: ({ n }) => `${n}條路徑`,
    shortest: '最短',
    typical: '居中',
    longest: '最長',
    questions: ({ n }) => `題數：${n}`,
    minutes: ({ n }) => `約${n}分鐘`,
    flow: '各頁面的次序，以及哪些頁面會被跳過',
    each: '逐條查看路徑',
    unreached: '無人能到達的內容',
    unknown: '試運行中途停止，因此無法確定。',
    allReached: '所有問題、選項和行都能到達。',
    when: '取決於',
    cost: '最高費用',
    noOffer: '本研究不提供獎賞。',
    offer: ({ places, amount, n, most }) => `${places}：每份${amount}，預算最多可支付${n}份，合計${most}。`,
    otherPlaces: '其他所有地區',
    gross: ({ amount }) => `含稅每份${amount}。`,
    atMost: ({ amount }) => `合計最多${amount}。`,
    promises: '承諾能否兌現',
    pay: '支付',
    unpayable: ({ amount, channels }) => `${amount}：尚未設定任何支付方式（${channels}）。`,
    unpaid: ({ amount, channels }) => `${amount}：尚未設定${channels}。`,
    nobody: ({ amount }) => `${amount}：能完成問卷的人都不住在適用地區。`,
    without: ({ places }) => `以下地區的人能完成問卷，但沒有獎賞：${places}。`,
    unnamed: ({ codes }) => `獎賞所列的地區不在該題的選項中：${codes}。`,
    calendar: ({ calendar, years }) => `日曆「${calendar}」尚未公佈${years}年，其間無法付款。`,
    kept: '所有獎賞都有人可得，也能支付，且日曆均已公佈。',
    texts: '文字',
    textsAll: '各語言的文字均已齊全。',
    textsMissing: ({ n }) => `缺少${n}處文字。`,
  },
}

const languages: Record<Language, PreviewMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/preview, in one language. */
export function previewMessages(language: Language): PreviewMessages {
  return languages[language]
}
