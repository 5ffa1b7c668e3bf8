/** The queue of exceptions, oldest first. */

import type { Context } from 'hono'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { ExceptionClass } from '../../../schema/tables.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Coverage } from '../statements/coverage.ts'
import { CoverageList } from '../statements/coverage-list.tsx'
import type { Aged } from './aged.ts'
import { closings } from './closings.ts'
import { accountNameOf } from './shown/exception.ts'

export interface ExceptionsPageProps {
  c: Context<AppEnv>
  exceptions: readonly Aged[]
  byClass: readonly { class: ExceptionClass; currency: string; count: number; amountMinor: number }[]
  /** Where the next page goes on, if there is more. */
  next: string | null
  isFirst: boolean
  /** What statements say of each account. */
  coverage: readonly Coverage[]
}

export function ExceptionsPage({ c, exceptions, byClass, next, isFirst, coverage }: ExceptionsPageProps) {
  const language = languageOf(c)
  const words = exceptionsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      {byClass.length > 0 && isFirst && (
        <dl class="stats">
          {byClass.map((one) => (
            <div class="stat">
              <dt>{words.classes[one.class]}</dt>
              <dd>
                {one.count}
                <br />
                <span class="small">{formatMoney(one.amountMinor, one.currency, language)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {exceptions.length === 0 ? (
        <section class="empty">
          <h2>{words.nothing.title}</h2>
          <p>{coverage.some(({ covered }) => covered !== null) ? words.nothing.text : words.nothing.compared}</p>
        </section>
      ) : (
        <Scroll label={words.title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.class}</th>
                <th scope="col" class="number">
                  {words.money}
                </th>
                <th scope="col">{words.account}</th>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.age}</th>
                <th scope="col">{words.owner}</th>
                <th scope="col">{words.usually}</th>
              </tr>
            </thead>
            <tbody>
              {exceptions.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={`/finance/exceptions/${one.id}`}>{words.classes[one.class]}</a>
                    {one.isStopping && (
                      <>
                        {' '}
                        <span class="badge bad">{words.stop}</span>
                      </>
                    )}
                  </th>
                  <td class="number">{formatMoney(one.amountMinor, one.currency, language)}</td>
                  <td>
                    {accountNameOf(one, language)}
                    {one.study !== null && (
                      <>
                        <br />
                        <span class="small">{one.study}</span>
                      </>
                    )}
                  </td>
                  <td>{formatDate(one.day ?? one.openedAt, language)}</td>
                  <td>{ageText(one.age, words)}</td>
                  <td>{one.ownerName ?? words.nobody}</td>
                  <td>{words.actions[closings[one.class][0]]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {isFirst && <CoverageList coverage={coverage} language={language} />}
      <p class="actions no-print">
        {next !== null && (
          <a class="button quiet" href={`/finance/exceptions?after=${encodeURIComponent(next)}`}>
            {words.more}
          </a>
        )}
        {!isFirst && (
          <a class="button quiet" href="/finance/exceptions">
            {words.first}
          </a>
        )}
      </p>
    </StaffPage>
  )
}

export function ageText(age: number | null, words: ExceptionsMessages): string {
  return age === null ? words.ageUnknown : words.workingDays({ days: age })
}
