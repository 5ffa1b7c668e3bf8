// Made from messages/*/survey.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface SurveyMessages {
  page: {
    progress: (of: { at: string | number; of: string | number }) => string
    finish: string
    back: string
    consents: string
    byYourself: string
    optional: string
    errorOf: (of: { question: string | number; message: string | number }) => string
    chooseAll: string
    chooseUpTo: (of: { max: string | number }) => string
    chooseBetween: (of: { min: string | number; max: string | number }) => string
    showAll: string
    specify: string
    specifyIf: (of: { label: string | number }) => string
    choose: string
    choice: (of: { n: number }) => string
    noChoice: string
    charactersLeft: (of: { n: string | number }) => string
    from: (of: { min: string | number; max: string | number }) => string
    fromDay: (of: { min: string | number; max: string | number }) => string
    dayExample: string
    errors: (of: { n: number }) => string
    faults: {
      required: string
      consent: string
      wrong_type: string
      unknown_code: string
      not_in_list: string
      not_offered: string
      too_few: (of: { min: string | number }) => string
      too_many: (of: { max: string | number }) => string
      exclusive: string
      twice: string
      out_of_range: (of: { min: string | number; max: string | number }) => string
      not_a_date: string
      too_early: (of: { day: string | number }) => string
      too_late: (of: { day: string | number }) => string
      too_long: (of: { max: string | number }) => string
      detail_missing: string
      not_shown: string
    }
    faultsWithoutLimits: {
      out_of_range: string
      too_long: string
    }
    progressLast: (of: { at: string | number; of: string | number }) => string
    chooseAtLeast: (of: { min: string | number }) => string
    paradata: string
  }
  resume: {
    summary: string
    title: string
    lead: string
    keep: string
    keepAfter: string
    fresh: string
    label: string
    hint: string
    wrong: string
    button: string
    out: string
  }
  conflict: {
    title: string
    lead: string
    here: string
    blank: string
    keep: string
    mine: string
    keepHint: string
  }
  rewardGone: {
    title: string
    budget: string
    safe: string
    goOn: string
    retry: string
    later: string
    budgetNone: string
    titleNone: string
    sureTitle: string
    sure: string
    sureYes: string
    sureNo: string
  }
  end: {
    under_age: {
      title: string
      text: (of: { age: string | number }) => string
    }
    screened_out: {
      title: string
      text: string
    }
    complete_unrewarded: {
      title: string
      text: string
    }
    elsewhere: {
      title: string
      text: string
    }
    over_quota: {
      title: string
      text: string
      group: (of: { group: string | number }) => string
    }
    withdrawn: {
      title: string
      text: string
    }
    close: string
    home: string
    guardian: string
  }
  elsewhere: {
    title: string
    text: string
    goOn: string
    orCode: string
  }
  review: {
    title: string
    lead: string
    change: string
    changed: string
  }
}

