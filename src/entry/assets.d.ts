/** The Worker's bundler gives these files as text. */
declare module '*.css' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler exports text as default
  export default text
}
declare module '*/words-en.js' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler exports text as default
  export default text
}
declare module '*/words-zh-Hans.js' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler exports text as default
  export default text
}
declare module '*/words-zh-Hant.js' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler exports text as default
  export default text
}

/** A word for each file that pages load, which changes with its text; the Worker's bundler writes it in. */
declare const ASSET_VERSIONS: Record<import('../ports.ts').AssetName, string>
