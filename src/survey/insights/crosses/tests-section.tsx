/** What the tests of a crossed table say, and what they cannot say. */
import { type CrossesMessages, crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import type { Association } from '../statistics/association.ts'
import type { ReadCross } from './read-cross.ts'
import type { CrossTable } from './table.ts'
import type { CrossTests, OptionTest } from './tests.ts'

interface TestsProps extends Pick<ReadCross, 'table' | 'weighed'> {
  language: Language
  tests: CrossTests
  /** How many of the base came by the open link. */
  byOpenLink: number
}

export function Tests({ language, table, weighed, tests, byOpenLink }: TestsProps) {
  const words = crossesMessages(language).tests
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">{words.title}</h2>
      {tests.kind === 'none' && <p>{words.noTest}</p>}
      {tests.kind === 'nothing' && <p>{words.nothing}</p>}
      {tests.kind === 'few' && <p>{words.few}</p>}
      {tests.kind === 'whole' && <Whole words={words} association={tests.association} />}
      {tests.kind === 'options' && <Options words={words} language={language} table={table} options={tests.options} />}
      {tests.kind === 'options' && tests.few > 0 && <p class="small">{words.someFew({ count: tests.few })}</p>}
      {(tests.kind === 'whole' || tests.kind === 'options') && (
        <>
          {weighed !== null && <p class="small">{words.weighted}</p>}
          <p class="note">
            {byOpenLink > 0
              ? words.openLink({ count: figures(byOpenLink), base: figures((weighed?.people ?? table).base) })
              : words.invited}
          </p>
        </>
      )}
    </section>
  )
}

type Words = CrossesMessages['tests']

function Whole({ words, association }: { words: Words; association: Association }) {
  const { chiSquare, df, p, v, drawn } = association
  return (
    <>
      <p>
        {words.whole({
          chi: chiSquare.toFixed(2),
          df: Number(df.toFixed(2)),
          p: pText(rounded(p, drawn)),
          v: v.toFixed(2),
          strength: words.strengths[strengthOf(v)],
        })}
      </p>
      {typeof drawn === 'number' && <p class="small">{words.drawn({ count: figures(drawn) })}</p>}
    </>
  )
}

/** All options of one question; of two such questions, the pairs that are still below 0.05. */
function Options({
  words,
  language,
  table,
  options,
}: {
  words: Words
  language: Language
  table: CrossTable
  options: OptionTest[]
}) {
  const isPairs = options.some(({ row, column }) => row !== null && column !== null)
  const shown = isPairs ? options.filter(({ adjusted }) => adjusted < 0.05) : options
  const name = ({ row, column }: OptionTest) =>
    [row === null ? null : table.rows.categories[row], column === null ? null : table.columns.categories[column]]
      .flatMap((one) => one?.label[language] ?? [])
      .join(' × ')
  const drawn = options.map(({ association }) => association.drawn).filter((one) => typeof one === 'number')
  return (
    <>
      <p>{words.holm({ count: figures(options.length) })}</p>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of a form.
        <div class="scroll" role="group" tabindex={0} aria-label={words.title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.option}</th>
                <th scope="col" class="number">
                  {words.chi}
                </th>
                <th scope="col" class="number">
                  p
                </th>
                <th scope="col" class="number">
                  {words.adjusted}
                </th>
                <th scope="col">{words.v}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr>
                  <th scope="row">{name(one)}</th>
                  <td class="number">
                    {one.association.chiSquare.toFixed(2)} ({Number(one.association.df.toFixed(2))})
                  </td>
                  <td class="number">{rounded(one.association.p, one.association.drawn)}</td>
                  <td class="number">{rounded(one.adjusted, null)}</td>
                  <td>
                    {one.association.v.toFixed(2)}{' '}
                    <span class="small">{words.strengths[strengthOf(one.association.v)]}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < options.length && <p>{words.more({ count: options.length - shown.length })}</p>}
      {drawn.length > 0 && <p class="small">{words.drawn({ count: figures(Math.min(...drawn)) })}</p>}
      {options.some(({ association }) => association.drawn === 'all') && <p class="small">{words.added}</p>}
    </>
  )
}

/** What Cramér's V is called, by the bounds that Rea and Parker (1992) gave it. */
function strengthOf(v: number): 'none' | 'weak' | 'moderate' | 'strong' {
  if (v < 0.1) return 'none'
  if (v < 0.2) return 'weak'
  return v < 0.4 ? 'moderate' : 'strong'
}

/** To three digits; what was drawn is no smaller than it can be told. */
function rounded(p: number, drawn: Association['drawn']): string {
  const least = typeof drawn === 'number' ? Math.max(0.001, 1 / (drawn + 1)) : 0.001
  return p < least ? `< ${least}` : p.toFixed(3)
}

function pText(p: string): string {
  return p.startsWith('<') ? `p ${p}` : `p = ${p}`
}
