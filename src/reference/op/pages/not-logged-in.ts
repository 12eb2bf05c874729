import { html } from './html.ts'
import type { Page } from './page.ts'

/** A logout without a session, which ID-porten answers with an error page. */
export const notLoggedInPage = (): Page => ({
  title: 'Du er ikke logget inn',
  status: 400,
  main: () => html`<p>Det finnes ingen innlogging å avslutte i denne nettleseren.</p>`,
})
