import { expect, test } from 'vitest'
import { html } from './html.ts'

test('strings are escaped, in text and in attributes', () => {
  expect(html`<p title="${`"'`}">${'<b>&'}</p>`.markup).toBe(
    '<p title="&quot;&#39;">&lt;b&gt;&amp;</p>',
  )
})

test('markup and lists of it are taken over, undefined is nothing', () => {
  expect(html`<ul>${[html`<li>1</li>`, html`<li>2</li>`]}${undefined}</ul>`.markup).toBe(
    '<ul><li>1</li>\n<li>2</li></ul>',
  )
})
