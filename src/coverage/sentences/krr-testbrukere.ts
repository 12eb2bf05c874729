import type { PageOfSentences } from '../sentence.ts'
import { KRR_TESTBRUKERE } from '../sources.ts'

export const krrTestbrukere: PageOfSentences = {
  source: KRR_TESTBRUKERE,
  sentences: [
    {
      id: 'USER-001',
      section: 'Hva mener vi med syntetisk testbruker?',
      quote:
        'Syntetiske testbrukere har en personidentifikator der man som hovedregel har plusset på 80 på fødselsmåneden og kontrollsifferene er regnet ut i fra det.',
      rules: ['KRR-BODY-003'],
    },
    {
      id: 'USER-002',
      section: 'Testbrukar utanfor Tenor testdatabase',
      quote:
        'For at disse skal kunne benyttes i ID-porten og KRR, må disse opprettes med +80 i månedsfeltet i fødselsnummeret.',
      notTested: 'out of scope',
      why: 'what an environment refuses at login; the settings refuse such a number before',
    },
    {
      id: 'USER-003',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Med mobil, e-post og digital postkasse',
      rules: ['KRR-SCOPE-002', 'KRR-SCOPE-004'],
    },
    {
      id: 'USER-004',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Kun mobil',
      rules: ['KRR-SCOPE-002', 'KRR-BODY-024'],
    },
    {
      id: 'USER-005',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Kun e-post',
      rules: ['KRR-SCOPE-002', 'KRR-BODY-024'],
    },
    {
      id: 'USER-006',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Slettet fra KRR',
      rules: ['KRR-BODY-008', 'KRR-BODY-010'],
    },
    {
      id: 'USER-007',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Utgått på 18mnd regel',
      rules: ['KRR-BODY-011'],
    },
    {
      id: 'USER-008',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Testbrukerene innehar følgende attributter fra KRR som tilbakestilles hver dag:',
      notTested: 'not observable from outside',
      why: 'when that is, and whether the language is reset, is not said; a run does not depend on it',
    },
    {
      id: 'USER-009',
      section: 'KRR testbrukere med ulike attributter i test-Folkeregisteret.',
      quote: 'Merk! Postkasse må testes ved andre tester/testbrukere.',
      notTested: 'ambiguous',
      why: 'the list above it has one with a mailbox; KRR_TEST_EXPECT says what the configured user has',
    },
  ],
}
