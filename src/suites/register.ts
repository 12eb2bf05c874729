import type { Exchange } from '../evidence/exchange.ts'
import { hasScope, type KrrScope, type PersonReading } from '../evidence/person-reading.ts'
import type { CompetingChanges, LanguageChange, RepeatedChange } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { type Attempt, type TakenAttempt, takeAttempts } from './attempts.ts'
import { type Attributed, takeAttributed } from './attribution.ts'
import { changeLanguage, competeForLanguage, repeatChange } from './changes.ts'
import { bearerInOtherCase, otherCase } from './credentials/false-credentials.ts'
import { allScopes } from './declared-scopes.ts'
import { disturbed, takeUndisturbed } from './interference.ts'
import { refuseIntrusion } from './intrusion.ts'
import { tokensFor } from './readings.ts'
import { noTwin, personalValues } from './refusals.ts'
import { languageDocument, languageOf, openAccess } from './register-access.ts'
import type { World } from './world.ts'

/** The person's language as the writing suite handles it. Call it only from the chain: one step at a time. */
export interface Register {
  /** Writes a language with a token of these scopes and reads it back three ways. */
  change(language: string, scopes: readonly KrrScope[]): Promise<LanguageChange>
  /**
   * Makes sure that a change has succeeded in this run and that the language is one that no attempt leaves.
   * @throws EvidenceUnavailableError where none succeeds: no refusal proves anything then
   */
  prepare(): Promise<void>
  /**
   * Writes the language that stands once more, and reads it; then again, the name of the scheme in another case. What
   * becomes of that is told apart: it is no part of the repetition.
   */
  repeat(): Promise<RepeatedChange & { readonly inOtherCase: () => Promise<Exchange> }>
  /** Writes an empty language, reads what became of it, and sets the language again that stood. */
  empty(): Promise<TakenAttempt>
  /** Writes two languages at once, neither of which stands, and reads which of them does then. */
  compete(one: string, other: string): Promise<CompetingChanges>
  /** Sends what must not take effect and reads what became of it; whatever did is put right at once. */
  attempt(attempts: readonly Attempt[]): Promise<readonly PromiseSettledResult<TakenAttempt>[]>
  /** Puts the language back that was found, and reads it back. */
  restore(): Promise<{ readonly found: string; readonly left: PersonReading }>
}

/**
 * Neither `nb` nor `en`, which attempts ask for: whichever of them takes effect is seen. The changes before end
 * with it.
 */
export const startLanguage = 'nn'

/** A write that may remove the language, in words. */
export const emptyLanguage = 'spraak ""'

/**
 * The register of a world; nothing is read or written before something is asked of it.
 * @param beforeWriting what is to be read before the first write
 */
