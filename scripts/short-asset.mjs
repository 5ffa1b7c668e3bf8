/** What pages load, as it travels: without comments and with short names, for phones on slow links. */
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'

const folder = 'src/platform/http/assets/'

/** What each file that pages load is put together from, by its name in the ports; paths from the project's folder. */
export const assetFiles = Object.fromEntries(
  Object.entries({
    style: ['style.css'],
    staff: ['staff.css'],
    script: ['words.js', 'merge.js', 'device.js', 'fields.js', 'server.js', 'opened.js', 'enhance.js'],
    'words-en': ['words-en.js'],
    'words-zh-Hans': ['words-zh-Hans.js'],
    'words-zh-Hant': ['words-zh-Hant.js'],
    wechat: ['wechat.js'],
    upload: ['staff/upload.js'],
    frame: ['staff/frame.js'],
    proof: ['proof.js'],
    worker: ['worker.js'],
    editor: ['editor/editor.js'],
    setup: ['staff/setup.js'],
    live: ['staff/live.js'],
    'editor-style': ['editor/outline.css', 'editor/editor.css'],
  }).map(([name, files]) => [name, files.map((file) => folder + file)]),
)

/** The text of a style sheet or script at this path, shortened; what old web views read stays so. */
export function shortAsset(path) {
  const isCss = path.endsWith('.css')
  return transformSync(readFileSync(path, 'utf8'), {
    minify: true,
    loader: isCss ? 'css' : 'js',
    ...(isCss ? {} : { target: 'es2018' }),
    charset: 'utf8',
  }).code
}
