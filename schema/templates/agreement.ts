/** The consent that every template asks for. */
import type { Consent } from '../questionnaire.ts'
import { text } from '../study-abroad/words.ts'

export const agreement: Consent = {
  code: 'C0a',
  text: text(
    'I have read the notice and agree to my answers being used for this study; I can withdraw.',
    '我已阅读说明，同意将我的回答用于本研究，并知悉可随时撤回。',
    '我已閱讀說明，同意將我的回答用於本研究，並知悉可隨時撤回。',
  ),
}
