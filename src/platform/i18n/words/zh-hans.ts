/** The interface's words in Simplified Chinese. */

import { life } from './claim-life-zh-hans.ts'
import { claim } from './claim-zh-hans.ts'
import type { Words } from './en.ts'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

export const zhHans: Words = {
  language: '语言',
  skip: '跳到正文',
  runBy: (organiser) => `主办：${organiser}。`,
  contact: '如有疑问或希望撤回，请联系',
  about: (minutes) => `约 ${minutes} 分钟`,
  listSeparator: '、',
  and: '和',
  space: '',
  utc8: '（北京时间）',

  channels: {
    wechat: '微信支付',
    alipay: '支付宝',
    alipay_hk: 'AlipayHK 支付宝香港',
    bank: '银行转账',
    fps: '转数快 FPS',
    mpay: 'MPay 澳门钱包',
    gift: '电邮礼品链接',
  },

  home: {
    title: '正在进行的研究',
    lead: '分享您的经历，您的时间有报酬。',
    none: '目前没有正在进行的研究。',
    open: '查看研究',
  },

  landing: {
    for: '本研究面向计划、正在或已完成异地升学的学生：无论来自内地、香港、澳门、台湾还是其他国家和地区，也无论去往何处。',
    why: '您的计划与经历，有助于改善异地升学的各项服务：咨询、证件、通关、人才计划等。您付出的时间有报酬。',
    purpose: '研究目的',
    asks: '谁在调查',
    isReal: '这是真的吗？看看付了多少、多快付到',
    long: '需要多久',
    longUnknown: '尚未测定；最多 29 道简短的题目，可随时停下，之后再继续。',
    longKnown: (about) => `${about}，可随时停下，之后再继续。`,
    get: '您将获得',
    forPlaces: (places) => `适用于现居${places}的参与者`,
    forOthers: (places) => `适用于现居${places}以外的参与者`,
    forAll: '完整作答即可获得',
    paidBy: (channels) => `发放方式：${channels}`,
    beforeTax: (amount) => `税后金额（税前${amount}）`,
    gone: '名额已满。您仍可作答，但没有报酬。',
    goneAll: '本研究的报酬名额已满。您仍可作答，但没有报酬。',
    whenPaid: '何时发放',
    languages: '语言',
    languagesText: '可随时切换，已填内容不会丢失。',
    privacy: '隐私',
    privacyPoints: [
      '问卷不询问您的姓名；部分收款方式需要姓名。您的回答与收款信息分开保存。',
      '一个带随机编号的 Cookie 会在本设备上记住您的进度。它不会在别处跟踪您，其他公司也看不到它。',
      '在您填写年龄并表示同意之前，我们不保存任何内容。',
      '您可以随时停止；如需撤回回答，写信给主办方即可。',
    ],
    start: '开始',
    startFree: '开始作答（无报酬）',
    resume: '继续上次的作答',
    voucher: '查看我的结果',
    complete: '您已完成本研究的问卷，谢谢。',
    screenedOut: '感谢您的关注。根据您最初的回答，您不在本研究的调查范围内。',
    notYet: '本研究尚未开始，请稍后再来。',
    closed: '本研究已结束，不再接受作答。感谢您的关注。',
    otherDevice: '在其他设备上开始过？使用续答码',
    invited: '这是给您个人的邀请，仅限您本人使用一次。',
  },

  page: {
    progress: (at, of) => (at >= of ? `第 ${at} 页，共 ${of} 页` : `第 ${at} 页，共约 ${of} 页`),
    next: '下一页',
    finish: '完成',
    back: '上一页',
    consents: '继续之前',
    optional: '选填',
    chooseAll: '可多选。',
    chooseUpTo: (max) => `最多选 ${max} 项。`,
    chooseBetween: (min, max) => (max === null ? `至少选 ${min} 项。` : `请选 ${min} 至 ${max} 项。`),
    showAll: '显示全部',
    specify: '请注明',
    specifyIf: (label) => `若选择“${label}”，请注明`,
    choose: '请选择…',
    choice: (n) => `第${digits[n] ?? n}选择`,
    noChoice: '—— 不选 ——',
    charactersLeft: '还可输入 {n} 字',
    from: (min, max) => `${min} 至 ${max} 之间的数字`,
    errors: (n) => `有 ${n} 处需要再看一下`,
    errorPrefix: '错误：',
    faults: {
      required: () => '请回答这道题。',
      consent: () => '如愿意参加，请勾选此项。',
      wrong_type: () => '无法识别这个回答，请重新填写。',
      unknown_code: () => '请从所列选项中选择。',
      not_offered: () => '此处不提供这个选项，请另选一项。',
      too_few: ({ min = 1 }) => `请至少选择 ${min} 项。`,
      too_many: ({ max = 1 }) => `最多只能选择 ${max} 项。`,
      exclusive: () => '所选项中有一项不能与其他项同时选择，请保留该项或保留其他项。',
      twice: () => '同一项选了两次，每项请只选一次。',
      out_of_range: ({ min, max }) =>
        min === undefined || max === undefined ? '数字超出了允许的范围。' : `请填写 ${min} 至 ${max} 之间的数字。`,
      too_long: ({ max }) => (max === undefined ? '文字过长，请缩短。' : `请不要超过 ${max} 字。`),
      detail_missing: () => '请注明具体内容。',
      not_shown: () => '您的问卷已不再包含这道题，原回答未采用。',
    },
  },

  saving: {
    saved: '已保存',
    saving: '正在保存…',
    sending: '正在提交…',
    offline: '没有网络。您的回答已保留在本机，正在重试…',
    restored: '已恢复您先前在本机填写的内容。',
    conflict: '此页已在另一个标签页中修改。按“下一页”可对照两份内容。',
  },

  copy: { copy: '复制', copied: '已复制' },

  resume: {
    summary: '在其他设备上继续',
    title: '在此继续',
    lead: '请输入开始时给您的续答码。',
    keep: '请保存此码：换设备或浏览器记录被清除时，可凭它打开您的回答和奖励券。',
    fresh: '您的续答码',
    label: '续答码',
    hint: '由字母和数字组成，不区分大小写，连字符可省略。',
    wrong: '没有与此码对应的问卷。请核对后再试。',
    button: '继续',
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
    title: '目前暂无报酬名额',
    budget: '您所在地的报酬名额已用完，或正为其他作答者保留。半小时内可能会有名额空出。',
    network: '您所在的网络同时作答的人较多，暂时无法为您保留报酬。请稍后再试，或更换网络。',
    safe: '您已填写的回答都已保留。',
    goOn: '不要报酬，继续作答',
    retry: '再试一次',
    later: '也可以稍后再来：打开同一链接即可，您的进度会保留。',
  },

  end: {
    under_age: {
      title: '感谢您的关注',
      text: (age) => `本研究面向${age === null ? '达到一定年龄的' : ` ${age} 岁及以上`}人士。您填写的内容均未保存。`,
    },
    screened_out: {
      title: '谢谢',
      text: '本研究面向计划、正在或已完成异地升学的人士，因此没有更多题目需要您回答。这部分没有报酬。',
    },
    complete_unrewarded: { title: '谢谢，已全部完成', text: '您的回答已保存。按您的选择，本次作答没有报酬。' },
    elsewhere: {
      title: '谢谢，已全部完成',
      text: '您的回答已保存。奖励券会显示在最初作答的设备上；在此输入开始时给您的续答码也可查看。',
    },
    over_quota: { title: '感谢您的关注', text: '与您情况相近的回答已经足够，因此没有更多题目需要您回答。' },
    withdrawn: { title: '您的回答已撤回', text: '本研究不再使用这些回答。' },
    close: '您可以关闭此页面。',
    home: '返回研究首页',
  },

  elsewhere: {
    title: '已在另一台设备上开始',
    text: '此邀请曾在另一台设备上打开。您可以在此继续作答，但先前的回答和奖励券不会在本设备上显示。',
    goOn: '从这里继续',
    orCode: '如需在此查看全部内容，请输入续答码。',
  },

  voucher: {
    title: '您的奖励券',
    thanks: '谢谢。您的回答已保存，这份奖励属于您。',
    reference: '编号',
    code: '券码',
    keep: '请妥善保存',
    keepText: '谁持有此码，谁就能领取这笔钱。请截图、复制券码或保存链接，切勿告诉他人。',
    link: '奖励券链接',
    qr: '显示二维码',
    qrText: '用您的另一台设备扫描，即可在那里打开奖励券。',
    linkTitle: '奖励券',
    linkText: '按下按钮，即可在本设备上打开您的奖励券。在此之前不会显示任何内容。',
    typeText: '输入或粘贴奖励券代码，即可在本设备上打开。',
    linkButton: '打开我的奖励券',
  },

  life,
  claim,

  message: { requestId: '联系我们时请提供此编号' },
  ways: { home: '首页', resume: '输入续答码', study: '返回研究首页' },
  service: 'Honorarium：回答与报酬，分开保存。',

  problems: {
    not_found: { title: '找不到页面', text: '此地址没有内容，请核对您收到的链接。' },
    link_invalid: { title: '链接无效', text: '链接可能在发送时被截断。请复制完整链接，或请发送者重新提供。' },
    link_expired: { title: '链接已过期', text: '请发送者提供新的链接。' },
    link_revoked: { title: '链接已被收回', text: '主办方已收回此链接。如您认为有误，请与主办方联系。' },
    link_spent: {
      title: '此邀请已使用',
      text: '对应的问卷已经完成。如果是您本人完成的，奖励券在您作答的设备上；在其他设备上可凭续答码打开。',
    },
    signed_out: {
      title: '无法识别此设备',
      text: '您可能清除了浏览器记录，或是在其他设备上开始的。请重新打开研究链接，或使用续答码。',
    },
    forbidden: { title: '您无权查看', text: '您已登录，但此页面不属于您的工作范围。' },
    closed: { title: '本研究已结束', text: '现已不再接受作答，感谢您的关注。已发放的奖励券仍然有效。' },
    not_yet: { title: '本研究尚未开始', text: '请在开始后再来。' },
    too_large: { title: '内容过多', text: '提交的内容超出上限。请缩短文字后再试。' },
    bad_origin: { title: '提交来源不符', text: '为了您的安全，我们只接受从本站页面提交的内容。请重新打开页面再试。' },
    too_many: {
      title: '今天从您的网络参加的人已满',
      text: '为公平起见，同一网络每天可开始的人数有限。请明天再试，或换用其他网络（如手机流量）。',
    },
    conflict: { title: '内容已有变动', text: '另一个标签页或设备作了修改。请重新打开页面查看当前内容。' },
    failed: { title: '出错了', text: '这是我们的问题。您先前保存的内容安然无恙，请稍后再试。' },
    unavailable: { title: '请稍候', text: '服务繁忙或正在维护。您先前保存的内容安然无恙，请稍后再试。' },
  },
}
