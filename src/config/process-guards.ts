import { hostName, isLoopback } from './address.ts'
import type { Source } from './dotenv.ts'

interface Guard {
  readonly key: string
  readonly refuses: (text: string) => boolean
  readonly because: string
}

const writesSecrets = 'it writes what is sent and received, tokens included'

const guards: readonly Guard[] = [
  {
    key: 'NODE_TLS_REJECT_UNAUTHORIZED',
    refuses: (text) => text === '0',
    because: 'it switches off the checking of certificates',
  },
  {
    key: 'SSLKEYLOGFILE',
    refuses: () => true,
    because: 'it writes the keys that open the recorded traffic',
  },
  {
    key: 'NODE_OPTIONS',
    refuses: (text) => /--tls-keylog\b/.test(text),
    because: 'its --tls-keylog writes the keys that open the recorded traffic',
  },
  { key: 'DEBUG', refuses: (text) => namesPlaywright(text), because: writesSecrets },
  { key: 'NODE_DEBUG', refuses: () => true, because: writesSecrets },
]

// The "debug" package takes patterns separated by commas or spaces, with * for any text.
const namesPlaywright = (text: string): boolean =>
  text.split(/[\s,]+/).some((pattern) => {
    const [start = '', rest] = pattern.split('*', 2)
    return start.startsWith('pw:') || (rest !== undefined && 'pw:'.startsWith(start))
  })

/** A sentence for each variable of the process that may not be set while these URLs are contacted. */
export const processRefusals = (
  source: Source,
  urls: readonly (string | undefined)[],
): readonly string[] => {
  const remote = urls.find((url) => url !== undefined && !isLoopback(url))
  if (remote === undefined) return []
  return guards.flatMap(({ key, refuses, because }) => {
    const text = source.get(key)
    if (text === undefined || !refuses(text)) return []
    return [`${key} must not be set against ${hostName(remote)}: ${because}; unset it for this run`]
  })
}
