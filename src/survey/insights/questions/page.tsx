/** Every question of a study as a picture and a table, under the filter in the address. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { leadIn } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { ExportThese } from '../export-these.tsx'
import { filteredAddress } from '../filter/bar.tsx'
import type { Here } from '../here.ts'
import { InsightsPage } from '../insights-page.tsx'
import { SavedHere } from '../saved/saved-here.tsx'
import { nOf, WeightsBar, WeightsNote } from '../weights/bar.tsx'
import type { Weighted } from '../weights/fit.ts'
import { QuestionFigure } from './figure.tsx'
import type { QuestionResult } from './read-results.ts'

interface QuestionsPageProps {
  c: Context<AppEnv>
  here: Here
  n: number
  weighted: Weighted
  counted: readonly QuestionResult[]
  /** Charts that were drawn, by the code of their question. */
  charts: ReadonlyMap<string, Child>
  /** The address of the page where texts are read; null where there is none. */
  texts: string | null
}

export function QuestionResultsPage({ c, here, n, weighted, counted, charts, texts }: QuestionsPageProps) {
  const language = languageOf(c)
  const words = questionsMessages(language)
  const { study, filter, choice, choices } = here
  const isFiltered = filter.clauses.length > 0 || filter.held === 'out'
  const stays = choice === choices[0] ? [] : [['v', String(choice.n)] as const]
  const fileOf = (code: string, ending: string) =>
    filteredAddress(`/admin/studies/${study.slug}/insights/charts/${code}.${ending}`, filter, stays)
  return (
    <InsightsPage
      c={c}
      here={here}
      title={words.title}
      actions={<ExportThese c={c} here={here} />}
      lead={
        <p class="base" id="top">
          <strong>{words.base({ n: figures(n) })}</strong> <span class="small no-print">{words.baseAbout}</span>
        </p>
      }
      bar={
        <>
          <WeightsBar c={c} here={here} weighted={weighted} />
          <SavedHere c={c} here={here} />
        </>
      }
    >
      <WeightsNote weighted={weighted} language={language} />
      {n === 0 ? (
        <section class="empty">
          <h2>{words.empty.title}</h2>
          <p>{isFiltered ? words.empty.filtered : words.empty.text}</p>
        </section>
      ) : (
        <>
          <Lead counted={counted} language={language} />
          {counted.map((one) => (
            <Question
              {...one}
              language={language}
              texts={texts === null ? null : `${texts}/${one.question.code}`}
              chart={charts.get(one.question.code) ?? null}
              fileOf={fileOf}
            />
          ))}
        </>
      )}
    </InsightsPage>
  )
}

/** How figures are counted, and a way to each question. */
function Lead({ counted, language }: Pick<QuestionsPageProps, 'counted'> & { language: Language }) {
  const words = questionsMessages(language)
  return (
    <>
      <details>
        <summary>{words.definitions}</summary>
        <p>{words.lead}</p>
        <p>{words.statistics}</p>
        <p>{words.groups}</p>
      </details>
      <details class="jump no-print">
        <summary>{words.jump}</summary>
        <ol>
          {counted.map(({ question }) => (
            <li>
              <a href={`#${question.code}`}>
                {question.code} {question.label[language]}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

interface QuestionProps extends QuestionResult {
  language: Language
  /** The address of the page where its texts are read; null where there is none. */
  texts: string | null
  chart: Child
  fileOf: (code: string, ending: string) => string
}

function Question({ question, result, language, texts, chart, fileOf }: QuestionProps) {
  const words = questionsMessages(language)
  const { code, label, universe, type } = question
  return (
    <section class="question" aria-labelledby={code}>
      <h2 id={code}>
        <span class="code">{code}</span> {label[language]}
      </h2>
      <p class="small">
        {nOf(result, language, words.base)}
        {universe !== null && ` · ${words.asked({ condition: universe[language] })}`}
      </p>
      <QuestionFigure result={result} language={language} label={words.tableOf({ code })} texts={texts} chart={chart} />
      <p class="small no-print">
        {leadIn(words.download, language)}
        {type !== 'text' && (
          <>
            <a href={fileOf(code, 'svg')} download>
              {words.svg}
            </a>
            {' · '}
          </>
        )}
        <a href={fileOf(code, 'csv')} download>
          {words.csv}
        </a>
        {' · '}
        <a href="#top">{words.top}</a>
      </p>
    </section>
  )
}
