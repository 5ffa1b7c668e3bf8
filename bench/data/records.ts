/** People who answer the questionnaire at random, and their records: the same for the same number, anywhere. */
import type { Answers, Circumstances } from '../../schema/answers.ts'
import { languages, type Questionnaire } from '../../schema/questionnaire.ts'
import { checkPage } from '../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../src/survey/questionnaire/page/page-view.ts'
import { withPage } from '../../src/survey/questionnaire/route/page-answers.ts'
import { resolveRoute } from '../../src/survey/questionnaire/route/resolve-route.ts'
import { nextOf } from '../../src/survey/questionnaire/route/route.ts'
import { drawer } from '../../src/survey/questionnaire/route/shuffle.ts'
import { samplePosted } from '../../src/survey/questionnaire/sample.ts'
import { dictionaryOf } from '../../src/survey/variables/dictionary.ts'
import { recordOf } from '../../src/survey/variables/record.ts'
import type { AskedVersion, Dictionary, Value } from '../../src/survey/variables/variable.ts'
import { questionnaires } from './questionnaire.ts'

/** The second is a correction of the first: its words are other ones, its data are the same. */
export const versions: readonly AskedVersion[] = questionnaires.map((questionnaire, at) => ({
  n: at + 1,
  version: `version-${at + 1}`,
  dataVersion: `version-${at < 2 ? 1 : 3}`,
  questionnaire,
}))

export interface Answered {
  version: AskedVersion
  answers: Answers
  given: Circumstances
  record: Value[]
}

export const dictionary: Dictionary = dictionaryOf(versions, {})

/** So many records, in the order of their references. */
export function answered(count: number): Answered[] {
  return Array.from({ length: count }, (_, at): Answered => {
    const pick = drawer(String(at), 'person')
    const version = versions[pick(versions.length)] as AskedVersion
    const { questionnaire } = version
    const given: Circumstances = { seed: at.toString(16), facts: { abroad: pick(2) === 1 } }
    const answers = answersOf(questionnaire, given, pick)
    const ref = `r${String(at).padStart(6, '0')}`
    const [started, ended] = [languages[pick(3)], languages[pick(3)]]
    const day = `2026-11-${String(1 + pick(28)).padStart(2, '0')}`
    const about: Value[] = [ref, version.version, 'complete', started ?? 'en', ended ?? 'en', day, 2 + pick(30)]
    return { version, answers, given, record: recordOf(dictionary, questionnaire, answers, given, about) }
  })
}

/** Page by page, as the forms are posted. */
function answersOf(questionnaire: Questionnaire, given: Circumstances, pick: (n: number) => number): Answers {
  for (let answers: Answers = {}; ; ) {
    const next = nextOf(questionnaire, resolveRoute(questionnaire, answers, given))
    if ('end' in next) return answers
    const posted = samplePosted(pageView(questionnaire, next.page, answers, given), pick)
    const checked = checkPage(questionnaire, next.page, answers, posted, given)
    if (!checked.ok) throw new Error(`${next.page} was refused: ${JSON.stringify(checked.errors)}`)
    answers = resolveRoute(questionnaire, withPage(questionnaire, next.page, answers, checked.answers), given).answers
  }
}
