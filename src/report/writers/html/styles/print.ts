/** What stays folded on paper: all but an exchange of each cause. What MUST rules found stands in the deviations. */
export const foldedOnPaper = '.exchange:not(.proof), #rules .row'

/** On paper: what is folded is opened, but for what a line says all of; what leads nowhere there is left out. */
export const print = `
.paper { display: none; }
@page { margin: 15mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #54606c; } }
@media print {
  :root { color-scheme: light; --page: #fff; }
  html { font-size: 9pt; } body { font-size: 1rem; } .column { max-width: none; padding: 0; } .paper { display: inline; }
  nav.top, .skip, .filters, .again, .copy, #contract .twin { display: none !important; }
  main > section, main > article { padding-top: 1.8rem; } footer { margin-top: 1.5rem !important; padding-bottom: 0 !important; }
  .exchange:not(.troubled), .stub, #warnings .finding, #warnings .citation, #observed .finding, #observed .citation { display: none; }
  pre { max-height: none; border: 1px solid var(--line); }
  h2, h3, h4, .lead, .facts, .where, .row > summary { break-after: avoid; }
  tr, .lead, .finding, .citation, .compare, .open, .chain li, .picture, .environment .beside > div, footer { break-inside: avoid; }
  .compare, .strip span, .seal, .deviation::before { print-color-adjust: exact; }
  details:not(${foldedOnPaper})::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; } .citation a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  .wide { overflow: visible; } table { font-size: 0.9rem; } th, td { padding-right: 0.6rem; }
  .picture.narrow { display: none; } .picture.wide { display: block; }
}
`
