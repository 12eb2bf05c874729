import type { Desert } from '../desert.ts'
import { signedPerson } from './constant-person.ts'
import { alwaysYes, plainFields, steadyJson, validPerson } from './deserts.ts'
import type { DumbRequest, DumbResponse, DumbServer, DumbWorld } from './dumb-server.ts'

const loginPage = `<!doctype html><html lang="nb"><head><title>Logg inn</title></head>
<body><form method="post" action="/login"><input name="pid"><button>Neste</button></form></body></html>`

const saysYesToPatch: Desert = {
  rules: ['KRR-PATCH-001', 'KRR-PATCH-002'],
  because:
    'the change is answered with 2xx, which is all that these rules ask; KRR-PATCH-003 fails',
}

const personAs = ({ fields }: DumbRequest, { person, pki }: DumbWorld): DumbResponse =>
  String(fields['accept'] ?? '').includes('jose')
    ? {
        status: 200,
        fields: { 'Content-Type': 'application/jose' },
        content: signedPerson(person, pki),
      }
    : { status: 200, fields: { 'Content-Type': 'application/json' }, content: person }

/** Servers that say yes to everything. */
export const answeringServers: readonly DumbServer[] = [
  {
    id: 'DUMB-SAYS-NOTHING',
    title: 'every request is answered with 200 and no content',
    answer: () => ({ status: 200, fields: {}, content: '' }),
    verdict: 'deviating',
    deserves: [plainFields],
  },
  {
    id: 'DUMB-SHOWS-A-LOGIN-PAGE',
    title: 'every request is answered with 200 and an HTML login page',
    answer: () => ({
      status: 200,
      fields: { 'Content-Type': 'text/html; charset=utf-8' },
      content: loginPage,
    }),
    verdict: 'deviating',
    deserves: [plainFields],
  },
  {
    id: 'DUMB-ECHOES',
    title: 'every request is answered with 200 and itself, as JSON or as it was sent',
    answer: ({ method, path, fields, content }) => ({
      status: 200,
      fields: { 'Content-Type': 'application/json' },
      content:
        content.length > 0
          ? content
          : JSON.stringify({ method, path, accept: fields['accept'] ?? null }),
    }),
    verdict: 'deviating',
    deserves: [plainFields, alwaysYes, steadyJson],
  },
  {
    id: 'DUMB-SHOWS-ONE-PERSON',
    title:
      'every request is answered with one person, valid and complete, in the representation asked for',
    answer: personAs,
    verdict: 'deviating',
    deserves: [plainFields, alwaysYes, steadyJson, ...validPerson, saysYesToPatch],
  },
  {
    id: 'DUMB-SHOWS-HALF-A-PERSON',
    title: 'the content of every response ends in the middle, and so says its Content-Length',
    answer: (request, world) => {
      const response = personAs(request, world)
      const half = Buffer.from(response.content)
      return { ...response, content: half.subarray(0, Math.floor(half.length / 2)) }
    },
    verdict: 'deviating',
    deserves: [
      plainFields,
      { rules: ['KRR-NEG-001'], because: 'it is labelled as JSON, and the rule asks for no more' },
    ],
  },
  {
    id: 'DUMB-HANGS-UP',
    title: 'every response breaks off in the middle of its content',
    answer: (request, world) => ({ ...personAs(request, world), cutAfter: 60 }),
    verdict: 'inconclusive',
    deserves: [],
  },
  {
    id: 'DUMB-CHANGES-NOTHING',
    title: 'a PATCH is answered with 204 and does nothing; else one person for everybody',
    answer: (request, world) =>
      request.method === 'PATCH'
        ? { status: 204, fields: {}, content: '' }
        : personAs(request, world),
    verdict: 'deviating',
    deserves: [plainFields, alwaysYes, steadyJson, ...validPerson, saysYesToPatch],
  },
]
