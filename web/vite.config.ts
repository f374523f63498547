import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, transformWithOxc, type Plugin } from 'vite'

const server = 'http://127.0.0.1:8080'

/** Fetches the map's chunk together with the frame's: it is imported on demand, so that the frame need not wait for it. */
const preloadMap: Plugin = {
  name: 'preload-map',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && ['map', 'maplibre'].includes(file.name))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file.fileName}` },
          injectTo: 'head' as const,
        })),
  },
}

/** Writes the service worker of the field (field/service-worker.ts) with the list of the files that a device keeps. */
const fieldWorker: Plugin = {
  name: 'field-worker',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    const path = fileURLToPath(new URL('field/service-worker.ts', import.meta.url))
    const files = [
      '/field',
      '/mark.svg',
      ...Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`),
    ]
    const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path)
    const build = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
    const source = `const files = ${JSON.stringify(files)}\nconst build = '${build}'\n${code.replace(/^export \{ *\};?$/m, '')}`
    this.emitFile({ type: 'asset', fileName: 'field-worker.js', source })
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), preloadMap, fieldWorker],
  worker: { format: 'es' },
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'frame', test: /node_modules[\\/]@tanstack/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/tiles', '/ogc', '/healthz', '/readyz', '/openapi.json', '/docs'].map((path) => [path, server]),
    ),
  },
})
