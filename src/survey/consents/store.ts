/** The rows of privacy notices by version, and of who agreed to which. */
import { type Database, prepareQuery, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { AgreementText } from './agreement.ts'

const textsOfStudy = prepareQuery((p: { studyId: string }) =>
  sql.selectFrom('agreement_texts').select(['code', 'hash']).where('study_id', '=', p.studyId),
)

/** The versions of one text of a study, the newest first. */
export const agreementVersions = prepareQuery((p: { studyId: string; code: string }) =>
  sql
    .selectFrom('agreement_texts')
    .select(['version', 'hash', 'made_at as madeAt'])
    .where('study_id', '=', p.studyId)
    .where('code', '=', p.code)
    .orderBy('version', 'desc'),
)

/** One version of a text. */
export const textOfVersion = prepareQuery((p: { studyId: string; code: string; version: number }) =>
  sql
    .selectFrom('agreement_texts')
    .select(['version', 'hash', 'text'])
    .where('study_id', '=', p.studyId)
    .where('code', '=', p.code)
    .where('version', '=', p.version),
)

/** What a respondent has agreed to, and when. */
export const agreementsOf = prepareQuery((p: { respondentId: string }) =>
  sql
    .selectFrom('agreements')
    .innerJoin('agreement_texts', (join) =>
      join
        .onRef('agreement_texts.study_id', '=', 'agreements.study_id')
        .onRef('agreement_texts.code', '=', 'agreements.code')
        .onRef('agreement_texts.hash', '=', 'agreements.hash'),
    )
    .select(['agreements.code', 'agreement_texts.version', 'agreements.hash', 'agreement_texts.text', 'agreements.at'])
    .where('agreements.respondent_id', '=', p.respondentId)
    .orderBy('agreements.code'),
)

/** A version of its own for a text that nobody has agreed to before; the same text twice is one. */
const addText = ({ studyId, at, code, hash, text }: AgreementText & { studyId: string; at: string }): Write => ({
  sql: `insert into agreement_texts (study_id, code, version, hash, text, made_at)
select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ? from agreement_texts where study_id = ? and code = ?
on conflict (study_id, code, hash) do nothing`,
  values: [studyId, code, hash, text, at, studyId, code],
})

const addAgreement = prepareQuery(
  (p: { respondentId: string; code: string; studyId: string; hash: string; at: string }) =>
    sql
      .insertInto('agreements')
      .values({ respondent_id: p.respondentId, code: p.code, study_id: p.studyId, hash: p.hash, at: p.at }),
)

/** The writes by which a respondent agrees to these texts. Two that bring a new version at once: the key refuses one. */
export async function agreementWrites(
  db: Database,
  who: { studyId: string; respondentId: string; at: string },
  texts: readonly AgreementText[],
): Promise<Write[]> {
  const known = new Set((await db.read(textsOfStudy(who))).map(({ code, hash }) => `${code} ${hash}`))
  return texts.flatMap((text) => [
    ...(known.has(`${text.code} ${text.hash}`) ? [] : [addText({ ...who, ...text })]),
    addAgreement({ ...who, code: text.code, hash: text.hash }),
  ])
}

export const dropAgreements = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('agreements').where('respondent_id', '=', p.respondentId),
)

export const dropAgreement = prepareQuery((p: { respondentId: string; code: string }) =>
  sql.deleteFrom('agreements').where('respondent_id', '=', p.respondentId).where('code', '=', p.code),
)
