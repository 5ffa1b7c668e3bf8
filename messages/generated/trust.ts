// Made from messages/*/trust.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface TrustMessages {
  title: string
  answer: (of: { organiser: string | number; study: string | number }) => string
  nobodyYet: string
  paidSoFar: (of: { people: string | number }) => string
  took: (of: { days: number }) => string
  countedOn: (of: { day: string | number }) => string
  what: string
  people: string
  sum: string
  paid: string
  owed: string
  few: string
  next: string
  steps: {
    answer: string
    claim: string
    check: string
  }
  never: string
  ask: string
  back: string
  proof: string
  proofText: string
  seal: (of: { day: string | number; n: string | number }) => string
  file: string
  check: string
  notice: {
    title: string
    lead: (of: { study: string | number }) => string
    version: (of: { version: string | number }) => string
    versions: string
    one: (of: { version: string | number; day: string | number }) => string
    old: string
    newest: string
    sections: {
      controller: string
      purposes: string
      recipients: string
      countries: string
      retention: string
      rights: string
      authority: string
      voluntary: string
    }
    controller: (of: { organiser: string | number; contact: string | number }) => string
    purposes: {
      research: string
      paradata: string
      reward: string
      books: string
      fraud: string
      safety: string
      ways: string
    }
    recipients: {
      researchers: (of: { organiser: string | number }) => string
      money: string
      payers: (of: { channels: string | number }) => string
      abroad: (of: { recipient: string | number; contact: string | number; purpose: string | number }) => string
      nobody: string
    }
    countries: {
      ask: (of: { contact: string | number }) => string
      abroad: (of: { recipient: string | number }) => string
      device: string
    }
    rights: {
      see: string
      object: string
      mail: (of: { contact: string | number }) => string
      after: string
      afterDays: (of: { days: number }) => string
    }
    authority: string
    voluntary: {
      all: string
      optional: string
      reward: string
    }
    kept: {
      kinds: {
        drafts: string
        paradata: string
        answers: string
        payees: string
        marks: string
        requests: string
        networks: string
        money: string
      }
      triggers: {
        saved: (of: { days: number }) => string
        ended: (of: { days: number }) => string
        study_over: (of: { days: number }) => string
        claim_over: (of: { days: number }) => string
        claims_over: (of: { days: number }) => string
        request_done: (of: { days: number }) => string
        used: (of: { days: number }) => string
      }
      open: string
      law: string
      grounds: {
        consent: string
        interest: string
        contract: string
        law: string
      }
    }
  }
}

