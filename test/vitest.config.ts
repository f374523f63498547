import { defineConfig } from 'vitest/config'

/** One database per worker, shared by the files it runs (isolate: false); every test mints its own district. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    // Only a hang ends here: the heaviest (papers, a simulated district) take long on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    env: { NODE_ENV: 'test' },
  },
})
