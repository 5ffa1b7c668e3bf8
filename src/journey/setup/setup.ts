/**
 * A set-up: a study while somebody describes it, as it was typed and whether or not it can be a study yet. The same JSON
 * is what `npm run study` reads. Amounts are in major units, times of the window as a clock of its zone shows them.
 */

import * as z from 'zod'
import { inEachLanguage, languages } from '../../../schema/questionnaire.ts'
import { normalizeText } from '../../platform/http/form.ts'
import { booksZone } from '../../platform/time/zone.ts'

/** Far more than any field of a study needs. */
const longest = 20_000
const mostRows = 60

const typed = z
  .union([z.string().max(longest), z.number().transform(String), z.boolean().transform((is) => (is ? 'yes' : 'no'))])
  .transform(normalizeText)
/** A field of one value; `usual` is what stands in it before anybody has typed. */
const field = (usual = '') => typed.default(usual)
const many = (usual: readonly string[] = []) =>
  z
    .array(typed)
    .max(500)
    .default([...usual])

const textsSchema = z.strictObject(inEachLanguage(() => field())).prefault({})
export type TypedTexts = z.infer<typeof textsSchema>

const offerSchema = z.strictObject({
  currency: field(),
  /** For each response, in major units: `20.00`. */
  amount: field(),
  /** All that may be promised, tax included; asked for when the study is made, and approved by somebody else. */
  budget: field(),
  channels: many(),
  /** Codes of the place question; 0 is every other place. */
  places: many(['0']),
})
export type TypedOffer = z.infer<typeof offerSchema>

const quotaSchema = z.strictObject({
  cell: field(),
  label: textsSchema,
  /** A question and some of its codes, `1, 2`; or a whole condition as JSON in their place. */
  question: field(),
  codes: field(),
  when: field(),
  limit: field(),
})
export type TypedQuota = z.infer<typeof quotaSchema>

export const setupSchema = z.strictObject({
  study: z
    .strictObject({
      slug: field(),
      languages: many(languages),
      organiser: textsSchema,
      contact: field(),
      forWhom: textsSchema,
      why: textsSchema,
      costCentre: field(),
      projectCode: field(),
    })
    .prefault({}),
  questionnaire: z
    .strictObject({
      /** `template`, `study`, or `version` of one that was uploaded. */
      from: field('template'),
      template: field('nps'),
      study: field(),
      version: field(),
      minutes: field(),
    })
    .prefault({}),
  window: z
    .strictObject({
      zone: field(booksZone),
      /** `2026-12-01T09:00`; empty for as soon as it is started, or for no end. */
      opens: field(),
      closes: field(),
      finishDays: field('7'),
      winterFrom: field(),
      winterTo: field(),
      closedFrom: field(),
      closedTo: field(),
    })
    .prefault({}),
  people: z
    .strictObject({
      minimumAge: field('18'),
      paradata: field('no'),
      mainland: field(),
      abroad: field('no'),
      recipientName: textsSchema,
      recipientContact: field(),
      recipientPurpose: textsSchema,
    })
    .prefault({}),
  privacy: z
    .strictObject({
      where: textsSchema,
      authority: textsSchema,
      backupDays: field(),
      keepDrafts: field('30'),
      keepParadata: field('180'),
      keepAnswers: field(),
      keepPayees: field(),
      keepMarks: field('30'),
      keepRequests: field('365'),
    })
    .prefault({}),
  rewards: z
    .strictObject({
      taxMode: field('none'),
      /** In percent: `20`, `16.67`. */
      taxRate: field(),
      offers: z.array(offerSchema).max(mostRows).default([]),
      thanks: z.array(offerSchema).max(mostRows).default([]),
      paidWhen: textsSchema,
      voucherDays: field('180'),
      graceDays: field('14'),
      calendar: field('cn'),
      perPayout: field('500.00'),
      perBatch: field('10000.00'),
    })
    .prefault({}),
  checks: z
    .strictObject({
      openLinkPolicy: field('check'),
      invitationPolicy: field('check'),
      quotas: z.array(quotaSchema).max(mostRows).default([]),
    })
    .prefault({}),
  /** The sections that somebody has saved: the faults of the others are not shown yet. */
  saved: many(),
})
export type Setup = z.infer<typeof setupSchema>

/** In the order in which they are gone through. */
export const sectionNames = [
  'study',
  'questionnaire',
  'window',
  'people',
  'privacy',
  'rewards',
  'checks',
] as const satisfies readonly (keyof Setup)[]
export type SetupSection = (typeof sectionNames)[number]

/** A set-up as it is kept; what a later release has added has its usual value. */
export function readSetup(document: string): Setup {
  return setupSchema.parse(JSON.parse(document))
}

/** An empty row of a list, by the list's name. */
export const emptyRows = { offers: offerSchema, thanks: offerSchema, quotas: quotaSchema } as const
