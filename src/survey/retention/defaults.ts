/** What holds where a study says nothing. */
export const retentionDefaults = { drafts: 30, paradata: 180, answers: null, payees: null, marks: 30, requests: 365 }

/** Of a study from before there were such times: nobody was told that what they have begun goes by itself. */
export const retentionBefore = { drafts: null }
