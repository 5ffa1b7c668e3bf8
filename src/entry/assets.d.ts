/** The Worker's bundler gives these files as text. */
declare module '*.css' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the bundler exports text as default
  export default text
}
