/** Name of the cache `visit-worker.js` keeps pages in; changes when what is in it changes meaning. */
const CACHE = 'tidu-visits-1'
const WORKER = '/visit-worker.js'
const SCOPE = '/office/'

/** Whether this browser can keep pages: it needs a secure origin. */
export const canKeepPages = (): boolean => window.isSecureContext && 'serviceWorker' in navigator

const activeWorker = async (): Promise<ServiceWorker | undefined> => {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (!worker || worker.state === 'activated') return worker ?? undefined
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker)
      if (worker.state === 'redundant') resolve(undefined)
    })
  })
}

/** Keeps these pages (paths of visits) for use without network. Gives the paths that are kept now; never throws. */
export const keepPages = async (paths: readonly string[]): Promise<readonly string[]> => {
  if (!canKeepPages()) return []
  try {
    const worker = await activeWorker()
    if (!worker) return []
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise<readonly string[]>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data)
    })
    worker.postMessage({ keep: paths }, [port2])
    return await answer
  } catch {
    return []
  }
}

/** Takes every kept page away. */
export const dropPages = async (): Promise<void> => {
  if (typeof window !== 'undefined' && 'caches' in window) await caches.delete(CACHE)
}
