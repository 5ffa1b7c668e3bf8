/** Forms by which questions, pages and consents are added. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { languages } from '../../../../schema/questionnaire.ts'
import { questionTypes } from '../form/fields.ts'
import { type EditorDesk, shownIn } from './desk.ts'
import { EditForm } from './edit-form.tsx'

/** A question to be added before another of a page, or at its end. */
export function AddQuestion({ desk, page, before }: { desk: EditorDesk; page: string; before: string | null }) {
  const { words } = desk
  return (
    <details class="add" open={desk.fill?.add?.[0] === 'question'}>
      <summary>{words.addQuestion}</summary>
      <EditForm desk={desk} id="add-question">
        <input type="hidden" name="add" value="question" />
        <input type="hidden" name="add.page" value={page} />
        <input type="hidden" name="add.before" value={before ?? ''} />
        <QuestionFields desk={desk} id="q" />
        <button class="button" type="submit" name="do" value="add">
          {words.add}
        </button>
      </EditForm>
    </details>
  )
}

/** A page to be added before another, or at the end, with its first question. */
export function AddPage({ desk, before }: { desk: EditorDesk; before: string | null }) {
  const { words } = desk
  return (
    <details class="add" open={desk.fill?.add?.[0] === 'page'}>
      <summary>{words.addPage}</summary>
      <EditForm desk={desk} id="add-page">
        <input type="hidden" name="add" value="page" />
        <input type="hidden" name="add.before" value={before ?? ''} />
        <Line desk={desk} id="p" name="add.title" label={words.texts.title} />
        <p class="hint">{words.firstQuestion}</p>
        <QuestionFields desk={desk} id="p" />
        <button class="button" type="submit" name="do" value="add">
          {words.add}
        </button>
      </EditForm>
    </details>
  )
}

/** A box to be ticked, added to a page. */
export function AddConsent({ desk, page }: { desk: EditorDesk; page: string }) {
  const { words } = desk
  return (
    <details class="add" open={desk.fill?.add?.[0] === 'consent'}>
      <summary>{words.addConsent}</summary>
      <EditForm desk={desk} id="add-consent">
        <input type="hidden" name="add" value="consent" />
        <input type="hidden" name="add.page" value={page} />
        <InLanguage desk={desk} id="c" />
        <Lines desk={desk} id="c" name="add.text" label={words.texts.consent} rows={3} />
        <button class="button" type="submit" name="do" value="add">
          {words.add}
        </button>
      </EditForm>
    </details>
  )
}

function QuestionFields({ desk, id }: { desk: EditorDesk; id: string }) {
  const { words } = desk
  return (
    <>
      <div class="line">
        <p class="setting">
          <label for={`a-${id}-type`}>{words.type}</label>
          <select id={`a-${id}-type`} name="add.type" data-type>
            {questionTypes.map((type) => (
              <option value={type} selected={type === shownIn(desk, 'add.type', 'single')}>
                {words.types[type]}
              </option>
            ))}
          </select>
        </p>
        <InLanguage desk={desk} id={id} />
      </div>
      <Lines desk={desk} id={id} name="add.text" label={words.texts.text} rows={2} />
      <Lines desk={desk} id={id} name="add.options" label={words.optionsOfNew} hint={words.oneALine} rows={4} />
      <Lines desk={desk} id={id} name="add.rows" label={words.rowsOfNew} rows={3} />
    </>
  )
}

function InLanguage({ desk, id }: { desk: EditorDesk; id: string }) {
  return (
    <p class="setting">
      <label for={`a-${id}-language`}>{desk.words.inLanguage}</label>
      <select id={`a-${id}-language`} name="add.language">
        {languages.map((language) => (
          <option value={language} lang={language} selected={language === shownIn(desk, 'add.language', desk.language)}>
            {commonMessages(language).name}
          </option>
        ))}
      </select>
    </p>
  )
}

interface FieldProps {
  desk: EditorDesk
  id: string
  name: string
  label: string
  hint?: string
}

function Line({ desk, id, name, label }: FieldProps) {
  const field = `a-${id}-${name.slice(4)}`
  return (
    <p class="setting">
      <label for={field}>{label}</label>
      <input type="text" id={field} name={name} value={shownIn(desk, name, '')} autocomplete="off" />
    </p>
  )
}

function Lines({ desk, id, name, label, hint, rows }: FieldProps & { rows: number }) {
  const field = `a-${id}-${name.slice(4)}`
  return (
    <div class="setting" data-field={name}>
      <label for={field}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${field}-h`}>
          {hint}
        </p>
      )}
      <textarea id={field} name={name} rows={rows} aria-describedby={hint === undefined ? undefined : `${field}-h`}>
        {shownIn(desk, name, '')}
      </textarea>
    </div>
  )
}
