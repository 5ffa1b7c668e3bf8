import type { Ports } from '../src/ports.ts'

const none = { version: '', text: async () => '' }

/** Assets without a text, for where nobody looks at a page. */
export const noAssets: Ports['assets'] = {
  style: none,
  staff: none,
  script: none,
  'words-en': none,
  'words-zh-Hans': none,
  'words-zh-Hant': none,
  wechat: none,
  upload: none,
  frame: none,
  worker: none,
  proof: none,
  editor: none,
  'editor-style': none,
  setup: none,
  live: none,
}
