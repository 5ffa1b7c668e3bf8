/** `/admin/studies/:slug/questionnaire/upload`: a form is uploaded, and looked at before it is kept. */
import type { Context } from 'hono'
import { versionsMessages } from '../../../../messages/generated/studies/versions.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { ariaDescribedBy, Field } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { ByOwner, type ByOwnerProps } from '../../editor/by-owner.tsx'
import type { InLanguages, KeptTranslations } from '../../editor/kept-translations.ts'
import { Changes, type ChangesProps } from './changes.tsx'
import { Faults, type ShownFault } from './faults.tsx'
import { questionnairePath, sizeOf } from './here.ts'

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
          <Faults label={words.upload.what} faults={faults} words={words.upload} />
        </>
      )}
      <p>{words.upload.about}</p>
      <p>{words.upload.how}</p>
      <form method="post" action={`${here}/upload`} enctype="multipart/form-data">
        <Field {...file}>
          <input type="file" {...ariaDescribedBy(file)} accept=".xlsx,.json" required />
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
  const { c, slug, title, leftOut, added, unfinished, translations, withheld, compared, notice } = props
  const language = languageOf(c)
  const words = versionsMessages(language)
  const here = questionnairePath(slug)
  return (
    <StaffPage c={c} title={words.upload.title} study={title}>
      <NoticeLine notice={notice} />
      <p>
        <strong lang={language}>{compared.after.title[language]}</strong>: {words.upload.readAs(sizeOf(compared.after))}
        . {words.upload.differs({ count: compared.changes.length })}
      </p>
      <form method="post" action={`${here}/draft`} enctype="multipart/form-data">
        <textarea name="document" hidden readonly>
          {props.document}
        </textarea>
        <input type="hidden" name="revision" value={String(props.revision)} />
        {translations.kept.length > 0 && (
          <p class="o">
            <input type="checkbox" id="keep" name="keep" value="1" checked />
            <label for="keep">{words.upload.keepTranslations({ count: countOf(translations.kept) })}</label>
          </p>
        )}
        {withheld.length > 0 && (
          <p class="o">
            <input type="checkbox" id="withheld" name="withheld" value="1" checked />
            <label for="withheld">{words.upload.keepWithheld({ questions: withheld.join(', ') })}</label>
          </p>
        )}
        <p class="actions">
          <button class="button" type="submit">
            {words.upload.keep}
          </button>{' '}
          <a class="button quiet" href={here}>
            {words.upload.cancel}
          </a>
        </p>
        {props.replaces && <p class="hint">{words.upload.replaces}</p>}
      </form>
      <Translations
        title={words.upload.translationsKept}
        about={words.upload.translationsKeptAbout}
        texts={translations.kept}
        questionnaire={compared.after}
        language={language}
      />
      <Translations
        title={words.upload.translationsOld}
        about={words.upload.translationsOldAbout}
        texts={translations.outdated}
        questionnaire={compared.after}
        language={language}
      />
      {leftOut.length > 0 && (
        <>
          <h2>{words.upload.left}</h2>
          <p>{words.upload.leftAbout}</p>
          <Faults label={words.upload.left} faults={leftOut} words={words.upload} />
        </>
      )}
      {added.length > 0 && (
        <>
          <h2>{words.upload.added}</h2>
          <details class="fold">
            <summary>{added.length}</summary>
            <ul class="points">
              {added.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      {unfinished.length > 0 && (
        <>
          <h2>{words.upload.unfinished}</h2>
          <details class="fold">
            <summary>{unfinished.length}</summary>
            <Faults label={words.upload.unfinished} faults={unfinished} words={words.upload} />
          </details>
        </>
      )}
      <h2>{words.publish.differs}</h2>
      <Changes {...compared} language={language} textsIn={language} />
    </StaffPage>
  )
}

const countOf = (texts: readonly InLanguages[]) => texts.reduce((sum, one) => sum + one.languages.length, 0)

interface TranslationsProps extends Omit<ByOwnerProps, 'editor'> {
  title: string
  about: string
}

/** Folded away, for they may be hundreds. */
function Translations({ title, about, texts, questionnaire, language }: TranslationsProps) {
  if (texts.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <p>{about}</p>
      <details class="fold">
        <summary>{countOf(texts)}</summary>
        <ByOwner texts={texts} questionnaire={questionnaire} language={language} editor={null} />
      </details>
    </>
  )
}
