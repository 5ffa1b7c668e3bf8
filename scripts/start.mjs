// `npm start` and `npm run dev`: the demonstration, of which the service contains nothing; with MODE=production the service
// alone, which `npm start` takes from what was built (scripts/run.mjs).
if (process.env.MODE === 'production') await import('../src/entry/node.ts')
else await import('../demo/start.ts')
