/** What the editor can do to a questionnaire: a closed list. Everything it changes goes through one of these. */
import type { Condition, Language, QuestionType } from '../../../schema/questionnaire.ts'
import type { Address, DocumentText } from './document.ts'

/** A question that is added; its code and its name are chosen. */
export interface NewQuestion {
  type: QuestionType
  text: DocumentText
  /** Labels of its options (of a matrix: its scale) and rows, where its type has them; `nps` takes its two ends from options. */
  options: readonly DocumentText[]
  rows: readonly DocumentText[]
}

/** What is set on a question, an option or a row, apart from texts and conditions. */
export const settings = {
  min: 'number',
  max: 'number',
  maxLength: 'number',
  optional: 'flag',
  draftOnly: 'flag',
  withheld: 'flag',
  shuffle: 'flag',
  showAll: 'flag',
  exclusive: 'flag',
  last: 'flag',
  always: 'flag',
  decoy: 'flag',
  detail: 'detail',
  name: 'name',
} as const
export type QuestionSetting = keyof typeof settings

export type Edit =
  /** An empty text takes the language away, and with the last one a text that need not be; any other is blank then. */
  | { edit: 'text'; at: Address; language: Language; text: string }
  | { edit: 'add_page'; before: string | null; title: DocumentText; question: NewQuestion }
  | { edit: 'add_question'; page: string; before: string | null; question: NewQuestion }
  /** `list`: `questions/Q07/options`, `questions/Q11/rows`, `sets/places`. */
  | { edit: 'add_item'; list: Address; label: DocumentText }
  | { edit: 'add_consent'; page: string; text: DocumentText }
  /** A page, question, option, row or consent. */
  | { edit: 'remove'; at: Address }
  /** Before another of the same list (its code), or to the end; a question may go to another page. */
  | { edit: 'move'; at: Address; before: string | null; page?: string }
  | { edit: 'set'; at: Address; key: QuestionSetting; value: number | string | boolean | null }
  | { edit: 'condition'; at: Address; when: Condition | null }
  | { edit: 'add_end'; page: string; when: Condition; as: 'under_age' | 'screened_out' }
  | { edit: 'remove_end'; page: string; n: number }
  /** The page on which the reward is set aside. */
  | { edit: 'lease'; page: string }
  /** Only what was picked there is offered (of a matrix: its rows are those options); null for everything. */
  | { edit: 'carry'; at: Address; from: string | null }
  /** What was picked in another question is not offered, for these codes; null for nothing. */
  | { edit: 'without'; at: Address; without: Without | null }
  /** A row of a matrix that checks attention. */
  | { edit: 'add_attention'; at: Address; label: DocumentText }
  /** The options one of which that row asks for. */
  | { edit: 'targets'; at: Address; codes: readonly number[] }
  /** A wording before the one that is for everybody else, which it begins as. */
  | { edit: 'add_wording'; at: Address }
  /** A question's options: those of a shared list; null for its own, which are a copy of those. */
  | { edit: 'share'; at: Address; set: string | null }
  /** A shared list that is made of a question's own options, under a name that no list has. */
  | { edit: 'add_set'; at: Address; set: string }
  /** What may be known of a person, by the name that conditions and texts use. */
  | { edit: 'add_fact'; fact: string }
  | { edit: 'remove_fact'; fact: string }
  /** A long list, empty at first. */
  | { edit: 'add_list'; list: string }
  | { edit: 'add_entry'; list: Address; code: string; label: DocumentText }
  /** The question whose answer says where somebody lives. */
  | { edit: 'place'; question: string | null }
  /** A rate under a name that no other has; null takes one away. */
  | { edit: 'rate'; name: string; rate: { rate: string; on: string } | null }

/** The edit of this name. */
export type EditOf<Name extends Edit['edit']> = Extract<Edit, { edit: Name }>

export interface Without {
  q: string
  codes: readonly number[]
}

export type EditFault =
  /** What the edit is about is not there (any more). */
  | 'not_found'
  /** A question of this type needs options, or rows. */
  | 'items_needed'
  /** Others refer to it: `by` says who. */
  | 'referred_to'
  /** The only one of its list. */
  | 'last_one'
  /** Another has it already. */
  | 'taken'
  /** This cannot be set here, or not so. */
  | 'not_so'

export type Edited<Document> =
  | { document: Document /** What was added, to go on with. */; added?: Address }
  | { fault: EditFault; by?: readonly Address[] }
