/**
 * `npm run study -- FILE` makes the study that a JSON file describes, as the set-up in the browser would: ready, with no
 * budget yet. Every fault is printed with its path; `--check` makes nothing. `--questionnaire FILE` is a questionnaire as
 * JSON or XLSForm, in place of the one that the file names. `--owner NAME` makes that person an owner of the study.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { setupMessages } from '../../messages/generated/studies/setup.ts'
import { describedStudy, withoutBudgets } from '../journey/setup/described-study.ts'
import { openStudy } from '../journey/setup/open-study.ts'
import { setupFaultText } from '../journey/setup/pages/words-of.ts'
import { languagesOf } from '../journey/setup/read/about.ts'
import { type Setup, setupSchema } from '../journey/setup/setup.ts'
import { keepQuestionnaire, readUploadedQuestionnaire } from '../journey/setup/upload.ts'
import { inPlace } from '../platform/offload/job.ts'
import { openWhere, wheres } from './open-edge.ts'
import { ownersInWords } from './owners-in-words.ts'

const usage = 'Usage: npm run study -- FILE [--questionnaire FILE] [--owner NAME] [--check] [--where edge|edge-remote]'

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      owner: { type: 'string' },
      questionnaire: { type: 'string' },
      where: { type: 'string', default: 'here' },
    },
  })
  const where = wheres.find((it) => it === values.where)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || where === undefined) throw new Error(usage)
  return { file, where, onlyChecks: values.check, questionnaire: values.questionnaire, owner: values.owner }
}

/** @throws Error with a line for each path at which the file has not the shape of a set-up */
function readFile(path: string): Setup {
  const parsed = setupSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  throw new Error(issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('\n'))
}

try {
  const { file, where, onlyChecks, questionnaire: form, owner } = asked()
  const setup = readFile(file)
  const read =
    form === undefined
      ? null
      : await readUploadedQuestionnaire(
          { offload: inPlace },
          new File([readFileSync(form)], basename(form)),
          languagesOf(setup),
          'en',
        )
  if (read !== null && 'lines' in read) throw new Error(read.lines.join('\n'))
  // What was left out or put in is no fault, and nothing to be silent about.
  for (const line of read?.told ?? []) console.log(line)
  const { ports, close } = await openWhere(where, process.env)
  try {
    const { db, clock, ids } = ports
    if (read !== null) {
      const { version, writes } = await keepQuestionnaire(db, read.questionnaire, clock.now())
      // What is only checked is kept nowhere, and cannot be named.
      if (!onlyChecks) await db.together(...writes)
      setup.questionnaire = { ...setup.questionnaire, from: 'version', version }
    }
    const id = ids.next('study')
    const described = await describedStudy(ports, setup, id, { uploaded: read?.questionnaire })
    if ('faults' in described) {
      const lines = described.faults.map((fault) => `${fault.section}.${fault.field}: ${setupFaultText('en', fault)}`)
      throw new Error(lines.join('\n'))
    }
    if (onlyChecks) console.log('Nothing is missing. The study is not made: that was only a check.')
    else {
      const outcome = await openStudy(ports, withoutBudgets(described.study), { id, state: 'ready' })
      if (!outcome.done) throw new Error(`study.slug: ${setupMessages('en').faults.slug_taken}`)
      console.log(`Made the study ${described.study.slug}. Have its budgets approved and start it on its page:`)
      console.log(`${ports.settings.origin}/admin/studies/${described.study.slug}`)
      console.log(await ownersInWords(ports, { id, slug: described.study.slug }, owner))
    }
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
