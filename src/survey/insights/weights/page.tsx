/** `/admin/studies/:slug/insights/weights`: the margins that a study has, and a form for more, with what they do before they are kept. */
import type { Context } from 'hono'
import { weightsMessages } from '../../../../messages/generated/insights/weights.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { formatDate } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { controlAttributes, Field, mustBeFilled } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { OneAxis } from '../axes/axis.ts'
import { ChangeForm } from '../saved/change-form.tsx'
import { longestFilterName } from '../saved/named.ts'
import type { WeightFit } from './fit.ts'
import { MarginForm } from './form.tsx'
import { marginsFromQuery, marginsToKeep, marginsToQuery, type TypedMargins } from './margins.ts'
import { Preview, Problems } from './preview.tsx'
import type { ListedSet } from './store.ts'

interface WeightsPageProps {
  c: Context<AppEnv>
  study: { slug: string; title: string }
  /** Each with the number of the version whose codes it names. */
  sets: readonly (ListedSet & { keptFor: number | null })[]
  axes: readonly OneAxis[]
  typed: TypedMargins
  /** What the margins that were typed do; null where there are none. */
  fit: WeightFit | null
  added: string
  stays: readonly (readonly [string, string])[]
  notice: Notice | null
  /** One that was just taken away, to be brought back. */
  removed: string | null
  /** Why a file could not be read. */
  upload?: string | undefined
  /** A name that was typed, and why nothing was kept under it. */
  name?: { value: string; error: string } | undefined
}

export function WeightsPage(props: WeightsPageProps) {
  const { c, study, axes, typed, fit, added, stays, notice, removed, upload, name } = props
  const language = languageOf(c)
  const words = weightsMessages(language)
  const insights = `/admin/studies/${study.slug}/insights`
  const here = `${insights}/weights`
  const version = new URLSearchParams(stays.map(([key, value]) => [key, value])).toString()
  const withVersion = (path: string, query = '') => {
    const all = [query, version].filter((part) => part !== '').join('&')
    return all === '' ? path : `${path}?${all}`
  }
  return (
    <StaffPage c={c} title={words.title} study={study.title}>
      <NoticeLine notice={notice} />
      {removed !== null && (
        <ChangeForm action={withVersion(here)} id={removed} way="restore" label={words.kept.restore} class="actions" />
      )}
      <p>{words.about}</p>
      <p class="small">{words.notProbability}</p>
      {fit !== null && (
        <section aria-labelledby="preview">
          <h2 id="preview">{fit.weighing === null ? words.problems.title : words.preview.title}</h2>
          {fit.weighing === null && (
            <div class="notice bad" role="alert">
              <Problems {...fit} language={language} />
            </div>
          )}
          <Preview {...fit} language={language} />
          {fit.weighing !== null && <SaveForm action={withVersion(here)} typed={typed} name={name} words={words} />}
        </section>
      )}
      <h2>{words.kept.title}</h2>
      <Sets sets={props.sets} language={language} insights={insights} here={here} withVersion={withVersion} />
      <h2>{words.upload.title}</h2>
      <p>{words.upload.about}</p>
      <UploadForm action={withVersion(`${here}/upload`)} error={upload} words={words} />
      <h2>{words.type.title}</h2>
      <MarginForm language={language} action={here} axes={axes} typed={typed} added={added} stays={stays} />
    </StaffPage>
  )
}

type Words = ReturnType<typeof weightsMessages>

function SaveForm(props: Pick<WeightsPageProps, 'typed' | 'name'> & { action: string; words: Words }) {
  const { action, typed, name } = props
  const words = props.words.save
  const about = { name: 'name', label: words.name, hint: words.hint, error: name?.error }
  return (
    <form method="post" action={action}>
      <h3>{words.title}</h3>
      <input type="hidden" name="margins" value={marginsToQuery(typed)} />
      <Field {...about}>
        <input
          {...controlAttributes(about)}
          {...mustBeFilled(about.error)}
          type="text"
          maxlength={longestFilterName}
          value={name?.value ?? ''}
          autocomplete="off"
        />
      </Field>
      <button class="button" type="submit" name="do" value="save">
        {words.save}
      </button>
    </form>
  )
}

interface SetsProps extends Pick<WeightsPageProps, 'sets'> {
  language: Language
  insights: string
  here: string
  withVersion: (path: string, query?: string) => string
}

function Sets({ sets, language, insights, here, withVersion }: SetsProps) {
  const words = weightsMessages(language)
  return (
    <DataTable
      language={language}
      label={words.kept.title}
      rows={sets}
      empty={words.kept.none}
      columns={[
        {
          head: words.kept.name,
          is: 'name',
          cell: (set) => (
            <a href={withVersion(insights, `weight=${set.id}`)} lang="">
              {words.named(set)}
            </a>
          ),
        },
        {
          head: words.kept.questions,
          cell: ({ margins }) => [...new Set(targetsIn(margins).map(({ on }) => on))].join(' · '),
        },
        {
          head: words.kept.author,
          cell: ({ madeBy, madeAt }) => words.kept.by({ who: madeBy ?? '', day: formatDate(madeAt, language) }),
        },
        {
          head: words.kept.change,
          cell: ({ id, margins, keptFor }) => (
            <>
              <a class="button quiet small" href={withVersion(here, opened(margins, keptFor))}>
                {words.kept.open}
              </a>
              <ChangeForm action={withVersion(here)} id={id} way="remove" label={words.kept.remove} />
            </>
          ),
        },
      ]}
    />
  )
}

function UploadForm({ action, error, words }: { action: string; error: string | undefined; words: Words }) {
  const file = { name: 'file', label: words.upload.file, error }
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <Field {...file}>
        <input type="file" {...controlAttributes(file)} {...mustBeFilled(error)} accept=".csv,.xlsx" />
      </Field>
      <p class="actions">
        <button class="button quiet" type="submit">
          {words.upload.read}
        </button>
      </p>
    </form>
  )
}

/** The address of margins that are opened to be changed, with the version whose codes they name. */
function opened(margins: string, keptFor: number | null): string {
  const typed = marginsFromQuery(new URLSearchParams(margins))
  return keptFor === null ? marginsToQuery(typed) : marginsToKeep(typed, keptFor)
}

const targetsIn = (margins: string) => marginsFromQuery(new URLSearchParams(margins)).targets
