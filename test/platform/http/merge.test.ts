/** What becomes of a page that two have changed: the rules of merge.js, as the browser evaluates it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = readFileSync(new URL('../../../src/platform/http/assets/merge.js', import.meta.url), 'utf8')
type Merge = (known: string, sent: string[], mine: string, theirs: string) => { fields: string; differing: string[] }
const merge = new Function(`${source}\nreturn merge`)() as Merge

test.each<
  [fact: string, known: string, sent: string[], mine: string, theirs: string, fields: string, differing?: string]
>([
  ['what nobody else changed stands as typed', 'Q1=1', [], 'Q1=2', 'Q1=1', 'Q1=2'],
  ['what only the other changed is taken', 'Q1=1', [], 'Q1=1', 'Q1=2', 'Q1=2'],
  ['two questions changed by two both stand', 'Q1=1&Q2=1', [], 'Q1=2&Q2=1', 'Q1=1&Q2=2', 'Q1=2&Q2=2'],
  [
    'one question changed by two differs, and what is here stays',
    'Q1=1&Q2=1',
    [],
    'Q1=2&Q2=1',
    'Q1=3&Q2=1',
    'Q1=2&Q2=1',
    'Q1',
  ],
  ['both alike is no difference', 'Q1=1', [], 'Q1=2', 'Q1=2', 'Q1=2'],
  ['what this tab sent itself is no difference', '', ['Q1=ab'], 'Q1=abc', 'Q1=ab', 'Q1=abc'],
  ['what this tab sent before its last is none either', '', ['Q1=a', 'Q1=ab'], 'Q1=abc', 'Q1=a', 'Q1=abc'],
  ['what this tab sent and took back stays taken back', 'Q1=1', ['Q1=2'], 'Q1=1', 'Q1=2', 'Q1=1'],
  ['white space and Unicode forms are no difference', '', ['Q1=e%CC%81+'], 'Q1=e%CC%81+x', 'Q1=%C3%A9', 'Q1=e%CC%81+x'],
  ['ends of lines are no difference', '', ['Q1=a%0D%0Ab'], 'Q1=a%0D%0Abc', 'Q1=a%0Ab', 'Q1=a%0D%0Abc'],
  ['what the server dropped of what was sent stays here', 'Q1=', ['Q1=999'], 'Q1=9999', 'Q1=', 'Q1=9999'],
  ['boxes of one question go together', 'Q1=1', [], 'Q1=1&Q1=2', 'Q1=1&Q1=3', 'Q1=1&Q1=2', 'Q1'],
  [
    'ranks and details of one question go together',
    'Q1.1=1',
    [],
    'Q1.1=2&Q1.text=x',
    'Q1.1=1&Q1.2=2',
    'Q1.1=2&Q1.text=x',
    'Q1',
  ],
  ['what was cleared elsewhere is cleared here', 'Q1=1&Q2=1', [], 'Q1=1&Q2=1', 'Q2=1', 'Q2=1'],
])('%s', (_, known, sent, mine, theirs, fields, differing) => {
  expect(merge(known, sent, mine, theirs)).toEqual({ fields, differing: differing === undefined ? [] : [differing] })
})
