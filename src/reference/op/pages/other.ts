import { randomBytes } from 'node:crypto'
import { type Html, html } from './html.ts'
import { field } from './login.ts'
import type { Page } from './page.ts'

const meanings: Readonly<Record<string, string>> = {
  'krr:user/kontaktinformasjon.read': 'Lese kontaktinformasjonen din, og om du kan varsles',
  'krr:user/digitalpost.read': 'Lese adressen til den digitale postkassen din',
  'krr:user/spraak.write': 'Endre språket du vil ha henvendelser på',
}

/** The consent to each scope; what is not ticked is left out of the token. */
export const consentPage = (scopes: readonly string[], clientId: string): Page => ({
  title: 'Samtykke',
  main: () => html`<form method="post">
<fieldset>
<legend><b>${clientId}</b> ber om å få gjøre dette på dine vegne:</legend>
${scopes.map(scopeChoice)}
</fieldset>
<div class="actions">
<button id="accept" name="godta">Godta</button>
<button class="second" id="decline" name="avslaa">Avslå</button>
</div>
</form>`,
})

const scopeChoice = (scope: string): Html =>
  html`<label class="tick"><input type="checkbox" name="scope" value="${scope}" checked>
<span>${meanings[scope] ?? scope} <code>${scope}</code></span></label>`

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

/** ID-porten calls a client or redirect URI that is not registered by the code of a request (felleslosninger/docs#657). */
const calledInvalidRequest = new Set(['invalid_client', 'invalid_redirect_uri'])

/** What went wrong, where it cannot be told to the client by a redirect. */
export const errorPage = (error: string, description: string | undefined): Page => {
  const code = calledInvalidRequest.has(error) ? 'invalid_request' : error
  const traceId = randomBytes(16).toString('hex')
  return {
    title: 'Noe gikk galt',
    status: 400,
    main: () => html`<p>400 ${code} (traceId=${traceId})</p>
${description === undefined ? undefined : html`<p lang="en">${description}</p>`}`,
  }
}

/** A login page that was opened outside a login, or too late. */
export const expiredPage = (): Page => ({
  title: 'Innloggingen har utløpt',
  status: 400,
  main: () => html`<p>Gå tilbake til tjenesten du kom fra, og logg inn på nytt.</p>`,
})

/** The end of a logout that names no place to go on to. */
export const loggedOutPage = (): Page => ({
  title: 'Du er logget ut',
  main: () => html`<p>Du kan lukke vinduet.</p>`,
})

/** A logout without a session, which ID-porten answers with an error page. */
export const notLoggedInPage = (): Page => ({
  title: 'Du er ikke logget inn',
  status: 400,
  main: () => html`<p>Det finnes ingen innlogging å avslutte i denne nettleseren.</p>`,
})
