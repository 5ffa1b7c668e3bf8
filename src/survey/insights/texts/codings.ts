/** Sorting texts into themes, several people at once. */
import { perform, plan, unexpected } from '../../../platform/db/perform.ts'
import type { Database, Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import * as store from './store.ts'
import { countedIds, currentThemeId, currentThemes, idsOf, noTheme, type ThemeList } from './theme-list.ts'
import { readThemes } from './themes.ts'

/** What somebody made of one text: the themes that they saw ticked, and those that they left ticked. */
export interface Coded {
  /** The export reference of its response. */
  ref: string
  seen: readonly number[]
  ticked: readonly number[]
}

/**
 * Writes what was changed and nothing else: a theme that somebody else has ticked or taken away meanwhile stays so, and one
 * that two people tick is there once.
 * @returns how many texts were changed
 */
export function codeTexts(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  of: store.TextsOf,
  coded: readonly Coded[],
): Promise<number> {
  return perform<number>(db, 'Coding texts', async () => {
    const { list } = await readThemes(db, of)
    const at = clock.now()
    const each = coded.map((one) => writesOf(of, list, one, { by: staff.id, at })).filter((rows) => rows.length > 0)
    if (each.length === 0) return 0
    return plan<number>({
      rows: each.flat(),
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'texts.coded', subject: of.studyId, at }),
      done: each.length,
      refused: () => unexpected,
    })
  })
}

function writesOf(
  of: store.TextsOf,
  list: ThemeList,
  { ref, seen, ticked }: Coded,
  by: { by: string; at: string },
): Write[] {
  const live = new Set([noTheme, ...currentThemes(list).map(({ id }) => id)])
  const now = (stored: readonly number[]) =>
    new Set(stored.map((id) => currentThemeId(list, id)).filter((id) => id !== null))
  const [before, after] = [now(seen), now(ticked)]
  // A text that has a theme is none that no theme fits.
  if (after.size > 1) after.delete(noTheme)
  const added = [...after].filter((id) => live.has(id) && !before.has(id))
  const taken = [...before].filter((id) => !after.has(id))
  if (added.length === 0 && taken.length === 0) return []
  const dropped = [...taken, ...(added.some((id) => id !== noTheme) ? [noTheme] : [])]
  return [
    store.lockResponse({ studyId: of.studyId, ref }),
    ...(dropped.length === 0
      ? []
      : [store.dropCodings({ ...of, ref, themes: [...new Set(dropped.flatMap((id) => idsOf(list, id)))] })]),
    ...added.map((theme) => store.addCoding({ ...of, ref, theme, ...by })),
  ]
}

export interface ThemeCount {
  id: number
  texts: number
}

/** How many texts each theme has, those that no theme fits, and how many were coded in all: the base of their shares. */
export async function countThemes(
  db: Pick<Database, 'read'>,
  of: store.TextsOf,
  list: ThemeList,
): Promise<{ themes: ThemeCount[]; none: number; coded: number }> {
  const stored = new Map((await db.read(store.codingsByTheme(of))).map(({ theme, texts }) => [theme, Number(texts)]))
  const textsIn = async (ids: readonly number[]) => {
    const [only, ...others] = ids.filter((id) => stored.has(id))
    if (only === undefined) return 0
    if (others.length === 0) return stored.get(only) ?? 0
    // A text of two themes that are one now is one text.
    const [row] = await db.read(store.countCodings(of, [only, ...others]))
    return Number(row?.texts ?? 0)
  }
  const standing = currentThemes(list).map(({ id }) => id)
  const themes: ThemeCount[] = []
  for (const id of standing) themes.push({ id, texts: await textsIn(idsOf(list, id)) })
  const none = await textsIn([noTheme])
  const coded = await textsIn(countedIds(list))
  return { themes, none, coded }
}
