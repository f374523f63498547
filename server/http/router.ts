import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Env } from './environment.ts'
import { fromZod } from './errors.ts'
import { Problem } from './problem.ts'

/** A room's router: a field that does not fit its schema answers 422 and names itself by JSON pointer. */
export function room() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      throw new Problem(422, 'http/invalid-input', { in: result.target }, fromZod(result.error as never))
    },
  })
}

/** The answers every route may give besides its own, for the OpenAPI document. */
export const problems = {
  default: {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: { type: 'object' as const } } },
  },
}

/** A body of JSON that a route takes. */
export const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** An answer of JSON that a route gives. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The answers of a route that has nothing to say. */
export const nothing = { 204: { description: 'done' }, ...problems }

/** Routes of the named moves of a subject: `POST /{id}/<move>` with a body, answered with the subject as it then stands. */
export const moveRoutes =
  <Params extends z.ZodObject, Answer extends z.ZodType>(params: Params, answer: Answer, description: string) =>
  <P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) =>
    createRoute({
      method: 'post',
      path: `/{id}/${path}` as const,
      summary,
      request: { params, body: body(schema) },
      responses: { 200: json(answer, description), ...problems },
    })
