import type { Reporter, TestCase } from 'vitest/node'

/** A reporter for vitest: one line for each test that passed at its second try alone (`flaky: FILE > TEST`). */
export default class FlakyTests implements Reporter {
  readonly #flaky: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return
    const failures = test.result().errors ?? []
    const [first = ''] = (failures[0]?.message ?? '').split('\n')
    this.#flaky.push(`flaky: ${test.module.relativeModuleId} > ${test.fullName} (${first})`)
  }

  onTestRunEnd(): void {
    for (const line of this.#flaky) console.log(line)
  }
}
