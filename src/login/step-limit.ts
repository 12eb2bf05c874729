import type { Page } from 'playwright'
import { EvidenceUnavailableError } from '../evidence/transport.ts'

/** So many questions, windows and downloads a page may come up with while it is walked through. */
const unaskedAtMost = 10
/** A step is a wait for its page, for that page to be whole, and for what follows it; the rest is for what is done on it. */
const waitsOfStep = 3
const actsWithinMs = 5_000
const keepsBusy = { obstacle: { kind: 'login-page-busy' } } as const

/** Ends a walk through pages that keep the browser busy, or flood it. */
export interface StepLimit {
  /** A step begins, and has its time from now on. */
  begin(): void
  /** Rejects where a step is not over in time, or where the page floods. */
  readonly over: Promise<never>
  end(): void
}

/**
 * Every wait has a limit of its own, but for those for the page's own thread: a script without end stops that, and with
 * it whatever is asked of the page. This one waits for nothing.
 */
export const limitSteps = (
  page: Page,
  { stepSeconds, keyName }: { readonly stepSeconds: number; readonly keyName: string },
): StepLimit => {
  let stop: (error: Error) => void = () => {}
  const over = new Promise<never>((_, reject) => {
    stop = reject
  })
  over.catch(() => {})
  let timer: NodeJS.Timeout | undefined
  const begin = (): void => {
    clearTimeout(timer)
    const late = `the page keeps the browser busy: the step was not over within its time (KRR_${keyName}_STEP_SECONDS is ${stepSeconds})`
    timer = setTimeout(
      () => stop(new EvidenceUnavailableError(late, keepsBusy)),
      waitsOfStep * stepSeconds * 1_000 + actsWithinMs,
    )
  }
  const counted = (what: string): (() => void) => {
    let count = 0
    return () => {
      count += 1
      if (count > unaskedAtMost)
        stop(new EvidenceUnavailableError(`the page floods the browser with ${what}`, keepsBusy))
    }
  }
  const [question, window, download] = [
    counted('questions (alert, confirm, prompt)'),
    counted('windows'),
    counted('downloads'),
  ]
  page.on('dialog', (dialog) => {
    question()
    // Dismissed, a question before the page is left keeps the login there.
    const answered = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
    answered.catch(() => {})
  })
  page.on('popup', (popup) => {
    window()
    popup.close().catch(() => {})
  })
  page.on('download', (started) => {
    download()
    started.cancel().catch(() => {})
  })
  begin()
  return { begin, over, end: () => clearTimeout(timer) }
}

/** What is awaited of a page, or the other value where its thread does not answer in time. */
export const inTime = async <Value, Otherwise>(
  awaited: Promise<Value>,
  ms: number,
  otherwise: Otherwise,
): Promise<Value | Otherwise> => {
  awaited.catch(() => {})
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer))
}
