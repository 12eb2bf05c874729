/** The whole look of a report: light and dark, screen and print, no font or image from elsewhere. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --ink: #1b2430; --soft: #55616f; --line: #dde2e8; --code: #f0f2f5;
  --link: #0b57a4; --good: #1a7340; --bad: #b3261e; --doubt: #8a5a00; --quiet: #5b6674;
  --good-tint: #e4f4ea; --bad-tint: #fce9e7; --doubt-tint: #fbf0d9; --quiet-tint: #eceff3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2028; --ink: #e6eaf0; --soft: #a3afbd; --line: #2e3743; --code: #232b35;
    --link: #86b9f4; --good: #6fd197; --bad: #ff938a; --doubt: #eac06a; --quiet: #a7b1be;
    --good-tint: #173324; --bad-tint: #411f1d; --doubt-tint: #3a2e13; --quiet-tint: #28303a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body {
  margin: 0; padding: 2rem 1rem 6rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 66rem; margin: 0 auto; display: grid; gap: 2.25rem; grid-template-columns: minmax(0, 1fr); }
h1 { font-size: 2.5rem; line-height: 1.15; margin: 0; letter-spacing: -0.02em; }
h2 { font-size: 1.35rem; margin: 0 0 0.75rem; letter-spacing: -0.01em; }
h3 { font-size: 1.02rem; margin: 0; }
p { margin: 0.4rem 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre, .id { font-family: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace; font-size: 0.87em; }
code { overflow-wrap: anywhere; }
pre {
  background: var(--code); border-radius: 6px; padding: 0.75rem 0.9rem; margin: 0.4rem 0; overflow: auto;
  max-height: 28rem; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2;
}
blockquote { margin: 0.35rem 0; padding-left: 0.8rem; border-left: 3px solid var(--line); color: var(--soft); }
.id { white-space: nowrap; font-weight: 600; }
.soft { color: var(--soft); }
.small { font-size: 0.88rem; }
.good { --tone: var(--good); --tint: var(--good-tint); }
.bad { --tone: var(--bad); --tint: var(--bad-tint); }
.doubt { --tone: var(--doubt); --tint: var(--doubt-tint); }
.quiet { --tone: var(--quiet); --tint: var(--quiet-tint); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.3rem; }
.verdict { border-left: 8px solid var(--tone); padding: 1.6rem 1.8rem; }
.verdict h1 { color: var(--tone); }
.verdict .sentence { font-size: 1.15rem; margin-top: 0.6rem; }
.verdict > ul { margin: 0.8rem 0 0; padding-left: 1.2rem; }
.kicker { margin: 0 0 0.3rem; color: var(--soft); font-size: 0.9rem; }
.verdict nav ul { display: flex; flex-wrap: wrap; gap: 0.4rem 1.2rem; list-style: none; margin: 1.1rem 0 0; padding: 0; }
.pair { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; font-size: 0.86rem; }
tr:last-child > td, tr:last-child > th { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.nil { color: var(--soft); opacity: 0.65; }
.tag {
  display: inline-block; padding: 0 0.55rem; border-radius: 999px; font-size: 0.8rem; line-height: 1.5rem;
  white-space: nowrap; background: var(--tint, var(--quiet-tint)); color: var(--tone, var(--quiet)); font-weight: 600;
}
.stack { display: grid; gap: 0.9rem; grid-template-columns: minmax(0, 1fr); }
.deviation { border-left: 4px solid var(--tone); }
.heading { display: flex; flex-wrap: wrap; gap: 0.25rem 0.7rem; align-items: baseline; }
.compare { margin: 0.7rem 0; display: grid; gap: 0.6rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.compare > div { border-radius: 6px; padding: 0.5rem 0.8rem; background: var(--tint); min-width: 0; }
.compare .label { display: block; font-size: 0.8rem; font-weight: 600; color: var(--tone); }
.compare code { white-space: pre-wrap; }
details.row { border-top: 1px solid var(--line); }
details.row:first-of-type { border-top: 0; }
details.row > summary { display: flex; gap: 0.3rem 0.8rem; align-items: baseline; flex-wrap: wrap; padding: 0.5rem 0; cursor: pointer; list-style: none; }
details.row > summary::-webkit-details-marker { display: none; }
details.row > summary::before { content: "›"; color: var(--soft); width: 0.6rem; flex: none; transition: transform 0.1s; }
details.row[open] > summary::before { transform: rotate(90deg); }
details.row > summary .grow { flex: 1 1 16rem; min-width: 0; }
.level { min-width: 4.2rem; text-align: right; }
.inside { padding: 0.2rem 0 1.1rem 1.4rem; }
.inside:target { box-shadow: -3px 0 0 var(--link); }
.bar { display: block; width: 100%; height: 10px; border-radius: 5px; }
.bar rect.good { fill: var(--good); } .bar rect.bad { fill: var(--bad); }
.bar rect.doubt { fill: var(--doubt); } .bar rect.quiet { fill: var(--line); }
td.meter { width: 38%; min-width: 7rem; padding-top: 0.75rem; }
@media (max-width: 30rem) { td.meter { width: 20%; min-width: 3rem; } }
.fields { margin: 0.3rem 0; }
@media (prefers-reduced-motion: reduce) { details.row > summary::before { transition: none; } }
@media print {
  body { background: none; padding: 0; } nav { display: none; }
  .card { break-inside: avoid-page; } pre { max-height: none; }
}
`
