import { ProxyAgent, request } from 'undici'
import { sentTo } from '../../login/operator/person.fixture.ts'
import { type ConnectProxy, openConnectProxy } from '../../reference/connect-proxy.fixture.ts'
import { type Ended, startKrr, type Variables } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import type { Workspace } from './workspace.fixture.ts'

/** Production as a run sees it: its own addresses, at the end of a proxy, and one person who logs in there. */
export interface Production {
  readonly own: OwnEnvironment
  readonly proxy: ConnectProxy
  /** Runs `krr` beside the person, who pastes where they were sent to. */
  readonly besidePerson: (
    args: readonly string[],
    further?: Variables,
  ) => ReturnType<typeof startKrr>
  /** The same to its end. */
  readonly krr: (args: readonly string[], further?: Variables) => Promise<Ended>
  readonly stop: () => Promise<void>
}

/** What the registry knows, or what only test users have, is not said once more. */
const unsaid = (settings: Variables): Variables =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([key]) => !/_(?:API_URL|ISSUER|SPEC_URL|LOGIN|ALLOW_WRITE|PID(?:_\w+)?)$/.test(key),
    ),
  )

/** Starts the reference environment under the names of production, which nothing but a proxy leads to. */
export const startProduction = async (workspace: Workspace): Promise<Production> => {
  const hosts = { api: 'kontaktregisteret.no', op: 'idporten.no' }
  const own = await startOwnEnvironment({ workspace, name: 'prod', hosts })
  const { ports, caPem, people } = own.reference
  const proxy = await openConnectProxy({ [hosts.api]: ports.api, [hosts.op]: ports.op })
  const settings = workspace.in({ ...unsaid(own.settings()), HTTPS_PROXY: proxy.url })

  /** The person's own browser. */
  const dispatcher = new ProxyAgent({ uri: proxy.url, requestTls: { ca: caPem } })
  const redirectOf = async (url: string): Promise<string | undefined> => {
    const { headers, body } = await request(url, { dispatcher })
    await body.dump()
    return headers['location']?.toString()
  }

  const besidePerson: Production['besidePerson'] = (args, further = {}) => {
    const env = { ...settings.env, ...further }
    const started = startKrr(args, { ...settings, env, isPiped: true })
    let told = ''
    started.child.stderr?.on('data', (text: string) => {
      const before = told
      told += text
      const address = /^https\S+\/authorize\?\S+$/m
      const found = address.exec(told)
      if (found === null || address.test(before)) return
      void sentTo(found[0], people.MAIN.pid, redirectOf).then((pasted) =>
        started.child.stdin?.write(`${pasted}\n`),
      )
    })
    return started
  }

  return {
    own,
    proxy,
    besidePerson,
    krr: (args, further) => besidePerson(args, further).ended,
    async stop() {
      await dispatcher.close()
      await proxy.close()
      await own.reference.stop()
    },
  }
}
