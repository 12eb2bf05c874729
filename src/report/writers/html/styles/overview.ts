/** The page of all environments. */
export const overviewStyle = `
.environment > h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.8rem; } .environment > h2 a { color: inherit; }
.environment h3 { font-size: 0.95rem; } .environment .beside { margin-top: 1rem; }
nav.top li .good, nav.top li .bad, nav.top li .doubt, nav.top li .quiet { color: var(--tone); }
.plain { list-style: none; padding: 0 !important; } .plain li { margin: 0.25rem 0; overflow-wrap: anywhere; }
.strip { display: block; width: 100%; height: auto; min-height: 1rem; margin: 0.8rem 0 0.4rem; }
.strip rect { fill: var(--tint); stroke: var(--tone); stroke-width: 1; } .strip path { fill: none; stroke: var(--tone); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.spark { display: block; width: 100%; max-width: 18rem; height: auto; border-bottom: 1px solid var(--line); }
.spark path { fill: none; stroke: var(--ink); stroke-width: 1.6; } .spark .p95 { stroke: var(--soft); stroke-dasharray: 4 3; }
`