const en: SurveyMessages = {
  page: {
    progress: ({ at, of }) => `Page ${at} of about ${of}`,
    finish: 'Finish',
    back: 'Back',
    consents: 'Before you continue',
    byYourself: 'Please answer yourself: a program or an AI must not answer for you. Reading aids, translation and dictation are welcome.',
    optional: ' (optional)',
    errorOf: ({ question, message }) => `${question} — ${message}`,
    chooseAll: 'Choose all that apply.',
    chooseUpTo: ({ max }) => `Choose up to ${max}.`,
    chooseBetween: ({ min, max }) => `Choose ${min} to ${max}.`,
    showAll: 'Show all',
    specify: 'Please specify',
    specifyIf: ({ label }) => `If you chose “${label}”, please specify`,
    choose: 'Choose…',
    choice: ({ n }) => `${n === 1 ? '1st choice' : n === 2 ? '2nd choice' : n === 3 ? '3rd choice' : `${n}th choice`}`,
    noChoice: '— none —',
    charactersLeft: ({ n }) => `Characters left: ${n}`,
    from: ({ min, max }) => `A number from ${min} to ${max}`,
    fromDay: ({ min, max }) => `A date from ${min} to ${max}`,
    dayExample: 'for example 2027-06-05',
    errors: ({ n }) => `${n === 1 ? 'Please check one answer' : `Please check ${n} answers`}`,
    faults: {
      required: 'Please answer this question.',
      consent: 'Please tick this box if you want to take part.',
      wrong_type: 'We could not read this answer. Please enter it again.',
      unknown_code: 'Please choose one of the options offered.',
      not_in_list: 'This name is not in the list. Type its first letters and pick it, or write it in English or Chinese as the list has it.',
      not_offered: 'This option is not available to you here. Please choose another.',
      too_few: ({ min }) => `Please choose at least ${min}.`,
      too_many: ({ max }) => `Please choose no more than ${max}.`,
      exclusive: 'One of your choices cannot be combined with the others. Keep either that one or the others.',
      twice: 'You have chosen the same option twice. Please choose each one once.',
      out_of_range: ({ min, max }) => `Please enter a number from ${min} to ${max}.`,
      not_a_date: 'Please give a day that is in the calendar, such as 2027-06-05.',
      too_early: ({ day }) => `Please give a date no earlier than ${day}.`,
      too_late: ({ day }) => `Please give a date no later than ${day}.`,
      too_long: ({ max }) => `Please use no more than ${max} characters.`,
      detail_missing: 'Please specify.',
      not_shown: 'This question is no longer part of your questionnaire. Your answer to it is not used.',
    },
    faultsWithoutLimits: {
      out_of_range: 'Please enter a number within the limits.',
      too_long: 'This text is too long. Please shorten it.',
    },
    progressLast: ({ at, of }) => `Page ${at} of ${of}`,
    chooseAtLeast: ({ min }) => `Choose at least ${min}.`,
    paradata: 'I also allow counting how often something is typed, changed or pasted on a page, never what (optional).',
  },
  resume: {
    summary: 'Continue on another device',
    title: 'Continue here',
    lead: 'Enter the resume code that you were given when you started.',
    keep: 'Keep this code or link: it opens your answers, and what becomes of your reward, on another device, or after you clear this browser’s data. Do not share it.',
    keepAfter: 'Keep this code: without an account, it opens what is kept about you, on any device.',
    fresh: 'Your resume code',
    label: 'Resume code',
    hint: 'Letters and digits; hyphens and capitals do not matter.',
    wrong: 'No questionnaire matches this code. Please check it and try again.',
    button: 'Continue',
    out: 'This device is signed out and keeps nothing of your answers any more.',
  },
  conflict: {
    title: 'This page was changed in another tab',
    lead: 'Newer answers to this page were saved from another tab or device. They are filled in below.',
    here: 'The answers in this tab',
    blank: '(blank)',
    keep: 'Keep the newer answers',
    mine: 'Use the answers in this tab',
    keepHint: 'Saves the form above as it is now, with any changes that you make.',
  },
  rewardGone: {
    title: 'No reward is available right now',
    budget: 'All rewards for where you live have been used, or are set aside for people who are still answering. Some may become available within half an hour.',
    safe: 'Your answers so far are saved.',
    goOn: 'Continue without a reward',
    retry: 'Try again',
    later: 'Or come back later: open the same link again, and you continue where you left off.',
    budgetNone: 'All rewards for where you live have been used. None is set aside for others, so waiting will not help. You can go on without a reward, or stop here.',
    titleNone: 'No rewards are left',
    sureTitle: 'Give up the reward?',
    sure: 'Your answers will be saved and used, and you will get no reward for them, also if one becomes available later. This cannot be undone.',
    sureYes: 'Yes, continue without a reward',
    sureNo: 'No, go back',
  },
  end: {
    under_age: {
      title: 'Thank you for your interest',
      text: ({ age }) => `This study is for people of ${age} and over. None of your answers was stored. This browser remembers for 30 days, in a cookie, that the study does not open here.`,
    },
    screened_out: {
      title: 'Thank you',
      text: 'This study is for people who plan to study, are studying or have studied away from home, so there are no more questions for you. There is no reward for this part.',
    },
    complete_unrewarded: {
      title: 'Thank you, all done',
      text: 'Your answers are saved. There is no reward for them.',
    },
    elsewhere: {
      title: 'Thank you, all done',
      text: 'Your answers are saved. What becomes of your reward is shown on the device that you started on, or here with the resume code that you were given at the start.',
    },
    over_quota: {
      title: 'Thank you for your interest',
      text: 'We already have enough answers from people in your situation, so there are no more questions for you. There is no reward for this part.',
      group: ({ group }) => `The group that is full: ${group}`,
    },
    withdrawn: {
      title: 'Your answers were withdrawn',
      text: 'They are no longer used in this study.',
    },
    close: 'You can close this page.',
    home: 'Back to the study',
    guardian: 'If you are 14 to 17, a parent or guardian has to agree first. They can write to the address below; you then get a personal link. Ticking a box yourself is not enough.',
  },
  elsewhere: {
    title: 'Already started on another device',
    text: 'This invitation was opened before on another device. You can continue from here, but earlier answers and the voucher are not shown on this device.',
    goOn: 'Continue from here',
    orCode: 'To see everything here, enter your resume code.',
  },
  review: {
    title: 'Check your answers',
    lead: 'These are all your answers. Change any of them now, or press Finish to send them.',
    change: 'Change',
    changed: 'Your answers have changed since this page was opened. Please check them again.',
  },
}

