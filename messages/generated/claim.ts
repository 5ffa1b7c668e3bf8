// Made from messages/*/claim.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ClaimMessages {
  title: string
  changeTitle: string
  choose: string
  go: string
  other: string
  back: string
  none: string
  changeNote: string
  private: string
  ways: {
    wechat: string
    alipay: string
    fps: string
    alipayhk: string
    mpay: string
    bank: string
    gift: string
  }
  fields: {
    login: {
      label: string
      hint: string
    }
    phone_cn: {
      label: string
      hint: string
    }
    phone_hk: {
      label: string
      hint: string
    }
    phone_hk_mobile: {
      label: string
      hint: string
    }
    phone_mo_mobile: {
      label: string
      hint: string
    }
    name: {
      label: string
      hint: string
    }
    name_latin: {
      label: string
      hint: string
    }
    name_in_wallet: {
      label: string
      hint: string
    }
    bank_name: {
      label: string
      hint: string
    }
    bank_name_latin: {
      label: string
      hint: string
    }
    bank_code: {
      label: string
      hint: string
    }
    card: {
      label: string
      hint: string
    }
    account_hk: {
      label: string
      hint: string
    }
    account: {
      label: string
      hint: string
    }
    email: {
      label: string
      hint: string
    }
  }
  whys: {
    who_signed_in: string
    finds_account: string
    name_is_checked: string
    name_is_compared: string
    name_is_on_account: string
    which_bank: string
    gift_is_sent_there: string
  }
  faults: {
    missing: string
    too_long: string
    characters: string
    not_latin: string
    format: string
    country: string
    checksum: string
  }
  unchosen: string
  errors: (of: { n: number }) => string
  checkTitle: string
  checkText: string
  confirm: string
  correct: string
  wechat: {
    title: string
    text: string
    button: string
    known: string
    claim: string
    outside: string
    outsideLink: string
    failed: string
    failedText: string
    again: string
    outsidePhone: string
  }
  receive: {
    title: string
    when: string
    button: string
    reminder: string
    opening: string
    open: string
    shown: string
    closed: string
    notHere: string
    noScript: string
    until: (of: { time: string | number }) => string
    refused: {
      not_ready: string
      closed: string
      would_settle_in_closure: string
      not_published: string
      delayed: string
      unknown: string
      done: string
    }
    opensOn: (of: { day: string | number }) => string
    event: (of: { amount: string | number }) => string
    eventText: string
  }
  kept: string
}

