/** What remains to do once a study has closed, each with the way there and whether it is done. */
import type { Child } from 'hono/jsx'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type LifecycleMessages, lifecycleMessages } from '../../../messages/generated/studies/lifecycle.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { Fact } from '../../platform/http/fact.tsx'
import { formatDate, formatDateTime, formatMoney, gap, sentences } from '../../platform/i18n/format.ts'
import type { Remaining, RemainingSum } from './remaining.ts'

interface RemainingListProps {
  remaining: Remaining
  /** The address of the study. */
  slug: string
  now: string
  language: Language
}

type Words = LifecycleMessages['remaining']
type Part = RemainingListProps & { words: Words }

export function RemainingList(props: RemainingListProps) {
  const { remaining, slug, language } = props
  const words = lifecycleMessages(language).remaining
  const part = { ...props, words }
  return (
    <section>
      <h2>{words.title}</h2>
      <dl class="facts">
        <Reviews {...part} />
        <Files {...part} />
        <Findings {...part} />
        <Money {...part} />
        {remaining.certificate && (
          <Fact name={words.certificate.name}>
            {words.certificate.text}
            {gap(language)}
            <a href={`/finance/reports/closing/${slug}`}>{words.certificate.link}</a>
          </Fact>
        )}
        <Fact name={words.deletion.name}>{deletionText(part)}</Fact>
      </dl>
    </section>
  )
}

interface TaskProps {
  name: string
  isDone: boolean
  /** The way there; null where whoever looks may not go. */
  link: { href: string; label: string } | null
  words: Words
  language: Language
  children?: Child
}

function Task({ name, isDone, link, words, language, children }: TaskProps) {
  return (
    <Fact name={name}>
      <span class={isDone ? 'badge good' : 'badge wait'}>{isDone ? words.done : words.todo}</span> {children}
      {link !== null && !isDone && (
        <>
          {gap(language)}
          <a href={link.href}>{link.label}</a>
        </>
      )}
    </Fact>
  )
}

function Reviews({ remaining: { reviews }, words, language }: Part) {
  if (reviews === null) return null
  const { held, objections, dueDay, mayOpen } = reviews
  const { reviews: texts } = words
  const objected =
    dueDay === null
      ? texts.objections({ count: objections })
      : texts.objectionsBy({ count: objections, day: formatDate(dueDay, language) })
  const isDone = held === 0 && objections === 0
  return (
    <Task
      name={texts.name}
      isDone={isDone}
      link={mayOpen ? { href: '/admin/reviews', label: texts.link } : null}
      words={words}
      language={language}
    >
      {isDone ? texts.none : sentences(language, held > 0 && texts.held({ count: held }), objections > 0 && objected)}
    </Task>
  )
}

function Files({ remaining: { files }, slug, now, words, language }: Part) {
  if (files === null) return null
  const { isTaken, from } = files
  const { files: texts } = words
  const open = now < from ? texts.early({ at: formatDateTime(from, language) }) : texts.none
  const link = { href: `/admin/studies/${slug}/exports`, label: texts.link }
  return (
    <Task name={texts.name} isDone={isTaken} link={link} words={words} language={language}>
      {isTaken ? texts.taken : open}
    </Task>
  )
}

function Findings({ remaining: { findings }, slug, words, language }: Part) {
  if (findings === null) return null
  const { drafts, published } = findings
  const { findings: texts } = words
  const link = { href: `/admin/studies/${slug}/findings`, label: texts.link }
  return (
    <Task name={texts.name} isDone={published > 0 && drafts === 0} link={link} words={words} language={language}>
      {drafts + published === 0
        ? texts.nothing
        : sentences(
            language,
            published > 0 && texts.published({ count: published }),
            drafts > 0 && texts.drafts({ count: drafts }),
          )}
    </Task>
  )
}

function Money({ remaining: { money }, words, language }: Part) {
  if (money === null) return null
  const { owed, left } = money
  return (
    <>
      <Task
        name={words.money.name}
        isDone={owed.length === 0}
        link={{ href: '/finance', label: words.money.link }}
        words={words}
        language={language}
      >
        {owed.length === 0 ? words.money.none : words.money.owed({ amounts: amountsText(owed, language) })}
      </Task>
      <Task
        name={words.budget.name}
        isDone={left.length === 0}
        link={{ href: '/finance/budgets', label: words.budget.link }}
        words={words}
        language={language}
      >
        {left.length === 0 ? words.budget.none : words.budget.left({ amounts: amountsText(left, language) })}
      </Task>
    </>
  )
}

const amountsText = (sums: readonly RemainingSum[], language: Language) =>
  sums.map(({ minor, currency }) => formatMoney(minor, currency, language)).join(commonMessages(language).listSeparator)

function deletionText({ remaining: { deletedOn }, now, words: { deletion }, language }: Part): string {
  if (deletedOn === null) return deletion.never
  const day = formatDate(deletedOn, language)
  return deletedOn > now ? deletion.on({ day }) : deletion.since({ day })
}