const zhHans: SurveyMessages = {
  page: {
    progress: ({ at, of }) => `第${at}页，共约${of}页`,
    finish: '完成',
    back: '上一页',
    consents: '继续之前',
    byYourself: '请亲自作答，不要让程序或人工智能代答；可使用读屏、翻译和语音输入。',
    optional: '（选填）',
    errorOf: ({ question, message }) => `“${question}”${message}`,
    chooseAll: '可多选。',
    chooseUpTo: ({ max }) => `最多选${max}项。`,
    chooseBetween: ({ min, max }) => `请选${min}至${max}项。`,
    showAll: '显示全部',
    specify: '请注明',
    specifyIf: ({ label }) => `若选择“${label}”，请注明`,
    choose: '请选择…',
    choice: ({ n }) => `${n === 1 ? '第一选择' : n === 2 ? '第二选择' : n === 3 ? '第三选择' : n === 4 ? '第四选择' : n === 5 ? '第五选择' : n === 6 ? '第六选择' : n === 7 ? '第七选择' : n === 8 ? '第八选择' : n === 9 ? '第九选择' : `第${n}选择`}`,
    noChoice: '—— 不选 ——',
    charactersLeft: ({ n }) => `还可输入${n}字`,
    from: ({ min, max }) => `${min}至${max}之间的数字`,
    fromDay: ({ min, max }) => `${min}至${max}之间的日期`,
    dayExample: '例如2027-06-05',
    errors: ({ n }) => `有${n}处需要检查`,
    faults: {
      required: '请回答这道题。',
      consent: '如愿意参加，请勾选此项。',
      wrong_type: '无法识别这个回答，请重新填写。',
      unknown_code: '请从所列选项中选择。',
      not_in_list: '列表中没有此名称。请输入开头几个字后从列表中选择，或写列表中的中文或英文名称。',
      not_offered: '此处不提供这个选项，请另选一项。',
      too_few: ({ min }) => `请至少选择${min}项。`,
      too_many: ({ max }) => `最多只能选择${max}项。`,
      exclusive: '所选项中有一项不能与其他项同时选择，请保留该项或保留其他项。',
      twice: '同一项选了两次，每项请只选一次。',
      out_of_range: ({ min, max }) => `请填写${min}至${max}之间的数字。`,
      not_a_date: '请填写有效日期，例如2027-06-05。',
      too_early: ({ day }) => `日期不能早于${day}。`,
      too_late: ({ day }) => `日期不能晚于${day}。`,
      too_long: ({ max }) => `请不要超过${max}字。`,
      detail_missing: '请注明具体内容。',
      not_shown: '您的问卷已不再包含这道题，原回答未采用。',
    },
    faultsWithoutLimits: {
      out_of_range: '数字超出了允许的范围。',
      too_long: '文字过长，请缩短。',
    },
    progressLast: ({ at, of }) => `第${at}页，共${of}页`,
    chooseAtLeast: ({ min }) => `至少选${min}项。`,
    paradata: '我还允许统计每页输入、修改和粘贴的次数，绝不记录内容（选填）。',
  },
  resume: {
    summary: '在其他设备上继续',
    title: '在此继续',
    lead: '请输入开始时给您的续答码。',
    keep: '请保存此码或链接：换设备或浏览器记录被清除时，可凭它打开您的回答并查看奖励的进展。请勿转给他人。',
    keepAfter: '请保存此码：无需注册，凭它可在任何设备上查看保存的关于您的全部内容。',
    fresh: '您的续答码',
    label: '续答码',
    hint: '由字母和数字组成，不区分大小写，连字符可省略。',
    wrong: '没有与此码对应的问卷。请核对后再试。',
    button: '继续',
    out: '此设备已退出，不再保存您的任何回答。',
  },
  conflict: {
    title: '此页已在另一个标签页中修改',
    lead: '另一个标签页或设备保存了此页较新的回答，已填在下方。',
    here: '本标签页原有的内容',
    blank: '（空白）',
    keep: '保留较新的回答',
    mine: '改用本标签页的内容',
    keepHint: '按上方表单显示或您修改后的内容保存。',
  },
  rewardGone: {
    title: '目前暂无奖励名额',
    budget: '您所在地的奖励名额已用完，或正为其他参与者保留。半小时内可能会有名额空出。',
    safe: '您已填写的回答都已保存。',
    goOn: '放弃奖励，继续作答',
    retry: '再试一次',
    later: '也可以稍后再来：打开同一链接即可，您的进度会保留。',
    budgetNone: '您所在地的奖励名额已全部用完，也没有为他人保留的名额，等待不会有新名额。您可以不领奖励继续作答，也可以到此为止。',
    titleNone: '奖励名额已用完',
    sureTitle: '确定放弃奖励吗？',
    sure: '您的回答会保存并使用，但您不会得到奖励，即使以后有名额空出也是如此。此操作无法撤销。',
    sureYes: '确定，放弃奖励并继续',
    sureNo: '不，返回',
  },
  end: {
    under_age: {
      title: '感谢您的关注',
      text: ({ age }) => `本研究面向${age}岁及以上人士。您填写的内容均未保存。此浏览器会用一个Cookie记住30天，期间不会再打开本问卷。`,
    },
    screened_out: {
      title: '谢谢',
      text: '本研究面向计划、正在或已完成留学（含赴港澳台就读）的人士，因此没有更多题目需要您回答。这部分没有奖励。',
    },
    complete_unrewarded: {
      title: '谢谢，已全部完成',
      text: '您的回答已保存。本次作答没有奖励。',
    },
    elsewhere: {
      title: '谢谢，已全部完成',
      text: '您的回答已保存。奖励的进展显示在您开始作答的设备上；也可在此输入开始时给您的续答码查看。',
    },
    over_quota: {
      title: '感谢您的关注',
      text: '与您情况相近的回答已经足够，因此没有更多题目需要您回答。这部分没有奖励。',
      group: ({ group }) => `名额已满的群体：${group}`,
    },
    withdrawn: {
      title: '您的回答已撤回',
      text: '本研究不再使用这些回答。',
    },
    close: '您可以关闭此页面。',
    home: '返回研究首页',
    guardian: '如果您是14至17岁，须先由父母或其他监护人同意：请他们联系下方地址，之后您会收到个人链接。您自己勾选是不够的。',
  },
  elsewhere: {
    title: '已在另一台设备上开始',
    text: '此邀请曾在另一台设备上打开。您可以在此继续作答，但先前的回答和奖励券不会在本设备上显示。',
    goOn: '从这里继续',
    orCode: '如需在此查看全部内容，请输入续答码。',
  },
  review: {
    title: '核对您的回答',
    lead: '以下是您的全部回答。您可以现在修改，或按“完成”提交。',
    change: '修改',
    changed: '打开此页之后，您的回答有了变动。请再核对一次。',
  },
}

