/** On paper: what is folded is opened, save exchanges on which nothing failed; what leads nowhere there is left out. */
export const print = `
@media print {
  :root { color-scheme: light; --page: #fff; }
  body { font-size: 10pt; } .column { max-width: none; padding: 0; }
  nav.top, .skip, .filters, .again, footer { display: none !important; }
  pre { max-height: none; } .row, .deviation, .finding, .open { break-inside: avoid-page; } .row[open] { break-inside: auto; }
  h2, h3, h4 { break-after: avoid; }
  details:not(.exchange)::details-content, details.troubled::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; } .wide { overflow: visible; } table { font-size: 8.5pt; }
  .picture.narrow { display: none; } .picture.wide { display: block; }
}
`
