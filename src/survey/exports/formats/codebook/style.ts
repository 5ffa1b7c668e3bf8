/** The look of a codebook, on a screen and on paper. It is in the file, which lies on somebody's disk. */
export const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
section { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem; }
caption { text-align: start; padding: 0.25rem 0; }
th, td { text-align: start; vertical-align: top; border-bottom: 1px solid; padding: 0.25rem 0.5rem; overflow-wrap: anywhere; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
.number { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
small { font-size: 0.85em; opacity: 0.75; }
code { font-family: ui-monospace, monospace; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  table, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`
