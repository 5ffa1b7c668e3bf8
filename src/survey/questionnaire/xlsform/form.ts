/** What reading a form has to tell: what is wrong with it, what was left out of it, and what was put in. */
import type { ContentError } from '../checks/content-error.ts'

/** A cell of a sheet as text; null when it is empty. */
export type FormCell = string | null

/** A sheet as its rows of cells. The first row has the headers; a row's place in the list is its number, less one. */
export interface Sheet {
  name: string
  rows: readonly (readonly FormCell[])[]
}

/** A code of what may be wrong; its words are `faults` in messages/LANGUAGE/studies/forms.json. */
export type FormFaultCode =
  | 'no_workbook'
  | 'old_workbook'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_conditions'
  | 'too_many_options'
  | 'no_survey'
  | 'no_column'
  | 'column_twice'
  | 'unknown_type'
  | 'no_list_named'
  | 'no_list'
  | 'no_name'
  | 'no_label'
  | 'choice_twice'
  | 'not_a_number'
  | 'not_json'
  | 'not_closed'
  | 'not_opened'
  | 'no_questions'
  | 'condition'
  | 'content'
  | 'more'

/** What is wrong, and where: `cell` is such as `C12`, or empty for the sheet (and `sheet` for the file) as a whole. */
export interface FormFault {
  sheet: string
  cell: string
  code: FormFaultCode
  values: Record<string, string>
}

/** Why something could not be taken; its words are `why` in messages/LANGUAGE/studies/forms.json. */
export type LeftOutWhy =
  | 'not_asked'
  | 'device'
  | 'media'
  | 'place_on_map'
  | 'external'
  | 'column'
  | 'message'
  | 'language'
  | 'sheet'
  | 'setting'
  | 'condition'
  | 'later'
  | 'constraint'
  | 'choice_filter'
  | 'choice_never'
  | 'repeat'
  | 'decimal'
  | 'time'
  | 'calculation'
  | 'reference'
  | 'markup'
  | 'appearance'
  | 'parameter'
  | 'required'
  | 'note_alone'
  | 'default'
  | 'unused'
  | 'group_title'
  | 'group_empty'
  | 'list_unused'
  | 'must_tick'

/** What of a form was left out, as it stands there, and why. */
export interface LeftOut {
  sheet: string
  cell: string
  what: string
  why: LeftOutWhy
}

/** What was put in, or changed, without being asked for; its words are `added` in messages/LANGUAGE/studies/forms.json. */
export interface Added {
  code:
    | 'consent'
    | 'lease'
    | 'question_code'
    | 'choice_codes'
    | 'range'
    | 'length'
    | 'page'
    | 'label'
    | 'language'
    | 'title'
    | 'days'
  values: Record<string, string>
}

/** A form as it was read. */
export interface ReadForm {
  /** In the shape of a questionnaire. It may be unfinished: `unfinished` says what still stops it from being published. */
  questionnaire: unknown
  leftOut: LeftOut[]
  added: Added[]
  /** What `checkQuestionnaire` says of it, by sheet and cell. */
  unfinished: FormFault[]
}

export type FormResult = ReadForm | { faults: FormFault[] }

/** What is wrong with a JSON: by path, such as `pages[3].questions[0].text.en`. */
export type JsonResult = { questionnaire: unknown; unfinished: ContentError[] } | { faults: ContentError[] }
