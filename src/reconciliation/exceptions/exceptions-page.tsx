/** The queue of exceptions, oldest first. */

import type { Context } from 'hono'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ExceptionClass } from '../../../schema/tables.ts'
import { type Notice, NoticeLine } from '../../platform/http/notice-line.tsx'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { type Around, addressWith } from '../../staff/frame/address.ts'
import { DataTable, Pages } from '../../staff/frame/data-table.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { sortBy } from '../../staff/frame/sorting.ts'
import { Stat } from '../../staff/frame/stat.tsx'
import type { Coverage } from '../statements/coverage.ts'
import { CoverageList } from '../statements/coverage-list.tsx'
import type { Aged } from './aged.ts'
import { usualClosing } from './closings.ts'
import type { ExceptionDetail } from './exception.ts'
import { accountNameOf } from './shown/exception.ts'
import { exceptionLine } from './together/exception-line.ts'

export interface ExceptionsPageProps {
  c: Context<AppEnv>
  exceptions: readonly Aged[]
  byClass: readonly { class: ExceptionClass; currency: string; count: number; amountMinor: number }[]
  /** The class that alone is shown; null: all are. */
  onlyClass: ExceptionClass | null
  /** Of those on this page, which whoever looks may close together with others, by id; and whether all of them are selected. */
  selectable: ReadonlySet<string>
  isAllSelected: boolean
  /** Whether whoever looks may work on exceptions at all. */
  mayWork: boolean
  notice: Notice | null
  /** Other pages of the list. */
  pages: Around
  isFirst: boolean
  /** What statements say of each account. */
  coverage: readonly Coverage[]
}

/** The form that the boxes of all rows belong to. */
const selectionForm = 'selection'

export function ExceptionsPage(props: ExceptionsPageProps) {
  const { c, exceptions, byClass, pages, isFirst, coverage, onlyClass, selectable } = props
  const language = languageOf(c)
  const words = exceptionsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <NoticeLine notice={props.notice} />
      <p>{words.about}</p>
      {byClass.length > 0 && isFirst && <ClassCounts byClass={byClass} onlyClass={onlyClass} language={language} />}
      <Filter {...props} words={words} />
      {exceptions.length === 0 ? (
        <section class="empty">
          <h2>
            {onlyClass === null ? words.nothing.title : words.together.noneOf({ name: words.classes[onlyClass] })}
          </h2>
          <p>{coverage.some(({ covered }) => covered !== null) ? words.nothing.text : words.nothing.compared}</p>
        </section>
      ) : (
        <DataTable
          language={language}
          label={words.title}
          rows={exceptions}
          empty=""
          columns={[
            ...(selectable.size > 0
              ? [{ head: words.together.pick, is: 'box' as const, cell: (one: Aged) => boxOf(one, props, language) }]
              : []),
            {
              head: words.class,
              is: 'name',
              sort: sortBy(c, 'class', 'usual'),
              cell: (one) => <ClassOf one={one} words={words} />,
            },
            {
              head: words.money,
              is: 'number',
              sort: sortBy(c, 'amount', 'usual'),
              cell: (one) => formatMoney(one.amountMinor, one.currency, language),
            },
            {
              head: words.account,
              cell: (one) => (
                <>
                  {accountNameOf(one, language)}
                  {one.study !== null && (
                    <>
                      <br />
                      <span class="small">{one.study}</span>
                    </>
                  )}
                </>
              ),
            },
            { head: words.day, cell: (one) => formatDate(one.day ?? one.openedAt, language) },
            { head: words.age, cell: (one) => ageText(one.age, words) },
            { head: words.owner, cell: (one) => one.ownerName ?? words.nobody },
            {
              head: words.usually,
              cell: (one) => words.actions[usualClosing(one.class, JSON.parse(one.detail) as ExceptionDetail)],
            },
          ]}
        />
      )}
      {selectable.size > 0 && onlyClass !== null && (
        <form id={selectionForm} class="actions no-print" method="get" action="/finance/exceptions/selection">
          <input type="hidden" name="class" value={onlyClass} />
          <button class="button" type="submit">
            {words.together.look}
          </button>
        </form>
      )}
      {isFirst && <CoverageList coverage={coverage} language={language} />}
      <Pages language={language} pages={pages} />
    </StaffPage>
  )
}

interface ClassCountsProps extends Pick<ExceptionsPageProps, 'byClass' | 'onlyClass'> {
  language: Language
}

/** How many exceptions of each class are open, and what they come to; each leads to those of its class. */
function ClassCounts({ byClass, onlyClass, language }: ClassCountsProps) {
  const words = exceptionsMessages(language)
  return (
    <dl class="stats">
      {byClass.map((one) => (
        <Stat
          name={
            one.class === onlyClass ? (
              <strong>{words.classes[one.class]}</strong>
            ) : (
              <a href={`/finance/exceptions?class=${one.class}`}>{words.classes[one.class]}</a>
            )
          }
        >
          {one.count}
          <br />
          <span class="small">{formatMoney(one.amountMinor, one.currency, language)}</span>
        </Stat>
      ))}
    </dl>
  )
}

/** The box that selects one of those that are closed together. */
function boxOf(one: Aged, { selectable, isAllSelected }: ExceptionsPageProps, language: Language) {
  const { together } = exceptionsMessages(language)
  if (!selectable.has(one.id)) return ''
  return (
    <input
      type="checkbox"
      form={selectionForm}
      name="exception"
      value={one.id}
      checked={isAllSelected}
      aria-label={together.select({ line: exceptionLine(one, language) })}
    />
  )
}

function ClassOf({ one, words }: { one: Aged; words: ExceptionsMessages }) {
  return (
    <>
      <a href={`/finance/exceptions/${one.id}`}>{words.classes[one.class]}</a>
      {one.isStopping && (
        <>
          {' '}
          <span class="badge bad">{words.stop}</span>
        </>
      )}
      {one.isProposed && (
        <>
          {' '}
          <span class="badge wait">{words.waiting}</span>
        </>
      )}
    </>
  )
}

/** Which class is shown alone, and the way to select all of them; on the whole list, that several can be closed together. */
function Filter({
  c,
  onlyClass,
  selectable,
  isAllSelected,
  mayWork,
  byClass,
  words,
}: ExceptionsPageProps & { words: ExceptionsMessages }) {
  if (onlyClass === null) {
    return mayWork && byClass.some(({ count }) => count > 1) ? <p class="small">{words.together.hint}</p> : null
  }
  return (
    <p class="small no-print">
      {words.together.only({ name: words.classes[onlyClass] })} <a href="/finance/exceptions">{words.together.every}</a>
      {selectable.size > 0 && (
        <>
          {' · '}
          <a href={addressWith(c, { select: isAllSelected ? null : 'all' })}>
            {isAllSelected ? words.together.none : words.together.all}
          </a>
        </>
      )}
    </p>
  )
}

/** An age in working days, in words. */
export function ageText(age: number | null, words: ExceptionsMessages): string {
  return age === null ? words.ageUnknown : words.workingDays({ days: age })
}
