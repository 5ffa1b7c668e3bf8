/** The texts of one question: themes with what they hold, and some texts to read and sort. All of it is one form. */
import type { Context } from 'hono'
import { type TextsMessages, textsMessages } from '../../../../messages/generated/insights/texts.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { formatDates, sentences } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { controlAttributes, Field, TextField } from '../../../staff/frame/field.tsx'
import { Filters } from '../../../staff/frame/filters.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import type { countThemes } from './codings.ts'
import type { TextQuestion } from './questions.ts'
import type { FoundTexts, ReadText } from './search-texts.ts'
import { currentThemeId, currentThemes, noTheme, type Theme, themeLetter } from './theme-list.ts'
import { ThemeForm, ThemeTable } from './theme-parts.tsx'
import type { Themes } from './themes.ts'

interface TextsPageProps {
  c: Context<AppEnv>
  /** The study's title. */
  study: string
  question: TextQuestion
  here: { search: string; theme?: number | 'uncoded' | undefined; after: string; looked: number }
  themes: Themes
  counts: Awaited<ReturnType<typeof countThemes>>
  /** Null before the audit trail says that they read. */
  look: FoundTexts | null
  notice: Notice | null
  /** The name of a new theme that was refused. */
  typed: string
  mayCode: boolean
}

export function TextsPage(props: TextsPageProps) {
  const { c, study, question, here, themes, counts, look, notice } = props
  const language = languageOf(c)
  const words = textsMessages(language)
  const { pathname } = new URL(c.req.url)
  const isSet = here.search !== '' || here.theme !== undefined
  const standing = currentThemes(themes.list)
  return (
    <StaffPage
      c={c}
      title={question.label[language]}
      study={study}
      crumbs={[{ href: pathname.slice(0, pathname.lastIndexOf('/')), label: words.title }]}
    >
      <NoticeLine notice={notice} />
      <ThemeTable c={c} themes={themes} counts={counts} />
      <Filters language={language} action={pathname} isSet={isSet}>
        <TextField name="search" label={words.search} value={here.search} />
        <Field name="theme" label={words.theme}>
          <select {...controlAttributes({ name: 'theme', label: words.theme })}>
            <option value="">{words.all}</option>
            <option value="uncoded" selected={here.theme === 'uncoded'}>
              {words.uncoded}
            </option>
            {[...standing, { id: noTheme, name: words.noTheme }].map(({ id, name }) => (
              <option value={id} selected={here.theme === id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </Filters>
      {look === null ? (
        <form method="post" action={addressWith(c, { said: null }).replace(pathname, `${pathname}/read`)}>
          <p>{words.readText}</p>
          <p class="actions">
            <button class="button" type="submit">
              {words.read}
            </button>
          </p>
        </form>
      ) : (
        <Texts {...props} look={look} words={words} />
      )}
    </StaffPage>
  )
}

type TextsProps = TextsPageProps & { look: FoundTexts; words: TextsMessages }

function Texts(props: TextsProps) {
  const { c, themes, look, typed, mayCode, words } = props
  return (
    <form method="post" action={addressWith(c, { said: null })}>
      <input type="hidden" name="revision" value={themes.n} />
      {look.texts.map((text, at) => (
        <OneText text={text} title={words.text({ n: at + 1 })} themes={themes} mayCode={mayCode} words={words} c={c} />
      ))}
      {look.texts.length === 0 && (
        <div class="empty">
          <p>{look.next === null ? words.none : words.noneYet}</p>
        </div>
      )}
      <Onwards {...props} />
      {mayCode && <ThemeForm c={c} themes={themes} typed={typed} />}
    </form>
  )
}

/** How far this look came, and the way on: by a button that keeps what is ticked, or by a link. */
function Onwards({ c, here, look, mayCode, words }: TextsProps) {
  const looked = here.looked + look.lookedAt
  const goOn = look.texts.length === 0 ? words.goOn : words.next
  const to = look.next === null ? null : addressWith(c, { after: look.next, looked: String(looked), said: null })
  const canSave = mayCode && look.texts.length > 0
  return (
    <>
      <p class="small">{sentences(languageOf(c), words.lookedAt({ n: looked }), look.next === null && words.end)}</p>
      <p class="actions">
        {canSave && (
          <button class="button" type="submit" name="do" value="code">
            {words.save}
          </button>
        )}
        {canSave && look.next !== null && (
          <button class="button quiet" type="submit" name="do" value="next">
            {words.saveNext}
          </button>
        )}
        {look.next !== null && <input type="hidden" name="next" value={look.next} />}
        {look.next !== null && <input type="hidden" name="looked" value={looked} />}
        {to !== null && (
          <a class="button quiet" rel="next" href={to}>
            {goOn}
          </a>
        )}
        {here.after !== '' && (
          <a href={addressWith(c, { after: null, looked: null, said: null })}>{words.fromTheStart}</a>
        )}
      </p>
    </>
  )
}

interface OneTextProps {
  c: Context<AppEnv>
  text: ReadText
  title: string
  themes: Themes
  mayCode: boolean
  words: TextsMessages
}

function OneText({ c, text, title, themes, mayCode, words }: OneTextProps) {
  const language = languageOf(c)
  const { ref, from, to } = text
  const ticked = new Set(text.themes.map((id) => currentThemeId(themes.list, id)))
  const standing = currentThemes(themes.list)
  const days = formatDates(from, to, language)
  const choices = standing.length === 0 ? [] : [...standing, null]
  return (
    <fieldset class="q">
      <legend>
        {title} <small>{days}</small>
      </legend>
      {text.text === null ? (
        <p class="small">{words.erased}</p>
      ) : (
        <blockquote lang={text.language} class="typed">
          {text.text}
        </blockquote>
      )}
      {mayCode ? (
        <>
          <input type="hidden" name={`was/${ref}`} value={[...ticked].join(',')} />
          <p class="picks">
            {choices.map((theme) => (
              <Pick name={`is/${ref}`} theme={theme} isTicked={ticked.has(theme?.id ?? noTheme)} words={words} />
            ))}
          </p>
        </>
      ) : (
        <p class="small">
          {standing
            .filter(({ id }) => ticked.has(id))
            .map(({ name }) => name)
            .join(' · ')}
        </p>
      )}
    </fieldset>
  )
}

interface PickProps {
  name: string
  /** Null for no theme. */
  theme: Theme | null
  isTicked: boolean
  words: TextsMessages
}

function Pick({ name, theme, isTicked, words }: PickProps) {
  return (
    <label>
      <input type="checkbox" name={name} value={theme?.id ?? noTheme} checked={isTicked} />{' '}
      {theme === null ? (
        words.noTheme
      ) : (
        <>
          <b>{themeLetter(theme.id)}</b> {theme.name}
        </>
      )}
    </label>
  )
}
