/**
 * The shape that any questionnaire must meet. A questionnaire is data: pages, questions, options, rows and
 * conditions in three languages. Its version is a hash of this data (see `src/platform/crypto/version.ts`), so
 * nothing here may fill in a default before the hash is taken.
 */
import * as z from 'zod'

/** The languages of every text, in the order in which they are offered. */
export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
export const languageSchema = z.enum(languages)
export type Language = (typeof languages)[number]

/**
 * A text in all three languages. `{name}` is replaced from the study's facts when the page is drawn;
 * `{Q07}` is replaced by the label of the option picked there.
 */
export const textSchema = z.strictObject({
  en: z.string().min(1),
  'zh-Hans': z.string().min(1),
  'zh-Hant': z.string().min(1),
})
export type Text = z.infer<typeof textSchema>

/** A question code such as `Q07`; it names the export column and is stable once the first answer is stored. */
const code = z.string().regex(/^[A-Z][A-Za-z0-9_]{0,15}$/)

/**
 * What must hold for a page, question, option, row or text variant to be used. It looks at answers of earlier
 * pages (for `ends` and for consents also of the same page) and at facts that the study froze into the response.
 *
 * - `{ q, in }`: the answer is one of the codes; for multi and rank, any pick is.
 * - `{ q, only }`: there is an answer and every pick is one of the codes.
 * - `{ q, min, max }`: the answer is a number within the (inclusive, each optional) range.
 * - `{ q, answered }`: the question was shown on this route and answered.
 * - `{ fact }`: the named fact is present and true.
 */
export type Condition =
  | { q: string; in: number[] }
  | { q: string; only: number[] }
  | { q: string; min?: number | undefined; max?: number | undefined }
  | { q: string; answered: true }
  | { fact: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

const codes = z.array(z.int()).min(1)
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ q: code, in: codes }),
    z.strictObject({ q: code, only: codes }),
    z.strictObject({ q: code, answered: z.literal(true) }),
    z.strictObject({ q: code, min: z.int().optional(), max: z.int().optional() }),
    z.strictObject({ fact: z.string().min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
)

const label = {
  label: textSchema,
  /** Needed when the label is over 120 UTF-8 bytes, the longest value label that SPSS keeps. */
  short: textSchema.optional(),
}

export const optionSchema = z.strictObject({
  code: z.int(),
  ...label,
  when: conditionSchema.optional(),
  /** In a multi, picking this excludes every other pick. */
  exclusive: z.literal(true).optional(),
  /** Stays behind the shuffled options, in the order given. */
  last: z.literal(true).optional(),
  /** Picking this asks for more: a short text, or one entry of a list of `lists`. */
  detail: z.union([z.literal('text'), z.strictObject({ list: z.string() })]).optional(),
  /** A check item that does not exist; never carried forward. */
  decoy: z.literal(true).optional(),
  /** Offered although the question carries its options from another and this one was not picked there. */
  always: z.literal(true).optional(),
})
export type Option = z.infer<typeof optionSchema>

export const rowSchema = z.strictObject({
  code: z.int(),
  ...label,
  when: conditionSchema.optional(),
})
export type Row = z.infer<typeof rowSchema>

/** Options are given in place, or by the name of a label set of the questionnaire. */
const options = z.union([z.array(optionSchema).min(1), z.strictObject({ set: z.string() })])

const base = {
  code,
  /** The variable's short name, as in `dest`; used in the codebook. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** The wording, or wordings by condition: the first whose condition holds (the last needs none). */
  text: z.union([textSchema, z.array(z.strictObject({ when: conditionSchema.optional(), text: textSchema })).min(1)]),
  hint: textSchema.optional(),
  when: conditionSchema.optional(),
  /** Every question is required unless this says so. */
  optional: z.literal(true).optional(),
  /** Kept while answering, dropped when the response is complete. */
  draftOnly: z.literal(true).optional(),
}

/** Only options picked in an earlier question are offered, when that question was on the route; decoys never are. */
const carry = z.strictObject({ from: code })
/** The option with the same code as the answer of `q` is not offered, for the codes given. */
const without = z.strictObject({ q: code, codes })

const choice = {
  options,
  carry: carry.optional(),
  without: without.optional(),
  /** The order is drawn from the seed of the response. */
  shuffle: z.literal(true).optional(),
}

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, ...choice, type: z.literal('single') }),
  z.strictObject({
    ...base,
    ...choice,
    type: z.literal('multi'),
    min: z.int().min(1).optional(),
    max: z.int().min(1).optional(),
    /** Options hidden by their condition can be shown by a link, and are accepted. */
    showAll: z.literal(true).optional(),
  }),
  /** Pick up to `max` and put them in order; the answer is the ordered list of picks. */
  z.strictObject({ ...base, ...choice, type: z.literal('rank'), max: z.int().min(1) }),
  z.strictObject({
    ...base,
    type: z.literal('matrix'),
    rows: z.array(rowSchema).min(1),
    /** Rows are the picks of an earlier multi (its exclusive options are never rows); `rows` is then the same list. */
    carry: carry.optional(),
    shuffle: z.literal(true).optional(),
    scale: options,
    /**
     * A row that checks attention: its field name, position and target are drawn from the seed.
     * `{target}` in its label is replaced by the label of the option to pick.
     */
    attention: z.strictObject({ code, targets: codes, label: textSchema }).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('scale'), options }),
  z.strictObject({ ...base, type: z.literal('nps'), low: textSchema, high: textSchema }),
  z.strictObject({ ...base, type: z.literal('year'), min: z.int(), max: z.int() }),
  z.strictObject({ ...base, type: z.literal('number'), min: z.int(), max: z.int(), unit: textSchema.optional() }),
  z.strictObject({ ...base, type: z.literal('text'), maxLength: z.int().min(1).max(10_000) }),
])
export type Question = z.infer<typeof questionSchema>

/** A box that must be ticked, unticked at first. Texts are versioned with the questionnaire. */
export const consentSchema = z.strictObject({ code, text: textSchema, when: conditionSchema.optional() })
export type Consent = z.infer<typeof consentSchema>

export const pageSchema = z.strictObject({
  /** Lower-case; it is the last part of the page's address. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  when: conditionSchema.optional(),
  /** Shown below the questions, each to be ticked. */
  consents: z.array(consentSchema).optional(),
  questions: z.array(questionSchema).min(1),
  /** The first whose condition holds ends the response when this page is left. */
  ends: z.array(z.strictObject({ when: conditionSchema, as: z.enum(['under_age', 'screened_out']) })).optional(),
  /** Leaving this page takes a lease on the offer that fits. Exactly one page says so. */
  lease: z.literal(true).optional(),
})
export type Page = z.infer<typeof pageSchema>

export const questionnaireSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: textSchema,
  /** Facts that conditions and texts may use; the study supplies them and they are frozen into the response. */
  facts: z.array(z.string()),
  /** Named lists of options, so that a study may swap one (same codes). */
  sets: z.record(z.string(), z.array(optionSchema)),
  /** Long lists that an option's `detail` may ask for, such as ISO 3166 countries by alpha-2 code. */
  lists: z.record(z.string(), z.array(z.strictObject({ code: z.string(), label: textSchema }))),
  /** Question whose answer says where one lives now; offers are chosen by it. */
  place: code,
  /** Pinned exchange rates used in labels: decimal string, and the day it was read (ISO 8601). */
  rates: z.record(z.string(), z.strictObject({ rate: z.string(), on: z.iso.date() })),
  pages: z.array(pageSchema).min(1),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>
