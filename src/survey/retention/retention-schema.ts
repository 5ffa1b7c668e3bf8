/** How long a study keeps what, as it is checked when it is set. */
import * as z from 'zod'
import { retentionDefaults } from './defaults.ts'

const days = (least: number) => z.int().min(least).max(36_500)

/** Days; null for what stays until its organiser erases it. */
export const retentionSchema = z
  .strictObject({
    /** What is not finished, from when it was saved last. */
    drafts: days(1).nullable().default(retentionDefaults.drafts),
    /** Times of pages and counts of typing, from the end of the response. */
    paradata: days(1).default(retentionDefaults.paradata),
    /** Answers, from when nobody can finish any more. */
    answers: days(0).nullable().default(retentionDefaults.answers),
    /** Accounts, from when a claim was paid or over. */
    payees: days(30).nullable().default(retentionDefaults.payees),
    /** Marks by which the same person or account is known again, from when all claims and objections are over. */
    marks: days(0).default(retentionDefaults.marks),
    /** What was asked for in writing, from when it was done. */
    requests: days(1).default(retentionDefaults.requests),
  })
  .prefault({})
