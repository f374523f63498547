import { defineConfig } from 'vitest/config'

/** Walks through the built page in a real Chromium, against a server started as a newcomer would, one after the other. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/browser/**/*.walk.ts'],
    globalSetup: ['test/browser/server.ts'],
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    bail: 0,
  },
})
