/** `/admin/studies`: the studies that one may see, and those that are being described. */
import type { Context } from 'hono'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import { formatDateTime, formatMoney } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { Scroll } from '../../../staff/frame/scroll.tsx'
import type { ListedStudy } from '../list.ts'
import type { Setup } from '../setup.ts'
import { nameOf } from './section-page.tsx'

interface ListPageProps {
  c: Context<AppEnv>
  studies: readonly ListedStudy[]
  /** Null for whoever may begin none. */
  setups: readonly { id: string; setup: Setup; savedAt: string }[] | null
}

const tones = { ready: 'wait', open: 'good', paused: 'wait', closed: '' } as const

export function ListPage({ c, studies, setups }: ListPageProps) {
  const language = languageOf(c)
  const words = setupMessages(language)
  const { list } = words
  const hasMoney = studies.some(({ budgets }) => budgets !== null)
  const begin = setups !== null && (
    <form method="post" action="/admin/setups" class="press">
      <button class="button" type="submit">
        {words.title}
      </button>
    </form>
  )
  return (
    <StaffPage c={c} title={list.title} actions={begin}>
      {studies.length === 0 ? (
        <section class="empty">
          <h2>{list.empty}</h2>
          <p>{setups === null ? list.emptyAsk : list.emptyBegin}</p>
        </section>
      ) : (
        <Scroll label={list.title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{list.study}</th>
                <th scope="col">{list.state}</th>
                <th scope="col" class="number">
                  {list.complete}
                </th>
                {hasMoney && <th scope="col">{list.budget}</th>}
                <th scope="col">{list.lacks}</th>
              </tr>
            </thead>
            <tbody>
              {studies.map(({ study, state, complete, budgets, lacks }) => (
                <tr>
                  <td>
                    <a href={`/admin/studies/${study.slug}`}>{study.questionnaire.title[language]}</a>
                    <p class="small">{study.slug}</p>
                  </td>
                  <td>
                    <span class={`badge ${tones[state]}`}>{list.states[state]}</span>
                  </td>
                  <td class="number">{figures(complete)}</td>
                  {hasMoney && (
                    <td>
                      {(budgets ?? []).map(({ currency, total, available }) => (
                        <p>
                          {list.left({
                            left: formatMoney(available, currency, language),
                            total: formatMoney(total, currency, language),
                          })}
                        </p>
                      ))}
                    </td>
                  )}
                  <td>{lacks.map((lack) => list.lack[lack]).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {setups !== null && setups.length > 0 && (
        <section>
          <h2>{words.begun}</h2>
          <ul>
            {setups.map(({ id, setup, savedAt }) => (
              <li>
                <a href={`/admin/setups/${id}/summary`}>{nameOf(setup, words.unnamed)}</a>{' '}
                <span class="small">{words.savedAt({ at: formatDateTime(savedAt, language) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>
  )
}
