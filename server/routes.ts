import type { ActionSource } from './http/environment.ts'
import { room } from './http/router.ts'
import { projects } from './projects/routes.ts'

/** The route table: every room, one line each. `Routes` is what the web knows of the server. */
export const routes = room().route('/api/projects', projects)
export type Routes = typeof routes

/** Which rooms say what may be done next with a project, in the order of its life. */
export const actionSources: readonly ActionSource[] = []
