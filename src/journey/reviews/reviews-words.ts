import type { Language } from '../../../schema/questionnaire.ts'
import type { Standing, Way } from './reviews.ts'

export interface ReviewWords {
  title: string
  about: string
  find: string
  findHint: string
  findButton: string
  notFound: (ref: string) => string
  found: string
  held: string
  nothingHeld: string
  nextHeld: string
  complete: string
  completeHint: string
  nothingComplete: string
  next: string
  first: string
  response: string
  study: string
  day: string
  state: string
  standings: Record<Standing, string>
  reason: string
  reasonOf: Record<Way, string>
  ways: Record<Way, string>
  done: Record<Way, string>
  refused: Record<'frozen' | 'moved_on' | 'not_found' | 'reason', string>
  settledHint: string
}

const words: Record<Language, ReviewWords> = {
  en: {
    title: 'Reviews',
    about:
      'A held response waits for a person. Releasing it lets its reward be claimed; rejecting it gives the money back to the budget. Look at the answers in the file of responses, by the reference.',
    find: 'Response',
    findHint: 'The reference in the first column of the file of responses.',
    findButton: 'Find',
    notFound: (ref) => `There is no complete response ${ref}.`,
    found: 'Found',
    held: 'Held, oldest day first',
    nothingHeld: 'Nothing is held.',
    nextHeld: 'Next held responses',
    complete: 'All complete responses',
    completeHint: 'In the random order of their references, as in the file.',
    nothingComplete: 'No response is complete yet.',
    next: 'Next responses',
    first: 'From the beginning',
    response: 'Response',
    study: 'Study',
    day: 'Day (UTC)',
    state: 'State',
    standings: {
      held: 'Held',
      accepted: 'Accepted',
      rejected: 'Rejected',
      settled: 'Settled',
      unrewarded: 'Without a reward',
    },
    reason: 'Reason',
    reasonOf: { release: 'Why release it', reject: 'Why reject it', hold: 'Why hold it' },
    ways: { release: 'Release', reject: 'Reject', hold: 'Hold' },
    done: {
      release: 'Released. Its reward can be claimed.',
      reject: 'Rejected. Its money is available again.',
      hold: 'Held. Its reward waits until somebody releases or rejects it.',
    },
    refused: {
      frozen: 'Its reward is on its way, so it can no longer be held. Finance can say more.',
      moved_on: 'It stands elsewhere by now, so nothing was changed.',
      not_found: 'There is no such response, or it has no reward.',
      reason: 'Choose a reason, then press again.',
    },
    settledHint: 'It can no longer be held or released here.',
  },
  'zh-Hans': {
    title: '审核',
    about: '被暂扣的答卷等待人工审核。放行后即可领取报酬；拒绝后，款项退回预算。答案请按编号在答卷文件中查看。',
    find: '答卷',
    findHint: '答卷文件第一列中的编号。',
    findButton: '查找',
    notFound: (ref) => `没有编号为 ${ref} 的已完成答卷。`,
    found: '查找结果',
    held: '暂扣中，最早的日期在前',
    nothingHeld: '没有暂扣的答卷。',
    nextHeld: '后续暂扣答卷',
    complete: '全部已完成答卷',
    completeHint: '按编号的随机顺序排列，与文件一致。',
    nothingComplete: '尚无已完成的答卷。',
    next: '后续答卷',
    first: '从头开始',
    response: '答卷',
    study: '调查',
    day: '日期（UTC）',
    state: '状态',
    standings: { held: '暂扣', accepted: '已接受', rejected: '已拒绝', settled: '已了结', unrewarded: '无报酬' },
    reason: '原因',
    reasonOf: { release: '放行原因', reject: '拒绝原因', hold: '暂扣原因' },
    ways: { release: '放行', reject: '拒绝', hold: '暂扣' },
    done: {
      release: '已放行，可以领取报酬。',
      reject: '已拒绝，款项可再次使用。',
      hold: '已暂扣。放行或拒绝之前，报酬不会发放。',
    },
    refused: {
      frozen: '报酬已在途中，不能再暂扣。详情请询问财务。',
      moved_on: '它的状态在此期间已改变，未作任何更改。',
      not_found: '没有这份答卷，或它没有报酬。',
      reason: '请选择原因，然后再按一次。',
    },
    settledHint: '在此不能再暂扣或放行。',
  },
  'zh-Hant': {
    title: '審核',
    about: '被暫扣的答卷等待人手審核。放行後即可領取報酬；拒絕後，款項退回預算。答案請按編號在答卷檔案中查看。',
    find: '答卷',
    findHint: '答卷檔案第一欄中的編號。',
    findButton: '尋找',
    notFound: (ref) => `沒有編號為 ${ref} 的已完成答卷。`,
    found: '尋找結果',
    held: '暫扣中，最早的日期在前',
    nothingHeld: '沒有暫扣的答卷。',
    nextHeld: '後續暫扣答卷',
    complete: '全部已完成答卷',
    completeHint: '按編號的隨機次序排列，與檔案一致。',
    nothingComplete: '尚無已完成的答卷。',
    next: '後續答卷',
    first: '從頭開始',
    response: '答卷',
    study: '調查',
    day: '日期（UTC）',
    state: '狀態',
    standings: { held: '暫扣', accepted: '已接受', rejected: '已拒絕', settled: '已了結', unrewarded: '無報酬' },
    reason: '原因',
    reasonOf: { release: '放行原因', reject: '拒絕原因', hold: '暫扣原因' },
    ways: { release: '放行', reject: '拒絕', hold: '暫扣' },
    done: {
      release: '已放行，可以領取報酬。',
      reject: '已拒絕，款項可再次使用。',
      hold: '已暫扣。放行或拒絕之前，報酬不會發放。',
    },
    refused: {
      frozen: '報酬已在途中，不能再暫扣。詳情請詢問財務。',
      moved_on: '它的狀態在此期間已改變，未作任何更改。',
      not_found: '沒有這份答卷，或它沒有報酬。',
      reason: '請選擇原因，然後再按一次。',
    },
    settledHint: '在此不能再暫扣或放行。',
  },
}

/** What the page of reviews says. */
export function reviewWords(language: Language): ReviewWords {
  return words[language]
}
