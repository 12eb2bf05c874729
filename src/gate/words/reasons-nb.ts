import type { ReasonWords } from '../reason.ts'

/** Hva hver grunn sier, og hva den betyr for en tjeneste som skal bytte miljø. */
export const reasonsNb: ReasonWords = {
  'report-tampered': ['Rapporten er endret etter kjøringen', 'Rapporten beviser ingenting.'],
  'other-key': ['Rapporten er signert med en annen nøkkel', 'Noen andre kan ha laget rapporten.'],
  'wrong-environment': [
    'Rapporten gjelder et annet miljø',
    'Rapporten sier ingenting om miljøet det spørres om.',
  ],
  'wrong-target': [
    'Rapporten gjelder en annen adresse',
    'Rapporten sier ingenting om tjeneren som tjenesten skal bruke.',
  ],
  'register-not-restored': [
    'Språket ble ikke satt tilbake',
    'Kjøringen endret en oppføring i registeret og satte den ikke tilbake.',
  ],
  'must-failed': ['En MUST-regel feilet', 'Miljøet bryter kontrakten.'],
  'blocking-rule-failed': [
    'En regel som retningslinjene lar stoppe, feilet',
    'Retningslinjene godtar ikke dette avviket.',
  ],
  'known-expired': ['Et unntak har utløpt', 'Avviket teller igjen.'],
  'known-too-long': ['Et unntak varer for lenge', 'Et unntak på mer enn 90 dager gjelder ikke.'],
  'known-unknown-rule': ['Et unntak nevner en ukjent regel', 'Unntaket gjelder ikke.'],
  'known-not-seen': [
    'Et unntak gjelder noe som ikke lenger forekommer',
    'Et unntak som blir stående, ville skjule avviket hvis det kom tilbake.',
  ],
  'known-broader': [
    'Et unntak dekker mer enn det som forekommer',
    'Et for bredt unntak ville skjule et nytt avvik.',
  ],
  'flaky-expired': [
    'Et unntak for en ustabil forespørsel har utløpt',
    'Forespørselen teller igjen.',
  ],
  'flaky-too-long': [
    'Et unntak for en ustabil forespørsel varer for lenge',
    'Et unntak på mer enn 90 dager gjelder ikke.',
  ],
  'flaky-unknown-request': [
    'Et unntak nevner en forespørsel som ingen kjøring sender',
    'Unntaket gjelder ikke.',
  ],
  'breaking-difference': [
    'De to miljøene oppfører seg ulikt',
    'En tjeneste som fungerer i det første miljøet, kan feile i det andre.',
  ],
  'document-breaks': [
    'De publiserte dokumentene er ikke kompatible',
    'En klient som er generert fra det første dokumentet, kan feile i det andre miljøet.',
  ],
  slower: ['Målmiljøet er tregere', 'Forespørsler fra tjenesten kan få tidsavbrudd.'],
  'report-missing': ['Det finnes ingen rapport', 'Ingen vet hvordan dette miljøet oppfører seg.'],
  'report-unreadable': [
    'Rapporten kan ikke leses',
    'Ingen vet hvordan dette miljøet oppfører seg.',
  ],
  'not-sealed': ['Rapporten er ikke forseglet', 'Ingen kan se om rapporten er endret.'],
  'ephemeral-key': [
    'Rapporten er signert med en nøkkel som ingen kjenner',
    'Alle som kan skrive i mappen, kan signere rapporten på nytt.',
  ],
  'unknown-key': [
    'Ingenting sier hvem som må ha signert',
    'Ingen kan se hvem som laget rapporten.',
  ],
  'address-unknown': [
    'Adressen til miljøet er ukjent',
    'Rapporten kan gjelde en hvilken som helst tjener.',
  ],
  'report-partial': ['Kjøringen vurderte bare noen av reglene', 'De andre reglene kan feile.'],
  'report-stale': ['Rapporten er for gammel', 'Miljøet kan ha endret seg siden.'],
  'report-from-future': ['En klokke går feil', 'Ingen kan si hvor gammel rapporten er.'],
  'other-harness': [
    'Rapporten er laget av en annen versjon',
    'De to versjonene kan vurdere samme svar ulikt.',
  ],
  'other-rule-set': [
    'Rapporten bruker et eldre regelsett',
    'Regler som retningslinjene krever, er ikke vurdert.',
  ],
  'harness-broke': [
    'krr-conformance sviktet selv',
    'Reglene som er nevnt her, er ikke vurdert. Dette er en feil i krr-conformance.',
  ],
  'must-not-judged': [
    'En MUST-regel kunne ikke vurderes',
    'Ingen vet om miljøet følger disse reglene.',
  ],
  'rule-missing': ['Rapporten mangler en regel', 'Ingen vet om miljøet følger disse reglene.'],
  'must-not-exercised': [
    'En MUST-regel ble utelatt med hensikt',
    'Ingen vet om miljøet følger disse reglene.',
  ],
  'must-not-applicable': [
    'En MUST-regel kom ikke til anvendelse',
    'Vilkåret for regelen forekom ikke, så regelen sier ingenting.',
  ],
  'area-silent': [
    'Et helt område sier ingenting',
    'Ingen MUST-regel i området besto, så ingenting er kjent om det.',
  ],
  'flake-not-known': [
    'En forespørsel feilet ved første forsøk',
    'En tjeneste som ikke prøver igjen, ville ha møtt feilen.',
  ],
  'matrix-missing': [
    'Beviset for testverktøyet mangler',
    'Ingen vet hvilke feil denne versjonen av krr-conformance finner.',
  ],
  'matrix-other-version': [
    'Beviset gjelder en annen versjon av testverktøyet',
    'Ingen vet hvilke feil denne versjonen av krr-conformance finner.',
  ],
  'matrix-incomplete': [
    'Beviset for testverktøyet er ufullstendig',
    'Denne versjonen av krr-conformance kan overse en feil.',
  ],
  'nothing-compared': [
    'De to kjøringene har ingen forespørsel felles',
    'Ingen vet om de to miljøene oppfører seg likt.',
  ],
}
