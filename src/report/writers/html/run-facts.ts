import type { ConformanceReport } from '../../model.ts'
import { counted } from '../../verdict-sentence.ts'
import { instant } from './links.ts'
import { html, type Markup } from './markup.ts'

/** Where the report comes from: what a gate or an auditor asks for. */
export const runFacts = (report: ConformanceReport): Markup => {
  const { target, run, contract, expiries = [] } = report
  return html`<section id="run" aria-labelledby="run-title">
<h2 id="run-title">This run</h2>
<dl class="table">
<dt>API</dt><dd><code>${target.apiUrl}</code></dd>
<dt>Issuer</dt><dd><code>${target.issuer}</code></dd>
<dt>Contract</dt><dd>${contract.source}<br><code>sha256 ${contract.sha256}</code></dd>
<dt>Run</dt><dd><code>${run.id}</code>, ${run.selection}</dd>
<dt>Began and ended</dt><dd>${instant(run.startedAt)}, ${instant(run.finishedAt)}</dd>
<dt>Requests and logins</dt><dd>${counted(run.requests, 'request')}, ${counted(run.logins, 'login')}</dd>
${run.loginMadeAt === undefined ? [] : [html`<dt>Logged in before the run</dt><dd>${instant(run.loginMadeAt)}, by <code>krr login</code></dd>`]}
<dt>Harness</dt><dd>version ${run.harnessVersion}, rule set ${run.ruleSet}</dd>
${expiries.map(({ what, of, at }) => html`<dt>${what.charAt(0).toUpperCase() + what.slice(1)} ends</dt><dd>${instant(at)}<br><code>${of}</code></dd>`)}
<dt>Files beside this one</dt><dd>report.json has all that is here as data, evidence.har every exchange, junit.xml and summary.md what a pipeline shows.</dd>
</dl>
</section>`
}
