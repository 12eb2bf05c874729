/** The page of all environments. */
export const overviewStyle = `
.environment > h2 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.8rem; } .environment > h2 a { color: inherit; }
.environment h3 { font-size: 0.95rem; } .environment .beside { margin-top: 1rem; }
nav.top li .good, nav.top li .bad, nav.top li .doubt, nav.top li .quiet { color: var(--tone); }
.plain { list-style: none; padding: 0 !important; } .plain li { margin: 0.25rem 0; overflow-wrap: anywhere; }
.strip { display: flex; flex-wrap: wrap; gap: 2px; margin: 0.8rem 0 0.4rem; }
.strip span { display: grid; place-items: center; width: 1.05rem; height: 1.7rem; border-radius: 2px; color: var(--tone); background: var(--tint); border: 1px solid var(--tone); }
.strip .sign { width: 0.68rem; height: 0.68rem; margin: 0; stroke-width: 2.8; }
.spark { display: block; width: 100%; max-width: 18rem; height: auto; border-bottom: 1px solid var(--line); }
.spark path { fill: none; stroke: var(--ink); stroke-width: 1.6; } .spark .p95 { stroke: var(--soft); stroke-dasharray: 4 3; }
`
