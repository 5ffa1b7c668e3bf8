/** The audit trail, newest first: who did what, to what, when. */
import type { Context } from 'hono'
import { auditMessages } from '../../../../messages/generated/studies/audit.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { type Around, addressWith } from '../../frame/address.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { DownloadButton } from '../../frame/download.tsx'
import { controlAttributes, Field, TextField } from '../../frame/field.tsx'
import { Filters } from '../../frame/filters.tsx'
import { StaffPage } from '../../frame/frame.tsx'
import { sortByTime } from '../../frame/sorting.ts'
import type { AuditEntry } from '../seal-hash.ts'
import { actionInWords, knownActions } from './action-words.ts'
import type { NamedPart, StaffNames } from './names.ts'
import type { TrailFilter } from './store.ts'

interface AuditPageProps {
  c: Context<AppEnv>
  /** As it was typed: the actor may be a name. */
  wanted: TrailFilter
  entries: readonly AuditEntry[]
  pages: Around
  names: StaffNames
  /** Whether entries of other studies are left out. */
  isScoped: boolean
}

export function AuditPage({ c, wanted, entries, pages, names, isScoped }: AuditPageProps) {
  const language = languageOf(c)
  const words = auditMessages(language)
  const isSet = Object.values(wanted).some((one) => one !== '')
  return (
    <StaffPage
      c={c}
      title={words.title}
      actions={
        <a class="button quiet small no-print" href="/admin/audit/chain">
          {words.chain.link}
        </a>
      }
    >
      <p>
        {words.about} {isScoped && words.scoped}
      </p>
      <TrailFilters c={c} wanted={wanted} names={names} isSet={isSet} />
      <DataTable
        language={language}
        label={words.title}
        rows={entries}
        pages={pages}
        columns={[
          {
            head: words.what,
            is: 'name',
            cell: ({ action }) => {
              const actionText = actionInWords(action, language)
              return actionText === action ? <code>{action}</code> : actionText
            },
          },
          { head: words.who, cell: ({ actor }) => <Pieces pieces={names.named(actor)} /> },
          { head: words.subject, cell: ({ subject }) => <Pieces pieces={names.named(subject)} /> },
          {
            head: words.when,
            is: 'when',
            sort: sortByTime(c),
            cell: ({ at }) => <time datetime={at}>{formatDateTime(at, language)}</time>,
          },
        ]}
        empty={
          <>
            <h2>{words.nothing.title}</h2>
            <p>{isSet ? words.nothing.found : words.nothing.all}</p>
          </>
        }
      />
      {entries.length > 0 && (
        <div class="actions no-print">
          <DownloadButton action={addressWith(c, { before: null, after: null }).replace('/audit', '/audit.csv')} quiet>
            {words.download}
          </DownloadButton>
          <p class="small">{words.downloadHint}</p>
        </div>
      )}
    </StaffPage>
  )
}

interface TrailFiltersProps extends Pick<AuditPageProps, 'c' | 'wanted' | 'names'> {
  isSet: boolean
}

function TrailFilters({ c, wanted, names, isSet }: TrailFiltersProps) {
  const language = languageOf(c)
  const words = auditMessages(language)
  return (
    <Filters language={language} action="/admin/audit" isSet={isSet}>
      <Field name="action" label={words.what}>
        <select {...controlAttributes({ name: 'action', label: words.what })}>
          <option value="">{words.any}</option>
          {actionsFor(wanted.action, language).map(([action, said]) => (
            <option value={action} selected={action === wanted.action}>
              {said}
            </option>
          ))}
        </select>
      </Field>
      <Field name="actor" label={words.who} hint={words.whoHint}>
        <input
          type="text"
          {...controlAttributes({ name: 'actor', label: words.who, hint: words.whoHint })}
          value={wanted.actor}
          list="staff"
          maxlength={100}
          autocomplete="off"
        />
        <datalist id="staff">
          {names.staff.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </Field>
      <input type="hidden" name="sort" value={c.req.query('sort') ?? ''} />
      <TextField name="subject" label={words.subject} hint={words.subjectHint} value={wanted.subject} />
      {(['from', 'to'] as const).map((name) => (
        <Field name={name} label={words[name]}>
          <input type="date" {...controlAttributes({ name, label: words[name] })} value={wanted[name]} />
        </Field>
      ))}
    </Filters>
  )
}

/** Names where there are some, and ids, by which one can look on. */
function Pieces({ pieces }: { pieces: readonly NamedPart[] }) {
  return pieces.map(({ id, name }, i) => (
    <>
      {i > 0 && ' '}
      {name === null ? <code>{id}</code> : <span>{name}</span>}
    </>
  ))
}

function actionsFor(wanted: string, language: Parameters<typeof knownActions>[0]) {
  const known = knownActions(language)
  return wanted === '' || known.some(([action]) => action === wanted) ? known : [...known, [wanted, wanted] as const]
}
