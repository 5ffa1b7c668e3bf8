// Shows the pages of a response in progress when there is no connection. They are put aside by the page itself, which
// also takes this away when the response ends. `POLICY` is replaced by the content policy of every page.
const shelf = self.location.pathname

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  const older = (name) => name !== shelf && name.startsWith(shelf.replace(/[^/]*$/, ''))
  const tidied = caches.keys().then((names) => Promise.all(names.filter(older).map((name) => caches.delete(name))))
  event.waitUntil(tidied.then(() => self.clients.claim()))
})

const keptPage = async ({ url, destination }) => {
  const { pathname } = new URL(url)
  const cached = await (await caches.open(shelf)).match(pathname)
  if (!cached || /style|script/.test(destination)) return cached || Response.error()
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': 'POLICY' }
  return new Response(await cached.blob(), { headers })
}
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET') event.respondWith(fetch(request).catch(() => keptPage(request)))
})
