/** The report of one environment. */
export const reportStyle = `
.verdict { padding-top: clamp(1.8rem, 5vw, 3.5rem); }
.verdict .kicker { display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; max-width: none; color: var(--soft); }
.verdict .kicker strong { color: var(--ink); }
.verdict h1 { color: var(--tone); display: flex; align-items: center; gap: 0.3em; }
.seal { display: inline-grid; place-items: center; width: 1.15em; height: 1.15em; border-radius: 50%; background: var(--tint); flex: none; }
.seal .sign { margin: 0; width: 0.66em; height: 0.66em; }
.verdict .sentence { font-size: clamp(1.1rem, 1rem + 0.6vw, 1.35rem); line-height: 1.45; margin: 0.9rem 0 1.4rem; }
.alarm { border-left: 4px solid var(--bad); padding: 0.2rem 0 0.2rem 0.9rem; }
.broken { border-left: 4px solid var(--bad); padding: 0.1rem 0 0.1rem 1.1rem; margin: 0 0 1.4rem; }
.broken h2 { font-size: 1.05rem; letter-spacing: 0; margin: 0; } .broken ol { margin: 0.4rem 0; padding-left: 1.3rem; }
.broken li { margin: 0.5rem 0; } .broken p { margin: 0.1rem 0; overflow-wrap: anywhere; } .broken .what { font-weight: 620; } .broken .what code { font-weight: 400; }

.broken .consequence { font-size: 1.05rem; } .broken .found { color: var(--soft); } .broken .found code { color: var(--ink); } .broken .command { margin-top: 0.6rem; }
.with > summary { cursor: pointer; color: var(--link); } .with ul { margin: 0.2rem 0 0; } .consequence { max-width: 46rem; }
.open-now { margin-top: 1.6rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.95rem; } .open-now h2 { font-size: 0.95rem; letter-spacing: 0; margin: 0; } .open-now p { margin: 0.3rem 0; max-width: none; }
.copy { font: inherit; font-size: 0.84rem; margin-left: 0.5rem; padding: 0.05rem 0.5rem; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
.tally { display: flex; flex-wrap: wrap; gap: 0.2rem 2.2rem; list-style: none; padding: 0; margin: 0.8rem 0 0; }
.tally b { font-size: 1.5rem; font-weight: 620; font-variant-numeric: tabular-nums; letter-spacing: -0.01em; margin-right: 0.15em; }
.tally li { color: var(--tone); } .tally a { color: inherit; text-decoration: none; display: inline-block; } .tally a:hover { text-decoration: underline; }
.tally .none { color: var(--soft); }
.beside { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr)); margin-top: 2.2rem; padding-top: 1.4rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
.beside h2 { font-size: 0.95rem; letter-spacing: 0; margin: 0; } .beside p { margin: 0.3rem 0; } .beside ul { padding-left: 1.1rem; }
.deviation { border-top: 1px solid var(--line); padding: 1.6rem 0 1.4rem 1.2rem; position: relative; }
.deviation::before { content: ""; position: absolute; left: 0; top: 1.8rem; bottom: 1.6rem; width: 4px; border-radius: 2px; background: var(--tone); }
.deviation h3 { font-size: 1.2rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.3rem 0.8rem; align-items: baseline; margin: 0.35rem 0 0.6rem; color: var(--soft); }
.citation { margin: 0.8rem 0; max-width: 46rem; }
.citation blockquote { margin: 0; padding-left: 1rem; border-left: 2px solid var(--line); font-size: 1.02rem; overflow-wrap: anywhere; }
.citation figcaption { color: var(--soft); font-size: 0.9rem; padding-left: 1rem; border-left: 2px solid var(--line); }
.finding { margin: 1rem 0; } .where { margin-bottom: 0.2rem; }
.compare { display: grid; gap: 1px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); background: var(--line); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; margin: 0.3rem 0; }
.compare > div { background: var(--raised); padding: 0.55rem 0.9rem 0.7rem; min-width: 0; }
.compare .label { display: block; font-size: 0.84rem; color: var(--soft); } .compare dt { font-size: 0.84rem; color: var(--soft); } .compare dd { margin: 0; } .compare code { white-space: pre-wrap; font-size: 0.92em; }
.expected dt::before { content: "= "; } .received dt::before { content: "≠ "; }
.received { box-shadow: inset 0 3px var(--tone, var(--bad)); } .expected { box-shadow: inset 0 3px var(--line); }
del { text-decoration: underline dashed; text-decoration-thickness: 2px; text-underline-offset: 0.22em; background: var(--good-tint); }
ins { text-decoration: underline solid; text-decoration-thickness: 2px; text-underline-offset: 0.22em; font-weight: 700; background: var(--bad-tint); }
.places { list-style: none; padding: 0; margin: 0.3rem 0; color: var(--soft); font-size: 0.91rem; columns: 22rem; column-gap: 2rem; }
.places li { break-inside: avoid; overflow-wrap: anywhere; } .places code { white-space: nowrap; }
.again { color: var(--soft); font-size: 0.92rem; margin-top: 0.9rem; }
.open { border-top: 1px solid var(--line); padding: 0.9rem 0; } .reason { margin: 0; overflow-wrap: anywhere; }
.rules { list-style: none; padding: 0; margin: 0.4rem 0 0; } .rules li { padding: 0.15rem 0; }
.area { padding-top: 1.8rem; } .area > h3 { padding-bottom: 0.5rem; }
.filters { display: flex; flex-wrap: wrap; gap: 0.7rem 1.2rem; align-items: end; padding: 0.9rem 0; }
.filters[hidden] { display: none; }
.filters label { display: grid; font-size: 0.86rem; color: var(--soft); }
.filters select, .filters input, .filters button { font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--raised); border: 1px solid var(--soft); border-radius: 4px; padding: 0.35rem 0.6rem; min-height: 2.3rem; max-width: 100%; }
.filters [role=status] { color: var(--soft); }
.row { border-top: 1px solid var(--line); } .row[hidden] { display: none; }
.row > summary, .stub > div { display: flex; gap: 0.1rem 0.9rem; align-items: baseline; flex-wrap: wrap; padding: 0.55rem 0; }
.row > summary { cursor: pointer; list-style: none; } .row > summary:hover .grow { text-decoration: underline; text-underline-offset: 0.16em; }
.row > summary::-webkit-details-marker { display: none; }
.row > summary::before { content: "›"; color: var(--soft); width: 0.5rem; flex: none; } .row[open] > summary::before { content: "⌄"; }
.stub { color: var(--soft); padding-left: 1.4rem; }
.grow { flex: 1 1 18rem; min-width: 0; overflow-wrap: anywhere; } .row > summary > .grow:first-child { flex-basis: 0; }
.level { color: var(--soft); font-size: 0.86rem; min-width: 4.2rem; text-align: right; } .ms { display: inline-block; min-width: 4.2rem; text-align: right; font-variant-numeric: tabular-nums; }
.inside { padding: 0 0 1.6rem 1.4rem; scroll-margin-top: 7.5rem; }
.row:has(> .inside:target) { box-shadow: -4px 0 0 var(--page), -8px 0 0 var(--link); } .stub:target { box-shadow: -8px 0 0 var(--link); }
.why { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; color: var(--soft); font-size: 0.93rem; } .why dt { font-weight: 600; } .why dd { margin: 0; }
.messages { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); } .messages > div { min-width: 0; }
.chain { padding-left: 1.2rem; } .chain dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; margin: 0.4rem 0; font-size: 0.93rem; } .chain dt { color: var(--soft); } .chain dd { margin: 0; overflow-wrap: anywhere; }
.picture { display: block; width: 100%; height: auto; max-width: 46rem; margin: 1.2rem 0; font: 13px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.picture.narrow { display: none; }
@media (max-width: 40rem) { .picture.wide { display: none; } .picture.narrow { display: block; max-width: 26rem; } }
.picture text { fill: var(--ink); } .picture .as, .picture .scope { fill: var(--soft); } .picture .as { text-anchor: middle; font-size: 11px; }
.picture .rule { stroke: var(--line); } .granted { fill: var(--ink); } .not-granted { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.state { fill: none; stroke-width: 2; stroke-linecap: round; }
.state.came { fill: var(--good); } .state.withheld { stroke: var(--quiet); stroke-width: 1.3; } .state.absent, .state.refused { stroke: var(--quiet); stroke-width: 1.4; }
.state.missing { stroke: var(--bad); stroke-width: 3; } .state.undue { fill: var(--bad); } .state.no-person { stroke: var(--doubt); }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; list-style: none; padding: 0; color: var(--soft); font-size: 0.91rem; }
.icon { display: inline-block; width: 1.25em; height: 1.25em; margin: 0 0.2em 0 0; vertical-align: -0.3em; }
.timeline { display: block; width: 100%; height: auto; max-width: 46rem; margin: 1rem 0; font: 12px system-ui, sans-serif; } .timeline text { fill: var(--soft); } .timeline .end { text-anchor: end; }
.timeline path { fill: var(--link); } .timeline .login { fill: var(--quiet); } .timeline .writes { fill: var(--doubt); } .timeline .waits { fill: var(--line); } .timeline .axis { fill: none; stroke: var(--line); }
mark { background: var(--doubt-tint); color: var(--ink); outline: 1px solid var(--doubt); font-weight: 700; }
.twin > summary { cursor: pointer; color: var(--link); padding: 0.3rem 0; }
`
