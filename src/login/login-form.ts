/** A form of a page as a browser would send it, before anything is filled in. */
export interface LoginForm {
  /** Where it is posted to. */
  readonly action: string
  /** Its hidden fields, a CSRF token say. */
  readonly hidden: Readonly<Record<string, string>>
}

/** The link to TestID at this level, by its documented address; undefined where the page has none. */
export const testidLink = (html: string, level: string, pageUrl: string): string | undefined => {
  const id = level.endsWith('-high') ? 'testid2' : 'testid1'
  const href = [...html.matchAll(/<a\b[^>]*>/gi)]
    .map(([tag]) => attribute(tag, 'href'))
    .find((candidate) => candidate?.endsWith(`/authorize/${id}`))
  return href !== undefined && URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : undefined
}

/** The POST form with an input of this name; undefined where the page has none. */
export const formWith = (html: string, input: string, pageUrl: string): LoginForm | undefined => {
  for (const [form, tag = ''] of html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/gi)) {
    const inputs = [...form.matchAll(/<input\b[^>]*>/gi)].map(([found]) => found)
    if (!inputs.some((found) => attribute(found, 'name') === input)) continue
    const action = attribute(tag, 'action') ?? ''
    if (attribute(tag, 'method')?.toLowerCase() !== 'post' || !URL.canParse(action, pageUrl))
      continue
    const hidden = inputs
      .filter((found) => attribute(found, 'type')?.toLowerCase() === 'hidden')
      .map((found) => [attribute(found, 'name') ?? '', attribute(found, 'value') ?? ''] as const)
    return { action: new URL(action, pageUrl).href, hidden: Object.fromEntries(hidden) }
  }
  return undefined
}

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return match === null ? undefined : unescaped(match[1] ?? match[2] ?? '')
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
