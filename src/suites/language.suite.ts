import type { PatchAttempt, RefusedWrite } from '../evidence/refusal.ts'
import { scopeCombinations, writingCombinations } from '../krr/scope-combinations.ts'
import { noCredentialsAreRefused } from '../rules/auth/001-no-credentials-are-refused.ts'
import { a401CarriesABearerChallenge } from '../rules/auth/002-a-401-carries-a-bearer-challenge.ts'
import { whatIsNoTokenIsRefused } from '../rules/auth/003-what-is-no-token-is-refused.ts'
import { alteredClaimsAreRefused } from '../rules/auth/005-altered-claims-are-refused.ts'
import { languageChangeIsAccepted } from '../rules/patch/001-language-change-is-accepted.ts'
import { acceptedChangeIs204WithoutContent } from '../rules/patch/002-accepted-change-is-204-without-content.ts'
import { changeIsSeenAtOnce } from '../rules/patch/003-change-is-seen-at-once.ts'
import { nothingButTheLanguageChanges } from '../rules/patch/004-nothing-but-the-language-changes.ts'
import { languageTimestampMovesForward } from '../rules/patch/005-language-timestamp-moves-forward.ts'
import { unknownCodeIsNeverStored } from '../rules/patch/007-unknown-code-is-never-stored.ts'
import { whatIsNoJsonIsRefused } from '../rules/patch/009-what-is-no-json-is-refused.ts'
import { otherMembersChangeNothing } from '../rules/patch/010-other-members-change-nothing.ts'
import { languageIsLeftAsFound } from '../rules/patch/014-language-is-left-as-found.ts'
import type { Rule } from '../rules/rule.ts'
import { writeWithoutItsScopeIsRefused } from '../rules/scope/009-write-without-its-scope-is-refused.ts'
import { refusedWriteIsCalledInsufficientScope } from '../rules/scope/010-refused-write-is-called-insufficient-scope.ts'
import type { Conforms } from './conforms.ts'
import { alteredToken, noToken } from './forged-tokens.ts'
import { type Once, once } from './once.ts'
import { shortScopes } from './places.ts'
import { requireNoFurtherScope } from './readings.ts'
import { judgeRefusal } from './refusals.ts'
import { type Attempt, languageDocument, openRegister } from './register.ts'
import { suite } from './suite.ts'

const languages = ['nn', 'en', 'se', 'nb'] as const

suite('PATCH person', ({ world, at }) => {
  const register = openRegister(world)
  const { chain } = world

  writingCombinations.forEach((scopes, index) => {
    const language = languages[index % languages.length] ?? 'nb'
    at(`spraak "${language}", ${shortScopes(scopes)}`, (conforms) => {
      const change = chain.step(() => register.change(language, scopes))

      conforms(languageChangeIsAccepted, change)
      conforms(acceptedChangeIs204WithoutContent, change)
      conforms(changeIsSeenAtOnce, change)
      conforms(nothingButTheLanguageChanges, change)
      conforms(languageTimestampMovesForward, change)
    })
  })

  const attempted = (
    attempt: Attempt | (() => Promise<Attempt>),
    factor: string,
    judgeOwn: (conforms: Conforms, attempted: Once<PatchAttempt>) => void,
  ) =>
    at(factor, (conforms) => {
      const taken = chain.step(async () =>
        register.attempt(typeof attempt === 'function' ? await attempt() : attempt),
      )

      judgeOwn(conforms, taken)
      judgeRefusal(conforms, taken)
    })

  for (const scopes of scopeCombinations.filter((own) => !own.includes('krr:user/spraak.write'))) {
    const factor = `no spraak.write: ${shortScopes(scopes)}`
    attempted(
      async () => {
        await requireNoFurtherScope(world, scopes)
        return { factor, document: languageDocument('en'), scopes }
      },
      factor,
      (conforms, refusal) => {
        conforms(writeWithoutItsScopeIsRefused, refusal)
        conforms(refusedWriteIsCalledInsufficientScope, refusal)
      },
    )
  }

  const unauthenticated = (
    factor: string,
    authRule: Rule<RefusedWrite>,
    authorization: () => Promise<string | null>,
  ) =>
    attempted(
      async () => ({
        factor,
        document: languageDocument('en'),
        authorization: await authorization(),
      }),
      factor,
      (conforms, refusal) => {
        conforms(authRule, refusal)
        conforms(
          a401CarriesABearerChallenge,
          once(async () => (await refusal()).exchange),
        )
      },
    )

  unauthenticated('PATCH, no Authorization', noCredentialsAreRefused, async () => null)
  unauthenticated('PATCH, a token that is none', whatIsNoTokenIsRefused, async () => noToken)
  unauthenticated('PATCH, altered claims', alteredClaimsAreRefused, () => alteredToken(world))

  for (const code of ['de', 'nob', 'NB', '', 'x'.repeat(10_000)]) {
    const factor = code.length > 10 ? 'spraak of 10 000 characters' : `spraak "${code}"`
    attempted({ factor, document: languageDocument(code) }, factor, (conforms, attempt) => {
      conforms(unknownCodeIsNeverStored, attempt)
    })
  }

  for (const [factor, document] of [
    ['malformed JSON', '{"spraak":"en"'],
    ['an empty document', ''],
  ] as const) {
    attempted({ factor, document }, factor, (conforms, attempt) => {
      conforms(whatIsNoJsonIsRefused, attempt)
    })
  }

  for (const [factor, document] of [
    [
      'epostadresse as another member',
      { kontaktinformasjon: { epostadresse: 'conformance@example.com' } },
    ],
    ['reservasjon as another member', { reservasjon: 'JA' }],
    ['personidentifikator as another member', { personidentifikator: '01810199999' }],
    ['status as another member', { status: 'SLETTET' }],
    // Beside a language that is in order, so that nothing is refused for want of one.
    [
      'epostadresse beside spraak "en"',
      { spraak: 'en', kontaktinformasjon: { epostadresse: 'conformance@example.com' } },
    ],
    ['reservasjon beside spraak "en"', { spraak: 'en', reservasjon: 'JA' }],
  ] as const) {
    attempted({ factor, document: JSON.stringify(document) }, factor, (conforms, attempt) => {
      conforms(otherMembersChangeNothing, attempt)
    })
  }

  at('the language put back', (conforms) => {
    const restored = chain.last(() => register.restore())

    conforms(languageIsLeftAsFound, restored)
  })
})
