// Made from messages/*/statements.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface StatementsMessages {
  title: string
  about: string
  upload: string
  file: string
  fileHint: string
  account: string
  accountHint: string
  asFileSays: string
  from: string
  to: string
  periodHint: string
  more: string
  rows: string
  rowsHint: string
  opening: string
  closing: string
  balanceHint: string
  several: string
  severalHint: string
  severalLeftOut: (of: { count: number }) => string
  sha1: string
  sha1Hint: string
  send: string
  sending: string
  list: string
  none: string
  period: string
  lines: string
  state: string
  uploadedBy: string
  madeAt: string
  one: string
  format: string
  formats: {
    wechat_fund_bill: string
    alipay_bill: string
    camt053: string
    camt054: string
    camt052: string
    mt940: string
    mt942: string
    tremendous: string
    csv: string
  }
  states: {
    receiving: string
    columns: string
    waiting: string
    staging: string
    matching: string
    published: string
    refused: string
    quarantined: string
    discarded: string
  }
  next: {
    quarantined: string
    stuck: string
    receiving: string
    columns: string
    waiting: string
    staging: string
    refusing: string
    matching: string
  }
  progress: string
  setAside: string
  tryAgain: string
  tryAgainHint: string
  refused: string
  line: (of: { n: string | number }) => string
  whole: string
  problems: {
    quarantined: string
    empty: string
    unknown_format: string
    archive: string
    old_workbook: string
    pdf: string
    other_statement: string
    nested: string
    container: string
    too_large: string
    too_packed: string
    too_many_files: string
    too_deep: string
    too_many: string
    no_detail: string
    several_details: string
    hash: string
    encoding: string
    line_too_long: string
    truncated: string
    header: string
    columns: string
    quote: string
    day: string
    no_day: string
    amount: string
    no_amount: string
    direction: string
    status: string
    currency: string
    key: string
    duplicate_key: string
    period: string
    balance: string
    totals: string
    no_totals: string
    after_totals: string
    unproved: string
    claims: string
    batch: string
    order_total: string
    xml: string
    json: string
    doctype: string
    version: string
    line_changed: string
    hole: string
    several_accounts: string
    other_format: string
    discarded: string
    several_files: string
    program: string
  }
  gates: string
  proofs: {
    structure: string
    totals: string
    balances: string
    claims: string
  }
  proofsNone: string
  withoutType: string
  unknownTypes: string
  waiting: (of: { count: string | number }) => string
  leftOut: (of: { lines: string | number }) => string
  neither: (of: { lines: number }) => string
  newLines: string
  allLines: string
  debits: string
  credits: string
  balances: string
  hash: string
  exceptions: string
  discard: string
  discardHint: string
  goOn: string
  columns: string
  columnsAbout: string
  sample: string
  columnNone: string
  column: {
    day: string
    amount: string
    debit: string
    credit: string
    direction: string
    key: string
    providerId: string
    reference: string
    type: string
    status: string
    balance: string
    currency: string
    fee: string
    fee2: string
  }
  groups: {
    day: string
    amount: string
    line: string
    end: string
  }
  dayFormat: string
  serialDays: string
  above: string
  aboveHint: string
  decimal: string
  decimals: {
    point: string
    comma: string
  }
  by: string
  byWays: {
    sign: string
    columns: string
    word: string
    balance: string
    newest: string
  }
  below: string
  belows: {
    debit: string
    credit: string
  }
  feeInside: string
  feeUnsaid: string
  feeWays: {
    beside: string
    inside: string
  }
  debitWords: string
  creditWords: string
  wordsHint: string
  neitherWords: string
  neitherHint: string
  bookedWords: string
  bookedHint: string
  unbookedWords: string
  unbookedHint: string
  chains: string
  yes: string
  no: string
  saveColumns: string
  said: {
    again: string
    received: string
    same_file: string
    same_waiting: string
    discarded: string
    gone: string
  }
  refusals: {
    empty: string
    unknown_format: string
    archive: string
    old_workbook: string
    pdf: string
    other_statement: string
    nested: string
    which_account: string
    not_carried: string
    other_account: string
    too_large: string
    piece: string
    incomplete: string
    not_receiving: string
    which_columns: string
    columns: string
    fee: string
    amount: string
    rows: string
    period: string
    several_said: string
    sha1: string
    limits: string
  }
  back: string
  coverage: {
    title: string
    agree: string
    open: (of: { count: number }) => string
    matching: string
    none: string
    missing: (of: { days: number; dates: string | number }) => string
  }
  preview: string
  previewAbout: string
  previewBad: string
  previewNone: string
  previewRow: string
  previewProblem: string
  previewNeither: string
  previewOther: string
  previewOneWay: (of: { direction: 'debit' | 'other' }) => string
  directions: {
    debit: string
    credit: string
  }
  noTable: string
  shape: string
  headerRow: string
  headerRowHint: string
  headerRows: string
  headerRowsHint: string
  delimiter: string
  delimiters: {
    comma: string
    semicolon: string
    tab: string
    bar: string
  }
  encoding: string
  zone: string
  zoneHint: string
  zones: {
    shanghai: string
    hongKong: string
    macau: string
  }
  endsAt: string
  endsAtHint: string
  lastRowEnds: string
  lastRowEndsHint: string
  tryColumns: string
  reopen: string
  reopenHint: string
  details: {
    bothSigns: string
    chain: string
    sum: string
    counted: (of: { which: string | number; said: string | number; counted: string | number }) => string
    figures: {
      rows: string
      debitRows: string
      debitMinor: string
      creditRows: string
      creditMinor: string
    }
    reached: (of: { reached: string | number; closing: string | number }) => string
    parts: (of: { before: string | number; opening: string | number }) => string
    behind: (of: { own: string | number; known: string | number }) => string
    ahead: (of: { own: string | number; known: string | number }) => string
    toldOpening: (of: { told: string | number; file: string | number }) => string
    toldClosing: (of: { told: string | number; file: string | number }) => string
    trades: string
    noOpening: string
    noYear: string
  }
}

