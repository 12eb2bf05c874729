import type { PatchAttempt } from '../evidence/refusal.ts'
import { scopeCombinations, writingCombinations } from '../krr/scope-combinations.ts'
import { languageChangeIsAccepted } from '../rules/patch/001-language-change-is-accepted.ts'
import { acceptedChangeIs204WithoutContent } from '../rules/patch/002-accepted-change-is-204-without-content.ts'
import { changeIsSeenAtOnce } from '../rules/patch/003-change-is-seen-at-once.ts'
import { nothingButTheLanguageChanges } from '../rules/patch/004-nothing-but-the-language-changes.ts'
import { languageTimestampMovesForward } from '../rules/patch/005-language-timestamp-moves-forward.ts'
import { unknownCodeIsNeverStored } from '../rules/patch/007-unknown-code-is-never-stored.ts'
import { whatIsNoJsonIsRefused } from '../rules/patch/009-what-is-no-json-is-refused.ts'
import { otherMembersChangeNothing } from '../rules/patch/010-other-members-change-nothing.ts'
import { languageIsLeftAsFound } from '../rules/patch/014-language-is-left-as-found.ts'
import { writeWithoutItsScopeIsRefused } from '../rules/scope/009-write-without-its-scope-is-refused.ts'
import { refusedWriteIsCalledInsufficientScope } from '../rules/scope/010-refused-write-is-called-insufficient-scope.ts'
import type { Conforms } from './conforms.ts'
import { falseCredentials } from './credentials/false-credentials.ts'
import { judgeFalseCredentials } from './credentials/judge-false-credentials.ts'
import type { Once } from './once.ts'
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

  for (const { factor, rule, authorization } of falseCredentials) {
    attempted(
      async () => ({
        factor,
        document: languageDocument('en'),
        authorization: (await authorization(world)) ?? null,
      }),
      `PATCH, ${factor}`,
      (conforms, refusal) => {
        conforms(rule, refusal)
        judgeFalseCredentials(conforms, refusal)
      },
    )
  }

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
