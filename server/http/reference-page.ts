interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; description?: string }[]
  responses: Record<string, { description?: string }>
}
export interface ApiDocument {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
}

/** `GET /docs`: the OpenAPI document as one page to read and search, without a script. Markup in texts is escaped. */
export function referencePage(document: ApiDocument): string {
  const rows = Object.entries(document.paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => section(method, path, operation)),
    )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(document.info.title)} API</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.95em}
h2{font-size:1rem;margin:1.6rem 0 .2rem}b{display:inline-block;min-width:4.2em}ul{margin:.2rem 0}</style>
<main><h1>${text(document.info.title)} ${text(document.info.version)}</h1>
<p>Bearer token or session cookie; errors are RFC 9457; the same as <a href="/openapi.json">OpenAPI 3.0</a>.</p>${rows.join('\n')}</main></html>`
}

function section(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: where, required, description }) =>
      `<li><code>${text(name)}</code> (${text(where)}${required ? ', required' : ''}) ${text(description ?? '')}</li>`,
  )
  const answers = Object.entries(operation.responses).map(
    ([status, { description }]) => `<li>${text(status)}: ${text(description ?? '')}</li>`,
  )
  return `<section><h2><b>${method.toUpperCase()}</b><code>${text(path)}</code></h2><p>${text(operation.summary ?? '')}</p><ul>${parameters.join('')}${answers.join('')}</ul></section>`
}

const text = (raw: string): string => raw.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