const en: StatementsMessages = {
  title: 'Statements',
  about: 'Files as providers and banks give them: WeChat fund bills, Alipay bills, camt.052, camt.053 and camt.054, MT940 and MT942, Tremendous, or a table as CSV or XLSX; also in a ZIP or gzip file. The type is recognised from the content, not from the name.',
  upload: 'Upload statement',
  file: 'File',
  fileHint: 'As downloaded, compressed or not; up to 48 MB. Do not open and save it in between.',
  account: 'Account',
  accountHint: 'A plain CSV does not name its account.',
  asFileSays: 'as the file says',
  from: 'Period from',
  to: 'to',
  periodHint: 'Only if the file does not say: its first and last day, even if nothing happened on them.',
  more: 'What the provider states separately',
  rows: 'Number of lines',
  rowsHint: 'A plain CSV does not show that it is complete: enter the number from the bank’s own list.',
  opening: 'Opening balance',
  closing: 'Closing balance',
  balanceHint: 'Such as 1234.56, without the currency.',
  several: 'Files in this ZIP',
  severalHint: 'Each file is read by itself, in order of its days. One that is refused says why on its own page and changes nothing about the others; but a later one is refused as well if its days do not follow. A plain table waits until its columns and figures are given on its page.',
  severalLeftOut: ({ count }) => `${count === 1 ? `${count} file is` : `${count} files are`} not listed: damaged, packed once more, no list of transactions, a table beside files of a known format, or of an account for which you may not upload.`,
  sha1: 'SHA-1 of the file',
  sha1Hint: 'WeChat gives it with the bill’s download address: 40 digits and letters.',
  send: 'Upload',
  sending: 'Uploading…',
  list: 'Uploaded statements',
  none: 'No statements uploaded yet.',
  period: 'Period',
  lines: 'New lines',
  state: 'State',
  uploadedBy: 'Uploaded by',
  madeAt: 'When',
  one: 'Statement',
  format: 'Format',
  formats: {
    wechat_fund_bill: 'WeChat fund bill',
    alipay_bill: 'Alipay bill',
    camt053: 'camt.053',
    camt054: 'camt.054',
    camt052: 'camt.052 (intraday report)',
    mt940: 'MT940',
    mt942: 'MT942 (intraday report)',
    tremendous: 'Tremendous export',
    csv: 'plain CSV',
  },
  states: {
    receiving: 'uploading',
    columns: 'columns needed',
    waiting: 'waiting',
    staging: 'being read',
    matching: 'being matched',
    published: 'in effect',
    refused: 'rejected',
    quarantined: 'set aside',
    discarded: 'discarded',
  },
  next: {
    quarantined: 'It is set aside: reading it was tried three times, and each time it failed or stopped the program. It takes effect nowhere, other files of the account go on, and nobody reads it again until you decide.',
    stuck: 'It stands still: its next step was tried three times in vain, and is not tried again until you decide.',
    receiving: 'The upload is not complete.',
    columns: 'It has been uploaded, and waits for somebody to say which column is which. Until then it takes effect nowhere; after a day it is discarded.',
    waiting: 'Another file of this account is being read; this one is next.',
    staging: 'It is being read. Nothing in it takes effect until it passes all checks.',
    refusing: 'Rejected; what was read from it is being undone.',
    matching: 'It is in effect, and its lines are being matched with our ledger.',
  },
  progress: 'Progress',
  setAside: 'Waits for your decision, as it could not be read:',
  tryAgain: 'Try again',
  tryAgainHint: 'Try again after the program was mended or the machine has more memory; or take the file back below and upload another one, with fewer days perhaps.',
  refused: 'Rejected as a whole; nothing in it takes effect.',
  line: ({ n }) => `Line ${n}`,
  whole: 'The file as a whole',
  problems: {
    quarantined: 'Reading it was tried three times, and failed or stopped the program each time.',
    empty: 'The file is empty.',
    unknown_format: 'This program does not read files of this type; the file itself may be fine.',
    archive: 'It is a TAR, 7z, RAR or another archive that is not opened here. Upload the files that are in it, or pack them as a ZIP.',
    old_workbook: 'It is a workbook of Excel before 2007 (.xls). Save it as XLSX or CSV, and upload that.',
    pdf: 'It is a PDF, which is for reading. Download the statement as data: camt.053, CSV or XLSX.',
    other_statement: 'It is an OFX, QIF or BAI2 file, which is not read here. Download the statement in another format: camt.053, MT940, CSV or XLSX.',
    nested: 'It is packed more than twice: a packed file in a packed file is opened, but not a third one. Unpack it once and upload what is inside.',
    container: 'The ZIP or gzip file is damaged, encrypted or of an unsupported kind. Unpack it yourself and upload what is inside.',
    too_large: 'Unpacked, it is larger than 200 MB (a workbook: 24 MB as it is uploaded). Download fewer days at a time.',
    too_packed: 'More than 200 times its size comes out of it when it is unpacked. No statement does that; upload the file that is inside.',
    too_many_files: 'The ZIP contains more than 100 files. Upload them in smaller ZIPs.',
    too_deep: 'Its elements lie more than 64 levels deep. No statement does that.',
    too_many: 'It has more of something than any statement: columns, rows, accounts or elements.',
    no_detail: 'The ZIP contains no list of transactions.',
    several_details: 'The ZIP contains several lists of transactions. Upload it again: each of them then becomes a statement of its own.',
    hash: 'It is not the file that the provider announced: the hash differs.',
    encoding: 'The file is at fault: it contains bytes that are not text in the encoding it declares, or this program does not read that encoding.',
    line_too_long: 'A line, a cell or an element is longer than 65,536 characters.',
    truncated: 'The file is cut off.',
    header: 'Required columns are missing.',
    columns: 'The line has the wrong number of columns.',
    quote: 'A quotation mark is not closed.',
    day: 'This program cannot read the day as it is written here; the file itself may be fine.',
    no_day: 'The file is at fault: this line names no day, and neither does its statement.',
    amount: 'This program cannot read the amount as it is written here; the file itself may be fine.',
    no_amount: 'The file is at fault: this booking has no amount.',
    direction: 'It does not say whether the money came in or went out. In a table, name its word under “Words for money out”, “Words for money in” or “Words for neither”.',
    status: 'Nobody has said whether a row with this status is booked. Name its word under “Words for booked” or “Words for not booked”.',
    currency: 'Its currency is not that of the account.',
    key: 'The line has no transaction number.',
    duplicate_key: 'Two lines have the same transaction number and cannot be told apart; the file itself may be fine if the bank uses numbers again.',
    period: 'A line is from a day outside the file’s period, or the period is not known.',
    balance: 'Balances do not follow from one another.',
    totals: 'The file’s own totals do not match its lines.',
    no_totals: 'The totals at the end are missing.',
    after_totals: 'There is something after the totals.',
    unproved: 'Nothing shows that the file is complete: enter its number of lines.',
    claims: 'It does not match what was stated separately.',
    batch: 'The parts of a booking do not add up to it.',
    order_total: 'An order’s parts do not add up to what was charged.',
    xml: 'It is not well-formed XML of its kind. If it holds several documents, one behind the other, upload each as a file of its own, or all of them in a ZIP.',
    json: 'It is not well-formed JSON of its kind.',
    doctype: 'It declares a document type, which no bank file does.',
    version: 'This program does not read this version of the format; the file itself may be fine.',
    line_changed: 'The files contradict each other: a line that is already in effect has different contents here.',
    hole: 'Days between it and the earlier statements are missing; the first one is named.',
    several_accounts: 'It contains several accounts in this currency.',
    other_format: 'From the day named on, a file in another format, or read by other columns, has told of its days, and lines of the one cannot be found again in the other: they would count twice. Upload only days that are not covered yet, or keep to one format and the same columns for the account.',
    discarded: 'It was discarded.',
    several_files: 'It was a ZIP of several files, and each of them is a statement of its own.',
    program: 'The program failed at this file; the file may be in order. Report it with what is named here, and upload the file again when it has been mended.',
  },
  gates: 'Checks passed',
  proofs: {
    structure: 'the document is complete',
    totals: 'counts and sums match the file’s own totals',
    balances: 'opening balance plus transactions equals closing balance',
    claims: 'it matches what was stated separately',
  },
  proofsNone: 'none',
  withoutType: 'Some lines have no type. Those that nothing else explains are exceptions.',
  unknownTypes: 'Unknown types',
  waiting: ({ count }) => `Bookings that the bank has not numbered in this intraday report: ${count}. They count once the statement of their day is here.`,
  leftOut: ({ lines }) => `${lines} lines are in other currencies: upload the file again for each of those accounts.`,
  neither: ({ lines }) => `Left out, as their direction or status says that no money moved: ${lines === 1 ? `${lines} line` : `${lines} lines`}. If any of them moved money of this account, its word belongs to another list.`,
  newLines: 'New lines',
  allLines: 'Lines in the file',
  debits: 'Money out',
  credits: 'Money in',
  balances: 'Opening and closing balance',
  hash: 'SHA-256 of the file',
  exceptions: 'View exceptions',
  discard: 'Discard',
  discardHint: 'Only until it takes effect.',
  goOn: 'Continue',
  columns: 'What the columns mean',
  columnsAbout: 'A plain CSV does not say what its columns mean. Choose what each one is, and try it: the first lines are shown as they will be read, and nothing is read before you confirm. What has read a file that counts is used for the next one with the same columns.',
  sample: 'The first lines',
  columnNone: 'none',
  column: {
    day: 'Booking day',
    amount: 'Amount',
    debit: 'Money out',
    credit: 'Money in',
    direction: 'Direction',
    key: 'Transaction number',
    providerId: 'Provider’s payment number',
    reference: 'Our reference',
    type: 'Type',
    status: 'Status',
    balance: 'Balance after the transaction',
    currency: 'Currency',
    fee: 'Fee',
    fee2: 'Second fee',
  },
  groups: {
    day: 'Day',
    amount: 'Amounts',
    line: 'What a line is',
    end: 'Balance, and where the lines end',
  },
  dayFormat: 'Date format',
  serialDays: 'Number of days, such as 46349 (a spreadsheet’s)',
  above: 'Rows without a day',
  aboveHint: 'Yes: such a row is of the day of the row above.',
  decimal: 'Decimal mark',
  decimals: {
    point: 'a point: 1,234.56',
    comma: 'a comma: 1.234,56',
  },
  by: 'Amount format',
  byWays: {
    sign: 'one column with a plus or minus sign',
    columns: 'one column for money out, one for money in',
    word: 'one column for amounts, another for the direction',
    balance: 'one column without a sign; the balance says which way, oldest row first',
    newest: 'one column without a sign; the balance says which way, newest row first',
  },
  below: 'Negative amounts are',
  belows: {
    debit: 'money out',
    credit: 'money in',
  },
  feeInside: 'The fee is',
  feeUnsaid: 'please choose',
  feeWays: {
    beside: 'taken beside the amount',
    inside: 'part of the amount',
  },
  debitWords: 'Words for money out',
  creditWords: 'Words for money in',
  wordsHint: 'As in the file, one per line.',
  neitherWords: 'Words for neither',
  neitherHint: 'Rows with these are left out, as they move no money of this account. - stands for an empty cell.',
  bookedWords: 'Words for booked',
  bookedHint: 'Only rows with one of these count.',
  unbookedWords: 'Words for not booked',
  unbookedHint: 'Rows with these (failed, pending, cancelled) are left out. - stands for an empty cell.',
  chains: 'Each balance follows from the previous one',
  yes: 'yes',
  no: 'no',
  saveColumns: 'Read the file this way',
  said: {
    again: 'It is taken up again.',
    received: 'The file has been uploaded.',
    same_file: 'This file was uploaded before, perhaps under another name. Nothing has changed; this was its result.',
    same_waiting: 'You uploaded this file before, and its columns were not confirmed yet: go on here. There is nothing else to upload.',
    discarded: 'Discarded.',
    gone: 'The file is kept no longer, or somebody has opened it again already. Upload it again: the columns page begins with what was chosen.',
  },
  refusals: {
    empty: 'Choose a file that is not empty.',
    unknown_format: 'This file type is not supported.',
    archive: 'It is a TAR, 7z, RAR or another archive that is not opened here. Upload the files that are in it, or pack them as a ZIP.',
    old_workbook: 'It is a workbook of Excel before 2007 (.xls). Save it as XLSX or CSV, and upload that.',
    pdf: 'It is a PDF, which is for reading. Download the statement as data: camt.053, CSV or XLSX.',
    other_statement: 'It is an OFX, QIF or BAI2 file, which is not read here. Download the statement in another format: camt.053, MT940, CSV or XLSX.',
    nested: 'It is packed more than twice: a packed file in a packed file is opened, but not a third one. Unpack it once and upload what is inside.',
    which_account: 'Choose the account: the file does not name it.',
    not_carried: 'The provider of this account does not pay that currency: choose the account that the file is of.',
    other_account: 'None of your studies uses the account that this file is of.',
    too_large: 'The file is larger than 48 MB.',
    piece: 'The upload failed. Please upload the file again.',
    incomplete: 'The upload is incomplete. Please upload the file again.',
    not_receiving: 'This file is already being read.',
    which_columns: 'Choose what each column is.',
    columns: 'The settings contradict each other: please check each column.',
    fee: 'Choose whether the fee is part of the amount, or was taken beside it.',
    amount: 'Enter balances like 1234.56.',
    rows: 'Enter the number of lines as a whole number.',
    period: 'Enter both days, the earlier one first.',
    several_said: 'The ZIP holds several files, and the figures that you gave are of one. Leave them empty, or upload the files one by one.',
    sha1: 'A SHA-1 has 40 digits and letters from a to f.',
    limits: 'Looking through this file took more time or memory than any file may, so it was thrown away. Upload fewer days at once, or the bank’s other format.',
  },
  back: 'All statements',
  coverage: {
    title: 'What statements cover',
    agree: 'Statements and ledger agree',
    open: ({ count }) => `${count === 1 ? `${count} open exception` : `${count} open exceptions`}`,
    matching: 'Being matched',
    none: 'No statement yet: nothing has been compared',
    missing: ({ days, dates }) => `${days === 1 ? `${days} day with payments has no statement: ${dates}` : `${days} days with payments have no statement: ${dates}`}`,
  },
  preview: 'As it will be read',
  previewAbout: 'The first lines, as they will be read. Compare days, amounts and directions with the bank’s own list, then confirm.',
  previewBad: 'Some lines cannot be read this way. Change the settings below, and try again.',
  previewNone: 'No line was found below the names.',
  previewRow: 'Row',
  previewProblem: 'Cannot be read',
  previewNeither: 'Left out: no money moved',
  previewOther: 'Left out: in another currency',
  previewOneWay: ({ direction }) => `No amount here has a sign, so all of it is read as ${direction === 'debit' ? 'money out' : 'money in'}. If some of it went the other way, choose the column that says so.`,
  directions: {
    debit: 'money out',
    credit: 'money in',
  },
  noTable: 'It cannot be taken for a table this way. Choose the row of the names and the delimiter below, and try again; or discard the file.',
  shape: 'How the file is cut into rows and columns',
  headerRow: 'Row with the column names',
  headerRowHint: 'Counted from 1, empty rows included; what stands above it is skipped. 0: the table has no names, and its columns are called #1, #2 and so on.',
  headerRows: 'Rows of column names',
  headerRowsHint: 'More than one where names stand in several rows, one below the other.',
  delimiter: 'Delimiter',
  delimiters: {
    comma: 'comma ,',
    semicolon: 'semicolon ;',
    tab: 'tab',
    bar: 'bar |',
  },
  encoding: 'Encoding',
  zone: 'Time zone',
  zoneHint: 'Of times of day, where the file has them.',
  zones: {
    shanghai: 'Mainland China',
    hongKong: 'Hong Kong',
    macau: 'Macao',
  },
  endsAt: 'The lines end at a row that begins with',
  endsAtHint: 'Such as a row of totals or a signature. Empty: at the end of the file.',
  lastRowEnds: 'The last row has a line end',
  lastRowEndsHint: 'Without one, the row may have been cut off. Choose no if the bank never writes it.',
  tryColumns: 'Try it on the first lines',
  reopen: 'Change the columns',
  reopenHint: 'The file is kept for a day after it was uploaded. Its columns can be chosen again, beginning with what was chosen.',
  details: {
    bothSigns: 'A column of what went, or of what came, has amounts above zero and below it, and nothing says which of them came back. Write what came back in the other column.',
    chain: 'The balance after this line does not follow from the balance before it.',
    sum: 'The sum is too large to be counted.',
    counted: ({ which, said, counted }) => `${which}: the file says ${said}, its lines come to ${counted}.`,
    figures: {
      rows: 'Number of lines',
      debitRows: 'Number of lines of money out',
      debitMinor: 'Money out',
      creditRows: 'Number of lines of money in',
      creditMinor: 'Money in',
    },
    reached: ({ reached, closing }) => `Opening balance and lines come to ${reached}, but the closing balance is ${closing}.`,
    parts: ({ before, opening }) => `One part of the file ends with ${before}, and the next begins with ${opening}.`,
    behind: ({ own, known }) => `It begins with ${own}, but the statement before it ends with ${known}.`,
    ahead: ({ own, known }) => `It ends with ${own}, but the statement after it begins with ${known}.`,
    toldOpening: ({ told, file }) => `Opening balance: ${told} was entered, the file says ${file}.`,
    toldClosing: ({ told, file }) => `Closing balance: ${told} was entered, the file says ${file}.`,
    trades: 'It is Alipay’s list of trades. Upload the list of the account’s money instead, which has all that moved.',
    noOpening: 'Give the opening balance below: it says which way the oldest amount went.',
    noYear: 'The days have no year. Give the first and the last day of the file below, less than a year apart.',
  },
}

