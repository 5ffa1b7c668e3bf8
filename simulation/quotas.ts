/** The quotas of campaigns. */
import type { NewStudy } from '../src/journey/setup/open-study.ts'

const label = { en: 'a group', 'zh-Hans': '群体', 'zh-Hant': '群體' }

/** Cells that lie across each other, so small that they fill up in most campaigns. */
const quotas: NewStudy['settings']['quotas'] = [
  { cell: 'studying', label, when: { q: 'Q02', in: [3] }, limit: 7 },
  { cell: 'finished', label, when: { q: 'Q02', in: [4] }, limit: 5 },
  { cell: 'mainland', label, when: { q: 'Q03', in: [1] }, limit: 11 },
  { cell: 'in-hong-kong', label, when: { q: 'Q04', in: [2] }, limit: 5 },
]

/** So few in each budget that some campaigns have none left. */
const thankYous = 3
const thankYouMinor = 600

/** The study of a campaign, with quotas and thank-yous. */
export function withQuotas(study: NewStudy): NewStudy {
  const thanks = { amountMinor: thankYouMinor, budgetMinor: thankYouMinor * thankYous }
  return {
    ...study,
    settings: { ...study.settings, quotas },
    thanks: study.offers.map((offer) => ({ ...offer, ...thanks })),
  }
}
