/** `/admin/studies/:slug/settings`: what may still change, what needs a new study, and what was changed by whom. */
import type { Context } from 'hono'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { StudyWithOffers } from '../../study.ts'
import type { SetupFault } from '../faults.ts'
import { isUsed } from '../fields.ts'
import { type FormWords, fieldLabel, SetupFields } from '../pages/form.tsx'
import { TypedValue } from '../pages/typed-value.tsx'
import { faultTexts } from '../pages/words-of.ts'
import { languagesOf } from '../read/about.ts'
import type { Setup } from '../setup.ts'
import type { PlacedField } from './fields.ts'

interface SettingsPageProps {
  c: Context<AppEnv>
  study: StudyWithOffers
  setup: Setup
  seen: number
  changeable: readonly PlacedField[]
  fixed: readonly PlacedField[]
  mayChange: boolean
  faults: readonly SetupFault[]
  choicesOf: FormWords['choicesOf']
  changes: readonly { n: number; names: readonly string[]; name: string; at: string }[]
  notice: Notice | null
}

export function SettingsPage(props: SettingsPageProps) {
  const { c, study, setup, seen, changeable, fixed, mayChange, faults, choicesOf, changes, notice } = props
  const language = languageOf(c)
  const words = setupMessages(language)
  const { settings } = words
  const texts = faultTexts(language, faults)
  const form: FormWords = {
    ...{ language, words, choicesOf },
    spoken: languagesOf(setup),
    faultAt: (path) => texts.get(path),
    hasFaultUnder: (start) => [...texts.keys()].some((path) => path.startsWith(start)),
  }
  const typedOf = ({ section }: PlacedField) => setup[section] as Readonly<Record<string, unknown>>
  const valuesOf = (fields: readonly PlacedField[]) => (
    <dl class="facts">
      {fields.map((one) => {
        const value = typedOf(one)[one.field.name]
        return <TypedValue {...{ words, choicesOf, language, value }} field={one.field} />
      })}
    </dl>
  )
  return (
    <StaffPage c={c} title={settings.title} study={study.questionnaire.title[language]}>
      <NoticeLine notice={notice} />
      <section>
        <h2>{settings.changeable}</h2>
        <p>{settings.changeableAbout}</p>
        {mayChange ? (
          <form method="post" action={`/admin/studies/${study.slug}/settings`} class="setup">
            <input type="hidden" name="seen" value={String(seen)} />
            {changeable.map((one) => (
              <SetupFields form={form} fields={[one.field]} typed={typedOf(one)} />
            ))}
            <p class="actions">
              <button class="button" type="submit">
                {words.save}
              </button>
            </p>
          </form>
        ) : (
          valuesOf(changeable)
        )}
      </section>
      <section>
        <h2>{settings.fixed}</h2>
        <p>{settings.fixedAbout}</p>
        {valuesOf(fixed.filter(({ field }) => isUsed(field, setup)))}
        {mayChange && (
          <form method="post" action={`/admin/studies/${study.slug}/copy`} class="press">
            <button class="button quiet" type="submit">
              {words.list.copy}
            </button>
          </form>
        )}
      </section>
      {changes.length > 0 && (
        <section>
          <h2>{settings.history}</h2>
          <ul>
            {changes.map(({ names, name, at }) => (
              <li>
                {settings.changed({
                  fields: names.map((field) => fieldLabel(words, field)).join(' · '),
                  name,
                  at: formatDateTime(at, language),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>
  )
}
