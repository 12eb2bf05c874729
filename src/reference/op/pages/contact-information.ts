import { field } from './field.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'

/** The page that has contact information confirmed. The provider has no register to write it to. */
export const contactInformationPage = (): Page => ({
  title: 'Er kontaktinformasjonen din riktig?',
  main: () => html`<p>Det offentlige bruker den når det skal varsle deg. Felt som står tomme, endrer ingenting.</p>
<form method="post">
${field({ id: 'epostadresse', label: 'E-postadresse', type: 'email', value: 'navn@example.com' })}
${field({ id: 'mobiltelefonnummer', label: 'Mobilnummer', type: 'tel', value: '+4799999999' })}
<button id="next">Neste</button>
</form>`,
})
