/** What has been found in order is not asked of axe-core again: what is new on a page is found all the same. */
import { expect, it } from 'vitest'
import { axeFindings } from '../look.ts'
import { visitors } from '../site.ts'

const { site, visit } = visitors()

const rowsAnd = (odd: string) =>
  `<table><caption>Rows</caption>${Array.from({ length: 60 }, (_, at) => `<tr><th scope="row">${at}<td>${at === 30 ? odd : `<a href="/${at}">on</a>`}`).join('')}</table>`
const links = (style: string) =>
  `<style>a { display: block; height: 40px } ${style}</style><p><a href="/1">one</a><a href="/2">two</a></p>`

it.each([
  ['the one row that is not like those around it', 'color-contrast', rowsAnd('<a href="/" class="faint">on</a>')],
  ['rows that are all alike', 'image-alt', rowsAnd('on').replaceAll('on</a>', 'on<img src="/"></a>')],
  [
    'what is too small at the second width only',
    'target-size',
    links('@media (min-width: 999px) { a { height: 9px } }'),
  ],
  ['what is too faint in the dark only', 'color-contrast', '<p class="dim">words</p>'],
  [
    'what is large enough for its colour at one width and not at the other',
    'color-contrast',
    '<style>.grey { color: #8b8b8b; font-size: 30px } @media (min-width: 999px) { main { font-size: 15px } .grey { font-size: 1em } }</style><div><p class="grey">words</p></div>',
  ],
  [
    'what lies on another ground at one width only',
    'color-contrast',
    '<style>.lead { color: #999; background: #111 } .lead b { background: inherit } @media (min-width: 999px) { .lead { background: #ddd } }</style><p class="lead">Words <b>and words</b></p>',
  ],
  [
    'what is too faint on one end of a gradient',
    'color-contrast',
    '<div style="background: linear-gradient(to right, #fff, #999)"><p style="color: #555">Words</p></div>',
  ],
  [
    'a picture without words that is seen at one width only',
    'image-alt',
    '<style>@media (max-width: 998px) { .wide { display: none } }</style><p class="wide"><img src="/"></p>',
  ],
  [
    'a link whose words are seen at one width only',
    'link-name',
    '<style>a { display: block; height: 40px } @media (min-width: 999px) { b { display: none } }</style><p><a href="/"><b>On</b></a></p>',
  ],
  [
    'something that is pressed and lies upon what is pressed as well',
    'target-size',
    '<style>button { display: block; width: 30px; height: 30px } @media (min-width: 999px) { .on { margin-top: -15px } }</style><button>a</button><button class="on">b</button>',
  ],
  [
    'what is scrolled and has nothing that the keyboard reaches',
    'scrollable-region-focusable',
    `<style>@media (min-width: 999px) { .scroll { height: 60px; overflow: auto } }</style><div class="scroll">${'<p>Words</p>'.repeat(9)}</div>`,
  ],
  ['words outside of all landmarks', 'region', '</main><p>Words</p>'],
  [
    'a link that only its colour tells from the words around it, where another link stands alone',
    'link-in-text-block',
    '<style>.plain { color: #333; text-decoration: none }</style><p><a href="/1" class="plain">alone</a></p><p>Words before <a href="/2" class="plain">a link</a> and words after it.</p>',
  ],
])('found is %s', async (_, rule, body) => {
  const { page } = await visit(await site(), { colorScheme: 'light' })
  const style =
    'td { padding: 1em } .faint { color: #ddd } @media (prefers-color-scheme: dark) { .dim { color: #333; background: #222 } }'
  await page.route('**/page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>T</title><style>${style}</style><main><h1>T</h1>${body}</main>`,
    }),
  )
  const found: string[] = []
  await page.goto('/page')
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 740 })
      found.push(...(await axeFindings(page)))
    }
  }
  expect(new Set(found.map((one) => one.split(' ')[0]))).toEqual(new Set([rule]))
})
