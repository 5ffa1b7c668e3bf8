/** The frame of every page. Nothing in it is inline script or style, so that the content policy can forbid both. */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { commonMessages } from '../../../messages/generated/common.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import type { Html } from './html.ts'

/** What every page needs to know of where it stands. */
export interface Shell {
  language: Language
  /** The languages that the page may be switched to; all where none are named. */
  offered?: readonly Language[]
  /** Addresses of the style sheet, the script and what it says in this language. */
  assets: { style: string; script: string; words: string }
  /** Who runs the study or the site, in the reader's language, and where to write; named in the footer. */
  runBy?: { name: string; contact: string } | null
  /** The page is of the test of a study, which it says. */
  isTest?: boolean
}

export interface Layout {
  shell: Shell
  title: string
  /**
   * How the language is switched: `form` by submitting `#page` with `lang`, so that nothing typed is lost; `links` by
   * `?lang=`; `{ links }` by that address with the language's code behind it, for pages that need more than `?lang=`.
   */
  languages: 'form' | 'links' | { links: string } | 'none'
  /** The study's title, shown on top. */
  study?: string | undefined
  /** Where the study's title leads. */
  studyHref?: string | undefined
  /** Named in the footer instead of the shell's. */
  runBy?: Shell['runBy']
  /** Found by search engines; only landing pages are. */
  index?: boolean | undefined
  /** How far along, drawn at the end of the header. */
  progress?: Html
  /** Addresses of scripts that this page needs besides the common one. */
  scripts?: readonly string[] | undefined
  /** Addresses of style sheets that this page needs besides the common one. */
  styles?: readonly string[] | undefined
  /** Addresses that begin so are over with: what the device has kept of them goes. */
  over?: string | undefined
  /** Wider than a page of text, for tables. */
  wide?: boolean | undefined
  children?: Child
}

/** The other languages of a page, if any; `how` as in `Layout`. */
export function Languages({ shell, how }: { shell: Shell; how: 'form' | { links: string } }): Html | null {
  const words = commonMessages(shell.language)
  const offered = shell.offered ?? languages
  if (offered.length < 2) return null
  return (
    <nav class="languages" aria-label={words.language}>
      {how === 'form' && (
        // Enter in a text field presses a form's first button, which must not be a language.
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order and says nothing new.
        <button class="first" type="submit" form="page" name="go" value="next" tabindex={-1} aria-hidden="true">
          {words.next}
        </button>
      )}
      {offered.map((language) =>
        language === shell.language ? (
          <span lang={language} aria-current="true">
            {commonMessages(language).name}
          </span>
        ) : how === 'form' ? (
          <button type="submit" form="page" name="lang" value={language} lang={language} formnovalidate>
            {commonMessages(language).name}
          </button>
        ) : (
          <a href={`${how.links}${language}`} lang={language} hreflang={language}>
            {commonMessages(language).name}
          </a>
        ),
      )}
    </nav>
  )
}

/** A whole page of text: who runs it below, the languages on top. */
export function layout(props: Layout): Html {
  const { shell, title, study, progress } = props
  const how = props.languages === 'links' ? { links: '?lang=' } : props.languages
  return (
    <HtmlDocument {...props} title={study && study !== title ? `${title} · ${study}` : title}>
      <header class={props.wide ? 'top wide' : 'top'}>
        {study && <p class="study">{props.studyHref ? <a href={props.studyHref}>{study}</a> : study}</p>}
        {how !== 'none' && <Languages shell={shell} how={how} />}
        {progress}
      </header>
      <main id="main" tabindex={-1} class={props.wide ? 'wide' : undefined} data-over={props.over}>
        {shell.isTest && (
          <p class="note" role="note">
            {commonMessages(shell.language).test}
          </p>
        )}
        {props.children}
      </main>
      <Footer shell={shell} runBy={props.runBy} wide={props.wide} />
    </HtmlDocument>
  )
}

/** A document with its head, and the link that skips to `#main`; what else stands in its body is the caller's. */
export function HtmlDocument(
  props: Pick<Layout, 'shell' | 'title' | 'index' | 'styles' | 'scripts' | 'children'> & { bodyClass?: string },
): Html {
  const { shell, title } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={shell.language}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          {(!props.index || shell.isTest) && <meta name="robots" content="noindex" />}
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={shell.assets.style} />
          {props.styles?.map((style) => (
            <link rel="stylesheet" href={style} />
          ))}
          <script src={shell.assets.words} defer />
          <script src={shell.assets.script} defer />
          {props.scripts?.map((script) => (
            <script src={script} defer />
          ))}
        </head>
        <body class={props.bodyClass}>
          <a class="skip" href="#main">
            {commonMessages(shell.language).skip}
          </a>
          {props.children}
        </body>
      </html>
    </>
  )
}

/** Who runs the study or the site. */
export function Footer({ shell, runBy = shell.runBy, wide }: Pick<Layout, 'shell' | 'runBy' | 'wide'>): Html {
  const words = commonMessages(shell.language)
  return (
    <footer class={wide ? 'wide' : undefined}>
      {runBy ? (
        <p>
          {words.sentences({ first: words.runBy({ organiser: runBy.name }), second: words.contact })}{' '}
          <Contact contact={runBy.contact} />
        </p>
      ) : (
        <p>{words.service}</p>
      )}
    </footer>
  )
}

/** An e-mail or web address as a link, anything else as text. */
export function Contact({ contact }: { contact: string }): Html {
  const href = /^https?:\/\//.test(contact) ? contact : /^[^\s@]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : null
  return href ? <a href={href}>{contact}</a> : <span>{contact}</span>
}
