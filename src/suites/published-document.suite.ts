import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { documentIsValid } from '../rules/spec/001-document-is-valid.ts'
import { getAndPatchAreDescribed } from '../rules/spec/002-get-and-patch-are-described.ts'
import { nothingPromisedWasTakenBack } from '../rules/spec/003-nothing-promised-was-taken-back.ts'
import { additionsAreKnown } from '../rules/spec/004-additions-are-known.ts'
import {
  type AnsweredKinds,
  whatIsAnsweredIsDocumented,
} from '../rules/spec/006-what-is-answered-is-documented.ts'
import { bothRepresentationsAreDocumented } from '../rules/spec/007-both-representations-are-documented.ts'
import { kindsOfAnswers } from './kinds-of-answers.ts'
import { once } from './once.ts'
import { comparedWithSnapshot, publishedDocument } from './published-document.ts'
import { suite } from './suite.ts'

suite('published OpenAPI document', ({ world, at }) => {
  at('where the environment publishes it', (conforms) => {
    const document = once(() => publishedDocument(world))
    const comparison = once(() => comparedWithSnapshot(world))

    conforms(documentIsValid, document)
    conforms(getAndPatchAreDescribed, document)
    conforms(nothingPromisedWasTakenBack, comparison)
    conforms(additionsAreKnown, comparison)
    conforms(bothRepresentationsAreDocumented, document)
  })

  at('all that the person resource answered', (conforms) => {
    const answered = once(async (): Promise<AnsweredKinds> => {
      const answers = await kindsOfAnswers(world)
      if (answers.length === 0) throw new EvidenceUnavailableError('the person resource gave none')
      return { published: await publishedDocument(world), answers }
    })

    conforms(whatIsAnsweredIsDocumented, answered)
  })
})