export const openRegister = (world: World, beforeWriting?: () => Promise<unknown>): Register => {
  const access = openAccess(world, beforeWriting)
  /** A change that was accepted and then seen: whoever says yes and does nothing refuses nothing either. */
  let twin: Exchange | undefined
  const tell = (exchange: Exchange, before: PersonReading, after: PersonReading): void => {
    const isSeen = languageOf(before) !== languageOf(after)
    if (exchange.response.status < 300 && isSeen) twin = exchange
  }

  const writeAndSee = async (language: string): Promise<Exchange> => {
    const before = await access.latest()
    const exchange = await access.write(language)
    const after = await access.read(', before what must not take effect')
    await access.see(after, [language])
    tell(exchange, before, after)
    return exchange
  }

  const changeToStart = async (): Promise<Exchange> => {
    const isThere = languageOf(await access.latest()) === startLanguage
    if (twin === undefined && isThere) await writeAndSee('nb')
    return writeAndSee(startLanguage)
  }

  const succeeded = async (): Promise<Exchange> => {
    refuseIntrusion(world)
    await access.found()
    if (twin === undefined || languageOf(await access.latest()) !== startLanguage) {
      const exchange = await changeToStart()
      if (twin === undefined) throw exchange.response.status < 300 ? noEffect() : noTwin(exchange)
    }
    return twin
  }

  const repeatInOtherCase = async (twin: Exchange): Promise<Exchange> => {
    if (twin.response.status >= 300) throw noTwin(twin)
    const { accessToken } = await tokensFor(world, allScopes(world))
    return access.send({
      label: `spraak "${startLanguage}", the scheme as "${otherCase}"`,
      document: languageDocument(startLanguage),
      authorization: bearerInOtherCase(accessToken),
      language: startLanguage,
    })
  }

  return {
    async change(language, scopes) {
      await access.found()
      const take = async (): Promise<LanguageChange> => {
        // To the language that stands already it would be no change.
        if (languageOf(await access.latest()) === language) {
          await writeAndSee(language === startLanguage ? 'nb' : startLanguage)
          // What both writes set to their time would show no difference within one second.
          await access.nextSecond()
        }
        const change = await changeLanguage(world, access, { language, scopes })
        const [json] = change.after
        if (languageOf(json) === language) tell(change.exchange, change.before, json)
        return change
      }
      const attributed = () =>
        takeAttributed(access, take, ({ before, after: [after], exchange }) => ({
          before,
          after,
          ...sentBy([language], [exchange]),
        }))
      return takeUndisturbed(access, stepOf(attributed), ({ before, after }) => ({
        before,
        written: [language],
        after: after.filter((reading) => hasScope(reading, 'krr:user/kontaktinformasjon.read')),
      }))
    },

    async prepare() {
      await succeeded()
    },

    async repeat() {
      const first = await succeeded()
      const take = async () => {
        if (languageOf(await access.latest()) !== startLanguage) await writeAndSee(startLanguage)
        // Whether the time moves shows only where it can: it is told in whole seconds.
        await access.nextSecond()
        return repeatChange(access, startLanguage)
      }
      const attributed = () =>
        takeAttributed(access, take, ({ before, after, exchange }) => ({
          before,
          after,
          ...sentBy([startLanguage], [exchange]),
        }))
      const repetition = await takeUndisturbed(access, stepOf(attributed), ({ before, after }) => ({
        before,
        written: [startLanguage],
        after: [after],
      }))
      const [inOtherCase] = await Promise.allSettled([repeatInOtherCase(repetition.exchange)])
      return { first, ...repetition, inOtherCase: async () => answerOf(inOtherCase) }
    },

    async empty() {
      const first = await succeeded()
      const take = async (): Promise<TakenAttempt> => {
        const before = await access.latest()
        const exchange = await access.write('')
        const after = await access.read(', after spraak ""')
        await access.see(after, [''])
        if (languageOf(after) !== languageOf(before)) await writeAndSee(startLanguage)
        const isRemoved = exchange.response.status < 300 && !languageOf(after)
        const isSetAgain = languageOf(await access.latest()) === startLanguage
        await world.main.removalSeen(isRemoved && isSetAgain)
        return {
          factor: emptyLanguage,
          requested: emptyLanguage,
          sent: languageDocument(''),
          twin: first,
          exchange,
          before,
          after,
          personal: personalValues(before),
        }
      }
      const { step } = await takeAttributed(access, take, ({ before, after, exchange }) => ({
        before,
        after,
        ...sentBy([''], exchange === undefined ? [] : [exchange]),
      }))
      return step
    },

    async compete(...requested) {
      await succeeded()
      const attributed = () =>
        takeAttributed(
          access,
          () => competeForLanguage(access, requested),
          ({ before, after, answers }) => ({
            before,
            after,
            ...sentBy(
              requested,
              answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])),
            ),
          }),
        )
      const { answers, ...competition } = await takeUndisturbed(
        access,
        stepOf(attributed),
        ({ before, after }) => ({ before, written: requested, after: [after] }),
      )
      return { ...competition, exchanges: [answerOf(answers[0]), answerOf(answers[1])] }
    },

    async attempt(attempts) {
      return takeAttempts(access, await succeeded(), attempts)
    },

    async restore() {
      const language = await access.found()
      // Whoever asks for this rule alone has changed nothing yet; what stops it must not stop the way back.
      if (twin === undefined) await changeToStart().catch(() => undefined)
      const now = languageOf(await access.read(', before the language is put back'))
      const own = access.own()
      if (now !== undefined && own !== undefined && ![language, ...own].includes(now)) {
        await access.giveWay(now)
        await world.main.journalEnd(now)
        throw disturbed()
      }
      if ((now ?? '') !== language) await access.putBack(language)
      const left = await access.read(', the language put back')
      if ((languageOf(left) ?? '') === language) await world.main.journalEnd(language)
      if (twin === undefined) throw noEffect()
      return { found: language, left }
    },
  }
}

/** What the writes of a step sent, and whether any of them was accepted. */
const sentBy = (languages: readonly string[], answers: readonly Exchange[]) => ({
  isAccepted: answers.some(({ response }) => response.status < 300),
  sent: languages.map(languageDocument),
})

const stepOf =
  <Step>(take: () => Promise<Attributed<Step>>): (() => Promise<Step>) =>
  async () =>
    (await take()).step

/** Where no change takes effect it proves nothing that others do not either. */
const noEffect = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    'accepted language changes never become visible (see KRR-PATCH-003), so an unchanged language does not show that this request was refused',
  )

/** The answer, where one came; both writes are over before either is asked for it. */
const answerOf = (outcome: PromiseSettledResult<Exchange> | undefined): Exchange => {
  if (outcome?.status === 'fulfilled') return outcome.value
  throw outcome?.reason
}
