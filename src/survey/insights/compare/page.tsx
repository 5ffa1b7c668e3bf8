/** Two groups beside each other: every question that both were asked, with shares, intervals and what lies between. */
import { type CrossesMessages, crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { axisTitle } from '../axes/title.ts'
import { ShareBar } from '../questions/bar.tsx'
import { percent } from '../questions/figure-text.ts'
import type { Interval } from '../statistics/shares.ts'
import type { ComparedAnswer, ComparedQuestion, SideShare } from './compared.ts'

type Words = CrossesMessages['compare']

interface ComparedProps {
  language: Language
  questions: readonly ComparedQuestion[]
  /** The address of a question's picture. */
  picture: (question: string) => string
}

export function ComparedQuestions({ language, questions, picture }: ComparedProps) {
  const words = crossesMessages(language).compare
  return (
    <>
      <details class="fold no-print">
        <summary>{words.jump}</summary>
        <ul>
          {questions.map(({ matched: { one } }) => (
            <li>
              <a href={`#q-${one.key}`}>{axisTitle(one, language)}</a>
            </li>
          ))}
        </ul>
      </details>
      {questions.map((question, at) => (
        <Question
          language={language}
          words={words}
          question={question}
          svg={picture(question.matched.one.key)}
          isOpen={at === 0}
        />
      ))}
    </>
  )
}

interface QuestionProps {
  language: Language
  words: Words
  question: ComparedQuestion
  svg: string
  isOpen: boolean
}

/** On a phone a question is a card that opens, and its head says what there is to see; on a wide screen and on paper all stand open. */
function Question({ language, words, question, svg, isOpen }: QuestionProps) {
  const { one } = question.matched
  const title = axisTitle(one, language)
  const [a, b] = question.bases
  return (
    <details class="pair" open={isOpen}>
      <summary>
        <h2 id={`q-${one.key}`}>{title}</h2>{' '}
        <span class="small">
          {words.base({ a: figures(a), b: figures(b) })}
          {question.effective !== null && ` · ${effectiveWords(question.effective, language)}`}
          {largestWords(question, words, language)}
        </span>
      </summary>
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
    </details>
  )
}

/** The answer in which the two groups lie furthest apart; nothing where nothing can be compared. */
function largestWords({ answers }: ComparedQuestion, words: Words, language: Language): string {
  let [answer, value] = ['', 0]
  for (const { label, difference } of answers) {
    if (difference !== null && Math.abs(difference.value) > Math.abs(value)) {
      answer = label[language]
      value = difference.value
    }
  }
  return answer === '' ? '' : ` ${words.largest({ answer, value: words.points({ value: points(value) }) })}`
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
      <ShareBar share={share} interval={interval} />
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
