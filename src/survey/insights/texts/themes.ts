/** Changing the themes of a question, and taking changes back. */
import { taken } from '../../../../schema/constraints.ts'
import { type Database, first } from '../../../platform/db/together.ts'
import {
  type UndoableResult as ChangedOf,
  type UndoableChange as ChangeOf,
  changeUndoable,
  type Undoable,
  undoable,
} from '../../../platform/lists/undoable.ts'
import type { Ports } from '../../../ports.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import * as store from './store.ts'
import {
  editThemes,
  noThemes,
  readThemeList,
  type ThemeEdit,
  type ThemeEditRefusal,
  type ThemeList,
} from './theme-list.ts'

export type Themes = Undoable<ThemeList>
export type ThemesResult = ChangedOf<ThemeEditRefusal>
export type ThemesChange = ChangeOf<ThemeEdit>

/** The themes of a question, as they were last saved. */
export async function readThemes(db: Pick<Database, 'read'>, of: store.TextsOf): Promise<Themes> {
  return undoable(await first(db, store.newestThemeList(of)), noThemes, readThemeList)
}

/** The themes of each question of a study that has any, by the name of its column. */
export async function themesOfStudy(db: Pick<Database, 'read'>, studyId: string): Promise<Map<string, ThemeList>> {
  const rows = await db.read(store.newestLists(studyId))
  return new Map(rows.map(({ question, document }) => [question, readThemeList(document)]))
}

/**
 * Makes one change. What texts were sorted into stays stored as it is: by the list alone they count under another theme.
 * @param seen the list, by its `n`, that whoever makes it was looking at
 */
export function changeThemes(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staff: Pick<Staff, 'id'>,
  { of, ...asked }: { of: store.TextsOf; seen: number; change: ThemesChange },
): Promise<ThemesResult> {
  return changeUndoable<ThemeList, ThemeEdit, ThemeEditRefusal>(
    db,
    'Changing themes',
    {
      empty: noThemes,
      parse: readThemeList,
      read: () => readThemes(db, of),
      stateAt: (n) => first(db, store.themeListAt({ ...of, n })),
      edit: editThemes,
      add: (state) => {
        const at = clock.now()
        const about = { actor: staff.id, action: 'texts.themes_changed', subject: of.studyId, at }
        return {
          rows: [store.addThemeList({ ...of, ...state, by: staff.id, at })],
          audit: addAudit({ id: ids.next('audit'), ...about }),
        }
      },
      isTaken: ({ on }) => on === taken.themeList,
    },
    asked,
  )
}
