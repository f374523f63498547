import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import type { MiddlewareHandler } from 'hono'
import { projectRoot } from './db/root.ts'
import type { Env } from './http/environment.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}
const folder = join(projectRoot, '.build/web')

/** The built page: files with a hash in their name for ever, everything else asked again; any other path is the page itself, whose URL is its state. */
export const pages: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const path = normalize(decodeURIComponent(new URL(c.req.url).pathname))
  const isPage = !extname(path) && !/^\/(api|tiles|ogc|openapi|docs)(\/|$)/.test(path)
  const file = join(folder, isPage ? 'index.html' : path)
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return next()
  const hashed = path.startsWith('/assets/')
  c.header('content-type', types[extname(file)] ?? 'application/octet-stream')
  c.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream)
}

/** Scripts only from ourselves; antd writes styles into the page; workers of the map come as blobs. */
export function contentSecurity(basemap: string | undefined): string {
  const outside = basemap ? ` ${new URL(basemap.replace(/[{}]/g, '')).origin}` : ''
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${outside}`,
    `connect-src 'self'${outside}`,
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
