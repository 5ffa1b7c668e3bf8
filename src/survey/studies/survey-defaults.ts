import type { Quota } from '../quotas/quota.ts'

/** What holds of a study's survey where the study says nothing. */
export const surveyDefaults = { finishDays: 7, paradata: false, quotas: [] as Quota[], mainland: false }
