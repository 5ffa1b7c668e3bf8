/**
 * The themes of one question's texts. Themes are never taken out of the list: one that was merged says into which, so that
 * taking a change back brings every text back to where it was, without any text being coded again. Pure.
 */
import * as z from 'zod'

/** Characters of a theme's name. */
export const longestThemeName = 80
/** Themes of one question, with those that were merged or removed. */
export const mostThemes = 60

/** What stands for a text that was read, and that no theme fits. */
export const noTheme = 0

const themeSchema = z.strictObject({
  id: z.int().min(1),
  name: z.string(),
  /** The theme whose texts these are now; 0 for one that was removed, null for one that stands. */
  into: z.int().min(0).nullable(),
  /** Who made it, by name. */
  by: z.string(),
})
export type Theme = z.infer<typeof themeSchema>

const listSchema = z.strictObject({
  themes: z.array(themeSchema),
  /** No id is used twice, so that nothing that was coded once comes to mean something else. */
  nextId: z.int().min(1),
})
export type ThemeList = z.infer<typeof listSchema>

export const noThemes: ThemeList = { themes: [], nextId: 1 }

/** Reads a stored list. */
export function readThemeList(document: string): ThemeList {
  return listSchema.parse(JSON.parse(document))
}

export type ThemeEdit =
  | { do: 'add'; name: string; by: string }
  | { do: 'rename'; id: number; name: string }
  | { do: 'merge'; id: number; into: number }
  | { do: 'remove'; id: number }

/** `unknown`: it does not stand there any more. `same`: another theme has this name. */
export type ThemeEditRefusal = 'unknown' | 'empty' | 'too_long' | 'too_many' | 'same'

/** The list of themes after an edit, or why it is not to be. */
export function editThemes(list: ThemeList, edit: ThemeEdit): ThemeList | { refused: ThemeEditRefusal } {
  const { themes, nextId } = list
  const standing = currentThemes(list)
  const stands = (id: number) => standing.some((theme) => theme.id === id)
  if ('id' in edit && !stands(edit.id)) return { refused: 'unknown' }
  if ('name' in edit) {
    const name = edit.name.trim().replace(/\s+/g, ' ')
    if (name === '') return { refused: 'empty' }
    if (name.length > longestThemeName) return { refused: 'too_long' }
    const id = edit.do === 'rename' ? edit.id : nextId
    if (standing.some((theme) => theme.id !== id && theme.name.toLowerCase() === name.toLowerCase())) {
      return { refused: 'same' }
    }
    if (edit.do === 'rename')
      return { nextId, themes: themes.map((theme) => (theme.id === id ? { ...theme, name } : theme)) }
    if (themes.length >= mostThemes) return { refused: 'too_many' }
    return { themes: [...themes, { id, name, into: null, by: edit.by }], nextId: nextId + 1 }
  }
  const into = edit.do === 'merge' ? edit.into : 0
  if (edit.do === 'merge' && (!stands(into) || into === edit.id)) return { refused: 'unknown' }
  return { nextId, themes: themes.map((theme) => (theme.id === edit.id ? { ...theme, into } : theme)) }
}

/** Those that texts can be sorted into. */
export function currentThemes({ themes }: ThemeList): Theme[] {
  return themes.filter(({ into }) => into === null)
}

/** The ids under which a theme's texts are stored: its own, and those of what was merged into it. */
export function idsOf(list: ThemeList, id: number): number[] {
  return [
    id,
    ...list.themes.filter((theme) => theme.id !== id && currentThemeId(list, theme.id) === id).map((theme) => theme.id),
  ]
}

/** The ids under which texts of a theme are stored, as an address names it: of one that was merged those of the other, of one that is gone none. */
export function storedIds(list: ThemeList, named: number): number[] {
  const id = currentThemeId(list, named)
  if (id === null) return []
  return id === noTheme ? [noTheme] : idsOf(list, id)
}

/** The ids under which a text is stored that counts as sorted. */
export const countedIds = (list: ThemeList): number[] => [
  noTheme,
  ...list.themes.map(({ id }) => id).filter((id) => currentThemeId(list, id) !== null),
]

/** The theme that a stored id stands for now; null for none. */
export function currentThemeId({ themes }: ThemeList, stored: number): number | null {
  if (stored === noTheme) return noTheme
  let theme = themes.find(({ id }) => id === stored)
  for (let steps = 0; theme !== undefined && theme.into !== null && steps <= themes.length; steps += 1) {
    const { into } = theme
    theme = themes.find(({ id }) => id === into)
  }
  return theme?.id ?? null
}

/** What a theme is called in a few signs: A to Z, then AA. */
export function themeLetter(id: number): string {
  const last = String.fromCharCode(65 + ((id - 1) % 26))
  return id <= 26 ? last : themeLetter(Math.floor((id - 1) / 26)) + last
}