const en: TrustMessages = {
  title: 'Is this real?',
  answer: ({ organiser, study }) => `Yes. ${organiser} runs “${study}” and pays for complete answers.`,
  nobodyYet: 'So far nobody has been paid, or fewer than five people have: figures that small are not shown.',
  paidSoFar: ({ people }) => `${people} vouchers have been paid so far.`,
  took: ({ days }) => `${days === 0 ? 'Half of the most recent ones were paid on the day they were claimed.' : days === 1 ? `Half of the most recent ones were paid within ${days} working day of the claim.` : `Half of the most recent ones were paid within ${days} working days of the claim.`}`,
  countedOn: ({ day }) => `Counted at the start of ${day}`,
  what: 'Money',
  people: 'Vouchers',
  sum: 'Sum',
  paid: 'Paid',
  owed: 'Owed, not yet paid',
  few: 'A day with fewer than five is counted with the next one, so that no figure points to one person.',
  next: 'What happens next',
  steps: {
    answer: 'You answer, and receive a voucher with a code and a reference.',
    claim: 'On its page you choose where the money should go. The page always shows what comes next, who has to do it, and by when.',
    check: 'Two people check each payment before it goes out.',
  },
  never: 'Nobody from this study will ask you to pay anything, or ask for a password or a verification code.',
  ask: 'Where to ask',
  back: 'Back to the study',
  proof: 'How to check this',
  proofText: 'Each day’s figures are signed, and name the latest seal of the audit trail: a chain of hashes in which nothing can be changed afterwards without being noticed. Anyone who keeps an earlier hash can check it against later records.',
  seal: ({ day, n }) => `${day}: seal ${n}`,
  file: 'Today’s figures with their signature (JSON)',
  check: 'The signature is a JWS (ES256); the public keys are at /.well-known/jwks.json. Any JOSE library can check it, and so can this open-source program: npm run verify-books -- --report trust.json --jwks jwks.json',
  notice: {
    title: 'Privacy notice',
    lead: ({ study }) => `What “${study}” keeps about you, what for, for how long, and what you can do about it.`,
    version: ({ version }) => `Version ${version}, SHA-256 of its text in all three languages:`,
    versions: 'All versions',
    one: ({ version, day }) => `Version ${version}, first agreed to on ${day}`,
    old: 'This is an earlier version. The one that holds for newcomers is the newest.',
    newest: 'Read the newest version',
    sections: {
      controller: 'Who is responsible',
      purposes: 'What for, and on what basis',
      recipients: 'Who receives it',
      countries: 'Where it is kept',
      retention: 'How long it is kept',
      rights: 'Your rights',
      authority: 'Where you can complain',
      voluntary: 'What is voluntary',
    },
    controller: ({ organiser, contact }) => `${organiser}. Write to ${contact}.`,
    purposes: {
      research: 'Your answers are used for this study, because you agree to that on the first page (consent). You can withdraw at any time; what was done with them before remains lawful.',
      paradata: 'If you tick the optional box for it, how often something is typed, changed or pasted on a page is counted, never what, to understand where questions are hard (a consent of its own).',
      reward: 'Where your reward should go is used to pay what you were promised (contract). It is kept apart from your answers.',
      books: 'Records of payments are kept because laws on accounting and tax ask for them (legal obligation).',
      fraud: 'Checks against fraud: answers, and when pages were sent, are compared to find programs, copies and people who answer twice, so that rewards reach those who really answer (legitimate interest). This is no part of your consent to the study. No program turns you down for it: a person decides, you are told, and you can object.',
      safety: 'Marks of networks that nobody can turn back into an address keep the service from being flooded (legitimate interest).',
      ways: 'Where a link has a tag (of a poster, say), the tag is kept with your answers, and how often the first page is opened is counted without knowing by whom, to see which ways reach people (legitimate interest).',
    },
    recipients: {
      researchers: ({ organiser }) => `Researchers of ${organiser} see answers under a random reference, without payment details.`,
      money: 'Other people there see payment details, without answers.',
      payers: ({ channels }) => `Whoever makes the payment in the way you choose (${channels}) receives what that payment needs.`,
      abroad: ({ recipient, contact, purpose }) => `${recipient} (${contact}), outside the place where you live, receives answers for ${purpose}, if you agree to that in a box of its own.`,
      nobody: 'Nobody else. Nothing is sold, and nothing is used for advertising.',
    },
    countries: {
      ask: ({ contact }) => `Ask ${contact} in which place this service keeps its data.`,
      abroad: ({ recipient }) => `The place of ${recipient}, for what is sent there.`,
      device: 'While you answer, your browser keeps what you type and the pages that you have opened on your device, so that nothing is lost without a connection. It deletes them when you finish or withdraw; you can do so at any time with the data of your browser.',
    },
    rights: {
      see: 'See and save everything that is kept about you, withdraw, and erase your answers: yourself, at once, with the code that you are given, on the page “Your answers and your rights”.',
      object: 'Object to a decision about your answers or to the checks, have a mistake put right, or take an optional consent back: on the same page, or in writing.',
      mail: ({ contact }) => `In writing to ${contact}: with your code, never by a reference alone. You get an answer within 30 days.`,
      after: 'Copies in backups go when those are deleted.',
      afterDays: ({ days }) => `Copies in backups are gone within ${days === 1 ? `${days} day` : `${days} days`}.`,
    },
    authority: 'The authority for data protection where you live: in the mainland the Cyberspace Administration of China, in Hong Kong the Privacy Commissioner for Personal Data, in Macao the Personal Data Protection Bureau, elsewhere the authority of that place.',
    voluntary: {
      all: 'Taking part is voluntary, and so is each answer that you may skip. Without consent to the study you cannot take part.',
      optional: 'Optional boxes are optional: refusing one costs nothing and changes nothing about your reward.',
      reward: 'Payment details are needed only if you want the reward.',
    },
    kept: {
      kinds: {
        drafts: 'What is not finished',
        paradata: 'Times of pages, counts of typing, traces by which copies are found',
        answers: 'Answers',
        payees: 'Payment details',
        marks: 'Keyed marks by which a person or an account is known again in this study, after answers were erased too',
        requests: 'Requests in writing',
        networks: 'Marks of networks',
        money: 'Records of payments',
      },
      triggers: {
        saved: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after it was last saved`,
        ended: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after the response ended`,
        study_over: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after the study’s last day`,
        claim_over: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after the payment`,
        claims_over: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after all claims and objections are over`,
        request_done: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after they were done`,
        used: ({ days }) => `${days === 1 ? `until ${days} day` : `until ${days} days`} after they were last needed`,
      },
      open: 'until you erase it, or the organiser does',
      law: 'for as long as the law asks',
      grounds: {
        consent: 'your consent',
        interest: 'legitimate interest',
        contract: 'contract',
        law: 'legal obligation',
      },
    },
  },
}

