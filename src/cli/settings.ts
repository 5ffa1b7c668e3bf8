/** `npm run --silent settings` prints every setting, as docs/settings.md has them. */
import { describeSettings } from '../config.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

console.log(
  `# Settings

Environment variables (on Workers: variables and secrets). They are read once, at the start; one that is wrong is a line and the
exit code 1, one whose name is misspelt is pointed out. \`npm run --silent settings > docs/settings.md\` writes this page.`,
)
for (const { name, needed, settings } of describeSettings()) {
  console.log(`\n## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n`)
  if (needed.length > 0) console.log(`Set together or not at all: ${needed.map((one) => `\`${one}\``).join(', ')}.\n`)
  console.log('| variable | means | unless set |\n| --- | --- | --- |')
  for (const { name: variable, means, unset } of settings) {
    console.log(`| \`${variable}\` | ${cell(means)} | ${unset === null ? '' : `\`${cell(unset)}\``} |`)
  }
}
