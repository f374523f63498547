import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { inject, onTestFailed } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Promise<Browser> | null = null

export interface Walker {
  page: Page
  context: BrowserContext
  /** Errors that the page's console has shown so far. */
  errors: string[]
  close(): Promise<void>
}

/** Where pictures go, for a person to look at. */
export const looks = new URL('../../.build/looks/', import.meta.url).pathname
mkdirSync(looks, { recursive: true })

/**
 * Somebody at a browser of their own: a person of the demo by name, or the public. Software rendering, offline but for our server.
 * `server` is the address of a server of one's own instead of the one that all walks share.
 */
export async function walk(
  who: string | null,
  options: { locale?: 'zh-CN' | 'en'; width?: number; height?: number; server?: string } = {},
): Promise<Walker> {
  browser ??= chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--enable-unsafe-swiftshader',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
    ],
  })
  const context = await (
    await browser
  ).newContext({
    baseURL: options.server ?? base(),
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? 'zh-CN',
    // a map that flies draws every frame in software
    reducedMotion: 'reduce',
  })
  if (who) {
    const accounts = (await (await context.request.get('/api/demo/accounts')).json()) as {
      name: string
      token: string
    }[]
    const account = accounts.find(({ name }) => name === who)
    if (!account) throw new Error(`nobody is called ${who}`)
    await context.request.post('/api/session', { data: { token: account.token } })
  }
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  onTestFailed(async ({ task }) => {
    if (page.isClosed()) return
    const picture = `${looks}failed, ${task.name.slice(0, 60).replaceAll('/', '-')}, ${who ?? 'public'}.png`
    await page.screenshot({ path: picture })
    console.error(`${who ?? 'the public'} stood at ${page.url()}: ${errors.join('; ') || 'no errors'}; ${picture}`)
    await context.close()
  })
  return { page, context, errors, close: () => context.close() }
}

export const base = (): string => inject('base')

/** Waits until no colour fades any more; what turns for ever is not waited for. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished.catch(() => null)),
    ),
  )

/** What axe finds wrong with the page as it stands (WCAG 2.2 AA), in words. The map's canvas has its own table. */
export async function audit(page: Page): Promise<string[]> {
  // axe reads colours as they are at that moment
  await settled(page)
  await page.evaluate(axe)
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
    }
    // what passes is not listed node by node: nobody reads it
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