const zhHans: TrustMessages = {
  title: '这是真的吗？',
  answer: ({ study, organiser }) => `是真的。“${study}”由${organiser}主办，完整作答即可获得奖励。`,
  nobodyYet: '目前尚无人领到款项，或不足五人；这样小的数字不予显示。',
  paidSoFar: ({ people }) => `目前已支付${people}张奖励券。`,
  took: ({ days }) => `${days === 0 ? '最近的付款中，半数在领取当天支付。' : `最近的付款中，半数在领取后${days}个工作日内支付。`}`,
  countedOn: ({ day }) => `统计截至${day}零时`,
  what: '款项',
  people: '张数',
  sum: '金额',
  paid: '已付',
  owed: '待付',
  few: '当天不足五人的，并入下一天统计，任何数字都不会指向某一个人。',
  next: '接下来会怎样',
  steps: {
    answer: '完成作答后，您会得到一张带有券码和编号的奖励券。',
    claim: '在奖励券页面填写收款方式。页面会一直显示下一步是什么、由谁处理、何时完成。',
    check: '每笔付款发出前都由两人核对。',
  },
  never: '本研究的任何人都不会向您收取费用，也不会索要密码或验证码。',
  ask: '向谁询问',
  back: '返回研究',
  proof: '如何核验',
  proofText: '每天的数字都经过签名，并注明审计记录的最新存证。存证是一条哈希链，事后改动必然留痕；保存过以前哈希值的人，可以用它核对之后的账目。',
  seal: ({ day, n }) => `${day}：第${n}号存证`,
  file: '今日数字及签名（JSON）',
  check: '签名为JWS（ES256），公钥见 /.well-known/jwks.json。任何JOSE程序库均可核验，也可使用本开源程序：npm run verify-books -- --report trust.json --jwks jwks.json',
  notice: {
    title: '隐私声明',
    lead: ({ study }) => `“${study}”保存您的哪些信息、作何用途、保存多久，以及您可以如何处理。`,
    version: ({ version }) => `第${version}版，三种语言文本的SHA-256：`,
    versions: '所有版本',
    one: ({ version, day }) => `第${version}版，${day}首次有人同意`,
    old: '这是较早的版本。新参与者适用最新版本。',
    newest: '阅读最新版本',
    sections: {
      controller: '由谁负责',
      purposes: '用途与依据',
      recipients: '谁会收到',
      countries: '保存在何处',
      retention: '保存多久',
      rights: '您的权利',
      authority: '向谁投诉',
      voluntary: '哪些属于自愿',
    },
    controller: ({ organiser, contact }) => `${organiser}。联系方式：${contact}。`,
    purposes: {
      research: '您的回答用于本研究，依据是您在第一页的同意。您可以随时撤回；撤回之前已进行的处理仍然合法。',
      paradata: '如果您勾选了相应的选填框，系统会统计每页输入、修改和粘贴的次数（绝不记录内容），以了解哪些问题较难（依据是单独的同意）。',
      reward: '您填写的收款信息用于支付承诺给您的奖励（依据是合同），并与您的回答分开保存。',
      books: '付款记录依据会计和税务法律保存（法定义务）。',
      fraud: '防欺诈检查：系统会比对回答以及各页的提交时间，以识别程序作答、雷同答卷和重复参加，使奖励发给真正作答的人（依据是正当利益）。这不属于您对研究的同意。程序不会因此拒绝您：由人作出决定，您会得到告知，并可提出异议。',
      safety: '无法还原为网络地址的标记用于防止服务被恶意占满（依据是正当利益）。',
      ways: '如果链接带有标签（例如某张海报的标签），标签会随您的回答保存；首页被打开的次数也会计数，但不知道是谁打开的。这是为了了解哪些途径能接触到人们（依据是正当利益）。',
    },
    recipients: {
      researchers: ({ organiser }) => `${organiser}的研究人员以随机编号查看回答，看不到收款信息。`,
      money: '该机构的其他人员查看收款信息，看不到回答。',
      payers: ({ channels }) => `按您选择的方式付款的机构（${channels}）会收到付款所需的信息。`,
      abroad: ({ recipient, contact, purpose }) => `位于您居住地之外的${recipient}（${contact}）会收到回答，用于${purpose}；前提是您单独勾选同意。`,
      nobody: '除此之外没有其他人。信息不会被出售，也不会用于广告。',
    },
    countries: {
      ask: ({ contact }) => `请向${contact}询问本服务的数据保存在何处。`,
      abroad: ({ recipient }) => `${recipient}所在地（限发送至该处的内容）。`,
      device: '作答期间，您的浏览器会在您的设备上保留您填写的内容和打开过的页面，以免断网时丢失。完成或撤回后即删除；您也可以随时清除浏览器数据来删除。',
    },
    rights: {
      see: '查看并保存关于您的全部内容、撤回以及删除您的回答：在“您的回答与权利”页面，凭续答码即可自行办理，立即生效。',
      object: '对有关您回答的决定或对检查提出异议、更正错误、收回选填的同意：可在同一页面办理，也可书面提出。',
      mail: ({ contact }) => `书面联系${contact}：请附上续答码；仅凭编号不予办理。30天内答复。`,
      after: '备份中的副本随备份删除而消失。',
      afterDays: ({ days }) => `备份中的副本在${days}天内消失。`,
    },
    authority: '您居住地的个人信息保护机构：内地为国家互联网信息办公室，香港为个人资料私隐专员公署，澳门为个人资料保护局，其他地方为当地的主管机构。',
    voluntary: {
      all: '参加研究出于自愿，可跳过的问题也可以不答。不同意研究条款则无法参加。',
      optional: '选填框可以不勾选：不勾选没有任何代价，也不影响您的奖励。',
      reward: '只有在您想领取奖励时，才需要收款信息。',
    },
    kept: {
      kinds: {
        drafts: '未完成的内容',
        paradata: '各页时间、输入次数、用于识别雷同答卷的特征',
        answers: '回答',
        payees: '收款信息',
        marks: '加密标记：即使回答已删除，仍可在本研究内认出同一人或同一账户',
        requests: '书面请求',
        networks: '网络标记',
        money: '付款记录',
      },
      triggers: {
        saved: ({ days }) => `最后一次保存后${days}天`,
        ended: ({ days }) => `作答结束后${days}天`,
        study_over: ({ days }) => `本研究最后一日后${days}天`,
        claim_over: ({ days }) => `付款后${days}天`,
        claims_over: ({ days }) => `所有领取和异议了结后${days}天`,
        request_done: ({ days }) => `办理完毕后${days}天`,
        used: ({ days }) => `最后一次使用后${days}天`,
      },
      open: '直至您或主办方删除',
      law: '依照法律要求的期限',
      grounds: {
        consent: '您的同意',
        interest: '正当利益',
        contract: '合同',
        law: '法定义务',
      },
    },
  },
}

