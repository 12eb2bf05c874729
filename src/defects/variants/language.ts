import { encodeJson, isJsonObject } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

const languages: readonly unknown[] = ['nb', 'nn', 'en', 'se']

/** PATCH answered otherwise, with the same effect. */
export const languageVariants: readonly Variant[] = [
  {
    id: 'VAR-CHANGE-IS-ANSWERED-WITH-200',
    title: 'an accepted PATCH is answered with 200 and what was changed',
    mayTrip: ['KRR-PATCH-002', 'KRR-SPEC-006'],
    injections: () => ({
      response: (response, { request }) => {
        if (request.method !== 'PATCH' || response.status !== 204) return response
        const sent: unknown = JSON.parse(new TextDecoder().decode(request.content))
        return {
          ...withField(response, 'Content-Type', 'application/json'),
          status: 200,
          content: encodeJson(sent),
        }
      },
    }),
  },
  {
    id: 'VAR-UNKNOWN-LANGUAGE-IS-400',
    title: 'a document that is JSON and no language change is refused with 400',
    injections: () => ({
      patchDecision: (decision) =>
        decision.kind === 'refused' && decision.status === 422
          ? { ...decision, status: 400 }
          : decision,
    }),
  },
  {
    id: 'VAR-OTHER-MEMBERS-ARE-PASSED-OVER',
    title: 'members beside spraak are passed over, and the language is changed',
    injections: () => ({
      patchDecision: (decision, { sent }) => {
        const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
        const isOnlyTooMuch = decision.kind === 'refused' && decision.status === 422
        return isOnlyTooMuch && typeof spraak === 'string' && languages.includes(spraak)
          ? { kind: 'accepted', spraak }
          : decision
      },
    }),
  },
  {
    id: 'VAR-CODES-IN-CAPITALS-ARE-UNDERSTOOD',
    title: 'NB is taken for nb, and stored as nb',
    mayTrip: ['KRR-PATCH-015'],
    injections: () => ({
      patchDecision: (decision, { sent }) => {
        const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
        const lower = typeof spraak === 'string' ? spraak.toLowerCase() : ''
        const isAlone = isJsonObject(sent) && Object.keys(sent).length === 1
        const isOfItsContent = decision.kind === 'refused' && decision.status === 422
        return isOfItsContent && isAlone && languages.includes(lower)
          ? { kind: 'accepted', spraak: lower }
          : decision
      },
    }),
  },
]
