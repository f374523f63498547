import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'
import type { Logger } from 'pino'
import type { Env } from './environment.ts'
import { Problem, type FieldError } from './problem.ts'

/** The one place where an error becomes an answer (RFC 9457). Unknown errors answer 500 with the request id and nothing else. */
export function onError(log: Logger) {
  return (error: Error, c: Context<Env>): Response => {
    const problem = toProblem(error)
    if (problem.status >= 500) log.error({ request_id: c.var.request_id, err: error }, 'unexpected error')
    const retry =
      problem.status === 429 && typeof problem.facts.retry_after === 'number'
        ? String(problem.facts.retry_after)
        : undefined
    return c.body(JSON.stringify(body(problem, c.var.request_id)), problem.status as ContentfulStatusCode, {
      'content-type': 'application/problem+json',
      ...(retry ? { 'retry-after': retry } : {}),
    })
  }
}

export function body(problem: Problem, request_id: string | undefined) {
  return {
    type: `urn:dongtu:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Error',
    status: problem.status,
    detail: typeof problem.facts.detail === 'string' ? problem.facts.detail : problem.code,
    code: problem.code,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    facts: problem.facts,
    request_id,
  }
}

/** What an error tells a caller; 500 for what nobody expected. */
export function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ZodError) return new Problem(422, 'http/invalid-input', {}, fromZod(error))
  if (error instanceof HTTPException)
    return new Problem(error.status, error.status === 400 ? 'http/malformed' : `http/${error.status}`, {
      detail: error.message,
    })
  return fromDatabase(error as Error & { code?: string }) ?? new Problem(500, 'http/unexpected')
}

/** By SQLSTATE and the constraint's name in the message (a shard suffix _123 is stripped), never by err.constraint. */
function fromDatabase(error: Error & { code?: string }): Problem | null {
  const constraint = /constraint "([a-z0-9_]+?)(?:_\d{5,})?"/.exec(error.message)?.[1]
  if (error.code === '23505') return new Problem(409, 'http/already-exists', { constraint })
  if (error.code === '23503') return new Problem(409, 'http/refers-to-nothing', { constraint })
  if (error.code === '23514' || error.code === '23502') return new Problem(422, 'http/invalid-input', { constraint })
  if (error.code === '22P02' || error.code === '22007' || error.code === '22008')
    return new Problem(422, 'http/invalid-input')
  if (error.code === '42501') return new Problem(403, 'access/not-allowed')
  if (error.code === '57014')
    return new Problem(503, 'http/too-slow', {
      detail: 'the query took too long: ask for a smaller area or fewer rows',
    })
  return null
}

export function fromZod(error: ZodError, root = ''): FieldError[] {
  return error.issues.map((issue) => ({
    pointer:
      `${root}/${issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`.replace(
        /\/$/,
        '',
      ),
    code: `http/${issue.code.replaceAll('_', '-')}`,
    message: issue.message,
  }))
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unknown caller',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Unexpected error',
  503: 'Unavailable',
}
