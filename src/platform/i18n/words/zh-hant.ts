/** The interface's words in Traditional Chinese, as written in Hong Kong. */

import { life } from './claim-life-zh-hant.ts'
import { claim } from './claim-zh-hant.ts'
import type { Words } from './en.ts'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

export const zhHant: Words = {
  language: '語言',
  skip: '跳至主要內容',
  runBy: (organiser) => `主辦：${organiser}。`,
  contact: '如有查詢或希望撤回，請聯絡',
  about: (minutes) => `約 ${minutes} 分鐘`,
  listSeparator: '、',
  and: '及',
  space: '',
  utc8: '（香港時間）',

  channels: {
    wechat: '微信支付 WeChat Pay',
    alipay: '支付寶 Alipay',
    alipay_hk: 'AlipayHK 支付寶香港',
    bank: '銀行轉賬',
    fps: '轉數快 FPS',
    mpay: 'MPay 澳門錢包',
    gift: '電郵禮品連結',
  },

  home: {
    title: '進行中的研究',
    lead: '分享您的經歷，您的時間值得回報。',
    none: '目前沒有進行中的研究。',
    open: '了解這項研究',
  },

  landing: {
    for: '本研究的對象是計劃、正在或已完成到外地升學的學生：不論來自內地、香港、澳門、台灣或其他國家及地區，也不論前往何處。',
    why: '您的計劃和經歷，有助改善到外地升學的各項服務：升學諮詢、證件、過關、人才計劃等。您付出的時間會有報酬。',
    purpose: '研究目的',
    asks: '誰在進行',
    isReal: '這是真的嗎？看看付了多少、多快付到',
    long: '需時多久',
    longUnknown: '尚未測定；最多 29 條簡短問題，可隨時停下，稍後再繼續。',
    longKnown: (about) => `${about}，可隨時停下，稍後再繼續。`,
    get: '您會得到',
    forPlaces: (places) => `適用於現居${places}的參加者`,
    forOthers: (places) => `適用於現居${places}以外的參加者`,
    forAll: '完成問卷即可獲得',
    paidBy: (channels) => `發放途徑：${channels}`,
    beforeTax: (amount) => `稅後金額（稅前${amount}）`,
    gone: '名額已滿。您仍可作答，但沒有報酬。',
    goneAll: '本研究的報酬名額已滿。您仍可作答，但沒有報酬。',
    whenPaid: '何時發放',
    languages: '語言',
    languagesText: '可隨時轉換，已填寫的內容不會遺失。',
    privacy: '私隱',
    privacyPoints: [
      '問卷不會詢問您的姓名；部分收款方式需要姓名。您的答案與收款資料分開保存。',
      '一個載有隨機編號的 Cookie 會在這部裝置記住您的進度。它不會在其他地方追蹤您，其他公司亦看不到。',
      '在您填寫年齡並表示同意之前，我們不會儲存任何內容。',
      '您可以隨時停止；如要撤回答案，去信主辦機構便可。',
    ],
    start: '開始',
    startFree: '開始作答（沒有報酬）',
    resume: '繼續上次的問卷',
    voucher: '查看我的結果',
    complete: '您已完成這項研究的問卷，多謝。',
    screenedOut: '多謝您的關注。根據您最初的答案，您不屬於這項研究的對象。',
    notYet: '本研究尚未開始，請稍後再來。',
    closed: '本研究已結束，不再接受作答。多謝您的關注。',
    otherDevice: '曾在其他裝置開始？使用續答碼',
    invited: '這是給您個人的邀請，只供您本人使用一次。',
  },

  page: {
    progress: (at, of) => (at >= of ? `第 ${at} 頁，共 ${of} 頁` : `第 ${at} 頁，共約 ${of} 頁`),
    next: '下一頁',
    finish: '完成',
    back: '上一頁',
    consents: '繼續之前',
    optional: '選填',
    chooseAll: '可選多項。',
    chooseUpTo: (max) => `最多選 ${max} 項。`,
    chooseBetween: (min, max) => (max === null ? `最少選 ${min} 項。` : `請選 ${min} 至 ${max} 項。`),
    showAll: '顯示全部',
    specify: '請註明',
    specifyIf: (label) => `如選擇「${label}」，請註明`,
    choose: '請選擇…',
    choice: (n) => `第${digits[n] ?? n}選擇`,
    noChoice: '—— 不選 ——',
    charactersLeft: '尚可輸入 {n} 字',
    from: (min, max) => `${min} 至 ${max} 之間的數字`,
    errors: (n) => `有 ${n} 處需要再看看`,
    errorPrefix: '錯誤：',
    faults: {
      required: () => '請回答這條問題。',
      consent: () => '如願意參加，請剔選此項。',
      wrong_type: () => '未能讀取這個答案，請重新填寫。',
      unknown_code: () => '請從列出的選項中選擇。',
      not_offered: () => '這裏不提供這個選項，請另選一項。',
      too_few: ({ min = 1 }) => `請最少選擇 ${min} 項。`,
      too_many: ({ max = 1 }) => `最多只可選擇 ${max} 項。`,
      exclusive: () => '所選項目中有一項不可與其他項目並選，請保留該項或保留其他項目。',
      twice: () => '同一項選了兩次，每項請只選一次。',
      out_of_range: ({ min, max }) =>
        min === undefined || max === undefined ? '數字超出可接受的範圍。' : `請填寫 ${min} 至 ${max} 之間的數字。`,
      too_long: ({ max }) => (max === undefined ? '文字過長，請縮短。' : `請不要超過 ${max} 字。`),
      detail_missing: () => '請註明詳情。',
      not_shown: () => '您的問卷已不再包括這條問題，原有答案不獲採用。',
    },
  },

  saving: {
    saved: '已儲存',
    saving: '儲存中…',
    sending: '提交中…',
    offline: '沒有網絡。您的答案已保留在這部手機，正在重試…',
    restored: '已重新填上您之前在這部手機輸入的內容。',
    conflict: '此頁已在另一個分頁更改。按「下一頁」可比較兩份內容。',
  },

  copy: { copy: '複製', copied: '已複製' },

  resume: {
    summary: '在其他裝置繼續',
    title: '在這裏繼續',
    lead: '請輸入開始時給您的續答碼。',
    keep: '請保存此碼：轉用其他裝置，或瀏覽器紀錄被清除時，可憑它開啟您的答案和獎賞券。',
    fresh: '您的續答碼',
    label: '續答碼',
    hint: '由字母及數字組成，不分大小楷，可省略連字號。',
    wrong: '沒有問卷使用此碼。請核對後再試。',
    button: '繼續',
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
    title: '目前暫無報酬名額',
    budget: '您所在地的報酬名額已用完，或正為其他作答者保留。半小時內或會有名額騰出。',
    network: '您所用的網絡同時有較多人作答，暫時未能為您保留報酬。請稍後再試，或轉用其他網絡。',
    safe: '您已填寫的答案都已保留。',
    goOn: '不要報酬，繼續作答',
    retry: '再試一次',
    later: '亦可稍後再來：開啟同一連結便可，您的進度會保留。',
  },

  end: {
    under_age: {
      title: '多謝您的關注',
      text: (age) =>
        `本研究的對象為${age === null ? '達到指定年齡的' : ` ${age} 歲或以上`}人士。您填寫的內容一概沒有儲存。`,
    },
    screened_out: {
      title: '多謝',
      text: '本研究的對象是計劃、正在或已完成到外地升學的人士，因此沒有其他問題需要您回答。這部分不設報酬。',
    },
    complete_unrewarded: { title: '多謝，已全部完成', text: '您的答案已儲存。按您的選擇，這次作答沒有報酬。' },
    elsewhere: {
      title: '多謝，已全部完成',
      text: '您的答案已儲存。獎賞券會在最初作答的裝置顯示；在這裏輸入開始時給您的續答碼亦可查看。',
    },
    over_quota: { title: '多謝您的關注', text: '與您情況相近的答案已經足夠，因此沒有其他問題需要您回答。' },
    withdrawn: { title: '您的答案已撤回', text: '本研究不再使用這些答案。' },
    close: '您可以關閉此頁。',
    home: '返回研究首頁',
  },

  elsewhere: {
    title: '已在另一部裝置開始',
    text: '此邀請曾在另一部裝置開啟。您可以在這裏繼續作答，但之前的答案和獎賞券不會在這部裝置顯示。',
    goOn: '從這裏繼續',
    orCode: '如要在這裏查看全部內容，請輸入續答碼。',
  },

  voucher: {
    title: '您的獎賞券',
    thanks: '多謝。您的答案已儲存，這份獎賞屬於您。',
    reference: '編號',
    code: '券碼',
    keep: '請妥善保存',
    keepText: '誰持有此碼，誰便可領取這筆錢。請截圖、複製券碼或保存連結，切勿告訴他人。',
    link: '獎賞券連結',
    qr: '顯示二維碼',
    qrText: '用您的另一部裝置掃描，即可在該處開啟獎賞券。',
    linkTitle: '獎賞券',
    linkText: '按下按鈕，即可在這部裝置開啟您的獎賞券。在此之前不會顯示任何內容。',
    typeText: '輸入或貼上獎賞券代碼，即可在這部裝置開啟。',
    linkButton: '開啟我的獎賞券',
  },

  life,
  claim,

  message: { requestId: '聯絡我們時請提供此編號' },
  ways: { home: '首頁', resume: '輸入續答碼', study: '返回研究首頁' },
  service: 'Honorarium：答案與報酬，分開保存。',

  problems: {
    not_found: { title: '找不到網頁', text: '此網址沒有內容，請核對您收到的連結。' },
    link_invalid: { title: '連結無效', text: '連結可能在傳送時被截斷。請複製整條連結，或請傳送者重新提供。' },
    link_expired: { title: '連結已過期', text: '請向傳送者索取新的連結。' },
    link_revoked: { title: '連結已被收回', text: '主辦機構已收回此連結。如您認為有誤，請與主辦機構聯絡。' },
    link_spent: {
      title: '此邀請已使用',
      text: '有關問卷已經完成。如果是您本人完成的，獎賞券在您作答的裝置上；在其他裝置可憑續答碼開啟。',
    },
    signed_out: {
      title: '未能識別此裝置',
      text: '您可能清除了瀏覽器紀錄，或是在其他裝置開始的。請重新開啟研究連結，或使用續答碼。',
    },
    forbidden: { title: '您沒有權限', text: '您已登入，但此頁不屬於您的工作範圍。' },
    closed: { title: '本研究已結束', text: '現已不再接受作答，多謝您的關注。已發出的獎賞券仍然有效。' },
    not_yet: { title: '本研究尚未開始', text: '請在開始後再來。' },
    too_large: { title: '內容過多', text: '提交的內容超出上限。請縮短文字後再試。' },
    bad_origin: { title: '提交來源不符', text: '為保障您的安全，我們只接受從本站網頁提交的內容。請重新開啟網頁再試。' },
    too_many: {
      title: '今天從您的網絡參加的人已滿',
      text: '為公平起見，同一網絡每天可開始的人數有限。請明天再試，或改用其他網絡（如流動數據）。',
    },
    conflict: { title: '內容已有更改', text: '另一個分頁或裝置作了更改。請重新開啟網頁，查看目前的內容。' },
    failed: { title: '出現錯誤', text: '這是我們的問題。您之前儲存的內容安全無損，請稍後再試。' },
    unavailable: { title: '請稍候', text: '服務繁忙或正在維護。您之前儲存的內容安全無損，請稍後再試。' },
  },
}
