/** Two people changed the same: what stands there now and what was typed, side by side. Nothing typed is lost. */
import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { assetUrls } from '../../../platform/http/assets.ts'
import { field, type Posted } from '../../../platform/http/form.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { conditionWords } from '../conditions/words.ts'
import { stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'
import { textField } from '../form/fields.ts'
import { ownerOf, partLabel } from '../names.ts'
import type { EditorDesk } from './desk.ts'
import { hrefOf, idOfField } from './desk.ts'
import { HereFields } from './edit-form.tsx'

export interface ClashProps {
  c: Context<AppEnv>
  study: string
  /** As the draft is now. */
  desk: EditorDesk
  clash: readonly Edit[]
  posted: Posted
  by: { by: string; at: string }
}

/** The choice between both. What else was sent goes with what is one's own. */
export function ClashPage({ c, study, desk, clash, posted, by }: ClashProps) {
  const { words, language } = desk
  const urls = assetUrls(c.var.ports.assets)
  const shown = new Set(clash.flatMap((edit) => (edit.edit === 'text' ? [textField(edit.at, edit.language)] : [])))
  const others = Object.entries(posted).filter(([name]) => !shown.has(name) && name !== 'revision' && name !== 'at')
  return (
    <StaffPage
      c={c}
      title={words.clash.title}
      study={study}
      crumbs={[{ href: desk.path, label: words.title }]}
      scripts={[urls.editor]}
      styles={[urls['editor-style']]}
    >
      <div class="notice wait" role="alert">
        <p>{words.clash.said({ name: by.by, at: by.at === '' ? '' : formatDateTime(by.at, language) })}</p>
      </div>
      <form class="edit clash" method="post" action={desk.path}>
        <HereFields desk={desk} />
        {others.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
        {clash.map((edit) => (
          <Both desk={desk} edit={edit} posted={posted} />
        ))}
        <div class="actions">
          <button class="button" type="submit">
            {words.clash.mine}
          </button>
          <a class="button quiet" href={hrefOf(desk, desk.at)}>
            {words.clash.theirs}
          </a>
        </div>
      </form>
    </StaffPage>
  )
}

function Both({ desk, edit, posted }: { desk: EditorDesk; edit: Edit; posted: Posted }) {
  const { words, language, questionnaire } = desk
  const at = 'at' in edit ? edit.at : ''
  const name = partLabel(questionnaire, ownerOf(questionnaire, at), language)
  if (edit.edit !== 'text') {
    const steps = stepsTo(desk.draft.document, `${at}/when`)
    const when = edit.edit === 'condition' && steps !== null ? valueAt(questionnaire, steps) : null
    return (
      <section>
        <h2>{name}</h2>
        <p>{words.clash.kinds[edit.edit === 'condition' || edit.edit === 'remove' ? edit.edit : 'set']}</p>
        {when !== null && (
          <p>
            {words.clash.now}: {conditionWords(questionnaire, when as Parameters<typeof conditionWords>[1], language)}
          </p>
        )}
        {edit.edit === 'condition' && edit.when !== null && (
          <p>
            {words.clash.typed}: {conditionWords(questionnaire, edit.when, language)}
          </p>
        )}
      </section>
    )
  }
  const steps = stepsTo(desk.draft.document, `${at}/${edit.language}`)
  const now = steps === null ? '' : String(valueAt(desk.draft.document, steps))
  const input = textField(at, edit.language)
  return (
    <section>
      <h2>{name}</h2>
      <div class="texts two">
        <div class="text">
          <p class="ask" id={`${idOfField(input)}-now`}>
            {words.clash.now} ({commonMessages(edit.language).name})
          </p>
          <p class="quote" lang={edit.language}>
            {now === '' ? words.clash.nothing : now}
          </p>
        </div>
        <div class="text">
          <label for={idOfField(input)}>
            {words.clash.typed} ({commonMessages(edit.language).name})
          </label>
          <textarea id={idOfField(input)} name={input} lang={edit.language} rows={4}>
            {field(posted, input) ?? edit.text}
          </textarea>
        </div>
      </div>
    </section>
  )
}
