/** `/admin/studies`: the studies that one may see, and those that are being described. */
import type { Context } from 'hono'
import { lifecycleMessages } from '../../../../messages/generated/studies/lifecycle.ts'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { formatDateTime, formatMoney } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { DataTable, type TableColumn } from '../../../staff/frame/data-table.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { AccountsWait, type BoundAccount } from '../../../staff/people/bound-accounts.tsx'
import type { ListedStudy } from '../list.ts'
import type { Setup } from '../setup.ts'
import { setupName } from './section-page.tsx'

interface ListPageProps {
  c: Context<AppEnv>
  studies: readonly ListedStudy[]
  /** Null for whoever may begin none. */
  setups: readonly { id: string; setup: Setup; savedAt: string }[] | null
  /** Accounts of people that an owner is told of. */
  accounts: readonly BoundAccount[]
}

const tones = { ready: 'wait', open: 'good', paused: 'wait', closed: '' } as const

/** A column that no study of the list has anything in is left out. */
function listColumns(studies: readonly ListedStudy[], language: Language): TableColumn<ListedStudy>[] {
  const { list } = setupMessages(language)
  const { states, checks } = lifecycleMessages(language)
  const complete: TableColumn<ListedStudy> = {
    head: list.complete,
    is: 'number',
    key: { name: 'complete', of: (one) => one.complete ?? -1 },
    cell: (one) => (one.complete === null ? '–' : figures(one.complete)),
  }
  const lacks: TableColumn<ListedStudy> = {
    head: list.lacks,
    cell: (one) => {
      if (one.lacks === null) return '–'
      return one.lacks.length === 0 ? list.nothing : one.lacks.map((lack) => checks.names[lack]).join(' · ')
    },
  }
  const budget: TableColumn<ListedStudy> = {
    head: list.budget,
    cell: ({ budgets }) =>
      (budgets ?? []).map(({ currency, total, available }) => (
        <p>
          {list.left({
            left: formatMoney(available, currency, language),
            total: formatMoney(total, currency, language),
          })}
        </p>
      )),
  }
  return [
    {
      head: list.study,
      is: 'name',
      key: { name: 'study', of: ({ study }) => study.questionnaire.title[language] },
      cell: ({ study }) => (
        <>
          <a href={`/admin/studies/${study.slug}`}>{study.questionnaire.title[language]}</a>{' '}
          <span class="small">{study.slug}</span>
        </>
      ),
    },
    {
      head: list.state,
      key: { name: 'state', of: ({ state }) => states[state] },
      cell: ({ state }) => <span class={`badge ${tones[state]}`.trim()}>{states[state]}</span>,
    },
    ...(studies.some((one) => one.complete !== null) ? [complete] : []),
    ...(studies.some(({ budgets }) => budgets !== null) ? [budget] : []),
    ...(studies.some((one) => one.lacks !== null) ? [lacks] : []),
  ]
}

export function StudyListPage({ c, studies, setups, accounts }: ListPageProps) {
  const language = languageOf(c)
  const words = setupMessages(language)
  const { list } = words
  const begin = setups !== null && (
    <form method="post" action="/admin/setups" class="press">
      <button class="button" type="submit">
        {words.title}
      </button>
    </form>
  )
  return (
    <StaffPage c={c} title={list.title} actions={begin}>
      <AccountsWait c={c} accounts={accounts} />
      <DataTable
        language={language}
        label={list.title}
        columns={listColumns(studies, language)}
        rows={studies}
        sortedIn={c}
        empty={
          <>
            <h2>{list.empty}</h2>
            <p>{setups === null ? list.emptyAsk : list.emptyBegin}</p>
          </>
        }
      />
      {setups !== null && setups.length > 0 && (
        <section>
          <h2>{words.begun}</h2>
          <ul>
            {setups.map(({ id, setup, savedAt }) => (
              <li>
                <a href={`/admin/setups/${id}/summary`}>{setupName(setup, words.unnamed)}</a>{' '}
                <span class="small">{words.savedAt({ at: formatDateTime(savedAt, language) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>
  )
}
