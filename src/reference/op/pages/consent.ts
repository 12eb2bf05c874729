import { type Html, html } from './html.ts'
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
