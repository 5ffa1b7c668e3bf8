import fc from 'fast-check'
import { raw } from 'hono/html'
import * as theirs from 'hono/jsx/jsx-runtime'
import { expect, test } from 'vitest'
import * as ours from '../../../src/platform/markup/jsx-runtime.ts'

type Runtime = Pick<typeof ours, 'Fragment'> & { jsx: (tag: never, props: never) => unknown }
/** How some markup is made, by either runtime. */
type Make = (runtime: Runtime) => unknown

const make = ({ jsx }: Runtime, tag: unknown, props: object) => jsx(tag as never, props as never)
const text = fc.oneof(fc.string(), fc.constantFrom('<b>', 'a & b', `"it's"`, '题目', ''))
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constantFrom(null, undefined))
const attributes = fc.dictionary(
  fc.constantFrom(
    'class',
    'id',
    'checked',
    'hidden',
    'value',
    'data-live',
    'aria-hidden',
    'spellcheck',
    'novalidate',
    'for',
  ),
  value,
)
const tags = fc.constantFrom('p', 'div', 'button', 'form', 'option', 'label', 'textarea', 'details')

const { markup } = fc.letrec<{ markup: Make }>((tie) => {
  const leaf: fc.Arbitrary<Make> = fc.oneof(
    value.map((one) => () => one),
    text.map((one) => () => raw(one)),
  )
  const children = fc.array(tie('markup'), { maxLength: 4 }).map(
    (all): Make =>
      (runtime) =>
        all.map((one) => one(runtime)),
  )
  const inside = fc.oneof(children, tie('markup'))
  const element = fc.tuple(tags, attributes, fc.option(inside, { nil: undefined })).map(
    ([tag, given, child]): Make =>
      (runtime) =>
        make(runtime, tag, { ...given, ...(child && { children: child(runtime) }) }),
  )
  const empty = fc.tuple(fc.constantFrom('input', 'br', 'link'), attributes).map(
    ([tag, given]): Make =>
      (runtime) =>
        make(runtime, tag, { ...(tag === 'link' && { rel: 'stylesheet' }), ...given }),
  )
  // Alone in a fragment hono/jsx leaves a 0 out, which ours writes as any number: the next test says so.
  const fragment = inside.map(
    (child): Make =>
      (runtime) => {
        const children = [child(runtime)].flat()
        return make(runtime, runtime.Fragment, { children: children.length === 1 ? [children[0], null] : children })
      },
  )
  const component = fc.tuple(inside, fc.constantFrom('now', 'later', 'never')).map(
    ([child, when]): Make =>
      (runtime) => {
        const drawn = () => (when === 'never' ? null : make(runtime, 'section', { children: child(runtime) }))
        return make(runtime, when === 'later' ? async () => drawn() : drawn, {})
      },
  )
  return { markup: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, element, empty, fragment, component) }
})

test('markup is written as hono/jsx writes it, escaped, in order, and when what it waits for is there', async () => {
  const page = async (runtime: unknown, one: Make) => {
    const whole = make(runtime as Runtime, 'main', { children: [one(runtime as Runtime), 'end'] })
    return String(await (whole as { toString(): string | Promise<string> }).toString())
  }
  expect(await page(ours, () => '<')).toBe('<main>&lt;end</main>')
  await fc.assert(
    fc.asyncProperty(markup, async (one) => {
      expect(await page(ours, one)).toBe(await page(theirs, one))
    }),
    { numRuns: 300 },
  )
})

test('a 0 alone in a fragment is written', () => {
  expect(String(make(ours, ours.Fragment, { children: 0 }))).toBe('0')
})

test('what no page needs is not taken: handlers, objects as attributes, objects as children', () => {
  for (const props of [{ onclick: () => undefined }, { style: { color: 'red' } }, { children: {} }]) {
    expect(() => make(ours, 'p', props)).toThrow(TypeError)
  }
})

test('when a page fails, what it had begun to wait for fails unheard', async () => {
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('unhandledRejection', hear)
  try {
    const reads = async () => Promise.reject(new Error('no database'))
    const frame = async (_: object) => reads()
    const page = ours.jsx(frame as never, { children: ours.jsx(reads as never, {}) })
    await expect((page as unknown as { toString(): Promise<string> }).toString()).rejects.toThrow('no database')
    await new Promise((resolve) => setImmediate(resolve))
    expect(unheard).toEqual([])
  } finally {
    process.off('unhandledRejection', hear)
  }
})
