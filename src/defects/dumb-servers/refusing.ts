import type { DumbServer } from './dumb-server.ts'

const json = { 'Content-Type': 'application/json' }

const refusal = (status: number) => ({
  status,
  fields: json,
  content: JSON.stringify({ status, error: 'no' }),
})

/** Servers that say no to everything: whoever lets nobody in keeps no contract. */
export const refusingServers: readonly DumbServer[] = [
  {
    id: 'DUMB-REFUSES-WITH-401',
    title: 'every request is answered with 401 and a challenge',
    answer: () => ({
      ...refusal(401),
      fields: { ...json, 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    }),
    verdict: 'deviating',
    deserves: [],
  },
  {
    id: 'DUMB-REFUSES-WITH-403',
    title: 'every request is answered with 403',
    answer: () => refusal(403),
    verdict: 'deviating',
    deserves: [],
  },
  {
    id: 'DUMB-FINDS-NOTHING',
    title: 'every request is answered with 404',
    answer: () => refusal(404),
    verdict: 'deviating',
    deserves: [],
  },
  {
    id: 'DUMB-BREAKS',
    title: 'every request is answered with 500',
    answer: () => refusal(500),
    verdict: 'deviating',
    deserves: [],
  },
  {
    id: 'DUMB-DOES-NOT-LISTEN',
    title: 'nothing listens at the address',
    answer: undefined,
    verdict: 'inconclusive',
    deserves: [],
  },
]
