/** Changes what may change of a study's settings; what was there is kept beside it. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first, prepareQuery, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { forgetTerms } from '../../../rewards/offers/store.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { requireState, setClosesAt } from '../../../survey/studies/state-store.ts'
import { findQuestionnaire, forgetStudies } from '../../../survey/studies/store.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../study.ts'
import { sql } from '../../tables.ts'
import { findingIn, type SetupFault } from '../faults.ts'
import { readPrivacy, readQuestionnaire, readStudy, readWindow } from '../read/about.ts'
import { readRewards } from '../read/rewards.ts'
import type { Setup, SetupSection } from '../setup.ts'
import { changeableFields } from './fields.ts'
import { typedSettings } from './typed.ts'

export interface SettingChange {
  section: SetupSection
  field: string
  before: unknown
  after: unknown
}

const lastChange = prepareQuery<{ studyId: string }, { n: number }>((p) =>
  sql.selectFrom('study_changes').select('n').where('study_id', '=', p.studyId).orderBy('n', 'desc').limit(1),
)
const addChange = prepareQuery((p: { studyId: string; n: number; changes: string; by: string; at: string }) =>
  sql
    .insertInto('study_changes')
    .values({ study_id: p.studyId, n: p.n, changes: p.changes, changed_by: p.by, at: p.at }),
)
const setSettings = prepareQuery((p: { id: string; settings: string }) =>
  sql.updateTable('studies').set({ settings: p.settings }).where('id', '=', p.id),
)
const setOpensAt = prepareQuery((p: { id: string; opensAt: string }) =>
  sql.updateTable('studies').set({ opens_at: p.opensAt }).where('id', '=', p.id),
)
const settingsOf = prepareQuery((p: { id: string }) =>
  sql.selectFrom('studies').select('settings').where('id', '=', p.id),
)

/** The changes of a study's settings, the newest first. */
export const changesOf = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('study_changes')
    .innerJoin('staff', 'staff.id', 'study_changes.changed_by')
    .select(['study_changes.n', 'study_changes.changes', 'staff.name', 'study_changes.at'])
    .where('study_changes.study_id', '=', p.studyId)
    .orderBy('study_changes.n', 'desc')
    .limit(p.limit),
)

/** How many changes a study has had: a page carries it, so that nobody writes over what they have not seen. */
export async function changeCount({ db }: Pick<Ports, 'db'>, studyId: string): Promise<number> {
  return (await first(db, lastChange({ studyId })))?.n ?? 0
}

export type SettingsRefusal = { refused: 'not_found' | 'moved_on' } | { refused: 'faults'; faults: SetupFault[] }

/**
 * @param typed the settings as they were typed; what may not change is not looked at
 * @param seen how many changes there were when they were shown
 */
export async function changeSettings(
  ports: Ports,
  staff: { id: string },
  slug: string,
  typed: Setup,
  seen: number,
): Promise<{ changed: number } | SettingsRefusal> {
  const { db, clock, ids } = ports
  const result = await perform<{ changed: number } | SettingsRefusal>(db, 'Changing settings', async () => {
    forgetStudies(db)
    forgetTerms(db)
    const at = clock.now()
    const study = await findStudyWithOffers(db, slug, at)
    if (study === undefined) return { refused: 'not_found' }
    if ((await changeCount(ports, study.id)) !== seen) return { refused: 'moved_on' }
    const before = typedSettings(study)
    const { wanted, changes } = merged(study, before, typed, at)
    const { faults, settings, window } = await readChanged(ports, study, wanted, changes, at)
    if (faults.length > 0) return { refused: 'faults', faults }
    if (changes.length === 0) return { changed: 0 }
    const storedSettings = JSON.parse((await first(db, settingsOf({ id: study.id })))?.settings ?? '{}')
    return plan<{ changed: number } | SettingsRefusal>({
      rows: [
        addChange({ studyId: study.id, n: seen + 1, changes: JSON.stringify(changes), by: staff.id, at }),
        setSettings({ id: study.id, settings: JSON.stringify({ ...storedSettings, ...settings }) }),
        ...windowWrites(study, window),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'study.changed', subject: study.id, at }),
      done: { changed: changes.length },
      refused: (breach) =>
        breach.on === taken.studyChange || breach.kind === 'reference' ? stale(breach) : unexpected,
    })
  })
  forgetStudies(db)
  forgetTerms(db)
  return result
}

/** Only what was moved is written: the study may be closed in this moment, and then its end is not what was read. */
function windowWrites({ id, state }: StudyWithOffers, { opensAt, closesAt }: Moved): Write[] {
  return [
    ...(opensAt === undefined ? [] : [setOpensAt({ id, opensAt })]),
    ...(closesAt === undefined ? [] : [requireState({ id, state }), setClosesAt({ id, closesAt })]),
  ]
}

/** The ends of a window that are moved. */
interface Moved {
  opensAt?: string
  closesAt?: string | null
}

/** What stands there with the fields that may change as they were typed, and which of them differ. */
function merged(study: StudyWithOffers, before: Setup, typed: Setup, now: string) {
  const wanted = structuredClone(before)
  const changes: SettingChange[] = []
  for (const { section, field } of changeableFields({ ...study, now })) {
    const from = (before[section] as Record<string, unknown>)[field.name]
    const to = (typed[section] as Record<string, unknown>)[field.name]
    if (JSON.stringify(from) === JSON.stringify(to)) continue
    changes.push({ section, field: field.name, before: from, after: to })
    ;(wanted[section] as Record<string, unknown>)[field.name] = to
  }
  return { wanted, changes }
}

/** The settings that those fields come to. Faults of what nobody has changed are not theirs. */
async function readChanged(ports: Ports, study: StudyWithOffers, wanted: Setup, changes: SettingChange[], now: string) {
  const questionnaire = await findQuestionnaire(ports.db, study.version)
  const context = { isTaken: false, questionnaire, payers: ports.payers, now }
  const found: SetupFault[] = []
  const to = (section: SetupSection) => findingIn(section, found)
  const { settings: about } = readStudy(to('study'), wanted, context)
  const window = readWindow(to('window'), wanted, context)
  const { limits } = readRewards(to('rewards'), wanted, context).settings
  const { privacy } = readPrivacy(to('privacy'), wanted).settings
  const { minutes } = readQuestionnaire(to('questionnaire'), wanted, context).settings
  const isChanged = (name: string) => changes.some(({ field }) => field === name)
  const mayMove = changeableFields({ ...study, now }).map(({ field }) => field.name)
  const hasMoved = (name: string) => mayMove.includes(name) && (isChanged(name) || isChanged('zone'))
  // Told in another zone, an end may be over that was not touched.
  const isOf = ({ section, field }: SetupFault) =>
    changes.some((change) => change.section === section && field.split('.')[0] === change.field) ||
    (section === 'window' && hasMoved(field))
  return {
    faults: found.filter(isOf),
    settings: {
      ...about,
      languages: study.settings.languages,
      zone: window.settings.zone,
      limits,
      privacy,
      minutes,
    },
    // A clock shows minutes, and a study may have been opened within one.
    window: {
      ...(hasMoved('opens') ? { opensAt: window.opensAt } : {}),
      ...(hasMoved('closes') ? { closesAt: window.closesAt } : {}),
    },
  }
}
