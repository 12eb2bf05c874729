import { expect, test } from 'vitest'
import { findBrowser } from '../browser/find-browser.ts'
import { launchBrowser } from '../browser/open-browser.ts'
import { startTestApi } from '../reference/api/api.fixture.ts'
import { openAddress } from './open-address.ts'

test('a root that the browser does not know is named with the setting that makes it known', {
  timeout: 60_000,
}, async () => {
  // Its root is known to nobody; that Node may know it by NODE_EXTRA_CA_CERTS is nothing to a browser.
  const { apiUrl } = await startTestApi()
  const path = await findBrowser({ browserPath: undefined })
  const proxy = { httpsProxy: undefined, noProxy: undefined }
  const redirectUri = 'http://localhost:3000/callback'
  const browser = await launchBrowser({ path, redirectUri, proxy })
  try {
    const opening = openAddress({
      page: await browser.newPage(),
      watch: { callback: new Promise(() => {}), isHere: () => false },
      url: apiUrl,
      environment: { stepSeconds: 30, keyName: 'MINE' },
    })
    await expect(opening).rejects.toThrow(
      'the authorization endpoint: ERR_CERT_AUTHORITY_INVALID (a browser reads no NODE_EXTRA_CA_CERTS: name the root in KRR_MINE_CA)',
    )
  } finally {
    await browser.close()
  }
})
