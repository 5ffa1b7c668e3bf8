/** The filter of a page of insights: what holds, each with a way out of it, and a form that adds one. It works by its address alone. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { leadIn } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { mustBeFilled } from '../../../staff/frame/field.tsx'
import { filterElsewhere, type Here } from '../here.ts'
import { type Clause, codeInAddress, type Filter, filterToQuery } from './filter.ts'
import { clauseWords, type FilterSubject, subjectsOf } from './subjects.ts'

interface FilterBarProps {
  c: Context<AppEnv>
  here: Pick<Here, 'dictionary' | 'choice' | 'choices' | 'filter' | 'themes'>
  /** What else stands in the address and stays: `[name, value]`. */
  kept?: readonly (readonly [string, string])[]
  /** More ways to filter, such as saved ones. */
  children?: Child
}

export function FilterBar({ c, here, kept = [], children }: FilterBarProps) {
  const language = languageOf(c)
  const words = questionsMessages(language)
  const { pathname, searchParams } = new URL(c.req.url)
  const { filter, choice, choices } = here
  const subjects = subjectsOf({ ...here, ns: choice.ns }, language)
  const adding = subjects.find(({ on }) => on === searchParams.get('add'))
  const stays = [...(choice === choices[0] ? [] : [['v', String(choice.n)] as const]), ...kept]
  // An address may be opened when a later version gives a code another meaning, so it says whose codes it has.
  const to = (changed: Filter) => filteredAddress(pathname, { ...changed, of: changed.of ?? choice.n }, stays)
  // Of an address that somebody typed, and that names what this version does not ask, another may be meant.
  const isAsked = filter.clauses.every((clause) => subjects.some(({ on }) => on === clause.on))
  const elsewhere = filter.of === undefined && !isAsked ? filter : filterElsewhere(here)
  return (
    <search class="filtering no-print" id="filter">
      <Clauses subjects={subjects} filter={filter} to={to} language={language} />
      <HeldLine filter={filter} to={to} language={language} />
      {choices.length > 1 && (
        <p class="small">
          {leadIn(words.version.label, language)}
          {choices.map((one, at) => (
            <>
              {at > 0 && ' · '}
              {one === choice ? (
                <strong>{versionWords(one.ns, words.version)}</strong>
              ) : (
                <a href={filteredAddress(pathname, elsewhere, [['v', String(one.n)], ...kept])}>
                  {versionWords(one.ns, words.version)}
                </a>
              )}
            </>
          ))}
        </p>
      )}
      <form method="get" action={pathname} class={adding === undefined ? 'line' : undefined}>
        <Stays filter={filter} n={choice.n} stays={stays} />
        {adding === undefined ? (
          <SubjectChoice subjects={subjects} words={words.filter} />
        ) : (
          <ValueChoice subject={adding} filter={filter} cancel={to(filter)} words={words.filter} />
        )}
      </form>
      {children}
    </search>
  )
}

interface ChangeLinksProps {
  filter: Filter
  /** The address of the page under another filter. */
  to: (changed: Filter) => string
  language: Language
}

