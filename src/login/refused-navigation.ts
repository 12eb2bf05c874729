import type { Page } from 'playwright-core'

/** What became of a page that did not come as it should. */
export type Refused =
  | { readonly kind: 'error page'; readonly status: number }
  | { readonly kind: 'lost' | 'forbidden'; readonly what: string }

/** Resolves with what became of the first page that is answered with an error status, or with nothing. */
export const refusedNavigation = (page: Page): Promise<Refused> =>
  new Promise((resolve) => {
    page.on('response', (response) => {
      const isNavigation =
        response.request().isNavigationRequest() && response.frame() === page.mainFrame()
      if (isNavigation && response.status() >= 400)
        resolve({ kind: 'error page', status: response.status() })
    })
    page.on('requestfailed', (request) => {
      const name = /^net::(ERR_[A-Z0-9_]+)$/.exec(request.failure()?.errorText ?? '')?.[1]
      // The caught redirect ends a navigation too, and so does a page that has gone on.
      if (name === undefined || name === 'ERR_ABORTED') return
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        resolve({ kind: 'lost', what: `the next page did not come (${name})` })
    })
    page.on('console', (message) => {
      // The form may be sent, and what answers it may not be followed: any browser stops there.
      if (message.type() === 'error' && /form-action/.test(message.text()))
        resolve({
          kind: 'forbidden',
          what: 'the login page forbids the browser to go on from its form, by form-action of its Content-Security-Policy',
        })
    })
  })
