import { html } from './html.ts'
import type { Page } from './page.ts'

/** What went wrong, where it cannot be told to the client by a redirect. */
export const errorPage = (error: string, description: string | undefined): Page => ({
  title: 'Innloggingen kan ikke fortsette',
  status: 400,
  main: () => html`<p>Tjenesten du kom fra, sendte en forespørsel som ikke kan behandles.</p>
<dl><dt>Feil</dt><dd><code>${error}</code></dd>
${description === undefined ? undefined : html`<dt>Forklaring</dt><dd lang="en">${description}</dd>`}</dl>`,
})
