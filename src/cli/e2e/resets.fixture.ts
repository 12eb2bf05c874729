import type { Socket } from 'node:net'
import { accept } from '../../defects/acceptance.ts'
import { type Experiment, onReference } from '../../defects/experiment.ts'
import { type Front, openFront, type Way } from '../../reference/front.fixture.ts'
import type { ReferenceShared } from '../../reference/start.ts'

/** Where in a request's life its connection is reset: the server never hears of it, or the client never of the answer. */
export type Moment = 'before the server has it' | 'after the server has answered'

/** Every request and connection that there is, by what the wire shows of it, and which of them were reset. */
export interface Sweep {
  readonly moment: Moment
  readonly met: Set<string>
  readonly reset: Set<string>
}

/** So many requests of a run come through between two resets: no server is given up for a few of them in a row. */
const between = 12

/** One conforming server, over connections that are reset so often at most: whatever was not in the runs before. */
export const sweptBy = (sweep: Sweep, number: number, resetsAtMost: number): Experiment => {
  const header = {
    id: `RESETS-${number}`,
    kind: 'variant',
    group: 'resets',
    title: `connections are reset ${sweep.moment}`,
  } as const
  return {
    ...header,
    proves: [],
    rounds: [(shared) => startSwept(shared, sweep, chooser(sweep, resetsAtMost))],
    judge: (report, facts) => accept(header, [], report, facts),
  }
}

/** Says of what comes in one run whether it is reset. */
const chooser = ({ met, reset }: Sweep, resetsAtMost: number): ((kind: string) => boolean) => {
  const turns = new Map<string, number>()
  const spared = new Set<string>()
  let [left, through] = [resetsAtMost, between]
  return (kind) => {
    const turn = (turns.get(kind) ?? 0) + 1
    turns.set(kind, turn)
    const key = `${kind} #${turn}`
    through += 1
    // What a run without resets does not ask comes of the resets themselves.
    if (resetsAtMost === 0) met.add(key)
    if (!met.has(key) || reset.has(key) || left === 0) return false
    // What is sent again after a reset is of the same kind.
    if (through < between || spared.has(kind)) return false
    spared.add(kind)
    reset.add(key)
    left -= 1
    through = 0
    return true
  }
}

/** What is the same of a request in every run: its line without values, what it accepts, and what its token is for. */
const kindOf = ({ request }: Way): string => {
  const { method, headers, url = '' } = request
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ')
  const query = [...new Set(searchParams.keys())].sort().join('&')
  const fields = [headers.accept, headers['content-type'], headers['content-length']]
  return [method, pathname, query, ...fields, scheme, claimsIn(token)].join(' ')
}

const claimsIn = (token: string): string => {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return (claims.match(/"(?:pid|scope)":"[^"]*"/g) ?? []).join()
}

const startSwept = async (
  shared: ReferenceShared,
  { moment }: Sweep,
  isChosen: (kind: string) => boolean,
) => {
  const fronts: Front[] = []
  const open = async (port: number, tls: Parameters<typeof openFront>[0]['tls']) => {
    const front = await openFront({
      port,
      ...(tls && { tls }),
      onConnection: (connection: Socket) => {
        const to = tls === undefined ? 'ID-porten' : 'the API'
        if (isChosen(`connection to ${to}`)) connection.resetAndDestroy()
      },
      handle: (way) => {
        if (!isChosen(kindOf(way))) way.pass()
        else if (moment === 'before the server has it') way.reset()
        else way.loseAnswer()
      },
    })
    fronts.push(front)
    return front.port
  }
  const server = await onReference(() => ({}), { opFront: (port) => open(port, undefined) })(shared)
  const { apiUrl, specUrl } = server.configured
  const { pki } = shared
  const port = await open(Number(new URL(apiUrl).port), { identity: pki.tls, ca: pki.caPem })
  const at = (url: string) => Object.assign(new URL(url), { port: String(port) }).href
  return {
    ...server,
    configured: { ...server.configured, apiUrl: at(apiUrl), specUrl: at(specUrl) },
    stop: async () => {
      await Promise.all(fronts.map(({ close }) => close()))
      await server.stop()
    },
  }
}
