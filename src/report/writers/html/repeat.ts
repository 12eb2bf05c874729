import type { RuleResult } from '../../model.ts'
import { html, type Markup } from './markup.ts'

/** How to see a verdict again: one finding by its name, or the rule in a run of its own. */
export const repeatLines = (
  { id, observations }: Pick<RuleResult, 'id' | 'observations'>,
  environment: string,
): Markup => {
  const name = observations.find((own) => own.name !== undefined)?.name
  const rule =
    environment === 'reference'
      ? `npx vitest run -t ${id}`
      : `npm test -- --env ${environment} -t ${id}`
  return name === undefined
    ? html`<p class="again">See it again: <code>${rule}</code></p>`
    : html`<p class="again">Replay the finding: <code>npm run krr -- replay ${name} --env ${environment}</code><br>
Judge the rule anew: <code>${rule}</code></p>`
}
