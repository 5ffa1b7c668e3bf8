/** Every text in a table of languages, with what is missing or to be looked at first. */
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type Language, languages } from '../../../../schema/questionnaire.ts'
import { ownerOf, partLabel } from '../names.ts'
import type { TextToTranslate } from '../translation-state.ts'
import { type EditorDesk, hrefOf } from './desk.ts'
import { EditForm } from './edit-form.tsx'
import { EditorFrame, type EditorPageProps } from './editor-page.tsx'
import { TextFields } from './texts.tsx'

export interface TextsPageProps extends EditorPageProps {
  /** Those of this page of the table. */
  texts: readonly TextToTranslate[]
  counts: Record<Language, { missing: number; old: number }>
  /** Of how many in all. */
  all: number
  show: 'open' | 'all'
  page: number
  pages: number
}

/** The table, a page of it at a time. */
export function EditorTextsPage(props: TextsPageProps) {
  const { desk, counts, show } = props
  const { words, questionnaire, language } = desk
  const here = `${desk.path}/texts`
  const turn = (page: number) => `${here}?${new URLSearchParams({ show, page: String(page) })}`
  return (
    <EditorFrame {...props} tab="texts">
      <dl class="stats" id="counts" data-part>
        {languages.map((one) => (
          <div class="stat">
            <dt lang={one}>{commonMessages(one).name}</dt>
            <dd>
              {counts[one].missing + counts[one].old === 0
                ? words.counts.whole
                : words.counts.missing({ n: counts[one].missing })}
              {counts[one].old > 0 && <span class="small"> {words.counts.old({ n: counts[one].old })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <nav class="tabs small" aria-label={words.counts.which}>
        <a href={`${here}?show=open`} aria-current={show === 'open' ? 'page' : undefined}>
          {words.counts.open}
        </a>
        <a href={`${here}?show=all`} aria-current={show === 'all' ? 'page' : undefined}>
          {words.counts.all({ n: props.all })}
        </a>
      </nav>
      {props.texts.length === 0 ? (
        <p class="empty">{words.counts.nothing}</p>
      ) : (
        <EditForm desk={desk}>
          <input type="hidden" name="to" value={turn(props.page)} />
          {props.texts.map(({ at }, n) => {
            const owner = ownerOf(questionnaire, at)
            const name = partLabel(questionnaire, owner, language)
            const isNext = n > 0 && owner === ownerOf(questionnaire, props.texts[n - 1]?.at ?? '')
            return (
              <section class={isNext ? undefined : 'to-translate'}>
                {!isNext && (
                  <h2>
                    <a href={hrefOf(desk, owner)}>{name}</a>
                  </h2>
                )}
                <TextFields desk={desk} at={at} label={partOf(desk, at)} of={name} />
              </section>
            )
          })}
        </EditForm>
      )}
      {props.pages > 1 && (
        <p class="pages">
          {props.page > 1 && <a href={turn(props.page - 1)}>{words.counts.previous}</a>}{' '}
          {words.counts.page({ n: props.page, of: props.pages })}{' '}
          {props.page < props.pages && <a href={turn(props.page + 1)}>{words.counts.next}</a>}
        </p>
      )}
    </EditorFrame>
  )
}

/** What a text is within its question: its wording, the label of option 3. */
function partOf({ words }: EditorDesk, at: string): string {
  const names: Record<string, string> = words.texts
  const [key = '', code = ''] = at.split('/').reverse()
  if (at.startsWith('consents/')) return words.texts.consent
  if (key === 'label' || key === 'short') return words.labelOf({ code })
  return names[key] ?? key
}
