import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The suite files in their order, with what a person is told while each runs. */
const phases: ReadonlyMap<string, string> = new Map([
  // Readings first, the one chain of writes after them, and last what may end a grant.
  ['person.suite.ts', 'logging in and reading the person, all scope combinations'],
  ['provider.suite.ts', 'judging ID-porten'],
  ['published-document.suite.ts', 'judging the published OpenAPI document'],
  ['authentication.suite.ts', 'asking without credentials and with false ones'],
  ['language.suite.ts', 'changing the language and putting it back'],
  ['people.suite.ts', 'reading people in special states'],
  ['signing-key.suite.ts', 'comparing the keys that signed'],
  ['code-misuse.suite.ts', 'sending authorization codes that must not be taken'],
])

const order = [...phases.keys()]

/** What a suite file does, in words. */
export const phaseOf = (moduleId: string): string => phases.get(basename(moduleId)) ?? 'judging'

/** Runs the suite files in the order in which they may touch the register. */
export class SuiteOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = order.indexOf(basename(moduleId))
      if (at < 0) throw new UnorderedSuiteError(basename(moduleId))
      return at
    }
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}

/** A suite file has no place in the order: it could write while others read. */
class UnorderedSuiteError extends Error {
  override readonly name = 'UnorderedSuiteError'
  readonly code = 'UNORDERED_SUITE'

  constructor(file: string) {
    super(`${file} has no place in src/suites/order.ts`)
  }
}
