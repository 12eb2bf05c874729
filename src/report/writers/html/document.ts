import { createHash } from 'node:crypto'
import { html, type Markup, stylesheetElement } from './markup.ts'
import { stylesheet } from './stylesheet.ts'

/** The page may load nothing and run nothing; its one stylesheet is named by its digest (CSP 3, 2.3.1). */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** A whole page that needs no network and no script. */
export const documentOf = (title: string, content: Markup): string => {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${stylesheetElement(stylesheet)}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`
  return page.text
}
