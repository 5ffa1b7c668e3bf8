/** The themes of a question: what they hold, and the fields by which they are made and changed. */
import type { Context } from 'hono'
import { textsMessages } from '../../../../messages/generated/insights/texts.ts'
import { formatDateTime } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { controlAttributes, Field, TextField } from '../../../staff/frame/field.tsx'
import { percent } from '../questions/figure-text.ts'
import type { countThemes } from './codings.ts'
import { currentThemes, longestThemeName, noTheme, themeLetter } from './theme-list.ts'
import type { Themes } from './themes.ts'

interface ThemeTableProps {
  c: Context<AppEnv>
  themes: Themes
  counts: Awaited<ReturnType<typeof countThemes>>
}

/** Each theme with how many texts it has, of those that were sorted. */
export function ThemeTable({ c, themes: { list }, counts }: ThemeTableProps) {
  const language = languageOf(c)
  const words = textsMessages(language)
  const textsOf = new Map(counts.themes.map(({ id, texts }) => [id, texts]))
  const standing = currentThemes(list).map(({ id, name, by }) => ({ id, name, by, texts: textsOf.get(id) ?? 0 }))
  const none = { id: noTheme, name: words.noTheme, by: '', texts: counts.none }
  return (
    <>
      <DataTable
        language={language}
        label={words.themes}
        rows={standing.length === 0 ? [] : [...standing, none]}
        empty={words.noThemes}
        columns={[
          {
            head: words.theme,
            is: 'name',
            cell: ({ id, name }) => (
              <a href={addressWith(c, { theme: String(id), after: null, looked: null, said: null })}>
                {id === noTheme ? name : `${themeLetter(id)} ${name}`}
              </a>
            ),
          },
          { head: words.texts, is: 'number', cell: ({ texts }) => String(texts) },
          {
            head: words.share,
            is: 'number',
            cell: ({ texts }) => percent(counts.coded === 0 ? null : texts / counts.coded),
          },
          { head: words.madeBy, cell: ({ by }) => by },
        ]}
      />
      {standing.length > 0 && <p class="small">{words.base({ n: counts.coded })}</p>}
    </>
  )
}

interface ThemeFormProps {
  c: Context<AppEnv>
  themes: Themes
  /** The name of a new theme that was refused. */
  typed: string
}

/** A box for a new theme; and, folded away, what can be done to those that are there. */
export function ThemeForm({ c, themes: { list, undoTo, redoTo, last }, typed }: ThemeFormProps) {
  const language = languageOf(c)
  const words = textsMessages(language)
  const standing = currentThemes(list)
  const choose = (name: string, label: string) => (
    <Field name={name} label={label}>
      <select {...controlAttributes({ name, label })}>
        {standing.map(({ id, name: themeName }) => (
          <option value={id}>{themeName}</option>
        ))}
      </select>
    </Field>
  )
  return (
    <>
      <h2>{words.themes}</h2>
      <Field name="new" label={words.name}>
        <input
          type="text"
          {...controlAttributes({ name: 'new', label: words.name })}
          value={typed}
          maxlength={longestThemeName}
          autocomplete="off"
        />
      </Field>
      <p class="actions">
        <Press value="add">{words.add}</Press>
        {undoTo !== null && <Press value="undo">{words.undo}</Press>}
        {redoTo !== null && <Press value="redo">{words.redo}</Press>}
      </p>
      {last !== null && <p class="small">{words.last({ who: last.by, when: formatDateTime(last.at, language) })}</p>}
      {standing.length > 0 && (
        <details class="fold">
          <summary>{words.change}</summary>
          {choose('id', words.which)}
          <TextField name="name" label={words.name} value="" />
          <p class="actions">
            <Press value="rename">{words.rename}</Press>
          </p>
          {choose('into', words.mergeInto)}
          <p class="actions">
            <Press value="merge">{words.merge}</Press> <Press value="remove">{words.remove}</Press>
          </p>
        </details>
      )}
    </>
  )
}

function Press({ value, children }: { value: string; children: string }) {
  return (
    <button class="button quiet small" type="submit" name="do" value={value}>
      {children}
    </button>
  )
}
