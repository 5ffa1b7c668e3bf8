/** The study in the address of a page of the staff, with what it promises. */
import type { Context } from 'hono'
import type { AppEnv } from '../ports.ts'
import { slugIn } from '../survey/studies/study-in-address.ts'
import { findStudyWithOffers, type StudyWithOffers } from './study.ts'

/** As `studyInAddress`, with its offers. */
export async function studyWithOffersInAddress(c: Context<AppEnv>): Promise<StudyWithOffers | undefined> {
  const { db, clock } = c.var.ports
  const study = await findStudyWithOffers(db, slugIn(c), clock.now())
  return study?.testOf === null ? study : undefined
}
