/** The addresses a student meets. None holds a code, an id or an answer. */
export const paths = {
  landing: (slug: string) => `/s/${slug}`,
  /** Where the script of the landing page says that it was opened. */
  opened: (slug: string) => `/s/${slug}/opened`,
  /** The script that shows pages without a connection; `version` changes with whatever it keeps. */
  worker: (slug: string, version: string) => `/s/${slug}/p/worker-${version}.js`,
  /** Whose turn to start is at this time, in milliseconds since 1970. */
  queue: (slug: string, turnMs: number) => `/s/${slug}/queue?turn=${turnMs}`,
  page: (slug: string, page: string) => `/s/${slug}/p/${page}`,
  /** Every answer once more, in front of the end; no page of questions has such a code. */
  review: (slug: string) => `/s/${slug}/p/~review`,
  /** Goes to wherever the response stands. */
  onward: (slug: string) => `/s/${slug}/go`,
  voucher: (slug: string) => `/s/${slug}/voucher`,
  claim: (slug: string) => `/s/${slug}/voucher/claim`,
  wechat: (slug: string) => `/s/${slug}/voucher/wechat`,
  receive: (slug: string) => `/s/${slug}/voucher/receive`,
  reminder: (slug: string) => `/s/${slug}/voucher/reminder.ics`,
  privacy: (slug: string) => `/s/${slug}/privacy`,
  trust: (slug: string) => `/s/${slug}/trust`,
  /** What came of the answers. */
  findings: (slug: string) => `/s/${slug}/findings`,
  reward: (slug: string) => `/s/${slug}/reward`,
  /** A cell of the study's quotas is full. */
  full: (slug: string) => `/s/${slug}/full`,
  devices: (slug: string) => `/s/${slug}/devices`,
  /** What is kept of whoever has the resume code, and what they may do about it. */
  status: (slug: string) => `/s/${slug}/status`,
  resume: (slug: string) => `/s/${slug}/resume`,
  end: (slug: string, how: string) => `/s/${slug}/end/${how}`,
}
