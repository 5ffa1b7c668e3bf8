/** Texts that a form from elsewhere has no words for. */
import type { Text } from '../../../../schema/questionnaire.ts'

/** The consent of a questionnaire that asks for none. */
export const standardConsent: Text = {
  en: 'I have read the notice and agree to my answers being used for this study; I can withdraw.',
  'zh-Hans': '我已阅读说明，同意将我的回答用于本研究，并知悉可随时撤回。',
  'zh-Hant': '我已閱讀說明，同意將我的回答用於本研究，並知悉可隨時撤回。',
}

/** What `or_other` offers. */
export const otherLabel: Text = { en: 'Other', 'zh-Hans': '其他', 'zh-Hant': '其他' }

/** The title of a page that has none. */
export const pageTitle: Text = { en: 'Questions', 'zh-Hans': '问题', 'zh-Hant': '問題' }
