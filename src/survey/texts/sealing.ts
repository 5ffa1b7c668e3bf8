/** Texts under a key of their study, bound to the row that they stand in. */
import type { Answer, Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { decrypt, encrypt } from '../../platform/crypto/encrypted.ts'
import type { CipherKey } from '../../platform/keys/secret-keys.ts'
import { type KeyPorts, liveStudyKey, studyKey } from '../../platform/keys/study-keys.ts'
import { partTexts } from './part-texts.ts'
import type { SealedTexts, TextRow } from './text-row.ts'

const placeOf = ({ respondentId, page }: Omit<TextRow, 'studyId'>) =>
  page === null ? respondentId : `${respondentId} ${page}`

/** Parts answers from what was typed of them, and seals that for one row. */
export async function sealTexts(
  ports: KeyPorts,
  row: TextRow,
  questionnaire: Questionnaire,
  answers: Answers,
): Promise<SealedTexts & { rest: Answers }> {
  const { rest, texts } = partTexts(questionnaire, answers)
  if (texts === null) return { rest, texts: '', textsKey: null }
  const key = await liveStudyKey(ports, row.studyId, 'answers')
  const place = placeOf(row)
  const sealed = await encrypt(key, 'answers', JSON.stringify(texts), place)
  // A document is opened by whoever reads answers, and by no next page.
  if (row.page !== null) know(key, `${place} ${sealed}`, texts)
  return { rest, texts: sealed, textsKey: key.kid }
}

type Texts = Readonly<Record<string, string>>

/** What was sealed or opened under a key: the next page reads all before it, twice. It goes with the key, which is known for five seconds. */
const known = new WeakMap<CipherKey, Map<string, Texts>>()
const mostKnown = 2000

function know(key: CipherKey, name: string, texts: Texts): Texts {
  const under = known.get(key) ?? new Map<string, Texts>()
  known.set(key, under)
  if (under.size >= mostKnown) under.clear()
  under.set(name, texts)
  return texts
}

async function opened(key: CipherKey, texts: string, place: string): Promise<Texts> {
  const name = `${place} ${texts}`
  return known.get(key)?.get(name) ?? know(key, name, JSON.parse(await decrypt([key], 'answers', texts, place)))
}

/** Puts what was typed back into its places; `lost`, or nothing, where its key was erased. */
export async function openTexts(
  ports: Omit<KeyPorts, 'ids'>,
  row: Omit<TextRow, 'studyId'>,
  rest: Answers,
  { texts, textsKey }: { texts: string; textsKey: string },
  lost: Answer | undefined,
): Promise<Answers> {
  const key = await studyKey(ports, textsKey)
  const typed = key && (await opened(key, texts, placeOf(row)))
  const answers: Answers = {}
  for (const [name, answer] of Object.entries(rest)) {
    const text = answer === '' ? (typed === null ? lost : typed[name]) : answer
    if (text !== undefined) answers[name] = text
  }
  return answers
}
