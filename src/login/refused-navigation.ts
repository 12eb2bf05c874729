import type { Page } from 'playwright-core'

/** Resolves with what became of the first page that is answered with an error status, or with nothing. */
export const refusedNavigation = (page: Page): Promise<string> =>
  new Promise((resolve) => {
    page.on('response', (response) => {
      const isNavigation = response.request().isNavigationRequest()
      if (isNavigation && response.status() >= 400)
        resolve(`the next page is an error, status ${response.status()}`)
    })
    page.on('requestfailed', (request) => {
      const name = /^net::(ERR_[A-Z0-9_]+)$/.exec(request.failure()?.errorText ?? '')?.[1]
      // The caught redirect ends a navigation too, and so does a page that has gone on.
      if (name === undefined || name === 'ERR_ABORTED') return
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        resolve(`the next page did not come (${name})`)
    })
  })
