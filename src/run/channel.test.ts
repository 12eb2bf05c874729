import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { ChannelError } from '../login/thread/carried-error.ts'
import { connectChannel, type Serve, serveChannel } from './channel.ts'
import { mainProcess } from './main-process.ts'

const between = async <Result>(
  serve: Serve,
  use: (call: ReturnType<typeof connectChannel>['call']) => Promise<Result>,
): Promise<Result> => {
  const name = randomUUID()
  const server = serveChannel(name, serve)
  const client = connectChannel(name)
  try {
    return await use(client.call)
  } finally {
    client.close()
    server.close()
  }
}

describe('channel', () => {
  test('an answer that is ready after the end goes nowhere', async () => {
    const name = randomUUID()
    const unhandled: unknown[] = []
    const onUnhandled = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', onUnhandled)
    let answer = (_: string): void => {}
    let hear = (): void => {}
    const heard = new Promise<void>((resolve) => {
      hear = resolve
    })
    const server = serveChannel(name, () => {
      hear()
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    const client = connectChannel(name)
    try {
      void client.call('mine', 'tokens')
      await heard
      server.close()
      answer('late')
      // Rejections that nobody handles are told when all microtasks are over.
      await new Promise(setImmediate)
      expect(unhandled).toEqual([])
    } finally {
      process.off('unhandledRejection', onUnhandled)
      client.close()
    }
  })

  test('a call is answered with what it returns, bytes included', async () => {
    const answer = await between(
      async (target, method, args) => ({ target, method, bytes: new Uint8Array(args as number[]) }),
      (call) => call('mine', 'read', 1, 2),
    )
    expect(answer).toEqual({ target: 'mine', method: 'read', bytes: new Uint8Array([1, 2]) })
  })

  test('missing evidence stays missing evidence, with its verdict', async () => {
    const refused = between(
      async () => {
        throw new EvidenceUnavailableError('no login', { verdict: 'not-exercised' })
      },
      (call) => call('mine', 'tokens'),
    )
    await expect(refused).rejects.toMatchObject({
      code: 'EVIDENCE_UNAVAILABLE',
      verdict: 'not-exercised',
      message: 'no login',
    })
  })

  test('anything else that is thrown is the harness breaking', async () => {
    const broken = between(
      async () => {
        throw new TypeError('cannot')
      },
      (call) => call('mine', 'tokens'),
    )
    await expect(broken).rejects.toBeInstanceOf(ChannelError)
  })

  test("two callers on one channel never get each other's answers", async () => {
    const name = randomUUID()
    const server = serveChannel(name, async (target) => target)
    const [mine, yours] = [connectChannel(name), connectChannel(name)]
    try {
      expect(await Promise.all([mine.call('mine', 'who'), yours.call('yours', 'who')])).toEqual([
        'mine',
        'yours',
      ])
    } finally {
      for (const end of [mine, yours, server]) end.close()
    }
  })

  test('what is told arrives before a later call, and what it throws reaches nobody', async () => {
    const name = randomUUID()
    const seen: string[] = []
    const server = serveChannel(name, async (_, method) => {
      seen.push(method)
      if (method === 'recorded') throw new Error('cannot')
    })
    const client = connectChannel(name)
    try {
      client.tell('mine', 'recorded')
      client.tell('mine', 'learnt', 'a-secret')
      await client.call('mine', 'flush')
      expect(seen).toEqual(['recorded', 'learnt', 'flush'])
    } finally {
      client.close()
      server.close()
    }
  })

  test('calls arrive in their order', async () => {
    const seen: string[] = []
    await between(
      async (_, method) => void seen.push(method),
      (call) => Promise.all(['a', 'b', 'c'].map((method) => call('mine', method))),
    )
    expect(seen).toEqual(['a', 'b', 'c'])
  })
})

describe('the calls of suites', () => {
  const asked: string[] = []
  const channel = {
    call: async (target: string, method: string) => asked.push(`${target} asks ${method}`),
    tell: (target: string, method: string) => void asked.push(`${target} tells ${method}`),
  }
  const main = mainProcess(channel, 'mine')

  test('are asked, or told where nobody waits for an answer', async () => {
    await main.revoke('a token')
    main.learnt('pid', '05818510073')
    expect(asked.splice(0)).toEqual(['mine asks revoke', 'mine tells learnt'])
  })

  test('are no program where one is misspelt, or has another argument', () => {
    // @ts-expect-error
    void main.tokenz
    // @ts-expect-error
    void main.waitUntil('tomorrow')
    expect(asked.splice(0)).toEqual(['mine asks waitUntil'])
  })
})
