// Builds the Worker for wrangler: an entry with what students need, and in modules beside it what staff and the clock do.
// Wrangler's own bundling makes one file, of which every cold start would evaluate all.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { assetFiles, shortAsset } from './short-asset.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = `${root}dist/worker`

const texts = Object.fromEntries(
  Object.entries(assetFiles).map(([name, files]) => [name, files.map((file) => shortAsset(`${root}${file}`)).join('')]),
)
const versionOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8)

rmSync(outdir, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: { worker: 'src/entry/worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  // Chinese as it is, and not as six characters for each of its own.
  charset: 'utf8',
  target: 'es2024',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*', 'cloudflare:*'],
  jsx: 'automatic',
  jsxImportSource: '#markup',
  define: {
    ASSET_VERSIONS: JSON.stringify(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, versionOf(text)])),
    ),
  },
  plugins: [
    { name: 'what pages load travels as text', setup: asText },
    { name: 'what settings mean stays behind', setup: undescribed },
    { name: 'so does who is a proxy', setup: withoutProxies },
  ],
})

function asText({ onLoad }) {
  onLoad({ filter: /[\\/]http[\\/]assets[\\/].*\.(js|css)$/ }, ({ path }) => {
    const [name] = Object.entries(assetFiles).find(([, files]) => path.replaceAll('\\', '/').endsWith(files.at(-1)))
    return { contents: texts[name], loader: 'text' }
  })
}

/** docs/settings.md says what each setting means; a Worker only checks them, and every start would evaluate the texts. */
function undescribed({ onLoad }) {
  onLoad({ filter: /[\\/]src[\\/](config|rewards[\\/]providers[\\/]\w+[\\/]settings)\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replace(/\.describe\(\s*(['"`])(?:\\.|(?!\1).)*\1,?\s*\)/gs, ''),
    loader: 'ts',
  }))
}

/** Cloudflare says where a caller is, and TRUSTED_PROXIES nothing: every start would evaluate a reader of addresses. */
function withoutProxies({ onResolve, onLoad }) {
  onResolve({ filter: /[\\/]network[\\/]trusted\.ts$/ }, ({ path }) => ({ path, namespace: 'proxies' }))
  onLoad({ filter: /./, namespace: 'proxies' }, () => ({ contents: 'export const areBlocks = () => true' }))
}
