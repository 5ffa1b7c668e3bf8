/** What somebody types into a set-up, step by step, and what a page of it shows. */

import { type SetupSection, sectionNames } from '../../../src/journey/setup/setup.ts'
import type { Posted } from '../../../src/platform/http/form.ts'

export const stepsOf = sectionNames

const inThree = (name: string, text: string): Posted => ({
  [`${name}.en`]: [text],
  [`${name}.zh-Hans`]: [`${text}（简）`],
  [`${name}.zh-Hant`]: [`${text}（繁）`],
})

/** A study of how people commute, which pays 10 yuan. */
export const typedSteps: Record<SetupSection, Posted> = {
  study: {
    slug: ['commuting'],
    languages: ['en', 'zh-Hans', 'zh-Hant'],
    ...inThree('organiser', 'Transport desk'),
    contact: ['commuting@example.org'],
  },
  questionnaire: { from: ['template'], template: ['study-abroad'] },
  window: { zone: ['Europe/Berlin'], opens: ['2026-07-01T09:00'], closes: ['2027-03-01T18:00'] },
  people: { mainland: ['no'] },
  privacy: inThree('where', 'On servers of ours'),
  rewards: {
    'offers.0.currency': ['CNY'],
    'offers.0.amount': ['10.00'],
    'offers.0.budget': ['1,000'],
    'offers.0.channels': ['bank'],
    'offers.0.places': ['0'],
    ...inThree('paidWhen', 'Within a week'),
  },
  checks: {},
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

/** The fields of a step's form as a browser would post them. */
export function formOf(html: string): Posted {
  const form = /<form[^>]*class="setup".*?<\/form>/s.exec(html)?.[0] ?? ''
  const posted: Posted = {}
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) posted[name] = [...(posted[name] ?? []), plain(value)]
  }
  for (const [, attributes = '', text] of form.matchAll(
    /<(?:input|textarea|select)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g,
  )) {
    const given = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
    if (given('type') === 'checkbox') {
      if (/\schecked\b/.test(attributes)) add(given('name'), given('value') ?? '')
    } else if (text !== undefined) add(given('name'), text)
    else if (given('type') !== undefined) add(given('name'), given('value') ?? '')
  }
  for (const [, name, options = ''] of form.matchAll(/<select\b[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /<option value="([^"]*)"[^>]*\sselected/.exec(options) ?? /<option value="([^"]*)"/.exec(options)
    add(name, chosen?.[1] ?? '')
  }
  return posted
}
