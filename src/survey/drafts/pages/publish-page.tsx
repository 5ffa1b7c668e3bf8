/** `/admin/studies/:slug/questionnaire/publish`: all that is missing, all that differs, and the button. */
import type { Context } from 'hono'
import { type VersionsMessages, versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { TextField } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'

import type { ContentError } from '../../questionnaire/checks/content-error.ts'
import type { NoCorrection } from '../correction.ts'
import type { PublishAs } from '../publish.ts'
import { type ChangesProps, VersionChanges } from './changes.tsx'
import { FaultList, namedFault } from './faults.tsx'
import { questionnairePath } from './listed-versions.ts'

export interface PublishPageProps {
  c: Context<AppEnv>
  slug: string
  title: string
  revision: number
  errors: readonly ContentError[]
  compared: Pick<ChangesProps, 'changes' | 'before' | 'after'>
  /** Why it cannot be a correction; null where it can. */
  why: NoCorrection | null
  /** How it has to be published, where it was asked before. */
  only: PublishAs | null
  note: string
  notice: Notice | null
  mayPublish: boolean
}

export function PublishPage(props: PublishPageProps) {
  const { c, slug, title, revision, errors, compared, note, notice } = props
  const language = languageOf(c)
  const words = versionsMessages(language)
  const here = questionnairePath(slug)
  return (
    <StaffPage c={c} title={words.publish.title} study={title}>
      <NoticeLine notice={notice} />
      {compared.changes.length === 0 ? (
        <p>{words.publish.nothing}</p>
      ) : (
        <>
          {errors.length > 0 && (
            <>
              <h2>{words.publish.faults({ count: errors.length })}</h2>
              <FaultList
                label={words.publish.faults({ count: errors.length })}
                faults={errors.map((error) => namedFault(error, compared.after, `${here}/edit`, language))}
                words={words.upload}
              />
              <p class="actions">
                <a class="button quiet" href={`${here}/edit#what-is-wrong`}>
                  {words.draft.edit}
                </a>
              </p>
            </>
          )}
          {errors.length === 0 && props.mayPublish && (
            <form method="post" action={`${here}/publish`}>
              <input type="hidden" name="revision" value={String(revision)} />
              <fieldset>
                <legend>{words.publish.as}</legend>
                <Ways {...props} words={words.publish} />
              </fieldset>
              <TextField name="note" label={words.publish.note} hint={words.publish.noteHint} value={note} />
              <p>{words.publish.halfWay}</p>
              <p class="actions">
                <button class="button" type="submit">
                  {words.publish.publish}
                </button>
              </p>
            </form>
          )}
          <h2>{words.publish.differs}</h2>
          <VersionChanges {...compared} language={language} textsIn={language} />
        </>
      )}
    </StaffPage>
  )
}

/** A correction where it can be one, a new version otherwise; why not stands beside it. */
function Ways({ why, only, words }: PublishPageProps & { words: VersionsMessages['publish'] }) {
  const mayCorrect = why === null && only !== 'new'
  const mayBeNew = only !== 'correction'
  const noCorrection =
    only === 'new'
      ? words.not.asNew
      : why === 'structure'
        ? words.not.structure
        : why === null
          ? null
          : 'labelsMoved' in why
            ? words.not.labels({ questions: why.labelsMoved.join(', ') })
            : words.not.units({ questions: why.unitsChanged.join(', ') })
  return (
    <>
      <Way
        value="correction"
        label={words.correction}
        about={words.correctionAbout}
        no={noCorrection}
        isOn={mayCorrect}
      />
      <Way
        value="new"
        label={words.new}
        about={words.newAbout}
        no={mayBeNew ? null : words.not.asCorrection}
        isOn={!mayCorrect}
      />
    </>
  )
}

interface WayProps {
  value: PublishAs
  label: string
  about: string
  no: string | null
  isOn: boolean
}

function Way({ value, label, about, no, isOn }: WayProps) {
  return (
    <div class="choice">
      <input
        type="radio"
        id={`as-${value}`}
        name="as"
        value={value}
        required
        checked={isOn}
        disabled={no !== null}
        aria-describedby={`as-${value}-h`}
      />{' '}
      <label for={`as-${value}`}>{label}</label>
      <p class="hint" id={`as-${value}-h`}>
        {no ?? about}
      </p>
    </div>
  )
}
