/** What differs between two versions of a questionnaire, as people read it. */
import type { Condition, Text } from '../../../../schema/questionnaire.ts'

/** Where something stands. A set of options is named once, whichever questions use it. */
export type ChangeLocation =
  | { at: 'whole' }
  | { at: 'page'; code: string; title: Text }
  | { at: 'question'; code: string; text: Text }
  | { at: 'set'; name: string; questions: readonly string[] }
  | { at: 'list'; name: string }

/** Which part of it; `code` tells one of several from the others. */
export interface ChangedPart {
  of:
    | 'title'
    | 'text'
    | 'hint'
    | 'option'
    | 'short'
    | 'row'
    | 'consent'
    | 'unit'
    | 'low'
    | 'high'
    | 'attention'
    | 'entry'
    | 'end'
    | 'page'
    | 'question'
    | 'settings'
  code?: string
}

/** What a change does to whoever puts answers to both versions side by side. */
export type ChangeEffect =
  | 'wording'
  | 'labels_moved'
  | 'order'
  | 'new_question'
  | 'removed_question'
  | 'new_code'
  | 'removed_code'
  | 'changed_scale'
  | 'changed_type'
  | 'changed_range'
  | 'changed_condition'
  | 'changed_required'
  | 'changed_withheld'
  | 'changed_consent'
  | 'changed_unit'
  | 'changed_setting'

/** A text, a condition (null for none) or a value as it is written; undefined where there was nothing to say. */
export type ChangedWording = { text: Text } | { condition: Condition | null } | { value: string } | undefined

export interface QuestionnaireChange {
  did: 'added' | 'removed' | 'moved' | 'changed'
  place: ChangeLocation
  part: ChangedPart
  before: ChangedWording
  after: ChangedWording
  effect: ChangeEffect
}
