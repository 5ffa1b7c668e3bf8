/** The Worker's bundler gives the script as text. */
declare const text: string
// biome-ignore lint/style/noDefaultExport: the bundler exports text as default
export default text
