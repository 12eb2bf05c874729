/** A published document that rules stand on. `page` is its file under specs/pages/. */
export interface Source {
  readonly name: string
  readonly url: string
  readonly page: `${string}.md`
}

const rfc = (number: number): Source => ({
  name: `RFC ${number}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  page: `rfc${number}.md`,
})

/** Digdir's page of the user-specific API, as the user handed it over. */
export const BRUKERSPESIFIKT_OPPSLAG = {
  name: 'Oppslag ved innlogget bruker',
  url: 'https://docs.digdir.no/docs/Kontaktregisteret/Brukerspesifikt-oppslag_rest.html',
  page: 'brukerspesifikt-oppslag.md',
} as const satisfies Source

export const RFC_6749 = rfc(6749)
export const RFC_6750 = rfc(6750)
export const RFC_7515 = rfc(7515)
export const RFC_9110 = rfc(9110)
