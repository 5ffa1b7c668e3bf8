import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
import { ChoiceField, TextField } from '../../staff/frame/field.tsx'
import { dayKinds } from './edit.ts'

/** What stands in the form, and what is wrong with it, by field, in words. */
export interface EditState {
  fill: { day: string; kind: string; slow: string; reason: string }
  errors: Partial<Record<'day' | 'kind' | 'slow' | 'reason', string>>
}

export interface EditFormProps extends EditState {
  words: CalendarMessages
  /** Banks have no slow days: that is not asked. */
  isBanks: boolean
  action: string
}

/** The form that proposes another kind of one day. */
export function DayEditForm({ words: all, isBanks, action, fill, errors }: EditFormProps) {
  const { edit: words, faults, kinds: names } = all
  const isFaulty = Object.values(errors).some((error) => error !== undefined)
  return (
    <section class="no-print" aria-labelledby="edit">
      <h2 id="edit">{words.title}</h2>
      <p>{words.about}</p>
      {isFaulty && (
        <p class="notice bad" role="alert">
          {faults.faulty}
        </p>
      )}
      <form method="post" action={action} class={isFaulty ? 'q bad' : 'q'}>
        <TextField
          name="day"
          label={words.day}
          hint={words.dayHint}
          error={errors.day}
          value={fill.day}
          class="short"
        />
        <ChoiceField
          name="kind"
          label={words.kind}
          error={errors.kind}
          value={fill.kind}
          options={dayKinds.map((kind) => [kind, names[kind]] as const)}
        />
        {!isBanks && (
          <ChoiceField
            name="slow"
            label={words.slow}
            error={errors.slow}
            value={fill.slow}
            options={[
              ['0', words.no],
              ['1', words.yes],
            ]}
          />
        )}
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={errors.reason}
          value={fill.reason}
        />
        <p class="actions">
          <button class="button" type="submit">
            {words.button}
          </button>
        </p>
      </form>
    </section>
  )
}
