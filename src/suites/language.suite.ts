import { representations } from '../evidence/person-reading.ts'
import type { PatchAttempt } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { scopeCombinations, writingCombinations } from '../krr/person-api.ts'
import { theSchemeIsCaseInsensitive } from '../rules/auth/012-the-scheme-is-case-insensitive.ts'
import { aChangeIsNobodyElses } from '../rules/auth/017-a-change-is-nobody-elses.ts'
import { findingName, parseFindingName } from '../rules/finding-name.ts'
import { bothRepresentationsCarryTheSamePerson } from '../rules/neg/003-both-representations-carry-the-same-person.ts'
import { languageChangeIsAccepted } from '../rules/patch/001-language-change-is-accepted.ts'
import { acceptedChangeIs204WithoutContent } from '../rules/patch/002-accepted-change-is-204-without-content.ts'
import { changeIsSeenAtOnce } from '../rules/patch/003-change-is-seen-at-once.ts'
import { nothingButTheLanguageChanges } from '../rules/patch/004-nothing-but-the-language-changes.ts'
import { languageTimestampMovesForward } from '../rules/patch/005-language-timestamp-moves-forward.ts'
import { sameChangeAgainLeavesTheSameState } from '../rules/patch/006-same-change-again-leaves-the-same-state.ts'
import { unknownCodeIsNeverStored } from '../rules/patch/007-unknown-code-is-never-stored.ts'
import { otherMembersChangeNothing } from '../rules/patch/010-other-members-change-nothing.ts'
import { largeDocumentsAreNoServerError } from '../rules/patch/012-large-documents-are-no-server-error.ts'
import { oneOfTwoChangesAtOnceStands } from '../rules/patch/013-one-of-two-changes-at-once-stands.ts'
import { languageIsLeftAsFound } from '../rules/patch/014-language-is-left-as-found.ts'
import { whatAnEmptySpraakDoesIsReported } from '../rules/patch/016-what-an-empty-spraak-does-is-reported.ts'
import { writeWithoutItsScopeIsRefused } from '../rules/scope/009-write-without-its-scope-is-refused.ts'
import { refusedWriteIsCalledInsufficientScope } from '../rules/scope/010-refused-write-is-called-insufficient-scope.ts'
import { createAttemptBatch } from './attempt-batch.ts'
import { type Attempt, withAnswer } from './attempts.ts'
import { readBesides } from './changes.ts'
import type { Conforms } from './conforms.ts'
import {
  falseCredentials,
  judgeFalseCredentials,
  otherCase,
} from './credentials/false-credentials.ts'
import { allScopes, isDeclared, requireDeclaredLanguage } from './declared-scopes.ts'
import { judgeDelivery, judgeLanguage, judgeSignature, judgeWithheld } from './jws-rules.ts'
import { type Once, once } from './once.ts'
import { otherMethods } from './other-methods.ts'
import { publishedDocument } from './published-document.ts'
import { jwsReadingOf, readBoth, requireNoFurtherScope } from './readings.ts'
import { judgeRefusal } from './refusals.ts'
import { languageOfAnother, largeDocument, refusedDocuments } from './refused-documents.ts'
import { emptyLanguage, openRegister, startLanguage } from './register.ts'
import { languageDocument } from './register-access.ts'
import { suite } from './suite.ts'
import { readSecondPerson, readUninvolved, secondPersona } from './uninvolved-person.ts'
import { placeOf, shortScopes } from './world.ts'

/** One for each combination that may write, in turn where the client has fewer. What must not take effect is sent where the last one stands. */
const languages = ['en', 'se', 'nb', startLanguage] as const