const en: ClaimMessages = {
  title: 'Claim the money',
  changeTitle: 'Change the account',
  choose: 'How would you like to be paid?',
  go: 'Continue',
  other: 'Use another payment method',
  back: 'Back to the voucher',
  none: 'No payment method is available right now. Your voucher stays valid; please come back later, or contact the organiser.',
  changeNote: 'Payments to a changed account wait a day.',
  private: 'These details are stored encrypted, apart from your answers, and are seen only by those who make the payment.',
  ways: {
    wechat: 'Nothing to type: WeChat tells us which account is yours. After approval, come back to receive the money.',
    alipay: 'Needs the phone number that you sign in to Alipay with, and your real name: Alipay compares the two.',
    fps: 'Needs the phone number registered for FPS, which finds your account, and your name, which the bank checks.',
    alipayhk: 'Needs the Hong Kong mobile number of your AlipayHK account, which finds it, and the name that the account shows.',
    mpay: 'Needs the Macao mobile number of your MPay account, which finds it, and the name that the account shows.',
    bank: 'Needs your bank, your account number and the account holder’s name: a transfer to another name is returned.',
    gift: 'Needs an e-mail address: we send a link to it, and you choose what to receive.',
  },
  fields: {
    login: {
      label: 'WeChat account',
      hint: 'The one that you signed in with.',
    },
    phone_cn: {
      label: 'Phone number',
      hint: 'A mainland mobile number, such as 138 1234 5678.',
    },
    phone_hk: {
      label: 'Phone number',
      hint: 'An eight-digit Hong Kong mobile number, such as 6123 4567.',
    },
    phone_hk_mobile: {
      label: 'Mobile number',
      hint: 'The eight-digit Hong Kong mobile number of your AlipayHK account, such as 6123 4567.',
    },
    phone_mo_mobile: {
      label: 'Mobile number',
      hint: 'The eight-digit Macao mobile number of your MPay account; it begins with 6, such as 6612 3456.',
    },
    name: {
      label: 'Name',
      hint: 'Exactly as it is on the account.',
    },
    name_latin: {
      label: 'Name in Latin letters',
      hint: 'Exactly as your bank writes it in Latin letters, such as Chan Tai Man.',
    },
    name_in_wallet: {
      label: 'Name',
      hint: 'As the wallet shows it to people who pay you. It may hide a part of it behind stars.',
    },
    bank_name: {
      label: 'Bank',
      hint: 'Its full name, with the branch if your account has one.',
    },
    bank_name_latin: {
      label: 'Bank, in Latin letters',
      hint: 'The bank’s name in Latin letters.',
    },
    bank_code: {
      label: 'Bank code',
      hint: 'Three digits, such as 004 for HSBC or 012 for Bank of China (Hong Kong).',
    },
    card: {
      label: 'Card number',
      hint: 'The 16 to 19 digits on the bank card.',
    },
    account_hk: {
      label: 'Account number',
      hint: 'With the branch code, without the bank code.',
    },
    account: {
      label: 'Account number',
      hint: 'Digits only; spaces do not matter.',
    },
    email: {
      label: 'E-mail address',
      hint: 'One that you have access to.',
    },
  },
  whys: {
    who_signed_in: 'It is where the money goes.',
    finds_account: 'It finds your account.',
    name_is_checked: 'It is checked against the account, so that the money reaches nobody else.',
    name_is_compared: 'Whoever pays compares it with what the wallet shows, so that no mistyped number is paid.',
    name_is_on_account: 'The bank returns what is sent to another name.',
    which_bank: 'It tells us where the account is.',
    gift_is_sent_there: 'The link is sent there, and is used for nothing else.',
  },
  faults: {
    missing: 'Please fill this in.',
    too_long: 'This is too long.',
    characters: 'It contains a character that is not allowed here.',
    not_latin: 'Please write this in Latin letters, as your bank does.',
    format: 'This does not look right. Please check it against your account.',
    country: 'This number is from a region that this payment method does not reach. Please use another number, or another payment method.',
    checksum: 'One digit seems to be wrong, or two are swapped.',
  },
  unchosen: 'Please choose one of these.',
  errors: ({ n }) => `${n === 1 ? 'Please check one entry' : `Please check ${n} entries`}`,
  checkTitle: 'Is this right?',
  checkText: 'The money goes to exactly this account. One wrong digit can send it to somebody else.',
  confirm: 'Yes, pay me there',
  correct: 'Correct it',
  wechat: {
    title: 'Get paid through WeChat',
    text: 'Press the button: WeChat tells us which account is yours, and nothing else about you.',
    button: 'Continue with WeChat',
    known: 'WeChat has let us know which account is yours. The money will go to the WeChat account that you are using now.',
    claim: 'Pay me to this WeChat account',
    outside: 'This works only inside WeChat. Open WeChat, choose Scan, and scan this code; your voucher opens there.',
    outsideLink: 'Or send the voucher link to yourself in WeChat and open it there.',
    failed: 'WeChat could not tell us the account',
    failedText: 'The request had expired, came from another browser, or was already used. Nothing was changed; please start again.',
    again: 'Start again',
    outsidePhone: 'This works only inside WeChat. Copy this link, send it to “File Transfer” in WeChat, and tap it there; your voucher opens inside WeChat.',
  },
  receive: {
    title: 'Receive the money',
    when: 'You can receive it on any day when payments are made, with WeChat at hand. After you press the button you have 24 hours to confirm in WeChat.',
    button: 'Receive the money now',
    reminder: 'Add a reminder to my calendar',
    opening: 'WeChat is opening its confirmation…',
    open: 'Open the confirmation again',
    shown: 'WeChat has shown its confirmation. The voucher page will show in a moment whether the money has arrived.',
    closed: 'The confirmation did not open, or was closed. You can open it again.',
    notHere: 'The confirmation opens only inside WeChat.',
    noScript: 'WeChat’s confirmation needs JavaScript. If nothing happens, it may be turned off here: turn it on and press the button again.',
    until: ({ time }) => `Please confirm by ${time}.`,
    refused: {
      not_ready: 'The payment has not been approved yet.',
      closed: 'No payments are made today.',
      would_settle_in_closure: 'Days without payments begin so soon that WeChat might pay during them.',
      not_published: 'The calendar for these days has not been published yet.',
      delayed: 'WeChat cannot pay it right now. The cause is on our side; please try again later.',
      unknown: 'WeChat has not answered yet. We keep asking; the money cannot be lost or paid twice.',
      done: 'It has already been paid.',
    },
    opensOn: ({ day }) => `You can receive it from ${day}.`,
    event: ({ amount }) => `Receive ${amount} in WeChat`,
    eventText: 'Open your voucher in WeChat and press the button. After that you have 24 hours to confirm.',
  },
  kept: 'Names are kept on this device until you have sent this form. Account numbers, phone numbers and e-mail addresses are not: if you leave this page, please type them again.',
}

