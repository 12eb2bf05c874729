import type { FieldLine } from '../evidence/exchange.ts'
import { fieldLines } from '../evidence/message.ts'
import type { OnSecret } from '../oidc/secrets.ts'

/** The cookies of one headless login, in memory, sent back to the host that set them and no other. */
export interface CookieJar {
  keep(url: string, response: { readonly fields: readonly FieldLine[] }): void
  /** The `Cookie` field for the URL, or none. */
  fieldsFor(url: string): readonly FieldLine[]
}

/** Makes an empty jar. `Path` and `Domain` are not needed for one chain of redirects on a host. */
export const createCookieJar = (onSecret: OnSecret): CookieJar => {
  const hosts = new Map<string, Map<string, string>>()
  return {
    keep(url, response) {
      const { host } = new URL(url)
      const cookies = hosts.get(host) ?? new Map<string, string>()
      hosts.set(host, cookies)
      for (const line of fieldLines(response, 'set-cookie')) {
        const [pair = '', ...attributes] = line.split(';')
        const at = pair.indexOf('=')
        if (at <= 0) continue
        const name = pair.slice(0, at).trim()
        const value = pair.slice(at + 1).trim()
        if (value === '' || attributes.some(isOver)) {
          cookies.delete(name)
          continue
        }
        cookies.set(name, value)
        onSecret('cookie', value)
      }
    },
    fieldsFor(url) {
      const cookies = hosts.get(new URL(url).host)
      if (cookies === undefined || cookies.size === 0) return []
      return [['cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')]]
    },
  }
}

const isOver = (attribute: string): boolean => {
  const [name = '', value = ''] = attribute.trim().split('=')
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0
  return name.toLowerCase() === 'expires' && Date.parse(value) <= 0
}
