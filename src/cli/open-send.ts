import { learnConfiguration } from '../evidence/masking/configured.ts'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { createPace } from '../evidence/pace.ts'
import { createRecorder } from '../evidence/recorder.ts'
import type { Send } from '../evidence/transport.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { paceOf } from '../run/request-budget.ts'
import { userAgent } from '../run/version.ts'
import type { OneEnvironment } from './one-environment.ts'

/** Sends requests to an environment without a login, and so without a browser; close it when done. */
export const openSend = ({
  environment,
  settings,
}: OneEnvironment): { readonly send: Send; readonly close: () => Promise<void> } => {
  const masker = createMasker(pseudonymsWith(randomKey()), environment.production)
  learnConfiguration(masker.vault, environment)
  const { transport, close } = openTransport({
    ca: environment.ca,
    httpsProxy: settings.httpsProxy,
    noProxy: settings.noProxy,
    userAgent: userAgent(settings.contact),
  })
  const send = createRecorder({
    transport,
    masker,
    pace: createPace(paceOf(environment)),
    prefix: 's',
    documentOf: () => 'open',
    onRecorded: () => {},
  })
  return { send, close }
}
