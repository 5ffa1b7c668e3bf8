/** `/admin/studies/:slug/questionnaire/upload`: a form is uploaded, and looked at before it is kept. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type VersionsMessages, versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { controlAttributes, Field, mustBeFilled } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { ByOwner, type ByOwnerProps } from '../../editor/by-owner.tsx'
import type { InLanguages, KeptTranslations } from '../../editor/kept-translations.ts'
import { type ChangesProps, VersionChanges } from './changes.tsx'
import { FaultList, type ShownFault } from './faults.tsx'
import { questionnairePath, sizeOf } from './listed-versions.ts'

interface OfStudy {
  c: Context<AppEnv>
  slug: string
  title: string
}

export interface UploadPageProps extends OfStudy {
  /** Why the last file could not be read; null for none. */
  error: string | null
  faults: readonly ShownFault[]
}

export function UploadPage({ c, slug, title, error, faults }: UploadPageProps) {
  const words = versionsMessages(languageOf(c))
  const here = questionnairePath(slug)
  const file = { name: 'file', label: words.upload.file, error: error ?? undefined }
  return (
    <StaffPage c={c} title={words.upload.title} study={title}>
      {faults.length > 0 && (
        <>
          <p class="notice bad" role="alert">
            {words.upload.faults({ count: faults.length })}
          </p>
          <FaultList label={words.upload.what} faults={faults} words={words.upload} />
        </>
      )}
      <p>{words.upload.about}</p>
      <p>{words.upload.how}</p>
      <form method="post" action={`${here}/upload`} enctype="multipart/form-data">
        <Field {...file}>
          <input type="file" {...controlAttributes(file)} {...mustBeFilled()} accept=".xlsx,.json" />
        </Field>
        <p class="actions">
          <button class="button" type="submit">
            {words.upload.read}
          </button>
        </p>
      </form>
    </StaffPage>
  )
}

export interface UploadedPageProps extends OfStudy {
  /** JSON of what was read. */
  document: string
  revision: number
  /** What was not kept and why, and what was put in; of the upload alone, so they are not told again. */
  leftOut: readonly ShownFault[]
  added: readonly string[]
  unfinished: readonly ShownFault[]
  /** Those that the file lacks, and the draft has. */
  translations: Pick<KeptTranslations, 'kept' | 'outdated'>
  /** The codes of questions that the draft withholds from viewers, and the file does not. */
  withheld: readonly string[]
  compared: Pick<ChangesProps, 'changes' | 'before' | 'after'>
  /** Whether a draft is there that it would replace. */
  replaces: boolean
  notice: Notice | null
}

export function UploadedPage(props: UploadedPageProps) {
  const { c, slug, title, leftOut, added, unfinished, translations, compared, notice } = props
  const language = languageOf(c)
  const words = versionsMessages(language)
  const texts = { questionnaire: compared.after, language }
  return (
    <StaffPage c={c} title={words.upload.title} study={title}>
      <NoticeLine notice={notice} />
      <p>
        <strong lang={language}>{compared.after.title[language]}</strong>: {words.upload.readAs(sizeOf(compared.after))}
        . {words.upload.differs({ count: compared.changes.length })}
      </p>
      <KeepForm {...props} here={questionnairePath(slug)} words={words.upload} />
      <Translations
        title={words.upload.translationsKept}
        about={words.upload.translationsKeptAbout}
        texts={translations.kept}
        {...texts}
      />
      <Translations
        title={words.upload.translationsOld}
        about={words.upload.translationsOldAbout}
        texts={translations.outdated}
        {...texts}
      />
      {leftOut.length > 0 && (
        <>
          <h2>{words.upload.left}</h2>
          <p>{words.upload.leftAbout}</p>
          <FaultList label={words.upload.left} faults={leftOut} words={words.upload} />
        </>
      )}
      <Folded title={words.upload.added} count={added.length}>
        <ul class="points">
          {added.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Folded>
      <Folded title={words.upload.unfinished} count={unfinished.length}>
        <FaultList label={words.upload.unfinished} faults={unfinished} words={words.upload} />
      </Folded>
      <h2>{words.publish.differs}</h2>
      <VersionChanges {...compared} language={language} textsIn={language} />
    </StaffPage>
  )
}

type KeepFormProps = Pick<UploadedPageProps, 'document' | 'revision' | 'translations' | 'withheld' | 'replaces'> & {
  here: string
  words: VersionsMessages['upload']
}

/** What was read is kept as the draft, or not. */
function KeepForm({ here, document, revision, translations, withheld, replaces, words }: KeepFormProps) {
  return (
    <form method="post" action={`${here}/draft`} enctype="multipart/form-data">
      <textarea name="document" hidden readonly>
        {document}
      </textarea>
      <input type="hidden" name="revision" value={String(revision)} />
      {translations.kept.length > 0 && (
        <p class="o">
          <input type="checkbox" id="keep" name="keep" value="1" checked />
          <label for="keep">{words.keepTranslations({ count: countOf(translations.kept) })}</label>
        </p>
      )}
      {withheld.length > 0 && (
        <p class="o">
          <input type="checkbox" id="withheld" name="withheld" value="1" checked />
          <label for="withheld">{words.keepWithheld({ questions: withheld.join(', ') })}</label>
        </p>
      )}
      <p class="actions">
        <button class="button" type="submit">
          {words.keep}
        </button>{' '}
        <a class="button quiet" href={here}>
          {words.cancel}
        </a>
      </p>
      {replaces && <p class="hint">{words.replaces}</p>}
    </form>
  )
}

const countOf = (texts: readonly InLanguages[]) => texts.reduce((sum, one) => sum + one.languages.length, 0)

interface TranslationsProps extends Omit<ByOwnerProps, 'editor'> {
  title: string
  about: string
}

function Translations({ title, about, texts, questionnaire, language }: TranslationsProps) {
  return (
    <Folded title={title} about={about} count={countOf(texts)}>
      <ByOwner texts={texts} questionnaire={questionnaire} language={language} editor={null} />
    </Folded>
  )
}

interface FoldedProps {
  title: string
  about?: string
  count: number
  children: Child
}

/** A list under its title, folded away, for it may have hundreds of rows; nothing where it has none. */
function Folded({ title, about, count, children }: FoldedProps) {
  if (count === 0) return null
  return (
    <>
      <h2>{title}</h2>
      {about !== undefined && <p>{about}</p>}
      <details class="fold">
        <summary>{count}</summary>
        {children}
      </details>
    </>
  )
}
