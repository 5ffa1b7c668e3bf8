// Made from messages/*/problems.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ProblemsMessages {
  not_found: {
    title: string
    text: string
  }
  link_invalid: {
    title: string
    text: string
  }
  link_expired: {
    title: string
    text: string
  }
  link_revoked: {
    title: string
    text: string
  }
  link_spent: {
    title: string
    text: string
  }
  signed_out: {
    title: string
    text: string
  }
  forbidden: {
    title: string
    text: string
  }
  closed: {
    title: string
    text: string
  }
  closed_unfinished: {
    title: string
    text: string
  }
  not_yet: {
    title: string
    text: string
  }
  paused: {
    title: string
    text: string
  }
  too_large: {
    title: string
    text: string
  }
  bad_origin: {
    title: string
    text: string
  }
  too_many: {
    title: string
    text: string
  }
  too_many_codes: {
    title: string
    text: string
  }
  too_fast: {
    title: string
    text: string
  }
  conflict: {
    title: string
    text: string
  }
  failed: {
    title: string
    text: string
  }
  unavailable: {
    title: string
    text: string
  }
  busy: {
    title: string
    text: string
  }
  too_long: {
    title: string
    text: string
  }
}

const en: ProblemsMessages = {
  not_found: {
    title: 'Page not found',
    text: 'There is nothing at this address. Please check the link that you were given.',
  },
  link_invalid: {
    title: 'This link does not work',
    text: 'It may have been cut short when it was sent. Please copy the whole link, or ask whoever sent it for a new one.',
  },
  link_expired: {
    title: 'This link has expired',
    text: 'Please ask whoever sent it for a new one.',
  },
  link_revoked: {
    title: 'This link was withdrawn',
    text: 'The organiser has withdrawn it. Please contact them if you think this is a mistake.',
  },
  link_spent: {
    title: 'This invitation has been used',
    text: 'This questionnaire is finished. If it was you, what becomes of the reward is shown on the device that you answered on; your resume code opens it on another.',
  },
  signed_out: {
    title: 'We do not recognise this device',
    text: 'You may have cleared your browser, started on another device, or signed this one out. What you had saved is safe: enter your resume code, or open your personal invitation again if you have one.',
  },
  forbidden: {
    title: 'Access denied',
    text: 'You are signed in, but you do not have access to this page.',
  },
  closed: {
    title: 'This study is closed',
    text: 'It no longer accepts answers. Thank you for your interest. Vouchers already issued stay valid.',
  },
  closed_unfinished: {
    title: 'The time to finish is over',
    text: 'This study closed before you had finished. Nothing more can be sent, and there is no reward. You can still see what is kept of your answers, or have it erased.',
  },
  not_yet: {
    title: 'This study has not opened yet',
    text: 'Please come back when it has opened.',
  },
  paused: {
    title: 'This study is paused',
    text: 'Nobody can start it at the moment; whoever has begun can finish. Please come back later.',
  },
  too_large: {
    title: 'Too much at once',
    text: 'What you sent is larger than we accept. Please shorten your text and try again.',
  },
  bad_origin: {
    title: 'Sent from another site',
    text: 'For your safety, we accept only what is sent from our own pages. Please open the page again and retry.',
  },
  too_many: {
    title: 'Many people are starting from your network',
    text: 'Please open the study in a browser: it does a small calculation, or shows your place in a queue. Nobody is shut out.',
  },
  too_many_codes: {
    title: 'Too many wrong codes',
    text: 'Several wrong codes came from your network. Please wait a minute, then try again with the code just as it was given. On another connection, such as mobile data, it works at once.',
  },
  too_fast: {
    title: 'Please wait a moment',
    text: 'More requests came from you in a minute than we can take. Nothing is lost: wait a minute, then try again.',
  },
  conflict: {
    title: 'Something has changed meanwhile',
    text: 'This was changed in another tab or on another device. Please open the page again to see the current state.',
  },
  failed: {
    title: 'Something went wrong',
    text: 'The fault is ours. What you saved before is safe. Please try again in a moment.',
  },
  unavailable: {
    title: 'Back in a moment',
    text: 'The service is busy or under maintenance. What you saved before is safe. Please try again shortly.',
  },
  busy: {
    title: 'Many people are here at the moment',
    text: 'More is coming in than we can answer at once. What you saved before is safe. This page opens by itself in a few seconds; if you have just sent something, please send it again.',
  },
  too_long: {
    title: 'This took too long',
    text: 'It was ended so that others are not kept waiting; nothing is lost. Ask for less at once, such as one question or fewer responses, or try again later.',
  },
}

