import type { Reporter, TestCase, Vitest } from 'vitest/node'

/** A reporter for vitest: one line for each test that passed at its second try alone (`flaky: FILE > TEST`). */
export default class FlakyTests implements Reporter {
  readonly #flaky: string[] = []
  #vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return
    const [first] = test.result().errors ?? []
    const [line = ''] = (first?.message ?? '').split('\n')
    this.#flaky.push(`flaky: ${test.module.relativeModuleId} > ${test.fullName} (${line})`)
  }

  onTestRunEnd(): void {
    for (const line of this.#flaky) this.#vitest?.logger.log(line)
  }
}
