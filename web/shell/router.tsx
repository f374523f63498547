import { createRootRoute, createRoute, createRouter, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { parseSearch, readSearch, writeSearch } from './address.ts'
import { Shell } from './shell.tsx'

// An inspector's page on a phone: a frame of its own, in the same application.
const Field = lazy(async () => ({ default: (await import('../field/page.tsx')).FieldPage }))
function Frame() {
  const { panel } = useParams({ strict: false })
  if (panel !== 'field') return <Shell />
  return (
    <Suspense>
      <Field />
    </Suspense>
  )
}

const root = createRootRoute({ component: Frame, notFoundComponent: () => null, validateSearch: readSearch })
const home = createRoute({ getParentRoute: () => root, path: '/' })
const panel = createRoute({ getParentRoute: () => root, path: '/$panel' })

/** `/<panel>?<search>`: the panel on the left is the path, everything else the query (address.ts). */
export const router = createRouter({
  routeTree: root.addChildren([home, panel]),
  parseSearch,
  stringifySearch: writeSearch,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
