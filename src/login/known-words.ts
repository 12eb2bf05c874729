/**
 * Words of login pages and of what browsers and proxies say in their place, in bokmål, nynorsk, Northern Sámi and
 * English. A word that is anybody's name has no place here: `even`, `dag`, `per`, `mai`, `bo`.
 */
const vocabulary: ReadonlySet<string> = new Set(
  `id porten idporten testid minid bankid buypass commfides ansattporten difi digdir altinn krr norge no referanse
  innlogging logg inn ut innlogga innlogget pålogging velg vel hvordan du vil deg din ditt dine vi har er som ikke ikkje
  til fra frå på i og eller med uten av en ein et eit ei den det de denne dette gikk gjekk galt noe noko skjedde feil
  feilen feilmelding oppstod oppsto teknisk prøv igjen på nytt ny nye seinere senere siden sida side nettside nettsiden finnes
  finst ble vart blei kunne kan må skal ugyldig gyldig mangler manglar forespørsel forespørselen førespurnad sesjon
  sesjonen økten økta utløpt avvist avbrutt tilgang nektet nekta tjeneste tjenesten teneste tenesta utilgjengelig
  vedlikehold personidentifikator syntetisk fødselsnummer nummer testbruker testbrukar bruker brukar brukernavn passord
  kode engangskode eingongskode kodebrikke mobil app sms skriv oppgi tast siffer autentiser neste fortsett videre vidare
  bekreft stadfest lagre avbryt tilbake lukk hopp over kontaktinformasjon kontaktopplysninger kontaktopplysningar e post
  epost epostadresse postadresse mobilnummer mobiltelefonnummer telefonnummer opprett oppdater endre sjekk om opplysninger
  opplysningar riktig riktige rett samtykke godta godkjenn godkjent samtykk språk bokmål nynorsk engelsk samisk nivå høyt
  betydelig substantial high level sikkerhetsnivå informasjonskapsler cookies personvern velkommen hei
  giela vállje sámegiella čále sisa duođaš
  log login logon sign in out to the a an of for and or with without your you we is are was were not no this that page
  site can't cannot could be reached found error errors went wrong something problem loading unable connect connection
  refused reset timed closed server internal bad gateway unavailable service forbidden unauthorized unauthorised request
  requested invalid missing parameter denied access expired session please try again later choose select language how
  continue next back cancel close confirm contact information number identity national person user name username
  password code one time security warning certificate privacy private secure http https err proxy authentication
  authenticate authorization authorize required consent accept agree maintenance temporarily test example status title`
    .normalize('NFC')
    .split(/\s+/),
)

/** Parts of addresses beside these words. */
const routes: ReadonlySet<string> = new Set(
  'authorize authorise oauth2 oauth oidc openid selector testid1 testid2 callback par token op auth sso saml interaction ui v1 v2 api form minid2 public'.split(
    ' ',
  ),
)

/**
 * The text with every word that is not known masked. Names and addresses of people are never known, however they are
 * written; digits are none either.
 */
export const knownWords = (text: string): string =>
  text.normalize('NFC').replace(/\S+/g, (part) =>
    // An address is one word: parts of it may well be known.
    /[@\uff20\ufe6b]/.test(part)
      ? covered(part)
      : part.replace(/[^\p{P}]+(?:['’][^\p{P}]+)?/gu, known),
  )

const known = (word: string): string =>
  vocabulary.has(word.toLowerCase().replace('’', "'")) ? word : covered(word)

const covered = (word: string): string => '•'.repeat([...word].length)

/** Whether the part of an address's path says what page it is, and nothing else. */
export const isKnownRoute = (segment: string): boolean =>
  routes.has(segment) || segment.split(/[-_.]/).every((word) => vocabulary.has(word))
