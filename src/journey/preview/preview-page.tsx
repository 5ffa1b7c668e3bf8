/** `/admin/studies/:slug/preview`: choosing what to look at, and a frame that shows it as a student would see it. */
import type { Context } from 'hono'
import { commonMessages } from '../../../messages/generated/common.ts'
import { previewMessages } from '../../../messages/generated/studies/preview.ts'
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { ChoiceField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { ContentError } from '../../survey/questionnaire/checks/content-error.ts'
import type { PreviewedVersion } from './asked-version.ts'
import { drawnAt, type PreviewScreen, screenName, surroundingScreens } from './places.ts'
import { type Switches, switchesOf, tagsOf } from './switches.ts'

/** A phone that many have, and a desk: widths in CSS pixels. */
export const widths = { phone: 360, wide: 1280 } as const
export type Width = keyof typeof widths

export interface PreviewPageProps {
  c: Context<AppEnv>
  slug: string
  title: string
  of: PreviewedVersion
  /** Versions that were asked before, the newest first; times are ISO 8601 in UTC. */
  before: readonly { version: string; publishedAt: string }[]
  /** Null with a draft that is no questionnaire yet. */
  questionnaire: Questionnaire | null
  faults: readonly ContentError[]
  place: PreviewScreen
  /** In which language it is shown. */
  shown: Language
  width: Width
  on: Switches
}

export function PreviewPage(props: PreviewPageProps) {
  const { c, slug, title, of, questionnaire, faults, place, shown, width, on } = props
  const words = previewMessages(languageOf(c)).preview
  return (
    <StaffPage c={c} title={words.title} study={title}>
      <p>{words.about}</p>
      <ScreenForm {...props} />
      {questionnaire === null ? (
        <>
          <p class="notice bad">{words.unreadable}</p>
          <ul class="points">
            {faults.map(({ path, message }) => (
              <li>
                <code>{path}</code> <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Scroll label={words.frame}>
          <iframe
            class="previewed"
            src={`${drawnAt(slug, of, on, place)}?lang=${shown}`}
            title={words.frame}
            width={widths[width]}
            height="760"
          />
        </Scroll>
      )}
    </StaffPage>
  )
}

/** Which version, screen, language, width and circumstances are shown. */
function ScreenForm({ c, slug, of, before, questionnaire, place, shown, width, on }: PreviewPageProps) {
  const language = languageOf(c)
  const all = previewMessages(language)
  const words = all.preview
  const versions: [string, string][] = [
    ['live', all.of.live],
    ['draft', all.of.draft],
    ...before.map(({ version, publishedAt }): [string, string] => [
      version,
      `${version.slice(0, 8)} · ${formatDate(publishedAt, language)}`,
    ]),
  ]
  const places: [string, string][] =
    questionnaire === null
      ? []
      : [
          ['landing', words.places.landing],
          ...questionnaire.pages.map(({ code, title }): [string, string] => [`p-${code}`, title[language]]),
          ...surroundingScreens
            .filter((one) => one !== 'landing')
            .map((one): [string, string] => [one, words.places[one]]),
        ]
  return (
    <form method="get" action={`/admin/studies/${slug}/preview`}>
      <div class="choices">
        <ChoiceField name="of" label={words.of} value={of} options={versions} wide />
        {questionnaire !== null && (
          <ChoiceField name="at" label={words.at} value={screenName(place)} options={places} wide />
        )}
        <ChoiceField
          name="in"
          label={words.in}
          value={shown}
          options={languages.map((one) => [one, commonMessages(one).name])}
        />
        <ChoiceField
          name="width"
          label={words.width}
          value={width}
          options={(['phone', 'wide'] as const).map((one) => [one, words.widths[one]])}
        />
        {questionnaire !== null &&
          switchesOf(questionnaire).map((name) => (
            <ChoiceField
              name={name}
              label={words.switches[name]}
              value={on[name] ? 'yes' : 'no'}
              options={[
                ['no', words.no],
                ['yes', words.yes],
              ]}
            />
          ))}
        {questionnaire !== null && tagsOf(questionnaire).length > 0 && (
          <ChoiceField
            name="from"
            label={words.from}
            value={on.from ?? ''}
            options={[['', words.noTag], ...tagsOf(questionnaire).map((tag): [string, string] => [tag, tag])]}
          />
        )}
      </div>
      <p class="actions">
        <button class="button" type="submit">
          {words.show}
        </button>
      </p>
    </form>
  )
}
