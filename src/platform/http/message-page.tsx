/** One plain page for every error and refusal: what happened, in the reader's language, and a way on. */

import { commonMessages } from '../../../messages/generated/common.ts'
import { type ProblemsMessages, problemsMessages } from '../../../messages/generated/problems.ts'
import { leadIn } from '../i18n/format.ts'
import type { Html } from './html.ts'
import { layout, type Shell } from './layout.tsx'

export interface PageLink {
  href: string
  label: string
}

export interface Message {
  shell: Shell
  title: string
  text: string
  /** What was typed and would be lost with the page that it stood on, under a heading. */
  typed?: { title: string; texts: readonly string[] } | undefined
  ways: PageLink[]
  requestId?: string | undefined
  /** Links unless told: not where the address says more than where one is. */
  languages?: 'links' | 'none'
}

/** A page with a title, a text and ways on. */
export function messagePage({ shell, title, text, typed, ways, requestId, languages = 'links' }: Message): Html {
  const words = commonMessages(shell.language)
  return layout({
    shell,
    title,
    languages,
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {typed !== undefined && typed.texts.length > 0 && (
          <section>
            <h2>{typed.title}</h2>
            {typed.texts.map((one) => (
              <p lang="">{one}</p>
            ))}
          </section>
        )}
        {ways.length > 0 && (
          <p class="actions">
            {ways.map((way, i) => (
              <a class={i === 0 ? 'button' : 'button quiet'} href={way.href}>
                {way.label}
              </a>
            ))}
          </p>
        )}
        {requestId && (
          <p class="small">
            {leadIn(words.message.requestId, shell.language)}
            <code>{requestId}</code>
          </p>
        )}
      </>
    ),
  })
}

/** The message page of a known problem; without `ways` it leads to the start page. */
export function problemPage(props: {
  shell: Shell
  code: keyof ProblemsMessages
  ways?: PageLink[] | undefined
  requestId?: string | undefined
}): Html {
  const { language } = props.shell
  const ways = props.ways ?? [{ href: '/', label: commonMessages(language).ways.home }]
  return messagePage({
    shell: props.shell,
    ...problemsMessages(language)[props.code],
    ways,
    requestId: props.requestId,
  })
}
