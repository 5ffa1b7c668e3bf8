/** The permit of a study: what it goes by, what waits, and the form that enters another. */
import type { Context } from 'hono'
import { type PermitMessages, permitMessages } from '../../../../messages/generated/studies/permit.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDate, formatDateTime } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { ProposalCard, type ShownProposal } from '../../../staff/approvals/card.tsx'
import { ChoiceField, controlAttributes, Field, LinesField, TextField } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { staffOf } from '../../../staff/permissions/needs.ts'
import type { StudyWithOffers } from '../../study.ts'
import type { EnterRefusal } from './enter.ts'
import type { PermitRow } from './store.ts'

/** What was typed and refused, and why. */
export interface TypedPermit {
  kind: string
  authority: string
  number: string
  expires: string
  reason: string
  refused: EnterRefusal['refused']
}

interface PermitPageProps {
  c: Context<AppEnv>
  study: StudyWithOffers
  isMainland: boolean
  confirmed: readonly PermitRow[]
  waiting: readonly ShownProposal[]
  /** The permit whose file somebody came for, where it has one. */
  file: PermitRow | null
  mayEnter: boolean
  said: boolean
  typed: TypedPermit | null
}

export function PermitPage(props: PermitPageProps) {
  const { c, study, isMainland, confirmed, waiting, file, said, typed } = props
  const language = languageOf(c)
  const words = permitMessages(language)
  return (
    <StaffPage c={c} title={words.title} study={study.questionnaire.title[language]}>
      {said && (
        <p class="notice good" role="status">
          {words.said}
        </p>
      )}
      {typed !== null && (
        <p class="notice bad" role="alert">
          {words.refused[typed.refused]}
        </p>
      )}
      <p>{isMainland ? words.about : words.elsewhere}</p>
      {file !== null && <FileButton study={study} permit={file} words={words} />}
      {confirmed.map((permit, at) => (
        <Confirmed permit={permit} isNow={at === 0} study={study} words={words} language={language} />
      ))}
      {waiting.map((one) => (
        <ProposalCard {...one} staff={staffOf(c)} language={language} />
      ))}
      {isMainland && props.mayEnter && waiting.length === 0 && <Enter {...props} words={words} />}
    </StaffPage>
  )
}

type Part = { study: StudyWithOffers; permit: PermitRow; words: PermitMessages }

function FileButton({ study, permit, words }: Part) {
  return (
    <form method="post" action={`/admin/studies/${study.slug}/permit/${permit.id}/file`}>
      <button class="button quiet" type="submit">
        {words.take({ number: permit.number ?? '' })}
      </button>
    </form>
  )
}

function Confirmed({ permit, isNow, words, language, study }: Part & { isNow: boolean; language: Language }) {
  return (
    <section class="q">
      <h2>
        {isNow && <span class="badge good">{words.now}</span>} {words.kinds[permit.kind]}
      </h2>
      <p>
        {permit.kind === 'permit' ? (
          <>
            <span lang="">{permit.authority}</span> · <span lang="">{permit.number}</span> ·{' '}
            {words.until({ day: formatDate(permit.expiresOn ?? '', language) })}
          </>
        ) : (
          <span lang="">{permit.reason}</span>
        )}
      </p>
      <p class="small">{words.confirmed({ at: formatDateTime(permit.confirmedAt ?? permit.at, language) })}</p>
      {permit.fileHash !== null && <FileButton study={study} permit={permit} words={words} />}
    </section>
  )
}

function Enter({ study, typed, words }: PermitPageProps & { words: PermitMessages }) {
  const value = typed ?? { kind: 'permit', authority: '', number: '', expires: '', reason: '' }
  const expires = { name: 'expires', label: words.expires, hint: words.expiresHint }
  const file = { name: 'file', label: words.file, hint: words.fileHint }
  return (
    <section>
      <h2>{words.enter}</h2>
      <form method="post" action={`/admin/studies/${study.slug}/permit`} enctype="multipart/form-data">
        <ChoiceField
          name="kind"
          label={words.which}
          value={value.kind}
          options={[
            ['permit', words.kinds.permit],
            ['not_needed', words.kinds.not_needed],
          ]}
          wide
        />
        <TextField name="authority" label={words.authority} hint={words.authorityHint} value={value.authority} />
        <TextField name="number" label={words.number} value={value.number} />
        <Field {...expires}>
          <input type="date" {...controlAttributes(expires)} value={value.expires} class="short" />
        </Field>
        <Field {...file}>
          <input type="file" {...controlAttributes(file)} accept="application/pdf,image/png,image/jpeg" />
        </Field>
        <LinesField name="why" label={words.notNeeded} hint={words.notNeededHint} value={value.reason} rows={3} />
        <p class="actions">
          <button class="button" type="submit">
            {words.send}
          </button>
        </p>
      </form>
    </section>
  )
}
