/** Which languages a form speaks. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import { languageCalled } from './languages.ts'
import type { Notes } from './notes.ts'
import type { SheetTable, Speech } from './table.ts'

const traditional = /[們這個說會學國時後對還樣開問題請選擇為與]/g
const simplified = /[们这个说会学国时后对还样开问题请选择为与]/g

/**
 * The languages of a form. Words in none of ours are taken as the first language, so that nothing is lost: whoever goes on
 * with the questionnaire translates them.
 * @param usual what the settings call its default language
 */
export function speechOf(tables: readonly SheetTable[], usual: string, isOurs: boolean, notes: Notes): Speech {
  const labels = tables.flatMap((table) => table.used().filter(({ field }) => field === 'label'))
  const spoken = [...new Set(labels.flatMap(({ language }) => (language === null ? [] : [language])))]
  const strangers = spoken.filter((language) => languageCalled(language) === undefined)
  const isPlain = labels.some(({ language }) => language === null)
  const plain = (usual === '' ? undefined : languageCalled(usual)) ?? guessed(tables)
  if (strangers.length === spoken.length && strangers.length > 0 && !isPlain) {
    const chosen = strangers.find((one) => one === usual) ?? strangers[0] ?? ''
    notes.add('language', { language: chosen })
    return { called: (title) => (title === chosen ? 'en' : languageCalled(title)), plain: 'en', isExact: isOurs }
  }
  if (isPlain && usual !== '' && languageCalled(usual) === undefined && !/^default$/i.test(usual)) {
    notes.add('language', { language: usual })
  }
  return { called: languageCalled, plain, isExact: isOurs }
}

/** Of words that name no language: what their characters look like. */
function guessed(tables: readonly SheetTable[]): Language {
  const texts = tables.flatMap((table) => {
    const column = table.columns.find(({ field, language }) => field === 'label' && language === null)
    return column ? table.rows.map((row) => row.cells[column.at] ?? '') : []
  })
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text))
  if (chinese.length === 0 || chinese.length * 2 < texts.filter((text) => text !== '').length) return 'en'
  const all = chinese.join('')
  return (all.match(traditional)?.length ?? 0) > (all.match(simplified)?.length ?? 0) ? 'zh-Hant' : 'zh-Hans'
}
