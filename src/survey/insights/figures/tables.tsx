/** One question's figures as a table, with a bar beside each share. */
import type { FiguresMessages } from '../../../../messages/generated/insights/figures.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import type { QuestionFigures } from './view.ts'

interface QuestionTableProps {
  question: QuestionFigures
  language: Language
  words: FiguresMessages
}

export function QuestionTable({ question, language, words }: QuestionTableProps) {
  const { code, label, universe } = question
  const title = `f-${code}`
  return (
    <section class="q" aria-labelledby={title}>
      <h2 id={title}>{label[language]}</h2>
      {universe !== null && <p class="small">{words.universe({ who: universe[language] })}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of a form. */}
      <div class="scroll" role="group" tabindex={0} aria-labelledby={title}>
        <table class="table barred">
          {question.is === 'grid' ? (
            <Grid question={question} language={language} words={words} />
          ) : (
            <Lines question={question} language={language} words={words} />
          )}
        </table>
      </div>
    </section>
  )
}

type Of<Is extends QuestionFigures['is']> = Omit<QuestionTableProps, 'question'> & {
  question: Extract<QuestionFigures, { is: Is }>
}

function Lines({ question, language, words }: Of<'answers' | 'options'>) {
  const lines =
    question.is === 'options' ? question.options : question.answers.map((one) => ({ ...one, among: undefined }))
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{words.answer}</th>
          <th scope="col" class="number">
            {words.figure}
          </th>
          {question.is === 'options' && (
            <th scope="col" class="number">
              {words.offered}
            </th>
          )}
          <th scope="col" class="number">
            {words.share}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, figure, among, percent }) => (
          <tr>
            <th scope="row">{label[language]}</th>
            <td class="number">{figures(figure)}</td>
            {among !== undefined && <td class="number">{figures(among)}</td>}
            <td class="number">{percent === null ? '–' : `${percent}%`}</td>
            <td>{percent !== null && <Bar percent={percent} />}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

/** As long as the share; what it says stands in figures beside it. */
function Bar({ percent }: { percent: number }) {
  return (
    <svg width="80" height="12" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0.5" y="0.5" width="99" height="11" fill="none" stroke="currentColor" stroke-opacity="0.3" />
      <rect width={Math.min(percent, 100)} height="12" fill="currentColor" fill-opacity="0.7" />
    </svg>
  )
}

function Grid({ question: { heads, lines }, language, words }: Of<'grid'>) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{words.answer}</th>
          {heads.map((head) => (
            <th scope="col" class="number">
              {head[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, answers }) => (
          <tr>
            <th scope="row">{label[language]}</th>
            {answers.map(({ figure, percent }) => (
              <td class="number">
                {figures(figure)}
                {percent !== null && <span class="small"> ({percent}%)</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
