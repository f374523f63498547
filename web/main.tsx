import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from './api.ts'
import { speak } from './i18n/index.ts'
import { readSearch, parseSearch } from './shell/address.ts'
import { firstLanguage } from './shell/language.ts'
import { router } from './shell/router.tsx'
import './ui/tokens.css'
import './ui/base.css'
import './ui/parts.css'
import { applyTheme } from './ui/theme.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // a refusal is an answer: asking again does not change it
      retry: (count, error) =>
        count < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500),
      staleTime: 10_000,
      refetchOnWindowFocus: false,
    },
  },
})

applyTheme()
await speak(firstLanguage(readSearch(parseSearch(location.search.slice(1))).lang))

// The buyer's link (server/transfers/routes.ts) leads to a page of its own: no sign-in, no map, no frame.
const Track = lazy(async () => ({ default: (await import('./transfers/track.tsx')).TrackPage }))
// A citizen's link (server/detections/citizen-routes.ts).
const Report = lazy(async () => ({ default: (await import('./detections/citizen-track.tsx')).CitizenTrack }))
// A petitioner's link (server/petitions/public-routes.ts).
const Asked = lazy(async () => ({ default: (await import('./petitions/track.tsx')).PetitionTrack }))
const Check = lazy(async () => ({ default: (await import('./documents/check.tsx')).CheckPage }))
const [, way, token] = /^\/([trq])\/([^/]+)\/?$/.exec(location.pathname) ?? []
const Followed = way === 'r' ? Report : way === 'q' ? Asked : Track
// So does the code on a site board or a paper (server/documents/code.ts).
const code = readSearch(parseSearch(location.search.slice(1))).check

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={client}>
    {token || code ? (
      <Suspense>{token ? <Followed token={decodeURIComponent(token)} /> : <Check code={code!} />}</Suspense>
    ) : (
      <RouterProvider router={router} />
    )}
  </QueryClientProvider>,
)
