import type { InEach, Language } from './language.ts'

const stateWordsEn = {
  came: 'came',
  absent: 'may come, did not',
  withheld: 'withheld, as it must be',
  missing: 'missing: must come, did not',
  undue: 'undue: must not come, did',
  refused: 'refused, as may be: no read scope',
  'no person': 'no person came',
}

const en = {
  title: 'What each scope yields',
  states: stateWordsEn,
  asExpected: (ways: number) =>
    `In all ${ways} ways to ask (combinations of scopes, each as JSON and as a signed JWS), the members that came are those that the scopes let expect.`,
  notAsExpected: (odd: number, ways: number) =>
    `In ${odd} of ${ways} ways to ask (combinations of scopes, each as JSON and as a signed JWS), the members that came are not those that the scopes let expect.`,
  judgesNothing:
    'The picture shows, and judges nothing: the SCOPE and BODY rules do, and know the exceptions.',
  drawing: (odd: number, ways: number) =>
    `Members by combination of scopes; ${odd === 0 ? 'all as expected' : `${odd} of ${ways} ways to ask not as expected`}. The table below says the same.`,
  signed: 'application/jose, signed',
  asTable: 'The same as a table',
  table: 'Table of what each scope yields',
  noScope: 'no krr scope',
  columns: {
    scopes: 'scopes',
    as: 'as',
    status: 'status',
    came: 'came',
    withheld: 'withheld, as it must be',
    missing: 'missing',
    undue: 'undue',
    exchange: 'exchange',
  },
  unknown: (members: number) =>
    ` and ${members} ${members === 1 ? 'member' : 'members'} that the contract does not know`,
}

/** The words of the picture of scopes. */
export type PictureWords = typeof en

const nb: PictureWords = {
  title: 'Hva hvert scope gir',
  states: {
    came: 'kom',
    absent: 'kan komme, kom ikke',
    withheld: 'holdt tilbake, slik det skal',
    missing: 'mangler: skal komme, kom ikke',
    undue: 'utilbørlig: skal ikke komme, kom',
    refused: 'avvist, som det kan: ikke noe lesescope',
    'no person': 'ingen person kom',
  },
  asExpected: (ways) =>
    `På alle ${ways} måter å spørre på (kombinasjoner av scope, hver som JSON og som signert JWS) kom de medlemmene som scopene gir.`,
  notAsExpected: (odd, ways) =>
    `På ${odd} av ${ways} måter å spørre på (kombinasjoner av scope, hver som JSON og som signert JWS) kom det andre medlemmer enn scopene gir.`,
  judgesNothing:
    'Bildet viser, og vurderer ingenting: Det gjør reglene SCOPE og BODY, som kjenner unntakene.',
  drawing: (odd, ways) =>
    `Medlemmer etter kombinasjon av scope; ${odd === 0 ? 'alle som forventet' : `${odd} av ${ways} måter å spørre på er ikke som forventet`}. Tabellen nedenfor sier det samme.`,
  signed: 'application/jose, signert',
  asTable: 'Det samme som tabell',
  table: 'Tabell over hva hvert scope gir',
  noScope: 'ingen krr-scope',
  columns: {
    scopes: 'scope',
    as: 'som',
    status: 'status',
    came: 'kom',
    withheld: 'holdt tilbake, slik det skal',
    missing: 'mangler',
    undue: 'utilbørlig',
    exchange: 'utveksling',
  },
  unknown: (members) =>
    ` og ${members} ${members === 1 ? 'medlem' : 'medlemmer'} som kontrakten ikke kjenner`,
}

const each: InEach<PictureWords> = { en, nb }

/** The words of the picture in a language. */
export const pictureWordsIn = (language: Language): PictureWords => each[language]