const zhHans: ProblemsMessages = {
  not_found: {
    title: '找不到页面',
    text: '此地址没有内容，请核对您收到的链接。',
  },
  link_invalid: {
    title: '链接无效',
    text: '链接可能在发送时被截断。请复制完整链接，或请发送者重新提供。',
  },
  link_expired: {
    title: '链接已过期',
    text: '请发送者提供新的链接。',
  },
  link_revoked: {
    title: '链接已撤回',
    text: '主办方已撤回此链接。如您认为有误，请与主办方联系。',
  },
  link_spent: {
    title: '此邀请已使用',
    text: '此问卷已经完成。如果是您本人完成的，奖励的进展显示在您作答的设备上；在其他设备可凭续答码查看。',
  },
  signed_out: {
    title: '无法识别此设备',
    text: '您可能清除了浏览器记录、在其他设备上开始，或已将此设备退出。已保存的回答不会丢失：请输入续答码；如有个人邀请链接，也可重新打开。',
  },
  forbidden: {
    title: '没有访问权限',
    text: '您已登录，但无权访问此页面。',
  },
  closed: {
    title: '本研究已结束',
    text: '现已不再接受作答，感谢您的关注。已发放的奖励券仍然有效。',
  },
  closed_unfinished: {
    title: '完成期限已过',
    text: '您尚未完成，本研究已结束，无法再提交，也没有奖励。您仍可查看已保存的内容，或将其删除。',
  },
  not_yet: {
    title: '本研究尚未开始',
    text: '请在开始后再来。',
  },
  paused: {
    title: '本研究暂停中',
    text: '目前不能开始作答；已经开始的人可以继续完成。请稍后再来。',
  },
  too_large: {
    title: '内容过多',
    text: '提交的内容超出上限。请缩短文字后再试。',
  },
  bad_origin: {
    title: '提交来源不符',
    text: '为了您的安全，我们只接受从本站页面提交的内容。请重新打开页面再试。',
  },
  too_many: {
    title: '您的网络上有很多人同时开始',
    text: '请用浏览器打开这项研究：它会先做一个小计算，或显示您的排队位置。不会有人被拒之门外。',
  },
  too_many_codes: {
    title: '输错的次数太多',
    text: '您的网络刚才多次输入了错误的码。请等一分钟，再照原样输入重试。换用其他网络（如手机流量）可立即使用。',
  },
  too_fast: {
    title: '请稍候',
    text: '一分钟内来自您的请求过多，暂时无法处理。已保存的内容不会丢失：请等一分钟再试。',
  },
  conflict: {
    title: '内容已有变动',
    text: '另一个标签页或设备作了修改。请重新打开页面查看当前内容。',
  },
  failed: {
    title: '出错了',
    text: '这是我们的问题。您之前保存的内容不受影响，请稍后再试。',
  },
  unavailable: {
    title: '请稍候',
    text: '服务繁忙或正在维护。您之前保存的内容不受影响，请稍后再试。',
  },
  busy: {
    title: '现在访问的人很多',
    text: '暂时无法同时处理这么多请求。您之前保存的内容都还在。本页会在几秒钟后自动打开；如果您刚刚提交了内容，请再提交一次。',
  },
  too_long: {
    title: '处理时间过长',
    text: '为避免影响其他人，这次处理已终止，数据没有丢失。请缩小范围（例如只看一个问题或更少的答卷），或稍后再试。',
  },
}

