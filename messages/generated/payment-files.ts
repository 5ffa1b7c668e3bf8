// Made from messages/*/payment-files.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface PaymentFilesMessages {
  faults: {
    empty: string
    too_large: string
    too_many: string
    encoding: string
    old_excel: string
    container: string
    xml: string
    limits: string
    unknown_format: string
    columns: string
    column_twice: string
    quote: string
    no_lines: string
    group_only: string
    other_batch: string
    contradiction: string
    reference: string
    result: string
    amount: string
    day: string
    rounded: string
    differs: string
  }
  creditors: {
    channel: string
    name: string
    name_too_long: string
    characters: string
    bank: string
    account: string
  }
  notMade: string
  voucher: (of: { reference: string | number }) => string
  ourselves: string
  nothingToPay: string
  proposed: (of: { count: string | number }) => string
  wholeAccepted: string
  wholeRejected: (of: { count: string | number }) => string
  remittance: string
}

const en: PaymentFilesMessages = {
  faults: {
    empty: 'No file was chosen, or it is empty.',
    too_large: 'It is larger than 8 MB.',
    too_many: 'It has more than 10,000 lines.',
    encoding: 'The character encoding is not recognised: save it as UTF-8.',
    old_excel: 'It is an old Excel file or has a password: save it as .xlsx without one.',
    container: 'The workbook or packed file is damaged.',
    xml: 'The XML is broken.',
    limits: 'Its XML has elements that are nested too deeply, too long or too many for a payment report.',
    unknown_format: 'This is not a payment report that we can read.',
    columns: 'No row names the reference and result columns.',
    column_twice: 'Two columns have the same meaning.',
    quote: 'A quotation mark is never closed.',
    no_lines: 'It contains no payment results.',
    group_only: 'It says that only part of the batch was accepted, not which payments.',
    other_batch: 'It is about another batch, or does not say which one.',
    contradiction: 'It rejects the whole batch and also reports one of its payments as made or accepted.',
    reference: 'The reference is missing or unreadable.',
    result: 'The result is neither paid nor failed.',
    amount: 'The amount is unreadable.',
    day: 'The day is unreadable.',
    rounded: 'A spreadsheet has rounded a long number.',
    differs: 'The same reference appears earlier with different contents.',
  },
  creditors: {
    channel: 'banks do not pay through this channel',
    name: 'the name is missing',
    name_too_long: 'the name is too long for the bank',
    characters: 'the name has characters that the bank does not accept',
    bank: 'the bank is missing',
    account: 'the account is missing or too long',
  },
  notMade: 'No file was created, because the bank cannot pay these with the present details. Pay the batch from the CSV, or open each of these payouts and propose to mark it as failed.',
  voucher: ({ reference }) => `Voucher ${reference}`,
  ourselves: 'Our own account',
  nothingToPay: 'This batch has nothing left to pay.',
  proposed: ({ count }) => `Reported as failed by the bank: ${count}. Each needs a second person to confirm it.`,
  wholeAccepted: 'The bank has accepted the batch as a whole. This is noted; no payment counts as paid yet.',
  wholeRejected: ({ count }) => `The bank rejected the batch as a whole. Payouts proposed as failed: ${count}. A second person confirms them together.`,
  remittance: 'Survey reward',
}