const zhHans: ClaimMessages = {
  title: '领取奖励',
  changeTitle: '更改收款账户',
  choose: '您希望怎样收款？',
  go: '继续',
  other: '更换收款方式',
  back: '返回奖励券',
  none: '目前没有可用的收款方式。您的奖励券仍然有效；请稍后再来，或联系主办方。',
  changeNote: '更改账户后须等待一天才会付款。',
  private: '这些资料加密保存，与您的回答分开，只有经手付款的人能看到。',
  ways: {
    wechat: '无需填写：由微信告知我们您的账户。审批后您回到本页收款。',
    alipay: '需要您登录支付宝的手机号和真实姓名：支付宝会核对两者是否一致。',
    fps: '需要登记了转数快的电话号码，用来找到账户；还需要姓名，由银行核对。',
    alipayhk: '需要AlipayHK账户登记的香港手机号（用来找到账户），以及该账户显示的姓名。',
    mpay: '需要MPay账户登记的澳门手机号（用来找到账户），以及该账户显示的姓名。',
    bank: '需要银行、账号和户名：户名不符的汇款会被退回。',
    gift: '需要电子邮箱：我们会把链接发到那里，由您选择领取什么。',
  },
  fields: {
    login: {
      label: '微信账户',
      hint: '您登录时所用的账户。',
    },
    phone_cn: {
      label: '手机号',
      hint: '内地手机号，例如138 1234 5678。',
    },
    phone_hk: {
      label: '电话号码',
      hint: '八位数的香港手机号，例如6123 4567。',
    },
    phone_hk_mobile: {
      label: '手机号',
      hint: 'AlipayHK账户的八位香港手机号，例如6123 4567。',
    },
    phone_mo_mobile: {
      label: '手机号',
      hint: 'MPay账户的八位澳门手机号，以6开头，例如6612 3456。',
    },
    name: {
      label: '姓名',
      hint: '与账户上的完全一致。',
    },
    name_latin: {
      label: '姓名（拉丁字母）',
      hint: '与银行所用的拉丁字母写法完全一致，例如Chan Tai Man。',
    },
    name_in_wallet: {
      label: '姓名',
      hint: '与钱包向付款人显示的一致；其中一部分可以是星号。',
    },
    bank_name: {
      label: '银行',
      hint: '银行全称；如有开户支行请一并填写。',
    },
    bank_name_latin: {
      label: '银行（拉丁字母）',
      hint: '银行名称的拉丁字母写法。',
    },
    bank_code: {
      label: '银行代码',
      hint: '三位数字，例如汇丰为004，中银香港为012。',
    },
    card: {
      label: '卡号',
      hint: '银行卡上的16至19位数字。',
    },
    account_hk: {
      label: '账号',
      hint: '含分行代码，不含银行代码。',
    },
    account: {
      label: '账号',
      hint: '只填数字，有无空格均可。',
    },
    email: {
      label: '电子邮箱',
      hint: '请填写您能收信的邮箱。',
    },
  },
  whys: {
    who_signed_in: '款项会付到这里。',
    finds_account: '用来找到您的账户。',
    name_is_checked: '会与账户核对，以免付给别人。',
    name_is_compared: '付款人会与钱包显示的姓名核对，以免因号码输错而付给别人。',
    name_is_on_account: '户名不符的汇款会被银行退回。',
    which_bank: '用来说明账户在哪里。',
    gift_is_sent_there: '链接会发到这里，不作他用。',
  },
  faults: {
    missing: '请填写此项。',
    too_long: '内容过长。',
    characters: '含有不允许的字符。',
    not_latin: '请用拉丁字母填写，与银行的写法一致。',
    format: '格式不对，请与您的账户核对。',
    country: '该号码所属的地区不适用于这种收款方式，请改用其他号码或其他收款方式。',
    checksum: '似乎有一位数字输错，或有两位数字颠倒。',
  },
  unchosen: '请选择一项。',
  errors: ({ n }) => `有${n}项需要检查`,
  checkTitle: '请核对',
  checkText: '款项会付到这个账户。输错一位数字就可能付给别人。',
  confirm: '没错，付到这里',
  correct: '更正',
  wechat: {
    title: '用微信收款',
    text: '按下按钮，由微信告知我们您的账户。除此之外我们不会得知您的任何信息。',
    button: '用微信继续',
    known: '微信已告知我们您的账户。款项会付到您现在使用的这个微信账户。',
    claim: '付到这个微信账户',
    outside: '只能在微信里进行。请打开微信，用“扫一扫”扫描此码，奖励券会在微信里打开。',
    outsideLink: '也可以把奖励券链接发给微信里的自己，再从那里打开。',
    failed: '微信未能告知账户',
    failedText: '这次请求已过期、来自另一个浏览器，或已经用过。没有任何改动，请重新开始。',
    again: '重新开始',
    outsidePhone: '只能在微信里进行。请复制此链接，发给微信里的“文件传输助手”，再从那里点开，奖励券会在微信里打开。',
  },
  receive: {
    title: '收款',
    when: '请在任何一个正常付款的日子里，用微信打开本页。按下按钮后，您有24小时在微信中确认。',
    button: '立即收款',
    reminder: '添加到我的日历',
    opening: '正在打开微信的确认页……',
    open: '再次打开确认页',
    shown: '微信已显示确认页。款项是否到账，稍后可在奖励券页面查看。',
    closed: '确认页没有打开，或已被关闭。您可以再次打开。',
    notHere: '确认页只能在微信里打开。',
    noScript: '微信的确认页需要JavaScript。如果没有反应，可能是这里停用了JavaScript：请启用后再按一次按钮。',
    until: ({ time }) => `请于${time}之前确认。`,
    refused: {
      not_ready: '付款尚未批准。',
      closed: '今天暂停付款。',
      would_settle_in_closure: '即将进入暂停付款的日子，微信可能会在那时支付款项。',
      not_published: '这些日子的工作日历尚未公布。',
      delayed: '微信目前未能付款。原因在我们这边，请稍后再试。',
      unknown: '微信尚未回复。我们会一直查询；钱不会丢失，也不会重复支付。',
      done: '款项已经支付。',
    },
    opensOn: ({ day }) => `${day}起可以收款。`,
    event: ({ amount }) => `在微信中收取${amount}`,
    eventText: '在微信中打开您的奖励券，按下按钮。之后您有24小时确认。',
  },
  kept: '姓名和银行会保留在本机，直到您提交此表。账号、手机号码和邮箱不会保留：离开此页后请重新填写。',
}

