/** One step of a set-up: its fields, the steps beside it, and what is missing in each. */
import type { Context } from 'hono'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import { languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { assetUrls } from '../../../platform/http/assets.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { SetupFault } from '../faults.ts'
import { fieldsFor } from '../fields.ts'
import { languagesOf } from '../read/about.ts'
import { sectionMark } from '../section-mark.ts'
import { emptyRows, type Setup, type SetupSection, sectionNames } from '../setup.ts'
import { SetupConsents } from './consents.tsx'
import { FoldedFields, type FormWords } from './form.tsx'
import { SetupSteps } from './steps.tsx'
import { Upload } from './upload.tsx'
import { faultTexts } from './words-of.ts'

export interface SectionPageProps {
  c: Context<AppEnv>
  id: string
  section: SetupSection
  /** As it was typed. */
  setup: Setup
  /** As it is kept, where that is something else: the form is then about to take its place. */
  kept?: Setup
  faults: readonly SetupFault[]
  choicesOf: FormWords['choicesOf']
  questionnaire: Questionnaire | null
  notice: Notice | null
}

export function SectionPage(props: SectionPageProps) {
  const { c, id, section, setup, kept = setup, faults, choicesOf, notice } = props
  const language = languageOf(c)
  const words = setupMessages(language)
  const isShown = setup.saved.includes(section)
  const own = faultTexts(language, isShown ? faults.filter((fault) => fault.section === section) : [])
  const form: FormWords = {
    ...{ language, words, choicesOf },
    // Where the languages are ticked, the style sheet hides what is not.
    spoken: section === 'study' ? languages : languagesOf(setup),
    faultAt: (path) => own.get(path),
    hasFaultUnder: (start) => [...own.keys()].some((path) => path.startsWith(start)),
  }
  const before = sectionNames[sectionNames.indexOf(section) - 1]
  const { title, about } = words.sections[section]
  return (
    <StaffPage
      c={c}
      title={title}
      scripts={[assetUrls(c.var.ports.assets).setup]}
      crumbs={[{ href: `/admin/setups/${id}/summary`, label: setupName(setup, words.unnamed) }]}
    >
      <NoticeLine notice={notice} />
      <SetupSteps id={id} current={section} setup={setup} faults={faults} words={words} />
      <p>{about}</p>
      <form
        method="post"
        action={`/admin/setups/${id}/${section}`}
        class="setup"
        data-told={isShown ? 'all' : undefined}
      >
        <input type="hidden" name="mark" value={sectionMark(kept, section)} autocomplete="off" />
        {/* What the return key presses, before every button that stands beside a row. */}
        <button class="first" type="submit" name="do" value="next" tabindex={-1}>
          {words.next}
        </button>
        <FoldedFields
          form={form}
          fields={fieldsFor(section, setup, props.questionnaire)}
          typed={withFirstRow(setup, section)}
        />
        <p class="actions">
          <button class="button" type="submit" name="do" value="next">
            {words.next}
          </button>
          <button class="button quiet" type="submit" name="do" value="stay">
            {words.save}
          </button>
          {before && (
            <a class="button quiet" href={`/admin/setups/${id}/${before}`}>
              {words.back}
            </a>
          )}
        </p>
        <p id="saved" class="status" role="status" data-failed={words.said.unsaved} data-theirs={words.said.theirs} />
      </form>
      {section === 'privacy' && (
        <SetupConsents id={id} questionnaire={props.questionnaire} spoken={languagesOf(setup)} words={words} />
      )}
      {section === 'questionnaire' && <Upload id={id} words={words} mark={sectionMark(kept, section)} />}
    </StaffPage>
  )
}

/** A section as it was typed; of rewards, which every study has, a first row stands there to be filled in. */
function withFirstRow(setup: Setup, section: SetupSection) {
  const isBare = section === 'rewards' && setup.rewards.offers.length === 0 && !setup.saved.includes(section)
  return isBare ? { ...setup.rewards, offers: [emptyRows.offers.parse({})] } : setup[section]
}

/** A set-up is called by its address, as soon as it has one. */
export function setupName({ study }: Pick<Setup, 'study'>, unnamed: string): string {
  return study.slug.trim() === '' ? unnamed : study.slug
}