const zhHans: PaymentFilesMessages = {
  faults: {
    empty: '未选择文件，或文件为空。',
    too_large: '文件超过8 MB。',
    too_many: '超过10,000行。',
    encoding: '无法识别字符编码，请另存为UTF-8。',
    old_excel: '是旧版Excel文件或设有密码，请另存为无密码的 .xlsx。',
    container: '工作簿或压缩文件已损坏。',
    xml: 'XML格式有误。',
    limits: 'XML中的元素嵌套过深、过长或过多，付款报告不会如此。',
    unknown_format: '不是可识别的付款结果文件。',
    columns: '没有一行标明“编号”和“结果”两列。',
    column_twice: '有两列含义相同。',
    quote: '有引号没有闭合。',
    no_lines: '没有任何付款结果。',
    group_only: '文件只说整批中部分已受理，未说明是哪几笔。',
    other_batch: '文件说的是另一批次，或未说明是哪一批次。',
    contradiction: '文件拒绝整批，却又称其中一笔已付或已受理。',
    reference: '编号缺失或无法识别。',
    result: '结果既不是“已付”也不是“失败”。',
    amount: '金额无法识别。',
    day: '日期无法识别。',
    rounded: '长数字被电子表格四舍五入了。',
    differs: '同一编号已在前面出现，但内容不同。',
  },
  creditors: {
    channel: '银行不支持该收款方式',
    name: '缺少姓名',
    name_too_long: '姓名超过银行允许的长度',
    characters: '银行不接受姓名中的字符',
    bank: '缺少银行',
    account: '账号缺失或过长',
  },
  notMade: '未生成文件，因为以下各笔的资料不符合银行要求。请按CSV付款，或打开各笔付款，提议登记为失败。',
  voucher: ({ reference }) => `奖励券${reference}`,
  ourselves: '我方账户',
  nothingToPay: '此批次已没有待付的款项。',
  proposed: ({ count }) => `银行报告失败：${count}笔。每笔须由另一人确认。`,
  wholeAccepted: '银行已受理整批。现已记录；尚无付款算作已付。',
  wholeRejected: ({ count }) => `银行拒绝了整批。提议登记失败：${count}笔。由另一人一并确认。`,
  remittance: '调研参与奖励',
}

const zhHant: PaymentFilesMessages = {
  faults: {
    empty: '未選擇檔案，或檔案是空的。',
    too_large: '檔案超過8 MB。',
    too_many: '超過10,000行。',
    encoding: '無法辨認字元編碼，請另存為UTF-8。',
    old_excel: '是舊版Excel檔案或設有密碼，請另存為沒有密碼的 .xlsx。',
    container: '活頁簿或壓縮檔案已損壞。',
    xml: 'XML格式有誤。',
    limits: 'XML中的元素巢狀過深、過長或過多，付款報告不會如此。',
    unknown_format: '不是可辨認的付款結果檔案。',
    columns: '沒有一行標明「編號」和「結果」兩欄。',
    column_twice: '有兩欄意思相同。',
    quote: '有引號沒有閉合。',
    no_lines: '沒有任何付款結果。',
    group_only: '檔案只說整批中部分已受理，未說明是哪幾筆。',
    other_batch: '檔案說的是另一批次，或未說明是哪一批次。',
    contradiction: '檔案拒絕整批，卻又稱其中一筆已付或已受理。',
    reference: '編號欠缺或無法辨認。',
    result: '結果既不是「已付」也不是「失敗」。',
    amount: '金額無法辨認。',
    day: '日期無法辨認。',
    rounded: '長數字被試算表四捨五入了。',
    differs: '同一編號已在前面出現，但內容不同。',
  },
  creditors: {
    channel: '銀行不支援該收款方式',
    name: '欠缺姓名',
    name_too_long: '姓名超過銀行容許的長度',
    characters: '銀行不接受姓名中的字元',
    bank: '欠缺銀行',
    account: '賬戶號碼欠缺或過長',
  },
  notMade: '未產生檔案，因為以下各筆的資料不符合銀行要求。請按CSV付款，或開啟各筆付款，提議登記為失敗。',
  voucher: ({ reference }) => `獎賞券${reference}`,
  ourselves: '我方賬戶',
  nothingToPay: '此批次已沒有待付的款項。',
  proposed: ({ count }) => `銀行報告失敗：${count}筆。每筆須由另一人確認。`,
  wholeAccepted: '銀行已受理整批。現已記錄；尚無付款算作已付。',
  wholeRejected: ({ count }) => `銀行拒絕了整批。提議登記失敗：${count}筆。由另一人一併確認。`,
  remittance: '問卷調查獎賞',
}

const languages: Record<Language, PaymentFilesMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of payment-files, in one language. */
export function paymentFilesMessages(language: Language): PaymentFilesMessages {
  return languages[language]
}
