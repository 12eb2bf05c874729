import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { type Calls, callsOver } from './channel.ts'

interface Other {
  double(value: number): number
  fail(how: 'unavailable' | 'configuration' | 'broken'): never
  hear(word: string): void
  wait(): Promise<void>
}

const failures = {
  unavailable: new EvidenceUnavailableError('nobody is there', { verdict: 'not-applicable' }),
  configuration: new ConfigurationError(['KRR_ENV must be a name', 'KRR_TEST_PID is missing']),
  broken: new TypeError('x is undefined'),
}

const withOther = async (
  use: (other: Calls<Other>, heard: readonly string[], end: () => void) => Promise<void>,
): Promise<void> => {
  const { port1, port2 } = new MessageChannel()
  const heard: string[] = []
  const served: Other = {
    double: (value) => value * 2,
    fail: (how) => {
      throw failures[how]
    },
    hear: (word) => void heard.push(word),
    wait: () => new Promise(() => {}),
  }
  callsOver(port2, { ...served })
  const other = callsOver<Other>(port1, {})
  try {
    await use(other, heard, () => port2.close())
  } finally {
    other.close()
  }
}

describe('calls over a port', () => {
  test('answers come to whom they are for', () =>
    withOther(async (other) => {
      const answers = [1, 2, 3].map((value) => other.ask('double', value))
      expect(await Promise.all(answers)).toEqual([2, 4, 6])
    }))

  test('what is told is heard before the answer to what is asked after it', () =>
    withOther(async (other, heard) => {
      other.tell('hear', 'first')
      await other.ask('double', 1)
      expect(heard).toEqual(['first'])
    }))

  test('what cannot be judged stays that', () =>
    withOther(async (other) => {
      const error = await other.ask('fail', 'unavailable').catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(EvidenceUnavailableError)
      expect(error).toMatchObject({ message: 'nobody is there', verdict: 'not-applicable' })
    }))

  test('every problem of a setting is told', () =>
    withOther(async (other) => {
      const error = await other.ask('fail', 'configuration').catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ConfigurationError)
      expect(error).toMatchObject({ problems: failures.configuration.problems })
    }))

  test('anything else is a fault of the harness', () =>
    withOther(async (other) => {
      await expect(other.ask('fail', 'broken')).rejects.toThrow('x is undefined')
    }))

  test('nobody waits for a thread that has ended', () =>
    withOther(async (other, _heard, end) => {
      const waiting = other.ask('wait')
      end()
      await expect(waiting).rejects.toThrow('the thread that logs in has ended')
      await expect(other.ask('double', 1)).rejects.toThrow('the thread that logs in has ended')
    }))
})
