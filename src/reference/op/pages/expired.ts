import { html } from './html.ts'
import type { Page } from './page.ts'

/** A login page that was opened outside a login, or too late. */
export const expiredPage = (): Page => ({
  title: 'Innloggingen har utløpt',
  status: 400,
  main: () => html`<p>Gå tilbake til tjenesten du kom fra, og logg inn på nytt.</p>`,
})