const zhHant: ClaimMessages = {
  title: '領取獎賞',
  changeTitle: '更改收款賬戶',
  choose: '您希望怎樣收款？',
  go: '繼續',
  other: '更換收款方式',
  back: '返回獎賞券',
  none: '目前沒有可用的收款方式。您的獎賞券仍然有效；請稍後再來，或聯絡主辦機構。',
  changeNote: '更改賬戶後須等候一天才會付款。',
  private: '這些資料會加密儲存，與您的答案分開，只有經手付款的人才能看到。',
  ways: {
    wechat: '毋須填寫：由微信告知我們您的賬戶。審批後您回到本頁收款。',
    alipay: '需要您登入支付寶的手機號碼和真實姓名：支付寶會核對兩者是否一致。',
    fps: '需要登記了轉數快的電話號碼，用來找到賬戶；亦需要姓名，供銀行核對。',
    alipayhk: '需要AlipayHK賬戶登記的香港手機號碼（用來找到賬戶），以及該賬戶顯示的姓名。',
    mpay: '需要MPay賬戶登記的澳門手機號碼（用來找到賬戶），以及該賬戶顯示的姓名。',
    bank: '需要銀行、賬戶號碼和賬戶名稱：賬戶名稱不符的轉賬會被退回。',
    gift: '需要電郵地址：我們會把連結寄到那裏，由您選擇領取甚麼。',
  },
  fields: {
    login: {
      label: '微信賬戶',
      hint: '您登入時所用的賬戶。',
    },
    phone_cn: {
      label: '手機號碼',
      hint: '內地手機號碼，例如138 1234 5678。',
    },
    phone_hk: {
      label: '電話號碼',
      hint: '八位數的香港手機號碼，例如6123 4567。',
    },
    phone_hk_mobile: {
      label: '手機號碼',
      hint: 'AlipayHK賬戶的八位香港手機號碼，例如6123 4567。',
    },
    phone_mo_mobile: {
      label: '手機號碼',
      hint: 'MPay賬戶的八位澳門手機號碼，以6字開頭，例如6612 3456。',
    },
    name: {
      label: '姓名',
      hint: '與賬戶上的完全一致。',
    },
    name_latin: {
      label: '姓名（拉丁字母）',
      hint: '與銀行所用的拉丁字母寫法完全一致，例如Chan Tai Man。',
    },
    name_in_wallet: {
      label: '姓名',
      hint: '與錢包向付款人顯示的一致；其中一部分可以是星號。',
    },
    bank_name: {
      label: '銀行',
      hint: '銀行全名；如有開戶分行請一併填寫。',
    },
    bank_name_latin: {
      label: '銀行（拉丁字母）',
      hint: '銀行名稱的拉丁字母寫法。',
    },
    bank_code: {
      label: '銀行編號',
      hint: '三位數字，例如滙豐為004，中銀香港為012。',
    },
    card: {
      label: '卡號',
      hint: '銀行卡上的16至19位數字。',
    },
    account_hk: {
      label: '賬戶號碼',
      hint: '連同分行編號，不包括銀行編號。',
    },
    account: {
      label: '賬戶號碼',
      hint: '只填數字，有否空格均可。',
    },
    email: {
      label: '電郵地址',
      hint: '請填寫您能收信的電郵。',
    },
  },
  whys: {
    who_signed_in: '款項會付到這裏。',
    finds_account: '用來找到您的賬戶。',
    name_is_checked: '會與賬戶核對，以免付給別人。',
    name_is_compared: '付款人會與錢包顯示的姓名核對，以免因號碼輸錯而付給別人。',
    name_is_on_account: '賬戶名稱不符的轉賬會被銀行退回。',
    which_bank: '用來說明賬戶在哪裏。',
    gift_is_sent_there: '連結會寄到這裏，不作其他用途。',
  },
  faults: {
    missing: '請填寫此項。',
    too_long: '內容過長。',
    characters: '含有不容許的字元。',
    not_latin: '請用拉丁字母填寫，與銀行的寫法一致。',
    format: '格式不對，請與您的賬戶核對。',
    country: '該號碼所屬的地區不適用於這種收款方式，請改用其他號碼或其他收款方式。',
    checksum: '似乎有一位數字輸入錯誤，或有兩位數字調轉了。',
  },
  unchosen: '請選擇一項。',
  errors: ({ n }) => `有${n}項需要檢查`,
  checkTitle: '請核對',
  checkText: '款項會付到這個賬戶。輸錯一位數字就可能付給別人。',
  confirm: '沒錯，付到這裏',
  correct: '更正',
  wechat: {
    title: '用微信收款',
    text: '按下按鈕，由微信告知我們您的賬戶。除此之外，我們不會得知您的任何資料。',
    button: '用微信繼續',
    known: '微信已告知我們您的賬戶。款項會付到您現正使用的這個微信賬戶。',
    claim: '付到這個微信賬戶',
    outside: '只能在微信內進行。請開啟微信，用「掃一掃」掃描此碼，獎賞券便會在微信內開啟。',
    outsideLink: '亦可把獎賞券連結傳給微信內的自己，再從那裏開啟。',
    failed: '微信未能告知賬戶',
    failedText: '這次要求已過時、來自另一個瀏覽器，或已經用過。沒有任何改動，請重新開始。',
    again: '重新開始',
    outsidePhone: '只能在微信內進行。請複製此連結，傳到微信內的「檔案傳輸」，再從那裏點開，獎賞券便會在微信內開啟。',
  },
  receive: {
    title: '收款',
    when: '請在任何一個正常付款的日子，用微信開啟本頁。按下按鈕後，您有24小時在微信中確認。',
    button: '立即收款',
    reminder: '加到我的日曆',
    opening: '正在開啟微信的確認頁……',
    open: '再次開啟確認頁',
    shown: '微信已顯示確認頁。款項是否到賬，稍後可在獎賞券頁面查看。',
    closed: '確認頁沒有開啟，或已被關閉。您可以再次開啟。',
    notHere: '確認頁只能在微信內開啟。',
    noScript: '微信的確認頁需要JavaScript。如沒有反應，可能是這裏停用了JavaScript：請啟用後再按一次按鈕。',
    until: ({ time }) => `請於${time}之前確認。`,
    refused: {
      not_ready: '付款尚未獲批准。',
      closed: '今天暫停付款。',
      would_settle_in_closure: '即將進入暫停付款的日子，微信可能會在那時支付款項。',
      not_published: '這些日子的工作日曆尚未公佈。',
      delayed: '微信目前未能付款。原因在我們這邊，請稍後再試。',
      unknown: '微信尚未回覆。我們會一直查詢；錢不會遺失，也不會重複支付。',
      done: '款項已經支付。',
    },
    opensOn: ({ day }) => `${day}起可以收款。`,
    event: ({ amount }) => `在微信中收取${amount}`,
    eventText: '在微信中開啟您的獎賞券，按下按鈕。之後您有24小時確認。',
  },
  kept: '姓名和銀行會保留在這部裝置，直至您提交此表。賬戶號碼、電話號碼和電郵地址不會保留：離開此頁後請重新輸入。',
}

const languages: Record<Language, ClaimMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of claim, in one language. */
export function claimMessages(language: Language): ClaimMessages {
  return languages[language]
}
