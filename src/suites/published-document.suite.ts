import { documentIsValid } from '../rules/spec/001-document-is-valid.ts'
import { getAndPatchAreDescribed } from '../rules/spec/002-get-and-patch-are-described.ts'
import { once } from './once.ts'
import { publishedDocument } from './published-document.ts'
import { suite } from './suite.ts'

suite('published OpenAPI document', ({ world, at }) => {
  at('where the environment publishes it', (conforms) => {
    const document = once(() => publishedDocument(world))

    conforms(documentIsValid, document)
    conforms(getAndPatchAreDescribed, document)
  })
})
