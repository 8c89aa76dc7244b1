// Keeps the self-check usable without network: its page as the public sees it, and the built files it names. Nothing
// else is touched, nothing of another origin, nothing of a signed-in person.
const NAME = 'tidu-self-check-1'
const PAGE = '/self-check'

const filesIn = (html) => [...new Set(html.match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [])]

const keep = async () => {
  const answer = await fetch(PAGE, { credentials: 'omit', cache: 'no-cache' })
  if (!answer.ok) return
  const cache = await caches.open(NAME)
  const files = filesIn(await answer.clone().text())
  await cache.addAll(files)
  await cache.put(PAGE, answer)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== PAGE && !files.includes(pathname)) await cache.delete(request)
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

const page = async (request) => {
  try {
    const answer = await fetch(request)
    keep().catch(() => {})
    return answer
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
