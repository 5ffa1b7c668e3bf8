/** What students see of what is in hand, drawn by the engine of the real pages; nothing of it is sent anywhere. */
import { editorMessages } from '../../../../messages/generated/studies/editor.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { layout, type Shell } from '../../../platform/http/layout.tsx'
import { drawing } from '../../questionnaire/page/draw.ts'
import { QuestionField } from '../../questionnaire/page/question.tsx'
import type { Address } from '../document.ts'
import { questionPreview } from './question-preview.ts'

export interface PreviewProps {
  /** In the language of the preview. */
  shell: Shell
  /** The address of the preview without its language. */
  href: string
  questionnaire: Questionnaire
  at: Address
  /** Whose condition is in hand: of a wording, that wording is shown. */
  cond?: Address
}

/** A question alone, or all of a page, each as whoever sees everything of it. */
export function previewPage({ shell, href, questionnaire, at, cond = '' }: PreviewProps) {
  const { language } = shell
  const words = editorMessages(language)
  const [room, code = ''] = at.split('/')
  const page = questionnaire.pages.find((one) =>
    room === 'pages' ? one.code === code : one.questions.some((question) => question.code === code),
  )
  const codes = room === 'pages' ? (page?.questions ?? []).map((question) => question.code) : [code]
  const n = /^questions\/[^/]+\/text\/(\d+)$/.exec(cond)?.[1]
  const wording = n !== undefined && cond.startsWith(`${at}/`) ? Number(n) : null
  const views = codes.map((one) => questionPreview(questionnaire, one, wording))
  const draw = drawing(language, {}, [])
  const title = page?.title[language] ?? words.preview
  return layout({
    shell,
    title,
    languages: { links: href },
    children: (
      <>
        <h1>{title}</h1>
        {views.some((view) => view === null) && <p class="notice wait">{words.notDrawn}</p>}
        <div class="preview">
          {views.map((view) => view && <QuestionField draw={draw} question={view} />)}
          {room === 'pages' &&
            page?.consents?.map((consent) => (
              <p class="o">
                <input type="checkbox" id={`preview-${consent.code}`} />
                <label for={`preview-${consent.code}`}>{consent.text[language]}</label>
              </p>
            ))}
        </div>
      </>
    ),
  })
}