const zhHant: TrustMessages = {
  title: '這是真的嗎？',
  answer: ({ study, organiser }) => `是真的。「${study}」由${organiser}主辦，完整作答即可獲得獎賞。`,
  nobodyYet: '目前尚未有人收到款項，或不足五人；這樣小的數字不予顯示。',
  paidSoFar: ({ people }) => `至今已支付${people}張獎賞券。`,
  took: ({ days }) => `${days === 0 ? '最近的付款中，半數在領取當天支付。' : `最近的付款中，半數在領取後${days}個工作天內支付。`}`,
  countedOn: ({ day }) => `統計截至${day}零時`,
  what: '款項',
  people: '張數',
  sum: '金額',
  paid: '已付',
  owed: '待付',
  few: '當日不足五人的，併入下一日統計，任何數字都不會指向某一個人。',
  next: '接下來會怎樣',
  steps: {
    answer: '完成作答後，您會得到一張附有券碼和編號的獎賞券。',
    claim: '在獎賞券頁面填寫收款方式。頁面會一直顯示下一步是甚麼、由誰處理、何時完成。',
    check: '每筆付款發出前都由兩人核對。',
  },
  never: '本研究的任何人都不會向您收取費用，也不會索取密碼或驗證碼。',
  ask: '向誰查詢',
  back: '返回研究',
  proof: '如何核驗',
  proofText: '每日的數字都經過簽名，並註明審計紀錄的最新存證。存證是一條雜湊鏈，事後改動必然留痕；保存過以前雜湊值的人，可以用它核對其後的賬目。',
  seal: ({ day, n }) => `${day}：第${n}號存證`,
  file: '今日數字及簽名（JSON）',
  check: '簽名為JWS（ES256），公鑰見 /.well-known/jwks.json。任何JOSE程式庫均可核驗，也可使用本開源程式：npm run verify-books -- --report trust.json --jwks jwks.json',
  notice: {
    title: '私隱聲明',
    lead: ({ study }) => `「${study}」保存您的哪些資料、作何用途、保存多久，以及您可以如何處理。`,
    version: ({ version }) => `第${version}版，三種語言文本的SHA-256：`,
    versions: '所有版本',
    one: ({ version, day }) => `第${version}版，${day}首次有人同意`,
    old: '這是較早的版本。新參與者適用最新版本。',
    newest: '閱讀最新版本',
    sections: {
      controller: '由誰負責',
      purposes: '用途與依據',
      recipients: '誰會收到',
      countries: '保存在何處',
      retention: '保存多久',
      rights: '您的權利',
      authority: '向誰投訴',
      voluntary: '哪些屬於自願',
    },
    controller: ({ organiser, contact }) => `${organiser}。聯絡方式：${contact}。`,
    purposes: {
      research: '您的答案用於本研究，依據是您在第一頁的同意。您可以隨時撤回；撤回之前已進行的處理仍然合法。',
      paradata: '如果您勾選了相應的選填方格，系統會統計每頁輸入、修改和貼上的次數（絕不記錄內容），以了解哪些問題較難（依據是單獨的同意）。',
      reward: '您填寫的收款資料用於支付承諾給您的獎賞（依據是合約），並與您的答案分開保存。',
      books: '付款紀錄依據會計及稅務法律保存（法定義務）。',
      fraud: '防欺詐檢查：系統會比對答案以及各頁的提交時間，以識別程式作答、雷同答卷和重複參加，使獎賞發給真正作答的人（依據是正當利益）。這不屬於您對研究的同意。程式不會因此拒絕您：由人作出決定，您會獲得告知，並可提出異議。',
      safety: '無法還原為網絡地址的標記用於防止服務被惡意佔滿（依據是正當利益）。',
      ways: '如果連結帶有標籤（例如某張海報的標籤），標籤會隨您的答案儲存；首頁被開啟的次數也會計數，但不知道是誰開啟的。這是為了了解哪些途徑能接觸到人們（依據是正當利益）。',
    },
    recipients: {
      researchers: ({ organiser }) => `${organiser}的研究人員以隨機編號查看答案，看不到收款資料。`,
      money: '該機構的其他人員查看收款資料，看不到答案。',
      payers: ({ channels }) => `按您選擇的方式付款的機構（${channels}）會收到付款所需的資料。`,
      abroad: ({ recipient, contact, purpose }) => `位於您居住地以外的${recipient}（${contact}）會收到答案，用於${purpose}；前提是您單獨勾選同意。`,
      nobody: '除此之外沒有其他人。資料不會被出售，亦不會用於廣告。',
    },
    countries: {
      ask: ({ contact }) => `請向${contact}查詢本服務的資料保存在何處。`,
      abroad: ({ recipient }) => `${recipient}所在地（限傳送至該處的內容）。`,
      device: '作答期間，您的瀏覽器會在您的裝置上保留您輸入的內容和開啟過的頁面，以免斷線時遺失。完成或撤回後即刪除；您亦可隨時清除瀏覽器資料以刪除。',
    },
    rights: {
      see: '查看並保存關於您的全部內容、撤回以及刪除您的答案：在「您的答案與權利」頁面，憑續答碼即可自行辦理，立即生效。',
      object: '對有關您答案的決定或對檢查提出異議、更正錯誤、收回選填的同意：可在同一頁面辦理，亦可書面提出。',
      mail: ({ contact }) => `書面聯絡${contact}：請附上續答碼；僅憑編號不予辦理。30天內答覆。`,
      after: '備份中的副本隨備份刪除而消失。',
      afterDays: ({ days }) => `備份中的副本在${days}天內消失。`,
    },
    authority: '您居住地的個人資料保護機構：內地為國家互聯網信息辦公室，香港為個人資料私隱專員公署，澳門為個人資料保護局，其他地方為當地的主管機構。',
    voluntary: {
      all: '參加研究出於自願，可跳過的問題亦可以不答。不同意研究條款則無法參加。',
      optional: '選填方格可以不勾選：不勾選沒有任何代價，亦不影響您的獎賞。',
      reward: '只有在您想領取獎賞時，才需要收款資料。',
    },
    kept: {
      kinds: {
        drafts: '未完成的內容',
        paradata: '各頁時間、輸入次數、用於識別雷同答卷的特徵',
        answers: '答案',
        payees: '收款資料',
        marks: '加密標記：即使答案已刪除，仍可在本研究內認出同一人或同一賬戶',
        requests: '書面請求',
        networks: '網絡標記',
        money: '付款紀錄',
      },
      triggers: {
        saved: ({ days }) => `最後一次儲存後${days}天`,
        ended: ({ days }) => `作答結束後${days}天`,
        study_over: ({ days }) => `本研究最後一日後${days}天`,
        claim_over: ({ days }) => `付款後${days}天`,
        claims_over: ({ days }) => `所有領取和異議了結後${days}天`,
        request_done: ({ days }) => `辦理完畢後${days}天`,
        used: ({ days }) => `最後一次使用後${days}天`,
      },
      open: '直至您或主辦機構刪除',
      law: '依照法律要求的期限',
      grounds: {
        consent: '您的同意',
        interest: '正當利益',
        contract: '合約',
        law: '法定義務',
      },
    },
  },
}

const languages: Record<Language, TrustMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of trust, in one language. */
export function trustMessages(language: Language): TrustMessages {
  return languages[language]
}
