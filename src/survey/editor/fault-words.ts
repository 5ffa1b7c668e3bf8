/**
 * What the checker says, in the reader's language. The checker's own sentences are for files and commands, and English;
 * each has its pattern here, and a test shows that none is forgotten.
 */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type EditorMessages, editorMessages } from '../../../messages/generated/studies/editor.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import type { ContentError } from '../questionnaire/checks/content-error.ts'

type Wrong = EditorMessages['wrong']
type Say = (wrong: Wrong, found: readonly string[]) => string

const patterns: readonly (readonly [RegExp, Say])[] = [
  [/^duplicate \S+ (.+)$/, (wrong, [code = '']) => wrong.duplicate({ code })],
  [
    /^(.+) is not (?:a fact or a question|a question|a fact|a set|a list)$/,
    (wrong, [code = '']) => wrong.unknown({ code }),
  ],
  [/^(.+) is not on an earlier page$/, (wrong, [code = '']) => wrong.notEarlier({ code })],
  [
    /^(.+) (?:has no picks to carry|does not have a single pick|has no single pick)$/,
    (wrong, [code = '']) => wrong.noPick({ code }),
  ],
  [/^the scale has no option (.+)$/, (wrong, [code = '']) => wrong.noScale({ code })],
  [/^(\S+) has no option (.+)$/, (wrong, [question = '', code = '']) => wrong.noOption({ question, code })],
  [/^(\S+) is not an answer of (\S+)$/, (wrong, [code = '', question = '']) => wrong.noOption({ question, code })],
  [/^option (\S+) of (\S+) has no row$/, (wrong, [code = '', question = '']) => wrong.noRow({ question, code })],
  [/^option (\S+) is the second that asks for more$/, (wrong, [code = '']) => wrong.secondDetail({ code })],
  [/^the last wording must always fit$/, (wrong) => wrong.lastWording],
  [/^-1 says that nothing was answered$/, (wrong) => wrong.blankCode],
  [/^-1 of (\S+) is a number, and not a blank$/, (wrong, [code = '']) => wrong.blankOrNumber({ code })],
  [/^min is over max$/, (wrong) => wrong.minOverMax],
  [/^(\S+) is beyond what can be answered$/, (wrong, [number = '']) => wrong.tooLarge({ number })],
  [/^(\d+) options are fewer than the places$/, (wrong, [count = '']) => wrong.fewOptions({ count })],
  [/^nothing on this page can be answered$/, (wrong) => wrong.nothingAnswered],
  [/^no page takes the lease$/, (wrong) => wrong.noLease],
  [/^an earlier page takes the lease already$/, (wrong) => wrong.secondLease],
  [/^(\S+) comes after the lease page$/, (wrong, [code = '']) => wrong.placeLate({ code })],
  [/^(\S+) is not asked of everyone$/, (wrong, [code = '']) => wrong.placeNotAll({ code })],
  [/^no question asks for the place that offers go by$/, (wrong) => wrong.noPlace],
  [/^not well-formed text$/, (wrong) => wrong.broken],
  [/^the (?:short form|label) is over /, (wrong) => wrong.longLabel],
  [/^(\{.+\}) stands in another language and not here$/, (wrong, [code = '']) => wrong.elsewhere({ code })],
  [/^more than \d+ combinations/, (wrong) => wrong.tooMany],
  [/^no route reaches (\S+)$/, (wrong, [code = '']) => wrong.unreached({ code })],
  [
    /^no route shows row (\S+) of (\S+)$/,
    (wrong, [code = '', question = '']) => wrong.rowUnreached({ question, code }),
  ],
  [
    /^no route offers option (\S+) of (\S+)$/,
    (wrong, [code = '', question = '']) => wrong.optionUnreached({ question, code }),
  ],
  [/^(\S+) has no answer$/, (wrong, [code = '']) => wrong.noAnswer({ code })],
  [/^of (\S+) one can only ask/, (wrong, [code = '']) => wrong.onlyAnswered({ code })],
  [/^(\S+) has no codes$/, (wrong, [code = '']) => wrong.noCodes({ code })],
  [/^(\S+) is named twice$/, (wrong, [code = '']) => wrong.duplicate({ code })],
  [/^(\S+) is not one number$/, (wrong, [code = '']) => wrong.notNumber({ code })],
  [/^a range needs /, (wrong) => wrong.emptyRange],
  // Where a file is wrong, the program's own words say no more to people than the line does.
  [
    /^this is not JSON: .*\(line (\d+) column (\d+)\)$/,
    (wrong, [line = '', column = '']) => wrong.notJsonAt({ line, column }),
  ],
  [/^this is not JSON: (?!more than )/, (wrong) => wrong.notJson],
  [/^Invalid input: expected \w+, received undefined$/, (wrong) => wrong.absent],
  [/^Invalid input: expected \w+, received \w+$/, (wrong) => wrong.otherKind],
]

/** A fault as a part of a sentence; one that has no pattern is quoted. */
export function faultWords({ path, message }: ContentError, language: Language): string {
  const { wrong } = editorMessages(language)
  if (path === 'quotas') return wrong.quota({ text: faultWords({ path: '', message }, language) })
  const missing = languages.find((one) => path.endsWith(`.${one}`))
  if (message === 'missing translation' && missing) return wrong.missing({ language: commonMessages(missing).name })
  // A fault of a quota begins with the name of its cell.
  const [, cell, said = message] = /^([a-z][a-z0-9-]*): (.+)$/.exec(message) ?? []
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(said)
    if (found) return cell === undefined ? say(wrong, found.slice(1)) : `${cell}: ${say(wrong, found.slice(1))}`
  }
  return wrong.other({ text: message })
}