/** What holds, each with a way out of it. */
function Clauses({ subjects, filter, to, language }: ChangeLinksProps & { subjects: readonly FilterSubject[] }) {
  const words = questionsMessages(language).filter
  if (filter.clauses.length === 0) return null
  const without = (clause: Clause) => to({ ...filter, clauses: filter.clauses.filter((one) => one !== clause) })
  return (
    <>
      <p class="small">{words.and}</p>
      <ul class="chips">
        {filter.clauses.map((clause) => {
          const what = clauseWords(subjects, clause, language)
          return (
            <li>
              <span>{what}</span>{' '}
              <a href={without(clause)} aria-label={words.remove({ what })}>
                ×
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Whether responses that are held count. */
function HeldLine({ filter, to, language }: ChangeLinksProps) {
  const words = questionsMessages(language)
  const other = filter.held === 'in' ? 'out' : 'in'
  return (
    <p class="small">
      {leadIn(words.held.label, language)}
      <strong>{words.held[filter.held]}</strong>
      {' · '}
      <a href={to({ ...filter, held: other })}>{filter.held === 'in' ? words.held.leaveOut : words.held.count}</a>
      {filter.clauses.length > 0 && (
        <>
          {' · '}
          <a href={to({ ...filter, clauses: [] })}>{words.filter.clear}</a>
        </>
      )}
    </p>
  )
}

type FilterWords = ReturnType<typeof questionsMessages>['filter']

function SubjectChoice({ subjects, words }: { subjects: readonly FilterSubject[]; words: FilterWords }) {
  return (
    <>
      <label for="add">{words.what}</label>
      <select id="add" name="add" {...mustBeFilled()}>
        <option value="">{words.choose}</option>
        <optgroup label={words.about}>
          <Choices subjects={subjects.filter(({ isAbout }) => isAbout)} />
        </optgroup>
        <optgroup label={words.questions}>
          <Choices subjects={subjects.filter(({ isAbout }) => !isAbout)} />
        </optgroup>
      </select>
      <button class="button quiet small" type="submit">
        {words.next}
      </button>
    </>
  )
}

function ValueChoice({ subject, filter, cancel, words }: ValuesProps & { cancel: string }) {
  return (
    <>
      <fieldset>
        <legend>{subject.label}</legend>
        <Values subject={subject} filter={filter} words={words} />
      </fieldset>
      <p class="actions">
        <button class="button small" type="submit">
          {words.add}
        </button>
        <a href={cancel}>{words.cancel}</a>
      </p>
    </>
  )
}

/** The address of a page with this filter, and with what else stays in it. */
export function filteredAddress(
  path: string,
  filter: Filter,
  stays: readonly (readonly [string, string])[] = [],
): string {
  const query = [filterToQuery(filter), new URLSearchParams(stays.map(([name, value]) => [name, value])).toString()]
    .filter((part) => part !== '')
    .join('&')
  return query === '' ? path : `${path}?${query}`
}

/** The numbers of versions whose answers are the same data, in words. */
export function versionWords(
  ns: readonly number[],
  words: { one: (p: { n: number }) => string; several: (p: { list: string }) => string },
) {
  return ns.length === 1 ? words.one({ n: ns[0] ?? 0 }) : words.several({ list: ns.join(', ') })
}

interface StaysProps {
  filter: Filter
  /** The number of the version that is looked at. */
  n: number
  stays: readonly (readonly [string, string])[]
}

/** What stands in the address already, to be sent along with the form. */
function Stays({ filter: { of, ...filter }, n, stays }: StaysProps) {
  // What is added names this version's codes, and so does the rest as long as it means the same in both.
  const named = filter.clauses.some(({ isChanged }) => isChanged) ? (of ?? n) : n
  const query = [...new URLSearchParams(filterToQuery(filter)), ['of', String(named)] as const, ...stays]
  return (
    <>
      {query.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function Choices({ subjects }: { subjects: readonly FilterSubject[] }) {
  return (
    <>
      {subjects.map(({ on, label }) => (
        <option value={on}>{label}</option>
      ))}
    </>
  )
}

interface ValuesProps {
  subject: FilterSubject
  filter: Filter
  words: FilterWords
}

/** The values to choose from; those that the filter has already are sent along. */
function Values({ subject: { on, is, choices }, filter, words }: ValuesProps) {
  const chosen = filter.clauses.flatMap((clause) => (clause.on === on && 'codes' in clause ? clause.codes : []))
  return (
    <>
      {is !== 'codes' && (
        <p class="line">
          {(['from', 'to'] as const).map((end) => (
            <>
              <label for={`${end}.${on}`}>{words[end]}</label>
              <input
                id={`${end}.${on}`}
                name={`${end}.${on}`}
                class="short"
                type={is === 'days' ? 'date' : 'text'}
                inputmode={is === 'days' ? undefined : 'numeric'}
                pattern={is === 'days' ? undefined : '-?[0-9]{1,12}'}
              />
            </>
          ))}
        </p>
      )}
      {choices
        .filter(({ code }) => !chosen.includes(code))
        .map(({ code, label }) => (
          <label class="box">
            <input type="checkbox" name={`is.${on}`} value={codeInAddress(code)} /> <span>{label}</span>
          </label>
        ))}
    </>
  )
}
