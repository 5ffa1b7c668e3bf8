/**
 * The statements of a migration script: each ends with `;` at a line's end, and a comment has a line of its own. No
 * text in a script may span lines, which keeps this from being a parser.
 */
export function splitStatements(script: string): string[] {
  return script
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t\r]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
