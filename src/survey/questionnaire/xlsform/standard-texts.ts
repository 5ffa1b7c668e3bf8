/** Texts that a form from elsewhere has no words for. */
import type { Text } from '../../../../schema/questionnaire.ts'

/** What `or_other` offers. */
export const otherLabel: Text = { en: 'Other', 'zh-Hans': '其他', 'zh-Hant': '其他' }

/** The title of a page that has none. */
export const pageTitle: Text = { en: 'Questions', 'zh-Hans': '问题', 'zh-Hant': '問題' }
