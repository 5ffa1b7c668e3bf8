import type { Language } from '../../../schema/questionnaire.ts'

const assets = { style: '/assets/a.css', script: '/assets/a.js', words: '/assets/words.js' }

export const shellIn = (language: Language) => ({
  language,
  assets,
  runBy: { name: 'Lab', contact: 'lab@example.org' },
})
