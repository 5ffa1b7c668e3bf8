/** The findings of a study as its people write them: each with what everybody sees of it, and a form below. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type FindingsMessages, findingsMessages } from '../../../messages/generated/insights/findings.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { controlAttributes, Field } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { type Finding, longestFindingText, type Texts, textForReader } from './finding.ts'
import { Paragraphs } from './paragraphs.tsx'
import type { Findings } from './save.ts'

export interface TypedFinding {
  /** Null for a new one. */
  id: number | null
  found: Texts
  changed: Texts
}

interface FindingsDeskProps {
  c: Context<AppEnv>
  study: { slug: string; title: string; languages: readonly Language[] }
  findings: Findings
  /** What stands in the form. */
  form: TypedFinding
  notice: Notice | null
}

export function FindingsDesk({ c, study, findings, form, notice }: FindingsDeskProps) {
  const language = languageOf(c)
  const words = findingsMessages(language).desk
  const here = `/admin/studies/${study.slug}/findings`
  const { list, n, undoTo, redoTo, last } = findings
  const common = { here, n, language, words }
  return (
    <StaffPage c={c} title={words.title} study={study.title}>
      <NoticeLine notice={notice} />
      <p>{words.about}</p>
      <p>
        <a href={`/s/${study.slug}/findings`}>{words.look}</a>
      </p>
      {list.findings.length === 0 && (
        <div class="empty">
          <p>{words.none}</p>
        </div>
      )}
      {list.findings.map((finding, at) => (
        <OneFinding
          {...common}
          finding={finding}
          asked={study.languages}
          place={{ at: at + 1, isFirst: at === 0, isLast: at === list.findings.length - 1 }}
        />
      ))}
      {last !== null && (
        <form method="post" action={here} class="actions">
          <input type="hidden" name="revision" value={n} />
          {undoTo !== null && <Press value="undo">{words.undo}</Press>}
          {redoTo !== null && <Press value="redo">{words.redo}</Press>}
          <span class="small">{words.last({ who: last.by, when: formatDateTime(last.at, language) })}</span>
        </form>
      )}
      <h2 id="form">{form.id === null ? words.add : words.change}</h2>
      <form method="post" action={here}>
        <input type="hidden" name="revision" value={n} />
        {form.id !== null && <input type="hidden" name="id" value={form.id} />}
        {(['found', 'changed'] as const).map((part) => (
          <fieldset aria-describedby={`${part}-h`}>
            <legend>{words[part]}</legend>
            <p class="hint" id={`${part}-h`}>
              {words[`${part}Hint`]}
            </p>
            {study.languages.map((tag) => (
              <TextIn name={`${part}.${tag}`} tag={tag} value={form[part][tag] ?? ''} />
            ))}
          </fieldset>
        ))}
        <p class="actions">
          <button class="button" type="submit" name="do" value="write">
            {form.id === null ? words.saveNew : words.save}
          </button>
          {form.id !== null && <a href={here}>{words.cancel}</a>}
        </p>
      </form>
    </StaffPage>
  )
}

function Press({ value, label, children }: { value: string; label?: string; children: string }) {
  return (
    <button class="button quiet small" type="submit" name="do" value={value} aria-label={label}>
      {children}
    </button>
  )
}

function TextIn({ name, tag, value }: { name: string; tag: Language; value: string }) {
  const field = { name, label: commonMessages(tag).name }
  return (
    <Field {...field} labelIn={tag}>
      <textarea {...controlAttributes(field)} lang={tag} rows={3} maxlength={longestFindingText}>
        {value}
      </textarea>
    </Field>
  )
}

interface OneFindingProps {
  finding: Finding
  /** The languages that the study is offered in. */
  asked: readonly Language[]
  place: { at: number; isFirst: boolean; isLast: boolean }
  here: string
  n: number
  language: Language
  words: FindingsMessages['desk']
}

function OneFinding({ finding, asked, place, here, n, language, words }: OneFindingProps) {
  const { id, found, changed, publishedOn } = finding
  const missing = asked.filter((tag) => found[tag] === undefined || changed[tag] === undefined)
  const title = words.finding({ n: place.at })
  const of = (name: string) => `${name}: ${title}`
  return (
    <section class="q" aria-labelledby={`finding-${id}`}>
      <h2 id={`finding-${id}`}>
        {title}{' '}
        <span class={publishedOn === null ? 'badge wait' : 'badge good'}>
          {publishedOn === null ? words.draft : words.published({ day: formatDate(publishedOn, language) })}
        </span>
      </h2>
      <Paragraphs said={textForReader(found, language)} />
      <h3>{words.changed}</h3>
      <Paragraphs said={textForReader(changed, language)} none={words.nothingChanged} />
      {missing.length > 0 && (
        <p class="small">
          {words.missing}{' '}
          {missing.map((tag, at) => (
            <>
              {at > 0 && ' · '}
              <span lang={tag}>{commonMessages(tag).name}</span>
            </>
          ))}
        </p>
      )}
      <form method="post" action={here} class="actions">
        <input type="hidden" name="revision" value={n} />
        <input type="hidden" name="id" value={id} />
        {publishedOn === null ? (
          <button class="button small" type="submit" name="do" value="publish" aria-label={of(words.publish)}>
            {words.publish}
          </button>
        ) : (
          <Press value="unpublish" label={of(words.unpublish)}>
            {words.unpublish}
          </Press>
        )}
        <a class="button quiet small" href={`${here}?edit=${id}#form`} aria-label={of(words.edit)}>
          {words.edit}
        </a>
        {!place.isFirst && (
          <Press value="up" label={of(words.up)}>
            {words.up}
          </Press>
        )}
        {!place.isLast && (
          <Press value="down" label={of(words.down)}>
            {words.down}
          </Press>
        )}
        <Press value="remove" label={of(words.remove)}>
          {words.remove}
        </Press>
      </form>
    </section>
  )
}
