/** What respondents hold: resume codes and invitations, made, found and revoked. */
import { derive, hashesOf, keyedHash, tidyCode } from '../../platform/crypto/codes.ts'
import { commit } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { MacKey } from '../../platform/keys/secret-keys.ts'
import type { Keys, Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import * as store from './store.ts'

/** 110 bits, 22 characters: it fits in a Chinese SMS with the address around it. */
const invitationCodeLength = 22
const resumeCodeLength = 16

/** A resume code with the hash that it is found by. `salt` is of one that has taken the first one's place. */
export async function resumePair(
  named: MacKey,
  respondentId: string,
  salt: string | null,
): Promise<{ code: string; hash: string }> {
  const text = salt === null ? respondentId : `${respondentId} ${salt}`
  const code = await derive(named, 'resume', text, resumeCodeLength)
  return { code, hash: await keyedHash(named, 'resume hash', code) }
}

/** What a resume code is derived from, and what is stored of it. */
export interface ResumeCodeHeld {
  respondentId: string
  resumeHash: string
  resumeSalt: string | null
}

/** The keyed hash under which a new respondent's resume code is found. */
export async function resumeHash(keys: Keys, respondentId: string): Promise<string> {
  return (await resumePair(keys.codes.newest, respondentId, null)).hash
}

/**
 * The code with which a respondent goes on elsewhere: derived, so that it can be shown again. Null when the key that
 * the stored hash was made under has been taken out.
 */
export async function resumeCode(keys: Keys, codeHolder: ResumeCodeHeld): Promise<string | null> {
  for (const named of keys.codes.all) {
    const { code, hash } = await resumePair(named, codeHolder.respondentId, codeHolder.resumeSalt)
    if (hash === codeHolder.resumeHash) return code
  }
  return null
}

/**
 * Tells one respondent's answers from another's where a phone keeps them: part of a keyed hash, and the same after the
 * resume code has been replaced, so that what was typed meanwhile is found again.
 */
export async function answersMark(keys: Keys, codeHolder: ResumeCodeHeld): Promise<string> {
  const hash = codeHolder.resumeSalt === null ? codeHolder.resumeHash : await resumeHash(keys, codeHolder.respondentId)
  return hash.slice(0, 8)
}

/** A respondent with the generation of sessions that counts. */
export interface SessionsHeld {
  respondentId: string
  generation: number
}

/** The respondent of the study who was given this resume code. */
export async function findByResumeCode(
  { db, keys }: Ports,
  studyId: string,
  typed: string,
): Promise<SessionsHeld | undefined> {
  for (const hash of await hashesOf(keys.codes, 'resume hash', tidyCode(typed))) {
    const row = await first(db, store.respondentByResume({ hash, studyId }))
    if (row !== undefined) return { respondentId: row.id, generation: row.generation }
  }
  return undefined
}

export interface Invitation {
  id: string
  studyId: string
  /** ISO 8601 in UTC; starting is refused from then on, going on is not. */
  expiresAt: string
  ended: 'spent' | 'revoked' | null
  /** Who began by it. */
  begun: SessionsHeld | null
}

/** The invitation with this code. */
export async function findInvitation({ db, keys }: Ports, typed: string): Promise<Invitation | undefined> {
  for (const hash of await hashesOf(keys.codes, 'invitation', tidyCode(typed))) {
    const row = await first(db, store.invitationByCode({ hash }))
    if (row === undefined) continue
    return {
      id: row.id,
      studyId: row.study_id,
      expiresAt: row.expires_at,
      ended: row.how,
      begun:
        row.respondent_id === null || row.generation === null
          ? null
          : { respondentId: row.respondent_id, generation: row.generation },
    }
  }
  return undefined
}

/** A new code of an invitation with the keyed hash that it is found by; it is in its link and nowhere else. */
export async function newInvitationCode({
  ids,
  keys,
}: Pick<Ports, 'ids' | 'keys'>): Promise<{ code: string; hash: string }> {
  const code = ids.random(invitationCodeLength)
  const [hash = ''] = await hashesOf(keys.codes, 'invitation', code)
  return { code, hash }
}

/**
 * Makes a personal link's code. It is returned once and kept nowhere.
 * @param expiresAt ISO 8601 in UTC
 * @param hasGuardian a parent or guardian has confirmed to the organiser that the person may take part, below 18
 */
export async function invite(ports: Ports, studyId: string, expiresAt: string, hasGuardian = false): Promise<string> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const { code, hash } = await newInvitationCode(ports)
  const id = ids.next('inv')
  await commit(
    db,
    'An invitation',
    store.addInvitation({ id, studyId, codeHash: hash, expiresAt, guardianAt: hasGuardian ? at : null, at }),
    addAudit({ id: ids.next('audit'), actor: 'system', action: 'invitation.made', subject: id, at }),
  )
  return code
}

/** Ends an invitation that was not spent. True when it is now revoked; false when it had ended already. */
export async function revokeInvitation({ db, clock, ids }: Ports, invitationId: string, by: string): Promise<boolean> {
  const at = clock.now()
  const outcome = await db.together(
    store.endInvitation({ invitationId, how: 'revoked', at }),
    addAudit({ id: ids.next('audit'), actor: by, action: 'invitation.revoked', subject: invitationId, at }),
  )
  return outcome.done
}
