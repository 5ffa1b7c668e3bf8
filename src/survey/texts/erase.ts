/** Erasing all that people typed in a study, by its key. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { eraseStudyKey, forgetStudyKeys, type KeyPorts, liveKeyId } from '../../platform/keys/study-keys.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { sql } from '../tables.ts'
import { sealAllOf } from './seal-old.ts'

const addErasure = prepareQuery((p: { id: string; subject: string; actor: string; at: string }) =>
  sql.insertInto('erasures').values({ id: p.id, what: 'answers', subject: p.subject, actor: p.actor, at: p.at }),
)

/**
 * Erases the key of a study: whatever was typed in it can be read by nobody any more, in any copy of the database that is
 * made from now on. Texts that still stand in clear are sealed first. What comes later has a key of its own.
 * @returns false when there is no key to erase
 */
export async function eraseTexts(ports: KeyPorts, actor: string, studyId: string): Promise<boolean> {
  const { db, clock, ids } = ports
  await sealAllOf(ports, studyId)
  const done = await perform(db, 'Erasing texts', async () => {
    const key = await liveKeyId(db, studyId, 'answers')
    if (key === undefined) return false
    const at = clock.now()
    return plan<boolean>({
      rows: [addErasure({ id: ids.next('erasure'), subject: key, actor, at }), eraseStudyKey(studyId, 'answers', at)],
      audit: addAudit({ id: ids.next('audit'), actor, action: 'answers.texts_erased', subject: studyId, at }),
      done: true,
      refused: ({ on }) => (on === taken.erasure ? false : unexpected),
    })
  })
  forgetStudyKeys(db)
  return done
}