const zhHant: ProblemsMessages = {
  not_found: {
    title: '找不到網頁',
    text: '此網址沒有內容，請核對您收到的連結。',
  },
  link_invalid: {
    title: '連結無效',
    text: '連結可能在傳送時被截斷。請複製整條連結，或請傳送者重新提供。',
  },
  link_expired: {
    title: '連結已過期',
    text: '請向傳送者索取新的連結。',
  },
  link_revoked: {
    title: '連結已撤回',
    text: '主辦機構已撤回此連結。如您認為有誤，請聯絡主辦機構。',
  },
  link_spent: {
    title: '此邀請已使用',
    text: '有關問卷已經完成。如果是您本人完成的，獎賞的進展顯示在您作答的裝置上；在其他裝置可憑續答碼查看。',
  },
  signed_out: {
    title: '未能識別此裝置',
    text: '您可能清除了瀏覽器紀錄、在其他裝置開始，或已將此裝置登出。已儲存的答案不會遺失：請輸入續答碼；如有個人邀請連結，亦可重新開啟。',
  },
  forbidden: {
    title: '沒有存取權限',
    text: '您已登入，但無權查看此頁。',
  },
  closed: {
    title: '本研究已結束',
    text: '現已不再接受作答，多謝您的關注。已發出的獎賞券仍然有效。',
  },
  closed_unfinished: {
    title: '完成限期已過',
    text: '您尚未完成，本研究已結束，無法再提交，亦沒有獎賞。您仍可查看已儲存的內容，或將其刪除。',
  },
  not_yet: {
    title: '本研究尚未開始',
    text: '請在開始後再來。',
  },
  paused: {
    title: '本研究暫停中',
    text: '目前不能開始作答；已經開始的人可以繼續完成。請稍後再來。',
  },
  too_large: {
    title: '內容過多',
    text: '提交的內容超出上限。請縮短文字後再試。',
  },
  bad_origin: {
    title: '提交來源不符',
    text: '為保障您的安全，我們只接受從本站網頁提交的內容。請重新開啟網頁再試。',
  },
  too_many: {
    title: '您的網絡上有很多人同時開始',
    text: '請用瀏覽器打開這項研究：它會先做一個小計算，或顯示您的排隊位置。不會有人被拒諸門外。',
  },
  too_many_codes: {
    title: '輸錯的次數太多',
    text: '您的網絡剛才多次輸入了錯誤的碼。請等一分鐘，再照原樣輸入重試。改用其他網絡（如流動數據）可即時使用。',
  },
  too_fast: {
    title: '請稍候',
    text: '一分鐘內來自您的請求過多，暫時未能處理。已儲存的內容不會遺失：請等一分鐘再試。',
  },
  conflict: {
    title: '內容已有更改',
    text: '另一個分頁或裝置作了更改。請重新開啟網頁，查看目前的內容。',
  },
  failed: {
    title: '出現錯誤',
    text: '這是我們的問題。您之前儲存的內容不受影響，請稍後再試。',
  },
  unavailable: {
    title: '請稍候',
    text: '服務繁忙或正在維護。您之前儲存的內容不受影響，請稍後再試。',
  },
  busy: {
    title: '現在瀏覽的人很多',
    text: '暫時無法同時處理這麼多請求。您之前儲存的內容都還在。本頁會在幾秒鐘後自動開啟；如果您剛剛送出了內容，請再送出一次。',
  },
  too_long: {
    title: '處理時間過長',
    text: '為避免影響其他人，這次處理已終止，資料沒有遺失。請縮小範圍（例如只看一個問題或較少的答卷），或稍後再試。',
  },
}

const languages: Record<Language, ProblemsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of problems, in one language. */
export function problemsMessages(language: Language): ProblemsMessages {
  return languages[language]
}
