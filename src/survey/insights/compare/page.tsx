/** Two groups beside each other: every question that both were asked, with shares, intervals and what lies between. */
import { type CrossesMessages, crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { titleOf } from '../axes/title.ts'
import { percent } from '../questions/said.ts'
import type { Interval } from '../statistics/shares.ts'
import type { ComparedAnswer, ComparedQuestion, SideShare } from './compared.ts'

type Words = CrossesMessages['compare']

interface ComparedProps {
  language: Language
  questions: readonly ComparedQuestion[]
  /** The address of a question's picture. */
  picture: (question: string) => string
}

export function Compared({ language, questions, picture }: ComparedProps) {
  const words = crossesMessages(language).compare
  return (
    <>
      <details class="fold no-print">
        <summary>{words.jump}</summary>
        <ul>
          {questions.map(({ matched: { one } }) => (
            <li>
              <a href={`#q-${one.key}`}>{titleOf(one, language)}</a>
            </li>
          ))}
        </ul>
      </details>
      {questions.map((question) => (
        <Question language={language} words={words} question={question} svg={picture(question.matched.one.key)} />
      ))}
    </>
  )
}

function Question(props: { language: Language; words: Words; question: ComparedQuestion; svg: string }) {
  const { language, words, question, svg } = props
  const { one } = question.matched
  const title = titleOf(one, language)
  const [a, b] = question.bases
  return (
    <section aria-labelledby={`q-${one.key}`}>
      <h2 id={`q-${one.key}`}>{title}</h2>
      <p class="small">
        {words.base({ a: figures(a), b: figures(b) })}
        {question.effective !== null && ` · ${effectiveWords(question.effective, language)}`}
      </p>
      <DataTable<ComparedAnswer>
        language={language}
        label={title}
        rows={question.answers}
        empty="–"
        columns={[
          { head: words.answer, is: 'name', cell: ({ label }) => label[language] },
          { head: words.a, is: 'number', cell: ({ one }) => <Side words={words} side={one} /> },
          { head: words.b, is: 'number', cell: ({ other }) => <Side words={words} side={other} /> },
          {
            head: words.difference,
            is: 'number',
            cell: ({ difference }) => <Difference words={words} of={difference} />,
          },
        ]}
      />
      <p class="small no-print">
        <a href={svg} download>
          {crossesMessages(language).svg}
        </a>
      </p>
      {question.beside.length > 0 && (
        <p class="small">
          {words.beside}:{' '}
          {question.beside
            .map((one) => `${one.label[language]} ${figures(one.one)} / ${figures(one.other)}`)
            .join(' · ')}
        </p>
      )}
    </section>
  )
}

/** How many people the two groups are worth. */
export function effectiveWords([a, b]: readonly [number, number], language: Language): string {
  return weightsMessages(language).both({ a: figures(a), b: figures(b) })
}

function Side({ words, side }: { words: Words; side: SideShare | null }) {
  if (side === null || side.share === null || side.interval === null) return '–'
  const { share, interval, count, base } = side
  return (
    <>
      {percent(share)}{' '}
      <span class="small">
        ({figures(count)}/{figures(base)})
      </span>
      <br />
      <span class="small">{between(words, interval, percent)}</span>
    </>
  )
}

function Difference({ words, of }: { words: Words; of: ComparedAnswer['difference'] }) {
  if (of === null) return '–'
  return (
    <>
      {words.points({ value: points(of.value) })}
      {of.interval !== null && (
        <>
          <br />
          <span class="small">{between(words, of.interval, points)}</span>
        </>
      )}
    </>
  )
}

function between(words: Words, { low, high }: Interval, write: (value: number) => string): string {
  return words.interval({ low: write(low), high: write(high) })
}

/** Percentage points with their sign: `+4.2`, `−0.7`. */
function points(difference: number): string {
  const size = Math.abs(100 * difference).toFixed(1)
  if (Number(size) === 0) return '0.0'
  return `${difference < 0 ? '−' : '+'}${size}`
}