suite('PATCH person', ({ world, at }) => {
  const untouched = once(async () => {
    requireDeclaredLanguage(world)
    return readSecondPerson(world)
  })
  const second = secondPersona(world)
  const ofAnother = languageOfAnother(second && world.target.environment.personas[second])
  // In a replay nobody else is asked for, unless it sends what names them.
  const asked = parseFindingName(world.target.only ?? '')
  const isReadFirst =
    asked === undefined ||
    asked.ruleId === aChangeIsNobodyElses.id ||
    asked.name === findingName(asked.ruleId, ofAnother.factor)
  const register = openRegister(world, async () => {
    if (isReadFirst) await untouched().catch(() => {})
  })
  const { chain } = world
  const batch = createAttemptBatch(chain, register)
  const declared = writingCombinations.filter((scopes) => isDeclared(world, scopes))
  const writing = declared.length === 0 ? writingCombinations : declared
  languages.forEach((language, index) => {
    const scopes = writing[index % writing.length] ?? allScopes(world)
    const change = chain.step(() => register.change(language, scopes))

    at(`spraak "${language}", ${shortScopes(scopes)}`, (conforms) => {
      conforms(languageChangeIsAccepted, change)
      conforms(acceptedChangeIs204WithoutContent, change)
      conforms(changeIsSeenAtOnce, change)
      conforms(nothingButTheLanguageChanges, change)
      conforms(languageTimestampMovesForward, change)
    })

    for (const [which, representation] of representations.entries()) {
      at(`after spraak "${language}", ${representation}`, (conforms) => {
        const published = once(async () => {
          const { after } = await change()
          const reading = after[which]
          if (reading === undefined) throw new EvidenceUnavailableError('no reading after it')
          return { published: await publishedDocument(world), reading }
        })

        judgeLanguage(conforms, published)
        judgeDelivery(
          conforms,
          once(async () => (await published()).reading.exchange),
        )
        if (representation === 'application/json') return
        // What was signed before is no longer what is said.
        const jws = once(async () => {
          const { exchange } = (await published()).reading
          return jwsReadingOf(
            world,
            { scopes: allScopes(world), representation },
            Promise.resolve(exchange),
          )
        })

        judgeSignature(conforms, world, jws)
      })
    }

    at(`after spraak "${language}", application/json and application/jose`, (conforms) => {
      const both = once(async () => {
        const [json, jose] = (await change()).after
        return { json, jose }
      })
      const again = () =>
        chain.between(() =>
          readBoth(world, { scopes: allScopes(world) }, `, after spraak "${language}" once more`),
        )

      conforms(bothRepresentationsCarryTheSamePerson, both, { again })
    })

    const besides = readBesides(scopes)
    at(`after spraak "${language}", ${placeOf(besides)}`, (conforms) => {
      judgeWithheld(
        conforms,
        once(async () => {
          await requireNoFurtherScope(world, besides.scopes)
          const [, , otherScopes] = (await change()).after
          return otherScopes
        }),
      )
    })
  })

  const repetition = chain.step(() => register.repeat())

  at(`spraak "${startLanguage}" once more`, (conforms) => {
    conforms(sameChangeAgainLeavesTheSameState, repetition)
  })

  at(`PATCH, the scheme as "${otherCase}"`, (conforms) => {
    conforms(
      theSchemeIsCaseInsensitive,
      once(async () => ({ exchange: await (await repetition()).inOtherCase() })),
    )
  })

  at(emptyLanguage, (conforms) => {
    const emptied = chain.step(() => register.empty())
    const attempt = once(async () => withAnswer(await emptied()))

    conforms(whatAnEmptySpraakDoesIsReported, attempt)
    conforms(unknownCodeIsNeverStored, attempt)
    conforms(otherMembersChangeNothing, attempt)
    judgeRefusal(conforms, attempt)
  })

  /** A write that must be refused, sent together with all others of them. */
  const refused = (
    where: string,
    make: () => Promise<Omit<Attempt, 'factor'> & { readonly factor?: string }>,
    judgeOwn: (conforms: Conforms, attempt: Once<PatchAttempt>) => void,
  ) =>
    at(where, (conforms) => {
      const taken = batch.attempt(async () => ({ factor: where, ...(await make()) }))
      const attempt = once(async () => withAnswer(await taken()))

      judgeOwn(conforms, attempt)
      judgeRefusal(conforms, attempt)
    })

  for (const scopes of scopeCombinations.filter((own) => !own.includes('krr:user/spraak.write'))) {
    refused(
      `no spraak.write: ${shortScopes(scopes)}`,
      async () => {
        await requireNoFurtherScope(world, scopes)
        return { document: languageDocument('en'), scopes }
      },
      (conforms, attempt) => {
        conforms(writeWithoutItsScopeIsRefused, attempt)
        conforms(refusedWriteIsCalledInsufficientScope, attempt)
      },
    )
  }

  for (const { factor, rule, authorization, readsOnly } of falseCredentials) {
    if (readsOnly === true) continue
    refused(
      `PATCH, ${factor}`,
      async () => ({
        factor,
        document: languageDocument('en'),
        authorization: (await authorization(world)) ?? null,
      }),
      (conforms, attempt) => {
        conforms(rule, attempt)
        judgeFalseCredentials(conforms, attempt)
      },
    )
  }

  for (const { factor, rules, ...attempt } of [...refusedDocuments, ofAnother, ...otherMethods]) {
    refused(
      factor,
      async () => attempt,
      (conforms, taken) => {
        for (const rule of rules) conforms(rule, taken)
      },
    )
  }

  at(largeDocument.factor, (conforms) => {
    const taken = batch.attempt(async () => largeDocument)

    conforms(largeDocumentsAreNoServerError, taken)
  })

  at('spraak "en" and "se" at once', (conforms) => {
    const competition = chain.step(() => register.compete('en', 'se'))

    conforms(oneOfTwoChangesAtOnceStands, competition)
  })

  at('another test user, after all that was written', (conforms) => {
    const written = chain.step(async () => {
      const before = await untouched()
      await register.prepare()
      const changes = writing.map((scopes, index) => async () => {
        await register.change(languages[index % 3] ?? startLanguage, scopes)
      })
      const naming = async () => register.attempt([ofAnother])
      return readUninvolved(world, before, [...changes, naming])
    })

    conforms(aChangeIsNobodyElses, written)
  })

  at('the language put back', (conforms) => {
    const restored = chain.last(() => register.restore())

    conforms(languageIsLeftAsFound, restored)
  })
})
