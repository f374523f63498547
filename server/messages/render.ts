import { templates, words, type TemplateName } from './templates.ts'

/** The text of a queued message in a language. Pure; an unknown template or a missing parameter is a fault. */
export function renderMessage(template: string, params: Readonly<Record<string, unknown>>, locale: string): string {
  const found = Object.hasOwn(templates, template) ? templates[template as TemplateName] : undefined
  if (!found) throw new Error(`no template ${template}`)
  const language = locale.toLowerCase().startsWith('en') ? 'en' : 'zh'
  return found[language].replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const value = params[name]
    if (typeof value !== 'string') throw new Error(`template ${template} lacks ${name}`)
    return words[language][value] ?? value
  })
}
