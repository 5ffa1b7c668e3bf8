/** Translations that somebody has looked at and found right, although another language of their text was changed. */
import type { Language } from '../../../schema/questionnaire.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import { canonicalOf } from '../../platform/crypto/version.ts'
import { type Database, prepareQuery, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { sql } from '../tables.ts'
import type { Address, DocumentText } from './document.ts'

/** A language of a text, as it stands beside the others. */
export interface Translation {
  at: Address
  language: Language
}

/** What somebody says of a translation: that it is right as it stands, or that it is to be looked at after all. */
export interface Confirmation extends Translation {
  isRight: boolean
}

/** Whether a language of a text was found right beside what the others say. */
export type IsConfirmed = (translation: Translation, words: DocumentText) => boolean

/** What is confirmed: a text in all its languages, so that another word in any of them is looked at again. */
const hashOf = (words: DocumentText) => sha256(canonicalOf(words))

const confirmedOf = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('confirmed_translations')
    .select(['place', 'language', 'words_hash as hash'])
    .where('study_id', '=', p.studyId),
)

const putConfirmed = prepareQuery(
  (p: { studyId: string; place: string; language: string; hash: string; by: string; at: string }) =>
    sql
      .insertInto('confirmed_translations')
      .values({
        study_id: p.studyId,
        place: p.place,
        language: p.language,
        words_hash: p.hash,
        confirmed_by: p.by,
        confirmed_at: p.at,
      })
      .onConflict((oc) =>
        oc
          .columns(['study_id', 'place', 'language'])
          .doUpdateSet({ words_hash: p.hash, confirmed_by: p.by, confirmed_at: p.at }),
      ),
)

/** Reads what was confirmed of a study's texts. */
export async function readConfirmed(db: Pick<Database, 'read'>, studyId: string): Promise<IsConfirmed> {
  const rows = await db.read(confirmedOf({ studyId }))
  const hashes = new Map(rows.map(({ place, language, hash }) => [`${place} ${language}`, hash]))
  return ({ at, language }, words) => {
    const hash = hashes.get(`${at} ${language}`)
    return hash !== undefined && hash === hashOf(words)
  }
}

const dropConfirmed = prepareQuery((p: { studyId: string; place: string; language: string }) =>
  sql
    .deleteFrom('confirmed_translations')
    .where('study_id', '=', p.studyId)
    .where('place', '=', p.place)
    .where('language', '=', p.language),
)

/**
 * The rows by which a language of a text is found right beside what the others say, or is to be looked at again, with their
 * entry of the audit trail: study, language and place. None where that is how it stands already.
 */
export async function confirmWrites(
  { db, clock, ids }: Pick<Ports, 'db' | 'clock' | 'ids'>,
  by: string,
  { studyId, at: place, language, words, isRight }: Confirmation & { studyId: string; words: DocumentText },
): Promise<Write[]> {
  const isConfirmed = await readConfirmed(db, studyId)
  if (isConfirmed({ at: place, language }, words) === isRight) return []
  const key = { studyId, place, language }
  const at = clock.now()
  const action = `questionnaire.translation_${isRight ? 'confirmed' : 'reopened'}`
  const subject = `${studyId} ${language} ${place}`
  return [
    isRight ? putConfirmed({ ...key, hash: hashOf(words), by, at }) : dropConfirmed(key),
    addAudit({ id: ids.next('audit'), actor: by, action, subject, at }),
  ]
}
