// Keeps the page of the field on the device (scope /field): its files from the cache, the map from the network and, without one, from what was taken along.
// `vite.config.ts` writes it out with the list of the page's files; a new build has a new list and so a new cache.
// what is used of a service worker's world; the page's own types know no such world
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetched = Event & { request: Request; respondWith: (answer: Promise<Response>) => void }
type World = {
  location: Location
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetched) => void): void
}
const world = globalThis as unknown as World
declare const files: readonly string[]
declare const build: string

const pageCache = `dongtu-field-${build}`
const mapCache = 'dongtu-field-map'
const patience_ms = 3_000

world.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(pageCache)
      .then((cache) => cache.addAll(files))
      .then(() => world.skipWaiting()),
  )
})
world.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('dongtu-field-') && name !== pageCache && name !== mapCache) await caches.delete(name)
    await world.clients.claim()
  }
  event.waitUntil(old())
})
world.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== world.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/tiles/')) event.respondWith(tile(request))
  else if (files.includes(pathname)) event.respondWith(file(request))
})

/** The page as it is now; as it was taken along where the network does not answer. */
async function page(request: Request): Promise<Response> {
  return (await soon(request)) ?? (await caches.match('/field')) ?? Response.error()
}
async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}
async function tile(request: Request): Promise<Response> {
  return (await soon(request)) ?? (await caches.match(request.url)) ?? new Response(null, { status: 204 })
}

async function soon(request: Request): Promise<Response | undefined> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience_ms) })
    return answer.status >= 500 ? undefined : answer
  } catch {
    return undefined
  }
}
export {}
