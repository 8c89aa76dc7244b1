// Keeps the pages of on-site visits (and the list of them) usable without network: the page as its verifier last had
// it, and the built files it names. What they note lies in the browser's database, not here. Nothing of another origin,
// nothing of the API, no other page. web/device/leave.ts takes everything away when the person signs out.
const CACHE = 'tidu-visits-1'
const PATIENCE = 6000

const isVisitPage = ({ pathname }) =>
  pathname === '/office/visits' || /^\/office\/cases\/[\da-f-]{36}\/visit$/.test(pathname)
const filesIn = (html) => [...new Set(html.match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [])]
// A page is one copy whatever is asked for after the question mark.
const keyOf = (url) => new URL(url).pathname

const isPage = (answer) =>
  answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html')

const keepFiles = async (cache, files) => {
  for (const file of files) if (!(await cache.match(file))) await cache.add(file)
}

// Files no kept page names any more are of an older build.
const tidy = async (cache) => {
  const requests = await cache.keys()
  const named = new Set()
  for (const request of requests) {
    if (new URL(request.url).pathname.startsWith('/assets/')) continue
    const page = await cache.match(request)
    for (const file of filesIn(await page.text())) named.add(file)
  }
  for (const request of requests) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !named.has(pathname)) await cache.delete(request)
  }
}

const keepPage = async (key, answer) => {
  const cache = await caches.open(CACHE)
  await keepFiles(cache, filesIn(await answer.clone().text()))
  await cache.put(key, answer)
}

// True when the page is kept now, be it an earlier copy because there is no network.
const renew = async (path) => {
  try {
    const answer = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-store' })
    if (!isPage(answer)) return false
    await keepPage(path, answer)
    return true
  } catch {
    return (await caches.match(path, { cacheName: CACHE })) !== undefined
  }
}

const keep = async (paths) => {
  const kept = []
  for (const path of paths) {
    if (!isVisitPage(new URL(path, self.location.origin))) continue
    if (await renew(path)) kept.push(path)
  }
  await tidy(await caches.open(CACHE))
  return kept
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep: paths } = event.data ?? {}
  if (!Array.isArray(paths)) return
  event.waitUntil(
    keep(paths).then(
      (kept) => event.ports[0]?.postMessage(kept),
      () => event.ports[0]?.postMessage([]),
    ),
  )
})

const notKept = () =>
  new Response(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<title>没有网络</title><h1>没有网络</h1>' +
      '<p>这一页还没有存到本机。有网络时打开一次，以后没有网络也能打开。</p><p><a href="/office/visits">实地核查列表</a></p>',
    { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } },
  )

// The network first, so that nobody works on an old page without need; but a line that merely hangs is no line.
const page = async (event) => {
  const { request } = event
  const kept = await caches.match(keyOf(request.url), { cacheName: CACHE })
  const fetched = fetch(request)
  const patience = new Promise((resolve) => {
    if (kept) setTimeout(resolve, PATIENCE, kept)
  })
  try {
    const answer = await Promise.race([fetched, patience])
    if (answer !== kept && isPage(answer)) event.waitUntil(keepPage(keyOf(request.url), answer.clone()).catch(() => {}))
    return answer
  } catch {
    return kept ?? notKept()
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isVisitPage(url)) event.respondWith(page(event))
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request, { cacheName: CACHE }).then((kept) => kept ?? fetch(request)))
})
