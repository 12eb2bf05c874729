import { codeMisuseIsRefused } from '../rules/op/011-code-misuse-is-refused.ts'
import { once } from './once.ts'
import { lastSuite } from './suite.ts'

// A replayed code may end every token of its grant (RFC 6749, 4.1.2): each has a login of its own, and nothing
// comes after this.
lastSuite('authorization codes that must not be taken', ({ world, at }) => {
  for (const misuse of ['replayed', 'other code_verifier'] as const) {
    at(misuse, (conforms) => {
      conforms(
        codeMisuseIsRefused,
        once(async () => {
          await world.over()
          return world.main.misuseCode(misuse)
        }),
      )
    })
  }
})
