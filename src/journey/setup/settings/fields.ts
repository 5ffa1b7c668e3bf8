/** Which settings of a study may still change, and which people rely on once they have begun. */
import type { StudyState } from '../../../../schema/tables.ts'
import { type SetupField, sectionFields } from '../fields.ts'
import { type SetupSection, sectionNames } from '../setup.ts'

const changeable: Readonly<Partial<Record<SetupSection, readonly string[]>>> = {
  study: ['organiser', 'contact', 'forWhom', 'why', 'costCentre', 'projectCode'],
  questionnaire: ['minutes'],
  window: ['zone', 'opens', 'closes'],
  privacy: ['where', 'authority', 'backupDays'],
  rewards: ['perPayout', 'perBatch'],
}

/** What a field belongs to, with itself. */
export interface PlacedField {
  section: SetupSection
  field: SetupField
}

const placed: readonly PlacedField[] = sectionNames.flatMap((section) =>
  sectionFields[section].filter(({ kind }) => kind !== 'hidden').map((field) => ({ section, field })),
)

interface CurrentState {
  state: StudyState
  opensAt: string
  now: string
}

/** Those that may change: the beginning of the window only as long as it has not come, and its end by reopening once it has closed. */
export function changeableFields({ state, opensAt, now }: CurrentState): PlacedField[] {
  const hasBegun = state !== 'ready' && opensAt <= now
  return placed.filter(
    ({ section, field: { name } }) =>
      changeable[section]?.includes(name) &&
      !(hasBegun && name === 'opens') &&
      !(state === 'closed' && name === 'closes'),
  )
}

/** Those that need a new study. */
export function fixedFields(standing: CurrentState): PlacedField[] {
  const may = changeableFields(standing)
  const isSource = ({ section, field }: PlacedField) =>
    section === 'questionnaire' && ['from', 'template', 'study'].includes(field.name)
  return placed.filter((one) => !may.includes(one) && !isSource(one))
}
