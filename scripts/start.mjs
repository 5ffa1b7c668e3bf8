// `npm start`: with MODE=production the service alone, and else its demonstration, of which the service contains nothing.
if (process.env.MODE === 'production') await import('../src/entry/node.ts')
else await import('../demo/start.ts')
