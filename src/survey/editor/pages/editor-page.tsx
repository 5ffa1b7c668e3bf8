/** The editor's page: the questionnaire at the left, what is in hand beside it, and how students see that. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { assetUrls } from '../../../platform/http/assets.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { EditorDesk } from './desk.ts'
import { hrefOf } from './desk.ts'
import { HereFields } from './edit-form.tsx'
import { EditorFaults } from './faults.tsx'
import { ListForm } from './list-form.tsx'
import { Outline } from './outline.tsx'
import { ConsentForm, PageForm } from './page-form.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionnaireForm } from './questionnaire-form.tsx'

export interface EditorPageProps {
  c: Context<AppEnv>
  study: string
  desk: EditorDesk
  /** What was refused of the form that was just sent, in words. */
  refused: readonly string[]
  /** How many texts are missing or to be looked at. */
  toTranslate: number
  children?: Child
}

/** The frame of all pages of the editor: tabs, undo, what is wrong. */
export function EditorFrame(props: EditorPageProps & { tab: 'questions' | 'texts' }) {
  const { c, desk, tab } = props
  const { words } = desk
  const urls = assetUrls(c.var.ports.assets)
  const parent = desk.path.replace(/\/edit$/, '')
  return (
    <StaffPage c={c} title={words.title} study={props.study} scripts={[urls.editor]} styles={[urls['editor-style']]}>
      <nav class="tabs no-print" aria-label={words.tabs.label} id="tabs" data-part>
        <a href={desk.path} aria-current={tab === 'questions' ? 'page' : undefined}>
          {words.tabs.questions}
        </a>
        <a href={`${desk.path}/texts`} aria-current={tab === 'texts' ? 'page' : undefined}>
          {words.tabs.texts({ n: props.toTranslate })}
        </a>
        <a href={parent}>{words.tabs.versions}</a>
      </nav>
      <History desk={desk} />
      <p class="status" id="saved" role="status" data-failed={words.notSaved} data-saving={words.saving} />
      {props.refused.length > 0 && (
        <div class="notice bad" role="alert" id="refused" tabindex={-1}>
          {props.refused.map((one) => (
            <p>{one}</p>
          ))}
        </div>
      )}
      {props.children}
    </StaffPage>
  )
}

function History({ desk }: { desk: EditorDesk }) {
  const { words, draft, language } = desk
  return (
    <div class="history" id="history" data-part>
      {(['undo', 'redo'] as const).map((way) => (
        <form class="press" method="post" action={`${desk.path}/${way}`}>
          <HereFields desk={desk} />
          <button class="button quiet small" type="submit" disabled={way === 'undo' ? !draft.canUndo : !draft.canRedo}>
            {words[way]}
          </button>
        </form>
      ))}
      <p class="small">
        {draft.savedBy === null || draft.savedAt === null
          ? words.asPublished
          : words.savedBy({ name: draft.savedBy.name, at: formatDateTime(draft.savedAt, language) })}
      </p>
    </div>
  )
}

/** A question, page, consent or long list in hand, or the questionnaire as a whole. */
export function EditorPage(props: EditorPageProps) {
  const { desk } = props
  const { words } = desk
  const preview = hrefOf({ path: `${desk.path}/preview` }, desk.at, desk.cond === '' ? {} : { cond: desk.cond })
  return (
    <EditorFrame {...props} tab="questions">
      <div class="editor">
        <Outline desk={desk} />
        <div class="work">
          <EditorFaults desk={desk} />
          <InHand desk={desk} />
        </div>
        {/^(questions|pages)\//.test(desk.at) && (
          <aside class="seen no-print" aria-label={words.preview}>
            <h2>{words.preview}</h2>
            <iframe title={words.preview} src={preview} data-preview />
            <p>
              <a href={preview}>{words.previewAlone}</a>
            </p>
          </aside>
        )}
      </div>
    </EditorFrame>
  )
}

function InHand({ desk }: { desk: EditorDesk }) {
  const [room, code] = desk.at.split('/')
  for (const [pageAt, page] of desk.questionnaire.pages.entries()) {
    if (room === 'pages' && page.code === code) return <PageForm desk={desk} page={page} pageAt={pageAt} />
    const question = room === 'questions' && page.questions.find((one) => one.code === code)
    if (question) return <QuestionForm desk={desk} question={question} pageAt={pageAt} />
    const consent = room === 'consents' && page.consents?.find((one) => one.code === code)
    if (consent) return <ConsentForm desk={desk} consent={consent} pageAt={pageAt} />
  }
  const entries = room === 'lists' ? desk.questionnaire.lists[code ?? ''] : undefined
  if (entries) return <ListForm desk={desk} name={code ?? ''} entries={entries} />
  return <QuestionnaireForm desk={desk} />
}
