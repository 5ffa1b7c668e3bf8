/** The forms that change what a study is doing, each with what it means for people. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { landingMessages } from '../../../messages/generated/landing.ts'
import type { LifecycleMessages } from '../../../messages/generated/studies/lifecycle.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { field, type Posted } from '../../platform/http/form.ts'
import { controlAttributes, Field, LinesField, TextField } from '../../staff/frame/field.tsx'
import type { StudyMove } from '../../survey/studies/lifecycle.ts'
import type { StudyWithOffers } from '../study.ts'

/** A move that was refused: what was typed, and why. */
export interface TypedMove {
  move: StudyMove
  posted: Posted
  refused: keyof LifecycleMessages['refused']
}

export interface MoveFormProps {
  study: StudyWithOffers
  move: StudyMove
  /** Whether it has ever opened. */
  hasOpened: boolean
  typed: TypedMove | null
  most: { characters: number; completes: number }
  words: LifecycleMessages
  language: Language
}

/** What stops people from starting, or lets them in again after the end, is folded away until somebody asks for it. */
const isFolded: Readonly<Record<StudyMove, boolean>> = {
  start: false,
  resume: false,
  pause: true,
  close: true,
  reopen: true,
}

export function MoveForm(props: MoveFormProps) {
  const { study, move, hasOpened, words, typed } = props
  const about = {
    start: words.start.about,
    pause: words.pause.about,
    resume: words.resume.about,
    close: hasOpened ? words.close.about({ days: study.settings.finishDays }) : words.close.unopened,
    reopen: words.reopen.about,
  }
  const form = (
    <>
      <p>{about[move]}</p>
      <form method="post" action={`/admin/studies/${study.slug}/state/${move}`}>
        <Fields {...props} />
        <p class="actions">
          <button class={move === 'close' ? 'button quiet' : 'button'} type="submit">
            {words.moves[move]}
          </button>
        </p>
      </form>
    </>
  )
  return isFolded[move] ? (
    <details class="fold" open={typed?.move === move}>
      <summary>{words.moves[move]} …</summary>
      {form}
    </details>
  ) : (
    <section aria-labelledby={`move-${move}`}>
      <h2 id={`move-${move}`}>{words.moves[move]}</h2>
      {form}
    </section>
  )
}

function Fields({ study, move, typed, most, words, language }: MoveFormProps) {
  const value = (name: string) => (typed?.move === move ? (field(typed.posted, name) ?? '') : '')
  switch (move) {
    case 'start':
      return (
        <TextField
          name="soft"
          label={words.start.soft}
          hint={words.start.softHint}
          value={value('soft')}
          class="short"
        />
      )
    case 'pause':
      return (study.settings.languages ?? languages).map((one) => (
        <LinesField
          name={`words-${one}`}
          label={words.pause.words({ language: commonMessages(one).name })}
          hint={words.pause.hint({ most: most.characters, usual: landingMessages(one).paused })}
          value={value(`words-${one}`)}
          rows={2}
        />
      ))
    case 'reopen': {
      const about = { name: 'last', label: words.reopen.until, hint: words.reopen.untilHint }
      return (
        <Field {...about}>
          <input type="date" {...controlAttributes(about)} value={value('last')} class="short" lang={language} />
        </Field>
      )
    }
    default:
      return null
  }
}
