import type { Page } from 'playwright-core'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { shownAddress, shownTitle } from './redirects.ts'
import { maskedScreenshot, type OnScreenshot } from './screenshot.ts'

/** Nothing came in time: nothing was refused either, and it may be tried once more where no secret is used up by it. */
export class NotAnsweredError extends EvidenceUnavailableError {}

/** That something did not answer within the time that a step has. */
export const notAnswered = (what: string, stepSeconds: number, keyName: string): NotAnsweredError =>
  new NotAnsweredError(
    `${what} did not answer within ${stepSeconds} s (KRR_${keyName}_STEP_SECONDS)`,
  )

/** Where a login stopped, in words of our own. */
export interface Stop {
  readonly persona: string
  /** The page or step: `testid`. */
  readonly step: string
  readonly what: string
  /** Gets a masked picture; undefined where none may be taken. */
  readonly onScreenshot: OnScreenshot | undefined
}

/** Says where a login stopped: the step, the page's title without digits, its address without query. */
export const loginFailure = async (page: Page, stop: Stop): Promise<EvidenceUnavailableError> => {
  const title = shownTitle(await page.title().catch(() => ''))
  const address = shownAddress(page.url())
  if (stop.onScreenshot !== undefined) {
    const picture = await maskedScreenshot(page)
    if (picture !== undefined)
      stop.onScreenshot(picture, `login-${stop.persona}-${stop.step.replaceAll(' ', '-')}`)
  }
  return new EvidenceUnavailableError(
    `login of ${stop.persona} stopped at the step "${stop.step}": ${stop.what} (page ${title}, ${address})`,
  )
}
