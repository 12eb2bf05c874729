import { html, type Markup } from './markup.ts'

/** How to see a verdict again: the one exchange, or the rule in a run of its own. */
export const repeatLines = (ruleId: string, environment: string): Markup =>
  environment === 'reference'
    ? html`<p class="again">See it again: <code>npx vitest run -t ${ruleId}</code></p>`
    : html`<p class="again">Replay the exchange: <code>npm run krr -- replay ${ruleId} --env ${environment}</code><br>
Judge the rule anew: <code>npm test -- --env ${environment} -t ${ruleId}</code></p>`
