import { html } from './html.ts'
import type { Page } from './page.ts'

/** The end of a logout that names no place to go on to. */
export const loggedOutPage = (): Page => ({
  title: 'Du er logget ut',
  main: () => html`<p>Du kan lukke vinduet.</p>`,
})
