import type { Context } from 'hono'
import { questionPage } from '../answers/question-page.tsx'
import type { Standing } from '../answers/store.ts'
import type { AppEnv } from '../ports.ts'
import type { Fault, PageView, Posted } from '../questionnaire/view.ts'
import { resumeCode } from '../respondents/actions.ts'
import type { Study } from '../studies/study.ts'
import { groupedCode } from '../web/codes.ts'
import { messageOf } from '../web/draw.ts'
import { languageOf, namedLanguage } from '../web/language.ts'
import { refuse, refuseFields, wantsJson } from '../web/refuse.tsx'
import { shellOf } from '../web/shell.ts'
import { type Words, wordsFor } from '../web/words/index.ts'

interface Drawing {
  study: Study
  view: PageView
  fill: Posted
  faults: Fault[]
  hidden: Record<string, string>
  back: string | null
  /** Whoever may see the resume code. */
  respondent: Standing | null
  action: string
}

type PageProps = Parameters<typeof questionPage>[0]

/** Answers with a page of questions, in the language just asked for or else remembered. 422 when something is wrong with it. */
export async function drawPage(
  c: Context<AppEnv>,
  { study, view, fill, faults, hidden, back, respondent, action }: Drawing,
  page: (props: PageProps) => ReturnType<typeof questionPage> = questionPage,
  status: 200 | 409 = 200,
) {
  const language = namedLanguage(fill.lang?.[0]) ?? languageOf(c)
  if (wantsJson(c) && (faults.length > 0 || status === 409)) return refuseJson(c, wordsFor(language), faults)
  const code =
    respondent === null ? null : await resumeCode(c.var.ports.keys, respondent.respondentId, respondent.resumeHash)
  const props: PageProps = {
    shell: shellOf(c, study, language),
    study: { slug: study.slug, title: study.questionnaire.title[language] },
    view,
    fill,
    faults,
    hidden,
    action,
    back,
    // Part of a keyed hash: enough for a phone to tell one respondent's kept answers from another's.
    mark: respondent?.resumeHash.slice(0, 8) ?? '',
    resumeCode: code === null ? null : groupedCode(code),
    fresh: view.at === 2,
    saved: false,
  }
  return c.html(page(props), faults.length > 0 ? 422 : status)
}

function refuseJson(c: Context<AppEnv>, words: Words, faults: Fault[]) {
  if (faults.length === 0) return refuse(c, 'conflict')
  const errors = faults.map((fault) => ({ field: fault.field, code: fault.fault, detail: messageOf(words, fault) }))
  return refuseFields(c, words.page.errors(faults.length), errors)
}