const zhHant: SurveyMessages = {
  page: {
    progress: ({ at, of }) => `第${at}頁，共約${of}頁`,
    finish: '完成',
    back: '上一頁',
    consents: '繼續之前',
    byYourself: '請親自作答，不要讓程式或人工智能代答；可使用讀屏、翻譯和語音輸入。',
    optional: '（選填）',
    errorOf: ({ question, message }) => `「${question}」${message}`,
    chooseAll: '可選多項。',
    chooseUpTo: ({ max }) => `最多選${max}項。`,
    chooseBetween: ({ min, max }) => `請選${min}至${max}項。`,
    showAll: '顯示全部',
    specify: '請註明',
    specifyIf: ({ label }) => `如選擇「${label}」，請註明`,
    choose: '請選擇…',
    choice: ({ n }) => `${n === 1 ? '第一選擇' : n === 2 ? '第二選擇' : n === 3 ? '第三選擇' : n === 4 ? '第四選擇' : n === 5 ? '第五選擇' : n === 6 ? '第六選擇' : n === 7 ? '第七選擇' : n === 8 ? '第八選擇' : n === 9 ? '第九選擇' : `第${n}選擇`}`,
    noChoice: '—— 不選 ——',
    charactersLeft: ({ n }) => `尚可輸入${n}字`,
    from: ({ min, max }) => `${min}至${max}之間的數字`,
    fromDay: ({ min, max }) => `${min}至${max}之間的日期`,
    dayExample: '例如2027-06-05',
    errors: ({ n }) => `有${n}處需要檢查`,
    faults: {
      required: '請回答這條問題。',
      consent: '如願意參加，請剔選此項。',
      wrong_type: '未能讀取這個答案，請重新填寫。',
      unknown_code: '請從列出的選項中選擇。',
      not_in_list: '清單中沒有此名稱。請輸入開頭幾個字後從清單中選擇，或寫清單中的中文或英文名稱。',
      not_offered: '這裏不提供這個選項，請另選一項。',
      too_few: ({ min }) => `請最少選擇${min}項。`,
      too_many: ({ max }) => `最多只可選擇${max}項。`,
      exclusive: '所選項目中有一項不可與其他項目並選，請保留該項或保留其他項目。',
      twice: '同一項選了兩次，每項請只選一次。',
      out_of_range: ({ min, max }) => `請填寫${min}至${max}之間的數字。`,
      not_a_date: '請填寫有效日期，例如2027-06-05。',
      too_early: ({ day }) => `日期不可早於${day}。`,
      too_late: ({ day }) => `日期不可遲於${day}。`,
      too_long: ({ max }) => `請不要超過${max}字。`,
      detail_missing: '請註明詳情。',
      not_shown: '您的問卷已不再包括這條問題，原有答案不獲採用。',
    },
    faultsWithoutLimits: {
      out_of_range: '數字超出可接受的範圍。',
      too_long: '文字過長，請縮短。',
    },
    progressLast: ({ at, of }) => `第${at}頁，共${of}頁`,
    chooseAtLeast: ({ min }) => `最少選${min}項。`,
    paradata: '我亦允許統計每頁輸入、修改和貼上的次數，絕不記錄內容（選填）。',
  },
  resume: {
    summary: '在其他裝置繼續',
    title: '在這裏繼續',
    lead: '請輸入開始時給您的續答碼。',
    keep: '請保存此碼或連結：轉用其他裝置，或瀏覽器紀錄被清除時，可憑它開啟您的答案並查看獎賞的進展。請勿轉給他人。',
    keepAfter: '請保存此碼：無需註冊，憑它可在任何裝置上查看保存的關於您的全部內容。',
    fresh: '您的續答碼',
    label: '續答碼',
    hint: '由字母及數字組成，不分大小楷，可省略連字號。',
    wrong: '沒有問卷使用此碼。請核對後再試。',
    button: '繼續',
    out: '此裝置已登出，不再保存您的任何答案。',
  },
  conflict: {
    title: '此頁已在另一個分頁更改',
    lead: '另一個分頁或裝置儲存了此頁較新的答案，已填在下面。',
    here: '這個分頁原有的內容',
    blank: '（空白）',
    keep: '保留較新的答案',
    mine: '改用這個分頁的內容',
    keepHint: '按上面表格所示或您更改後的內容儲存。',
  },
  rewardGone: {
    title: '目前暫無獎賞名額',
    budget: '您所在地的獎賞名額已用完，或正為其他參與者保留。半小時內或會有名額騰出。',
    safe: '您已填寫的答案都已儲存。',
    goOn: '放棄獎賞，繼續作答',
    retry: '再試一次',
    later: '亦可稍後再來：開啟同一連結便可，您的進度會保留。',
    budgetNone: '您所在地的獎賞名額已全部用完，亦沒有為他人保留的名額，等候不會有新名額。您可以不領獎賞繼續作答，亦可以到此為止。',
    titleNone: '獎賞名額已用完',
    sureTitle: '確定放棄獎賞嗎？',
    sure: '您的答案會儲存及使用，但您不會得到獎賞，即使日後有名額騰出亦然。此操作無法復原。',
    sureYes: '確定，放棄獎賞並繼續',
    sureNo: '不，返回',
  },
  end: {
    under_age: {
      title: '多謝您的關注',
      text: ({ age }) => `本研究的對象為${age}歲或以上人士。您填寫的內容一概沒有儲存。此瀏覽器會用一個Cookie記住30天，期間不會再開啟本問卷。`,
    },
    screened_out: {
      title: '多謝',
      text: '本研究的對象是計劃、正在或已完成到外地升學的人士，因此沒有其他問題需要您回答。這部分不設獎賞。',
    },
    complete_unrewarded: {
      title: '多謝，已全部完成',
      text: '您的答案已儲存。這次作答沒有獎賞。',
    },
    elsewhere: {
      title: '多謝，已全部完成',
      text: '您的答案已儲存。獎賞的進展顯示在您開始作答的裝置上；亦可在此輸入開始時給您的續答碼查看。',
    },
    over_quota: {
      title: '多謝您的關注',
      text: '與您情況相近的答案已經足夠，因此沒有其他問題需要您回答。這部分不設獎賞。',
      group: ({ group }) => `名額已滿的群體：${group}`,
    },
    withdrawn: {
      title: '您的答案已撤回',
      text: '本研究不再使用這些答案。',
    },
    close: '您可以關閉此頁。',
    home: '返回研究首頁',
    guardian: '如果您是14至17歲，須先由父母或其他監護人同意：請他們聯絡下方地址，之後您會收到個人連結。您自己勾選並不足夠。',
  },
  elsewhere: {
    title: '已在另一部裝置開始',
    text: '此邀請曾在另一部裝置開啟。您可以在這裏繼續作答，但之前的答案和獎賞券不會在這部裝置顯示。',
    goOn: '從這裏繼續',
    orCode: '如要在這裏查看全部內容，請輸入續答碼。',
  },
  review: {
    title: '核對您的答案',
    lead: '以下是您的全部答案。您可以現在更改，或按「完成」提交。',
    change: '更改',
    changed: '開啟此頁之後，您的答案有所變動。請再核對一次。',
  },
}

const languages: Record<Language, SurveyMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of survey, in one language. */
export function surveyMessages(language: Language): SurveyMessages {
  return languages[language]
}
