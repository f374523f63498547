import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { parseSearch, readSearch, writeSearch } from './address.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: () => null, validateSearch: readSearch })
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
