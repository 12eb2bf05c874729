import type { Page } from 'playwright-core'

/** Resolves with the status of the first page that is answered with an error status. */
export const refusedNavigation = (page: Page): Promise<number> =>
  new Promise((resolve) => {
    page.on('response', (response) => {
      const isNavigation = response.request().isNavigationRequest()
      if (isNavigation && response.status() >= 400) resolve(response.status())
    })
  })
