/** What a file's headers are made of; `audience` public may be kept by caches of others. */
export interface ServedFile {
  media_type: string
  name: string
  size_bytes: number
  sha256: string
  audience: string
}

/** What a browser can show by itself without running anything of the file. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/**
 * Headers under which a stranger's bytes may leave our origin: never sniffed, never run, never framed elsewhere. A PDF gets no `sandbox`,
 * because browsers refuse to open their PDF viewer in one; it may load nothing all the same.
 */
export function fileHeaders(file: ServedFile, { save = false } = {}): Record<string, string> {
  const { media_type, name, size_bytes, sha256, audience } = file
  const place = shown.has(media_type) && !save ? 'inline' : 'attachment'
  const sandbox = media_type === 'application/pdf' ? '' : '; sandbox'
  return {
    'content-type': media_type,
    'content-length': String(size_bytes),
    'content-disposition': `${place}; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${sandbox}`,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': audience === 'public' ? 'public, max-age=3600' : 'private, no-cache',
    etag: `"${sha256}"`,
  }
}

const ascii = (name: string) => name.replaceAll(/[^\w.() -]/g, '_')
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
