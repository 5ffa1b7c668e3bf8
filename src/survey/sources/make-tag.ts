/** Making the tag of a link at the desk. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { addTag, tagsOfStudy } from './store.ts'
import { tagOf } from './tag.ts'

/** As many as a column of one byte an answer can tell apart. */
export const mostTags = 200

/** `shape`: it is no tag; `taken`: it is there already; `many`: there are as many as there may be. */
export type TagRefusal = 'shape' | 'taken' | 'many'

/** Makes a tag for a study, once. */
export function makeTag(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  staffId: string,
  studyId: string,
  text: string,
): Promise<{ made: string } | { refused: TagRefusal }> {
  const tag = tagOf(text)
  return perform<{ made: string } | { refused: TagRefusal }>(db, 'The tag of a link', async () => {
    if (tag === null) return { refused: 'shape' }
    const tags = await db.read(tagsOfStudy({ studyId }))
    if (tags.some((one) => one.tag === tag)) return { refused: 'taken' }
    if (tags.length >= mostTags) return { refused: 'many' }
    const at = clock.now()
    const id = ids.next('tag')
    const n = (tags.at(-1)?.n ?? 1) + 1
    return plan<{ made: string } | { refused: TagRefusal }>({
      rows: [addTag({ id, studyId, n, tag, madeBy: staffId, at })],
      audit: addAudit({ id: ids.next('audit'), actor: staffId, action: 'source_tags.made', subject: id, at }),
      done: { made: tag },
      refused: (breach) =>
        breach.on === taken.sourceTag || breach.on === taken.sourceTagNumber ? stale(breach) : unexpected,
    })
  })
}
