const heading = /^(#{1,6})\s+(.*)$/

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A heading's name: without `{#an-id}` and a colon at the end. */
const nameOf = (title: string): string =>
  folded(title.replace(/\{#[^}]*\}/, '')).replace(/\s*:$/, '')

/** `5.1` names `## 5.1` and `## 5.1 Successful Response`, and not `## 5.10`. */
const isNamed = (name: string, section: string): boolean =>
  name === nameOf(section) || (/^[A-Z]?[0-9.]+$/.test(section) && name.startsWith(`${section} `))

/**
 * The text of a page's sections of that name, quotation marks of Markdown taken off and white space
 * folded, subsections included; undefined where the page has none of that name.
 */
export const sectionOf = (page: string, section: string): string | undefined => {
  const lines = page.split('\n')
  const collected: string[] = []
  let depth = 0
  let isFound = false
  for (const line of lines) {
    const [, marks = '', title = ''] = heading.exec(line) ?? []
    if (marks !== '' && (depth === 0 || marks.length <= depth)) {
      depth = isNamed(nameOf(title), section) ? marks.length : 0
      isFound ||= depth > 0
    } else if (depth > 0) collected.push(line.replace(/^\s*> ?/, ''))
  }
  return isFound ? folded(collected.join('\n')) : undefined
}
