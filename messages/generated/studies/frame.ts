// Made from messages/*/studies/frame.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface FrameMessages {
  brand: string
  label: string
  menu: string
  crumbs: string
  person: string
  areas: {
    study: string
    results: string
    setup: string
    answers: string
    money: string
    house: string
  }
  parts: {
    preview: string
    dryRun: string
    questionnaire: string
    tests: string
    responses: string
    reviews: string
    money: string
    vouchers: string
    payouts: string
    clearing: string
    statements: string
    exceptions: string
    proposals: string
    reports: string
    calendar: string
    requests: string
    home: string
    study_proposals: string
    audit: string
    studies: string
    people: string
    sessions: string
    budgets: string
    settings: string
    invitations: string
    figures: string
    exports: string
    texts: string
    findings: string
    insights: string
    permit: string
    live: string
  }
  pages: string
  previous: string
  next: string
  filter: string
  clear: string
  working: string
  studies: string
  switch: string
  first: string
}

const en: FrameMessages = {
  brand: 'Honorarium',
  label: 'Sections',
  menu: 'Menu',
  crumbs: 'You are here',
  person: 'You',
  areas: {
    study: 'This study',
    results: 'Results',
    setup: 'Set-up',
    answers: 'Studies and answers',
    money: 'Money',
    house: 'Staff',
  },
  parts: {
    preview: 'Preview',
    dryRun: 'Dry run',
    questionnaire: 'Questionnaire',
    tests: 'Test responses',
    responses: 'Responses',
    reviews: 'Reviews',
    money: 'Money',
    vouchers: 'Vouchers',
    payouts: 'Payouts',
    clearing: 'In clearing',
    statements: 'Statements',
    exceptions: 'Exceptions',
    proposals: 'Approvals',
    reports: 'Reports',
    calendar: 'Calendar',
    requests: 'Requests in writing',
    home: 'Overview',
    study_proposals: 'Approvals',
    audit: 'Audit trail',
    studies: 'Studies',
    people: 'People',
    sessions: 'Your sign-ins',
    budgets: 'Budgets',
    settings: 'Settings',
    invitations: 'Personal links',
    figures: 'Figures for viewers',
    exports: 'Exports',
    texts: 'Open texts',
    findings: 'Findings',
    insights: 'Results',
    permit: 'Permit',
    live: 'Live',
  },
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  filter: 'Filter',
  clear: 'Clear filters',
  working: 'Working…',
  studies: 'All studies',
  switch: 'Study',
  first: 'First page',
}

const zhHans: FrameMessages = {
  brand: 'Honorarium',
  label: '栏目',
  menu: '菜单',
  crumbs: '当前位置',
  person: '您的身份',
  areas: {
    study: '本研究',
    results: '结果',
    setup: '设置与测试',
    answers: '研究与答卷',
    money: '资金',
    house: '工作人员',
  },
  parts: {
    preview: '预览',
    dryRun: '试运行',
    questionnaire: '问卷',
    tests: '测试答卷',
    responses: '答卷',
    reviews: '审核',
    money: '资金',
    vouchers: '奖励券',
    payouts: '付款',
    clearing: '支付中',
    statements: '对账单',
    exceptions: '差异',
    proposals: '待双人确认',
    reports: '报表',
    calendar: '日历',
    requests: '书面请求',
    home: '概览',
    study_proposals: '待双人确认',
    audit: '审计记录',
    studies: '研究',
    people: '人员',
    sessions: '您的登录',
    budgets: '预算',
    settings: '设置',
    invitations: '个人链接',
    figures: '汇总数字',
    exports: '导出',
    texts: '文本题答案',
    findings: '发现与改进',
    insights: '结果总览',
    permit: '许可',
    live: '实时',
  },
  pages: '翻页',
  previous: '上一页',
  next: '下一页',
  filter: '筛选',
  clear: '清除筛选',
  working: '正在处理…',
  studies: '全部研究',
  switch: '研究',
  first: '第一页',
}

const zhHant: FrameMessages = {
  brand: 'Honorarium',
  label: '欄目',
  menu: '選單',
  crumbs: '目前位置',
  person: '您的身份',
  areas: {
    study: '本研究',
    results: '結果',
    setup: '設定與測試',
    answers: '研究與答卷',
    money: '資金',
    house: '工作人員',
  },
  parts: {
    preview: '預覽',
    dryRun: '試運行',
    questionnaire: '問卷',
    tests: '測試答卷',
    responses: '答卷',
    reviews: '審核',
    money: '款項',
    vouchers: '獎賞券',
    payouts: '付款',
    clearing: '支付中',
    statements: '結單',
    exceptions: '差異',
    proposals: '待雙人確認',
    reports: '報表',
    calendar: '日曆',
    requests: '書面請求',
    home: '概覽',
    study_proposals: '待雙人確認',
    audit: '審計紀錄',
    studies: '研究',
    people: '人員',
    sessions: '您的登入',
    budgets: '預算',
    settings: '設定',
    invitations: '個人連結',
    figures: '匯總數字',
    exports: '匯出',
    texts: '文字題答案',
    findings: '發現與改善',
    insights: '結果總覽',
    permit: '許可',
    live: '即時',
  },
  pages: '翻頁',
  previous: '上一頁',
  next: '下一頁',
  filter: '篩選',
  clear: '清除篩選',
  working: '正在處理…',
  studies: '全部研究',
  switch: '研究',
  first: '第一頁',
}

const languages: Record<Language, FrameMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/frame, in one language. */
export function frameMessages(language: Language): FrameMessages {
  return languages[language]
}