const zhHans: StatementsMessages = {
  title: '对账单',
  about: '渠道和银行的原始文件：微信资金账单、支付宝账务明细、camt.052、camt.053、camt.054、MT940、MT942、Tremendous导出文件，或CSV、XLSX表格；也可以打包为ZIP或gzip。按内容识别，与文件名无关。',
  upload: '上传对账单',
  file: '文件',
  fileHint: '下载时的原样，压缩与否均可，最大48 MB。请勿打开后另存。',
  account: '账户',
  accountHint: '普通CSV不会注明所属账户。',
  asFileSays: '按文件内容',
  from: '起始日期',
  to: '截止日期',
  periodHint: '仅在文件未注明时填写：第一天和最后一天，当天没有变动也算。',
  more: '渠道另行提供的信息',
  rows: '行数',
  rowsHint: '普通CSV无法自证完整：请按银行清单填写行数。',
  opening: '期初余额',
  closing: '期末余额',
  balanceHint: '格式为1234.56，不写币种。',
  several: '此ZIP中的文件',
  severalHint: '每个文件单独读取，按日期先后进行。被拒绝的文件在其页面说明原因，不影响其他文件；但若后面的文件日期因此不相衔接，也会被拒绝。普通表格须在其页面填写各列和数字后才读取。',
  severalLeftOut: ({ count }) => `${`${count}个文件`}未列出：已损坏、再次打包、不是明细、与已知格式的文件同在的普通表格，或属于您无权上传的账户。`,
  sha1: '文件的SHA-1',
  sha1Hint: '微信随账单下载地址提供，共40位数字和字母。',
  send: '上传',
  sending: '正在上传…',
  list: '已上传的对账单',
  none: '尚未上传对账单。',
  period: '期间',
  lines: '新增行',
  state: '状态',
  uploadedBy: '上传人',
  madeAt: '时间',
  one: '对账单',
  format: '格式',
  formats: {
    wechat_fund_bill: '微信资金账单',
    alipay_bill: '支付宝账务明细',
    camt053: 'camt.053',
    camt054: 'camt.054',
    camt052: 'camt.052（当日报告）',
    mt940: 'MT940',
    mt942: 'MT942（当日报告）',
    tremendous: 'Tremendous导出文件',
    csv: '普通CSV',
  },
  states: {
    receiving: '上传中',
    columns: '待设置列',
    waiting: '排队中',
    staging: '读取中',
    matching: '匹配中',
    published: '已生效',
    refused: '已拒收',
    quarantined: '已搁置',
    discarded: '已丢弃',
  },
  next: {
    quarantined: '该文件已搁置：读取尝试了三次，每次都失败或使程序中止。其中内容均未生效，该账户的其他文件照常处理；在您决定之前不会再读取它。',
    stuck: '处理已停住：下一步尝试了三次均未成功，在您决定之前不会再试。',
    receiving: '文件尚未上传完整。',
    columns: '文件已上传，尚待说明各列的含义。在此之前不会生效；一天后将被丢弃。',
    waiting: '此账户的另一份文件正在读取，随后处理这一份。',
    staging: '正在读取。通过全部检查之前，任何内容都不生效。',
    refusing: '已拒收，正在撤回读入的内容。',
    matching: '已生效，正在与账目逐行核对。',
  },
  progress: '进度',
  setAside: '无法读取，等待您决定：',
  tryAgain: '再试一次',
  tryAgainHint: '程序修复或内存增加后可再试一次；也可在下方撤回该文件，另行上传（例如减少天数）。',
  refused: '整份拒收，任何内容都不生效。',
  line: ({ n }) => `第${n}行`,
  whole: '整份文件',
  problems: {
    quarantined: '读取尝试了三次，每次都失败或使程序中止。',
    empty: '文件是空的。',
    unknown_format: '本程序不支持这种文件；文件本身未必有误。',
    archive: '这是TAR、7z、RAR等压缩包，此处无法打开。请上传里面的文件，或改用ZIP打包。',
    old_workbook: '这是Excel 2007之前的工作簿（.xls）。请另存为XLSX或CSV后再上传。',
    pdf: '这是供阅读的PDF。请下载数据格式的对账单：camt.053、CSV或XLSX。',
    other_statement: '这是OFX、QIF或BAI2文件，系统不支持。请从银行下载其他格式的对账单：camt.053、MT940、CSV或XLSX。',
    nested: '文件压缩了两层以上：压缩文件里的压缩文件可以打开，第三层不行。请先解压一层，再上传里面的文件。',
    container: '外层ZIP或gzip已损坏、已加密或种类不符。请自行解压后，上传其中的文件。',
    too_large: '解压后超过200 MB（Excel工作簿上传时不得超过24 MB）。请缩短下载的日期范围。',
    too_packed: '解压后的大小超过原文件的200倍，对账单不会如此。请上传里面的文件。',
    too_many_files: 'ZIP中的文件超过100个。请分成几个较小的ZIP上传。',
    too_deep: '元素嵌套超过64层，对账单不会如此。',
    too_many: '某类内容的数量超过任何对账单：列、行、账户或元素。',
    no_detail: 'ZIP中没有明细文件。',
    several_details: 'ZIP中有多份明细文件。请重新上传，每份会各成为一份对账单。',
    hash: '与渠道公布的文件不符：哈希值不同。',
    encoding: '文件有误：含有不符合其声明编码的字节；或者本程序不支持该编码。',
    line_too_long: '有一行、一个单元格或一个元素超过65,536个字符。',
    truncated: '文件不完整，中途截断。',
    header: '缺少必需的列。',
    columns: '该行列数不符。',
    quote: '引号没有闭合。',
    day: '本程序无法读取此处的日期写法；文件本身未必有误。',
    no_day: '文件有误：该行没有日期，所属对账单也没有。',
    amount: '本程序无法读取此处的金额写法；文件本身未必有误。',
    no_amount: '文件有误：该笔入账没有金额。',
    direction: '没有注明收入或支出。如为表格，请将该词填入“表示支出的词”“表示收入的词”或“表示不计收支的词”。',
    status: '尚未说明此状态的行是否已入账。请将对应的词填入“表示已入账的词”或“表示未入账的词”。',
    currency: '币种与账户不同。',
    key: '该行没有流水号。',
    duplicate_key: '两行流水号相同，无法区分；如果银行重复使用流水号，文件本身未必有误。',
    period: '有一行不在文件所述期间内，或期间不明。',
    balance: '余额前后不衔接。',
    totals: '文件自带的合计与各行之和不符。',
    no_totals: '缺少末尾的合计。',
    after_totals: '合计之后还有内容。',
    unproved: '无法证明文件完整：请填写行数。',
    claims: '与另行填写的信息不符。',
    batch: '一笔入账的各部分之和不符。',
    order_total: '订单各部分与收费不符。',
    xml: '不是格式正确的XML。如果文件中有多份文档首尾相接，请拆成单独的文件分别上传，或一起放入ZIP上传。',
    json: '不是格式正确的JSON。',
    doctype: '声明了文档类型，银行文件不会如此。',
    version: '本程序不支持该格式的这一版本；文件本身未必有误。',
    line_changed: '文件之间相互矛盾：已生效的一行在此文件中内容不同。',
    hole: '与之前的对账单之间缺少日期，注明的是第一天。',
    several_accounts: '含有此币种的多个账户。',
    other_format: '从注明的日期起，已有其他格式或按其他列读取的文件列出这些日期，而两者中有的行无法互相认出，会重复计算。请只上传尚未覆盖的日期，或同一账户固定使用一种格式和相同的列。',
    discarded: '已撤回。',
    several_files: '这是含有多个文件的ZIP，每个文件各为一份对账单。',
    program: '程序在处理此文件时出错，文件本身可能没有问题。请将此处所示信息反馈给管理员，修复后重新上传。',
  },
  gates: '已通过的检查',
  proofs: {
    structure: '文档结构完整',
    totals: '笔数与金额等于文件自带的合计',
    balances: '期初加变动等于期末',
    claims: '与另行填写的信息一致',
  },
  proofsNone: '无',
  withoutType: '部分行没有业务类型；其中没有其他依据可以说明的，列为差异。',
  unknownTypes: '未知的业务类型',
  waiting: ({ count }) => `当日报告中有${count}笔尚无银行流水号，待当日对账单到后再计入。`,
  leftOut: ({ lines }) => `有${lines}行为其他币种：请为相应账户再次上传此文件。`,
  neither: ({ lines }) => `有${lines}行的收支或状态表明没有资金变动，未予读取。如果其中有涉及此账户资金的行，请将对应的词归入其他列表。`,
  newLines: '新增行',
  allLines: '文件行数',
  debits: '支出',
  credits: '收入',
  balances: '期初与期末余额',
  hash: '文件的SHA-256',
  exceptions: '查看差异',
  discard: '撤回',
  discardHint: '仅限生效之前。',
  goOn: '继续',
  columns: '各列的含义',
  columnsAbout: '普通CSV文件不说明各列的含义。请选择每一列的含义并试读：系统会显示前几行的读取结果，确认之前不会读取任何内容。成功生效的设置会用于下一个列名相同的文件。',
  sample: '前几行',
  columnNone: '无',
  column: {
    day: '入账日期',
    amount: '金额',
    debit: '支出金额',
    credit: '收入金额',
    direction: '收支方向',
    key: '流水号',
    providerId: '渠道付款单号',
    reference: '我方编号',
    type: '业务类型',
    status: '状态',
    balance: '余额',
    currency: '币种',
    fee: '手续费',
    fee2: '另一列手续费',
  },
  groups: {
    day: '日期',
    amount: '金额',
    line: '每笔记录',
    end: '余额与文件结尾',
  },
  dayFormat: '日期格式',
  serialDays: '天数序号，如46349（电子表格）',
  above: '无日期的行沿用上一行日期',
  aboveHint: '适用于每天只在第一行写明日期的文件。',
  decimal: '小数点',
  decimals: {
    point: '点：1,234.56',
    comma: '逗号：1.234,56',
  },
  by: '金额写法',
  byWays: {
    sign: '一列，带正负号',
    columns: '支出一列，收入一列',
    word: '一列金额，另有一列写明方向',
    balance: '一列金额，不带正负号，方向按余额判断，最早的在前',
    newest: '一列金额，不带正负号，方向按余额判断，最新的在前',
  },
  below: '负数表示',
  belows: {
    debit: '支出',
    credit: '收入',
  },
  feeInside: '手续费收取方式',
  feeUnsaid: '请选择',
  feeWays: {
    beside: '在金额之外另行收取',
    inside: '已包含在金额中',
  },
  debitWords: '表示支出的词',
  creditWords: '表示收入的词',
  wordsHint: '与文件中一致，每行一个。',
  neitherWords: '表示不计收支的词',
  neitherHint: '含有这些词的行不涉及此账户的资金，将不读取。“-”表示空白单元格。',
  bookedWords: '表示已入账的词',
  bookedHint: '只有含有这些词的行才会计入。',
  unbookedWords: '表示未入账的词',
  unbookedHint: '含有这些词的行（失败、处理中、已取消）将不读取。“-”表示空白单元格。',
  chains: '余额前后衔接',
  yes: '是',
  no: '否',
  saveColumns: '按此读取',
  said: {
    again: '已重新开始处理。',
    received: '文件已上传。',
    same_file: '此文件之前已上传（可能使用其他文件名）。没有任何改动，以下是当时的结果。',
    same_waiting: '您之前已上传此文件，但尚未确认各列。请在此继续，无需重新上传。',
    discarded: '已撤回。',
    gone: '文件已不再保留，或已有人重新打开。请重新上传：列设置页面会沿用之前的选择。',
  },
  refusals: {
    empty: '请选择非空文件。',
    unknown_format: '不支持这种文件。',
    archive: '这是TAR、7z、RAR等压缩包，此处无法打开。请上传里面的文件，或改用ZIP打包。',
    old_workbook: '这是Excel 2007之前的工作簿（.xls）。请另存为XLSX或CSV后再上传。',
    pdf: '这是供阅读的PDF。请下载数据格式的对账单：camt.053、CSV或XLSX。',
    other_statement: '这是OFX、QIF或BAI2文件，系统不支持。请从银行下载其他格式的对账单：camt.053、MT940、CSV或XLSX。',
    nested: '文件压缩了两层以上：压缩文件里的压缩文件可以打开，第三层不行。请先解压一层，再上传里面的文件。',
    which_account: '请选择账户：文件没有注明所属账户。',
    not_carried: '该账户的机构不支付这种币种：请选择文件所属的账户。',
    other_account: '您负责的研究都不使用该文件所属的账户。',
    too_large: '文件超过48 MB。',
    piece: '文件传输有误，请重新上传。',
    incomplete: '文件未上传完整，请重新上传。',
    not_receiving: '此文件已在读取。',
    which_columns: '请说明各列的含义。',
    columns: '各列设置不一致，请逐一核对。',
    fee: '请选择手续费是否已包含在金额中。',
    amount: '余额请按1234.56的格式填写。',
    rows: '行数请填写整数。',
    period: '请填写两个日期，先后顺序正确。',
    several_said: '该ZIP含有多个文件，而填写的数字只属于其中一个。请留空，或逐个上传文件。',
    sha1: 'SHA-1为40位，由数字和字母a至f组成。',
    limits: '检查这个文件所用的时间或内存超出了限制，文件已删除。请减少天数后分次上传，或改用银行的另一种格式。',
  },
  back: '全部对账单',
  coverage: {
    title: '对账单覆盖情况',
    agree: '对账单与账目一致',
    open: ({ count }) => `${count}项差异待处理`,
    matching: '匹配中',
    none: '尚无对账单，未作核对',
    missing: ({ days, dates }) => `有付款而无对账单的日期共${days}天：${dates}`,
  },
  preview: '读取结果预览',
  previewAbout: '前几行将按此读取。请将日期、金额和收支方向与银行的明细核对，然后确认。',
  previewBad: '有些行无法按此读取。请修改下方设置后再试。',
  previewNone: '列名下方没有找到任何行。',
  previewRow: '行号',
  previewProblem: '无法读取',
  previewNeither: '不读取：没有资金变动',
  previewOther: '不读取：属于其他币种',
  previewOneWay: ({ direction }) => `这些金额都没有正负号，因此全部按${direction === 'debit' ? '支出' : '收入'}读取。如果其中有相反方向的款项，请选择注明收支方向的列。`,
  directions: {
    debit: '支出',
    credit: '收入',
  },
  noTable: '按此无法识别为表格。请在下方选择列名所在行和分隔符后再试，或撤回该文件。',
  shape: '文件如何分行分列',
  headerRow: '列名所在行',
  headerRowHint: '从1数起，空行也计算在内；其上方的内容会跳过。填0表示没有列名，各列称为#1、#2等。',
  headerRows: '列名占几行',
  headerRowsHint: '列名分成上下几行时，填写行数。',
  delimiter: '分隔符',
  delimiters: {
    comma: '逗号',
    semicolon: '分号',
    tab: '制表符',
    bar: '竖线',
  },
  encoding: '编码',
  zone: '时区',
  zoneHint: '文件中如有时刻，按此时区计算。',
  zones: {
    shanghai: '中国内地',
    hongKong: '香港',
    macau: '澳门',
  },
  endsAt: '以此开头的行结束明细',
  endsAtHint: '例如合计行或签章行。留空则读到文件末尾。',
  lastRowEnds: '最后一行带有换行符',
  lastRowEndsHint: '没有换行符时，该行可能被截断。若银行从不写换行符，请选“否”。',
  tryColumns: '用前几行试读',
  reopen: '修改各列含义',
  reopenHint: '文件自上传起保留一天，可以在之前的选择上重新选择各列的含义。',
  details: {
    bothSigns: '同一栏（支出或收入）中既有正数也有负数，无法判断哪一笔是退回。请把退回的金额写到另一栏。',
    chain: '本行之后的余额与前一余额不衔接。',
    sum: '合计过大，无法计算。',
    counted: ({ which, said, counted }) => `${which}：文件所载为${said}，逐行合计为${counted}。`,
    figures: {
      rows: '行数',
      debitRows: '支出行数',
      debitMinor: '支出金额',
      creditRows: '收入行数',
      creditMinor: '收入金额',
    },
    reached: ({ reached, closing }) => `期初余额加各行合计为${reached}，而期末余额为${closing}。`,
    parts: ({ before, opening }) => `文件前一部分以${before}结束，后一部分却以${opening}开始。`,
    behind: ({ own, known }) => `本文件期初余额为${own}，而前一对账单的期末余额为${known}。`,
    ahead: ({ own, known }) => `本文件期末余额为${own}，而后一对账单的期初余额为${known}。`,
    toldOpening: ({ told, file }) => `期初余额：填写为${told}，文件所载为${file}。`,
    toldClosing: ({ told, file }) => `期末余额：填写为${told}，文件所载为${file}。`,
    trades: '这是支付宝的业务明细。请上传账务明细，其中包含全部资金变动。',
    noOpening: '请在下方填写期初余额，用于判断最早一笔金额的方向。',
    noYear: '日期没有年份。请在下方填写文件的起止日期，两者相距须不足一年。',
  },
}

