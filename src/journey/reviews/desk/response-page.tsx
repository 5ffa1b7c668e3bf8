/**
 * One response for whoever reviews it: flags in words, its objection, the decision; and once they are asked for, what its
 * respondent wrote and answered, beside a twin's.
 */
import type { Context } from 'hono'
import { accountsMessages } from '../../../../messages/generated/accounts.ts'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type ReviewsMessages, reviewsMessages } from '../../../../messages/generated/reviews.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { sentences } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import type { AnswerInWords } from '../../rights/answered.ts'
import { Card, type ShownResponse } from '../card.tsx'
import { isBeingDecided } from '../reviews.ts'
import { FlagList } from './flag-list.tsx'
import { type ObjectionAtDesk, ObjectionForm } from './objection-form.tsx'
import type { ResponseToReview } from './read-response.ts'
import type { SideBySideAnswer } from './side-by-side.ts'

export interface ResponsePageProps {
  c: Context<AppEnv>
  said: { good: boolean; text: string } | null
  response: ShownResponse
  read: ResponseToReview
  /** Whether answers and the words of an objection are shown. */
  isOpen: boolean
  /** References of responses that the flags name. */
  twins: readonly string[]
  /** The one that stands beside it; null when none does. */
  beside: { ref: string; read: ResponseToReview; lines: readonly SideBySideAnswer[] } | null
  objection: ObjectionAtDesk | null
}

export function ResponsePage(props: ResponsePageProps) {
  const { c, said, response, read, isOpen, twins, beside, objection } = props
  const language = languageOf(c)
  const words = reviewsMessages(language)
  const { ref, flags } = response
  return (
    <StaffPage c={c} title={words.one({ ref })}>
      {said && (
        <p class={said.good ? 'notice good' : 'notice bad'} role={said.good ? 'status' : 'alert'}>
          {said.text}
        </p>
      )}
      <p>
        <a href="/admin/reviews">{words.back}</a>
      </p>
      <Card response={response} language={language} at={`/admin/reviews/${ref}`} isAlone />
      <p class="small">
        {sentences(
          language,
          words.answeredIn({ language: commonMessages(read.language).name }),
          read.minutes !== null && isBeingDecided(response.state) && words.took({ minutes: read.minutes }),
        )}
      </p>
      <h2>{words.flag.title}</h2>
      <FlagList flags={flags} language={language} />
      {objection !== null && (
        <ObjectionForm objection={objection} isOpen={isOpen} response={response} language={language} />
      )}
      <h2 id="answers">{words.answers}</h2>
      {!isOpen && <p>{words.looks}</p>}
      {!isOpen && (
        <form class="actions no-print" method="post" action={`/admin/reviews/${ref}#answers`}>
          <button class="button" type="submit">
            {words.read}
          </button>
        </form>
      )}
      <Beside twins={twins} ref={ref} words={words} shown={beside?.ref ?? ''} />
      {!isOpen ? null : beside === null ? (
        <Answers read={read} words={words} language={language} />
      ) : (
        <SideBySide own={ref} ownLanguage={read.language} beside={beside} words={words} language={language} />
      )}
    </StaffPage>
  )
}

/** An answer in the language in which it was given; that an option was picked is said in the reader's. */
function AnswerCell({ answer, of, language }: { answer: AnswerInWords; of: Language; language: Language }) {
  if (answer.label === null) return <td>{accountsMessages(language).rights.answers.picked}</td>
  return <td lang={answer.isTyped ? '' : of}>{answer.label}</td>
}

function Beside({
  twins,
  ref,
  words,
  shown,
}: {
  twins: readonly string[]
  ref: string
  words: ReviewsMessages
  shown: string
}) {
  return (
    <>
      {twins.length > 0 && (
        <form class="line no-print" method="post" action={`/admin/reviews/${ref}#answers`}>
          {words.twins}{' '}
          {twins.map((twin) => (
            <button class="button quiet small" type="submit" name="twin" value={twin}>
              <code>{twin}</code>
            </button>
          ))}
        </form>
      )}
      <form class="line no-print" method="post" action={`/admin/reviews/${ref}#answers`}>
        <label for="twin">{words.compare}</label>
        <input type="text" id="twin" name="twin" class="short" value={shown} maxlength={40} autocomplete="off" />
        <button class="button quiet small" type="submit">
          {words.compareButton}
        </button>
      </form>
    </>
  )
}

/** A question with the code by which the flags name it. */
function QuestionCell({ name, question, language }: { name: string; question: string; language: Language }) {
  return (
    <th scope="row" lang={language}>
      {question} <code class="small">{name}</code>
    </th>
  )
}

function Answers({ read, words, language }: { read: ResponseToReview; words: ReviewsMessages; language: Language }) {
  return (
    <Scroll label={words.answers}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">{words.answer}</th>
          </tr>
        </thead>
        <tbody>
          {read.answered.map((answer) => (
            <tr>
              <QuestionCell name={answer.name} question={answer.question} language={read.language} />
              <AnswerCell answer={answer} of={read.language} language={language} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function SideBySide({
  own,
  ownLanguage,
  beside,
  words,
  language,
}: {
  own: string
  ownLanguage: Language
  beside: NonNullable<ResponsePageProps['beside']>
  words: ReviewsMessages
  language: Language
}) {
  const same = beside.lines.filter(({ isSame }) => isSame).length
  return (
    <>
      <p>{words.same({ same, all: beside.lines.length })}</p>
      <Scroll label={words.answers}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              <th scope="col">
                <code>{own}</code>
              </th>
              <th scope="col">
                <code>{beside.ref}</code>
              </th>
              <th scope="col">{words.isSame}</th>
            </tr>
          </thead>
          <tbody>
            {beside.lines.map(({ name, question, one, other, isSame }) => (
              <tr>
                <QuestionCell name={name} question={question} language={ownLanguage} />
                {one === null ? <td>–</td> : <AnswerCell answer={one} of={ownLanguage} language={language} />}
                {other === null ? (
                  <td>–</td>
                ) : (
                  <AnswerCell answer={other} of={beside.read.language} language={language} />
                )}
                <td>{isSame ? '=' : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
