/** What is wrong with a set-up: each fault has its field, and its words are chosen by its code. */
import type { SetupSection } from './setup.ts'

/** Codes, each with the values that its words name. */
export interface FaultValues {
  required: object
  language_missing: object
  no_language: object
  too_long: { most: number }
  slug_shape: object
  slug_taken: object
  contact: object
  one_of: { choices: string }
  whole_number: { least: number; most: number }
  whole_number_or_empty: { least: number; most: number }
  zone: object
  moment: object
  skipped: { zone: string }
  closes_before: object
  closes_past: object
  day: object
  days_together: object
  days_order: object
  no_template: { template: string }
  no_study: { study: string }
  no_version: object
  no_place_question: object
  tax_rate: object
  no_offers: object
  currency: object
  not_payable: object
  amount: { currency: string }
  amount_large: { most: string }
  budget_small: { least: string }
  leaves_nothing: object
  no_channels: object
  channel_pays_not: { channel: string; currency: string }
  not_carried: { channel: string; amount: string; ranges: string }
  no_provider: { channel: string; currency: string }
  no_places: object
  place_unknown: { place: string }
  place_twice: { place: string }
  decimals_differ: object
  cell_shape: object
  cell_twice: object
  condition: object
  question_unknown: { question: string }
  code_unknown: { code: string }
  /** `why` is a sentence of the checker of questionnaires, which is put into words where it is shown. */
  uncountable: { why: string }
}
export type FaultCode = keyof FaultValues

export interface SetupFault {
  section: SetupSection
  /** Where in the section: `organiser.en`, `offers.0.amount`. */
  field: string
  code: FaultCode
  values: Readonly<Record<string, string | number>>
}

/** Collects the faults of one section. */
export interface FaultCollector {
  fault<Code extends FaultCode>(field: string, code: Code, values: FaultValues[Code]): void
}

/** What notes the faults of a section in `faults`. */
export function findingIn(section: SetupSection, faults: SetupFault[]): FaultCollector {
  return {
    fault: (field, code, values) => {
      faults.push({ section, field, code, values: values as SetupFault['values'] })
    },
  }
}