const zhHant: StatementsMessages = {
  title: '結單',
  about: '渠道和銀行的原始檔案：微信資金賬單、支付寶賬務明細、camt.052、camt.053、camt.054、MT940、MT942、Tremendous匯出檔案，或CSV、XLSX表格；也可以打包為ZIP或gzip。按內容識別，與檔案名稱無關。',
  upload: '上載結單',
  file: '檔案',
  fileHint: '下載時的原樣，壓縮與否均可，最大48 MB。請勿開啟後另存。',
  account: '賬戶',
  accountHint: '一般CSV不會註明所屬賬戶。',
  asFileSays: '按檔案內容',
  from: '起始日期',
  to: '截止日期',
  periodHint: '只在檔案未註明時填寫：第一天和最後一天，當天沒有變動也算。',
  more: '渠道另行提供的資料',
  rows: '行數',
  rowsHint: '一般CSV無法自證完整：請按銀行清單填寫行數。',
  opening: '期初結餘',
  closing: '期末結餘',
  balanceHint: '格式為1234.56，不寫幣種。',
  several: '此ZIP中的檔案',
  severalHint: '每個檔案單獨讀取，按日期先後進行。被拒絕的檔案在其頁面說明原因，不影響其他檔案；但若後面的檔案日期因此不相銜接，也會被拒絕。普通表格須在其頁面填寫各欄和數字後才讀取。',
  severalLeftOut: ({ count }) => `${`${count}個檔案`}未列出：已損壞、再次打包、不是明細、與已知格式的檔案同在的普通表格，或屬於您無權上載的賬戶。`,
  sha1: '檔案的SHA-1',
  sha1Hint: '微信隨賬單下載地址提供，共40位數字和字母。',
  send: '上載',
  sending: '正在上載…',
  list: '已上載的結單',
  none: '尚未上載結單。',
  period: '期間',
  lines: '新增行',
  state: '狀態',
  uploadedBy: '上載人',
  madeAt: '時間',
  one: '結單',
  format: '格式',
  formats: {
    wechat_fund_bill: '微信資金賬單',
    alipay_bill: '支付寶賬務明細',
    camt053: 'camt.053',
    camt054: 'camt.054',
    camt052: 'camt.052（即日報告）',
    mt940: 'MT940',
    mt942: 'MT942（即日報告）',
    tremendous: 'Tremendous匯出檔案',
    csv: '一般CSV',
  },
  states: {
    receiving: '上載中',
    columns: '待設定欄',
    waiting: '輪候中',
    staging: '讀取中',
    matching: '配對中',
    published: '已生效',
    refused: '已拒收',
    quarantined: '已擱置',
    discarded: '已丟棄',
  },
  next: {
    quarantined: '該檔案已擱置：讀取嘗試了三次，每次都失敗或令程式中止。當中內容均未生效，該賬戶的其他檔案照常處理；在您決定之前不會再讀取。',
    stuck: '處理已停住：下一步嘗試了三次均未成功，在您決定之前不會再試。',
    receiving: '檔案尚未完整上載。',
    columns: '檔案已上載，尚待說明各欄的含義。在此之前不會生效；一天後將被丟棄。',
    waiting: '此賬戶的另一份檔案正在讀取，隨後處理這一份。',
    staging: '正在讀取。通過全部檢查之前，任何內容都不生效。',
    refusing: '已拒收，正在撤回讀入的內容。',
    matching: '已生效，正在與賬目逐行核對。',
  },
  progress: '進度',
  setAside: '無法讀取，等待您決定：',
  tryAgain: '再試一次',
  tryAgainHint: '程式修復或記憶體增加後可再試一次；也可在下方撤回該檔案，另行上載（例如減少天數）。',
  refused: '整份拒收，任何內容都不生效。',
  line: ({ n }) => `第${n}行`,
  whole: '整份檔案',
  problems: {
    quarantined: '讀取嘗試了三次，每次都失敗或令程式中止。',
    empty: '檔案是空的。',
    unknown_format: '本程式不支援這種檔案；檔案本身未必有誤。',
    archive: '這是TAR、7z、RAR等壓縮檔，此處無法開啟。請上載裏面的檔案，或改用ZIP壓縮。',
    old_workbook: '這是Excel 2007之前的活頁簿（.xls）。請另存為XLSX或CSV後再上載。',
    pdf: '這是供閱讀的PDF。請下載數據格式的結單：camt.053、CSV或XLSX。',
    other_statement: '這是OFX、QIF或BAI2檔案，系統不支援。請從銀行下載其他格式的結單：camt.053、MT940、CSV或XLSX。',
    nested: '檔案壓縮了兩層以上：壓縮檔案裏的壓縮檔案可以開啟，第三層不行。請先解壓一層，再上載裏面的檔案。',
    container: '外層ZIP或gzip已損壞、已加密或種類不符。請自行解壓縮後，上傳其中的檔案。',
    too_large: '解壓後超過200 MB（Excel活頁簿上載時不得超過24 MB）。請縮短下載的日期範圍。',
    too_packed: '解壓後的大小超過原檔案的200倍，結單不會如此。請上載裏面的檔案。',
    too_many_files: 'ZIP中的檔案超過100個。請分成幾個較小的ZIP上載。',
    too_deep: '元素巢狀超過64層，結單不會如此。',
    too_many: '某類內容的數量超過任何結單：欄、行、賬戶或元素。',
    no_detail: 'ZIP中沒有明細檔案。',
    several_details: 'ZIP中有多份明細檔案。請重新上傳，每份會各成為一份結單。',
    hash: '與渠道公佈的檔案不符：雜湊值不同。',
    encoding: '檔案有誤：含有不符合其聲明編碼的位元組；或者本程式不支援該編碼。',
    line_too_long: '有一行、一個儲存格或一個元素超過65,536個字元。',
    truncated: '檔案不完整，中途截斷。',
    header: '缺少必需的欄。',
    columns: '該行欄數不符。',
    quote: '引號沒有閉合。',
    day: '本程式無法讀取此處的日期寫法；檔案本身未必有誤。',
    no_day: '檔案有誤：該行沒有日期，所屬結單也沒有。',
    amount: '本程式無法讀取此處的金額寫法；檔案本身未必有誤。',
    no_amount: '檔案有誤：該筆入賬沒有金額。',
    direction: '沒有註明收入或支出。如為表格，請將該詞填入「表示支出的詞」「表示收入的詞」或「表示不計收支的詞」。',
    status: '尚未說明此狀態的行是否已入賬。請將對應的詞填入「表示已入賬的詞」或「表示未入賬的詞」。',
    currency: '貨幣與賬戶不同。',
    key: '該行沒有流水號。',
    duplicate_key: '兩行流水號相同，無法區分；如果銀行重複使用流水號，檔案本身未必有誤。',
    period: '有一行不在檔案所述期間內，或期間不明。',
    balance: '結餘前後不銜接。',
    totals: '檔案自帶的合計與各行之和不符。',
    no_totals: '缺少末尾的合計。',
    after_totals: '合計之後還有內容。',
    unproved: '無法證明檔案完整：請填寫行數。',
    claims: '與另行填寫的資料不符。',
    batch: '一筆入賬的各部分之和不符。',
    order_total: '訂單各部分與收費不符。',
    xml: '不是格式正確的XML。如果檔案中有多份文件首尾相接，請拆成單獨的檔案分別上傳，或一起放入ZIP上傳。',
    json: '不是格式正確的JSON。',
    doctype: '聲明了文件類型，銀行檔案不會如此。',
    version: '本程式不支援該格式的這一版本；檔案本身未必有誤。',
    line_changed: '檔案之間相互矛盾：已生效的一行在此檔案中內容不同。',
    hole: '與之前的結單之間缺少日期，註明的是第一天。',
    several_accounts: '含有此貨幣的多個賬戶。',
    other_format: '由註明的日期起，已有其他格式或按其他欄讀取的檔案列出這些日期，而兩者中有的行無法互相認出，會重複計算。請只上載尚未涵蓋的日期，或同一賬戶固定使用一種格式和相同的欄。',
    discarded: '已撤回。',
    several_files: '這是含有多個檔案的ZIP，每個檔案各為一份結單。',
    program: '程式在處理此檔案時出錯，檔案本身可能沒有問題。請將此處所示資訊回報給管理員，修復後重新上傳。',
  },
  gates: '已通過的檢查',
  proofs: {
    structure: '文件結構完整',
    totals: '筆數與金額等於檔案自帶的合計',
    balances: '期初加變動等於期末',
    claims: '與另行填寫的資料一致',
  },
  proofsNone: '無',
  withoutType: '部分行沒有業務類型；其中沒有其他依據可以說明的，列為差異。',
  unknownTypes: '未知的業務類型',
  waiting: ({ count }) => `即日報告中有${count}筆尚無銀行流水號，待當日結單到後再計入。`,
  leftOut: ({ lines }) => `有${lines}行為其他幣種：請為相應賬戶再次上載此檔案。`,
  neither: ({ lines }) => `有${lines}行的收支或狀態表明沒有資金變動，未予讀取。如果其中有涉及此賬戶資金的行，請將對應的詞歸入其他清單。`,
  newLines: '新增行',
  allLines: '檔案行數',
  debits: '支出',
  credits: '收入',
  balances: '期初與期末結餘',
  hash: '檔案的SHA-256',
  exceptions: '查看差異',
  discard: '撤回',
  discardHint: '只限生效之前。',
  goOn: '繼續',
  columns: '各欄的含義',
  columnsAbout: '普通CSV檔案不說明各欄的含義。請選擇每一欄的含義並試讀：系統會顯示前幾行的讀取結果，確認之前不會讀取任何內容。成功生效的設定會用於下一個欄名相同的檔案。',
  sample: '前幾行',
  columnNone: '無',
  column: {
    day: '入賬日期',
    amount: '金額',
    debit: '支出金額',
    credit: '收入金額',
    direction: '收支方向',
    key: '流水號',
    providerId: '渠道付款單號',
    reference: '我方編號',
    type: '業務類型',
    status: '狀態',
    balance: '結餘',
    currency: '幣種',
    fee: '手續費',
    fee2: '另一欄手續費',
  },
  groups: {
    day: '日期',
    amount: '金額',
    line: '每筆記錄',
    end: '結餘與檔案結尾',
  },
  dayFormat: '日期格式',
  serialDays: '天數序號，如46349（試算表）',
  above: '沒有日期的行沿用上一行日期',
  aboveHint: '適用於每天只在第一行寫明日期的檔案。',
  decimal: '小數點',
  decimals: {
    point: '點：1,234.56',
    comma: '逗號：1.234,56',
  },
  by: '金額寫法',
  byWays: {
    sign: '一欄，帶正負號',
    columns: '支出一欄，收入一欄',
    word: '一欄金額，另有一欄寫明方向',
    balance: '一欄金額，不帶正負號，方向按結餘判斷，最早的在前',
    newest: '一欄金額，不帶正負號，方向按結餘判斷，最新的在前',
  },
  below: '負數表示',
  belows: {
    debit: '支出',
    credit: '收入',
  },
  feeInside: '手續費收取方式',
  feeUnsaid: '請選擇',
  feeWays: {
    beside: '在金額之外另行收取',
    inside: '已包含在金額中',
  },
  debitWords: '表示支出的詞',
  creditWords: '表示收入的詞',
  wordsHint: '與檔案中一致，每行一個。',
  neitherWords: '表示不計收支的詞',
  neitherHint: '含有這些詞的行不涉及此賬戶的資金，將不讀取。「-」表示空白儲存格。',
  bookedWords: '表示已入賬的詞',
  bookedHint: '只有含有這些詞的行才會計入。',
  unbookedWords: '表示未入賬的詞',
  unbookedHint: '含有這些詞的行（失敗、處理中、已取消）將不讀取。「-」表示空白儲存格。',
  chains: '結餘前後銜接',
  yes: '是',
  no: '否',
  saveColumns: '按此讀取',
  said: {
    again: '已重新開始處理。',
    received: '檔案已上載。',
    same_file: '此檔案之前已上載（可能使用其他檔案名稱）。沒有任何改動，以下是當時的結果。',
    same_waiting: '您之前已上載此檔案，但尚未確認各欄。請在此繼續，無需重新上載。',
    discarded: '已撤回。',
    gone: '檔案已不再保留，或已有人重新開啟。請重新上載：欄設定頁面會沿用之前的選擇。',
  },
  refusals: {
    empty: '請選擇非空檔案。',
    unknown_format: '不支援這種檔案。',
    archive: '這是TAR、7z、RAR等壓縮檔，此處無法開啟。請上載裏面的檔案，或改用ZIP壓縮。',
    old_workbook: '這是Excel 2007之前的活頁簿（.xls）。請另存為XLSX或CSV後再上載。',
    pdf: '這是供閱讀的PDF。請下載數據格式的結單：camt.053、CSV或XLSX。',
    other_statement: '這是OFX、QIF或BAI2檔案，系統不支援。請從銀行下載其他格式的結單：camt.053、MT940、CSV或XLSX。',
    nested: '檔案壓縮了兩層以上：壓縮檔案裏的壓縮檔案可以開啟，第三層不行。請先解壓一層，再上載裏面的檔案。',
    which_account: '請選擇賬戶：檔案沒有註明所屬賬戶。',
    not_carried: '該賬戶的機構不支付這種幣種：請選擇檔案所屬的賬戶。',
    other_account: '您負責的研究都不使用該檔案所屬的賬戶。',
    too_large: '檔案超過48 MB。',
    piece: '檔案傳輸有誤，請重新上載。',
    incomplete: '檔案未完整上載，請重新上載。',
    not_receiving: '此檔案已在讀取。',
    which_columns: '請說明各欄的含義。',
    columns: '各欄設定不一致，請逐一核對。',
    fee: '請選擇手續費是否已包含在金額中。',
    amount: '結餘請按1234.56的格式填寫。',
    rows: '行數請填寫整數。',
    period: '請填寫兩個日期，先後次序正確。',
    several_said: '該ZIP含有多個檔案，而填寫的數字只屬於其中一個。請留空，或逐個上載檔案。',
    sha1: 'SHA-1為40位，由數字和字母a至f組成。',
    limits: '檢查這個檔案所用的時間或記憶體超出了限制，檔案已刪除。請減少天數後分次上傳，或改用銀行的另一種格式。',
  },
  back: '全部結單',
  coverage: {
    title: '結單涵蓋情況',
    agree: '結單與賬目一致',
    open: ({ count }) => `${count}項差異待處理`,
    matching: '匹配中',
    none: '尚無結單，未作核對',
    missing: ({ days, dates }) => `有付款而無結單的日期共${days}天：${dates}`,
  },
  preview: '讀取結果預覽',
  previewAbout: '前幾行將按此讀取。請將日期、金額和收支方向與銀行的明細核對，然後確認。',
  previewBad: '有些行無法按此讀取。請修改下方設定後再試。',
  previewNone: '欄名下方沒有找到任何行。',
  previewRow: '行號',
  previewProblem: '無法讀取',
  previewNeither: '不讀取：沒有資金變動',
  previewOther: '不讀取：屬於其他幣種',
  previewOneWay: ({ direction }) => `這些金額都沒有正負號，因此全部按${direction === 'debit' ? '支出' : '收入'}讀取。如果其中有相反方向的款項，請選擇註明收支方向的欄。`,
  directions: {
    debit: '支出',
    credit: '收入',
  },
  noTable: '按此無法識別為表格。請在下方選擇欄名所在行和分隔符號後再試，或撤回該檔案。',
  shape: '檔案如何分行分欄',
  headerRow: '欄名所在行',
  headerRowHint: '從1數起，空行也計算在內；其上方的內容會略過。填0表示沒有欄名，各欄稱為#1、#2等。',
  headerRows: '欄名佔幾行',
  headerRowsHint: '欄名分成上下幾行時，填寫行數。',
  delimiter: '分隔符號',
  delimiters: {
    comma: '逗號',
    semicolon: '分號',
    tab: '定位字元',
    bar: '豎線',
  },
  encoding: '編碼',
  zone: '時區',
  zoneHint: '檔案中如有時刻，按此時區計算。',
  zones: {
    shanghai: '中國內地',
    hongKong: '香港',
    macau: '澳門',
  },
  endsAt: '以此開頭的行結束明細',
  endsAtHint: '例如合計行或簽章行。留空則讀到檔案末尾。',
  lastRowEnds: '最後一行帶有換行符號',
  lastRowEndsHint: '沒有換行符號時，該行可能被截斷。若銀行從不寫換行符號，請選「否」。',
  tryColumns: '用前幾行試讀',
  reopen: '修改各欄含義',
  reopenHint: '檔案自上載起保留一天，可以在之前的選擇上重新選擇各欄的含義。',
  details: {
    bothSigns: '同一欄（支出或收入）中既有正數也有負數，無法判斷哪一筆是退回。請把退回的金額寫到另一欄。',
    chain: '本行之後的結餘與前一結餘不銜接。',
    sum: '合計過大，無法計算。',
    counted: ({ which, said, counted }) => `${which}：檔案所載為${said}，逐行合計為${counted}。`,
    figures: {
      rows: '行數',
      debitRows: '支出行數',
      debitMinor: '支出金額',
      creditRows: '收入行數',
      creditMinor: '收入金額',
    },
    reached: ({ reached, closing }) => `期初結餘加各行合計為${reached}，而期末結餘為${closing}。`,
    parts: ({ before, opening }) => `檔案前一部分以${before}結束，後一部分卻以${opening}開始。`,
    behind: ({ own, known }) => `本檔案期初結餘為${own}，而前一結單的期末結餘為${known}。`,
    ahead: ({ own, known }) => `本檔案期末結餘為${own}，而後一結單的期初結餘為${known}。`,
    toldOpening: ({ told, file }) => `期初結餘：填寫為${told}，檔案所載為${file}。`,
    toldClosing: ({ told, file }) => `期末結餘：填寫為${told}，檔案所載為${file}。`,
    trades: '這是支付寶的業務明細。請上傳賬務明細（账务明细），其中包含全部資金變動。',
    noOpening: '請在下方填寫期初結餘，用於判斷最早一筆金額的方向。',
    noYear: '日期沒有年份。請在下方填寫檔案的起訖日期，兩者相距須不足一年。',
  },
}

const languages: Record<Language, StatementsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of statements, in one language. */
export function statementsMessages(language: Language): StatementsMessages {
  return languages[language]
}
