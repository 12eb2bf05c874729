/** The gate's pages. */
export const gateStyle = `
.asked { font-size: clamp(1.15rem, 1rem + 0.8vw, 1.5rem); font-weight: 620; margin: 0 0 0.5rem; max-width: none; }
.condition { border-left: 4px solid var(--doubt); padding: 0.2rem 0 0.2rem 0.9rem; overflow-wrap: anywhere; }
h2.small { font-size: 1.05rem; letter-spacing: 0; margin-top: 1.8rem; }
.pair td, .decisions td { overflow-wrap: anywhere; } .pair tbody th, .pair thead th { color: var(--soft); min-width: 4.6rem; } .pair strong { color: var(--ink); } .pair time { white-space: normal; }
.decisions ul { margin: 0; padding-left: 1.1rem; } .decisions .tag { white-space: normal; } .decisions td:nth-child(6) { min-width: 12rem; }
.policy th code { white-space: nowrap; } .rules .soft { margin: 0.1rem 0 0.4rem; } .brief { margin: 0 0 1.2rem; padding-left: 1.2rem; } .brief li { margin: 0.15rem 0; }
.sign-here { display: none; }
@media (max-width: 40rem) { .pair code { font-size: 0.78em; } .decisions { min-width: 46rem; } .policy { min-width: 36rem; } }
@media print { .sign-here { display: grid; grid-template-columns: 2fr 1fr 2fr; gap: 2rem; margin-top: 3rem; break-inside: avoid; } .sign-here p { border-top: 1px solid var(--ink); padding-top: 0.3rem; } }
`
