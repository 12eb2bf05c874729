/** Type, space and the parts that every page has. */
export const base = `
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { overflow-wrap: break-word; margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.column { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
main > section, main > article { margin: 0; padding: 3.5rem 0 0; }
h1 { font-size: clamp(2.2rem, 1.4rem + 3.6vw, 3.5rem); line-height: 1.1; margin: 0; letter-spacing: -0.025em; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.55rem; line-height: 1.25; margin: 0 0 0.35rem; letter-spacing: -0.012em; font-weight: 620; }
h3 { font-size: 1.08rem; line-height: 1.4; margin: 0; font-weight: 620; text-wrap: balance; }
h4, .inside > h3, .messages h3 { font-size: 0.94rem; margin: 1.2rem 0 0.3rem; font-weight: 620; }
p, ul, ol, dl, figure { margin: 0.5rem 0; }
p { max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.16em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre, .id { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
code { overflow-wrap: anywhere; }
pre { background: var(--sunken); padding: 0.8rem 1rem; margin: 0.3rem 0; overflow: auto; max-height: 26rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; border-radius: 4px; }
.id { white-space: nowrap; font-weight: 600; }
.heading { display: flex; flex-wrap: wrap; gap: 0.25rem 0.7rem; align-items: baseline; }
.soft, .lead { color: var(--soft); }
.lead { margin: 0 0 1.2rem; }
.count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: fixed; top: 0.5rem; left: 0.5rem; z-index: 2; padding: 0.5rem 1rem; background: var(--raised); border: 1px solid var(--line); }
.sign { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.13em; margin-right: 0.35em; }
.tag { display: inline-block; padding: 0 0.6em; border-radius: 3px; font-size: 0.82rem; line-height: 1.6rem; white-space: nowrap; background: var(--tint, var(--quiet-tint)); color: var(--tone, var(--quiet)); font-weight: 600; }
.wide { overflow-x: auto; margin: 0.6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: 0.86rem; vertical-align: bottom; }
tbody th a { font-weight: 600; } tbody time { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0.6rem; }
.nil { color: var(--soft); }
dl.table { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: 0 1.5rem; }
dl.table > dt, dl.table > dd { padding: 0.45rem 0; border-top: 1px solid var(--line); margin: 0; overflow-wrap: anywhere; }
dl.table > dt { color: var(--soft); }
footer { margin-top: 4rem !important; padding-bottom: 3rem !important; color: var(--soft); font-size: 0.9rem; }
footer p { border-top: 1px solid var(--line); padding-top: 1rem; max-width: none; }
nav.top { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); font-size: 0.92rem; }
nav.top .column { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; padding-top: 0.5rem; padding-bottom: 0.5rem; }
nav.top ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
nav.top a { display: inline-block; padding: 0.25rem 0; text-decoration: none; }
nav.top a:hover { text-decoration: underline; }
nav.top .home { color: var(--tone); font-weight: 600; margin-right: auto; overflow-wrap: anywhere; }
@media (max-width: 62rem), (max-height: 30rem) { nav.top { position: static; } html { scroll-padding-top: 1rem; } }
@media (max-width: 40rem) {
  body { font-size: 0.97rem; } .column { padding: 0 1rem; } main > section { padding-top: 2.5rem; }
  dl.table { grid-template-columns: minmax(0, 1fr); } dl.table > dd { border-top: 0; padding-top: 0; }
  th, td { padding-right: 0.6rem; } .number { padding-right: 0.25rem; } td.meter { display: none; } th:has(> .unseen) { display: none; }
}
.bar { display: block; width: 100%; height: 0.6rem; border-radius: 2px; }
.bar rect { stroke: var(--page); stroke-width: 0.004em; }
.bar .good { fill: var(--good); } .bar .bad { fill: var(--bad); } .bar .doubt { fill: var(--doubt); } .bar .quiet { fill: var(--line); }
td.meter { width: 34%; min-width: 6rem; padding-top: 0.95rem; }
.card { padding-top: 2rem; } header .kicker { color: var(--soft); margin: 0 0 0.6rem; }
`
