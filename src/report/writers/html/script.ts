import { foldedOnPaper } from './styles/print.ts'

/**
 * The one script of the pages. All is readable without it: it shows the filters and applies them, opens what a link
 * leads into where the browser does not, and what is folded before it is printed; it adds the buttons that copy.
 */
export const script = `
'use strict'
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const textOf = new Map()
const searched = (row) => {
  if (!textOf.has(row)) textOf.set(row, row.querySelector('summary, div').textContent.toLowerCase())
  return textOf.get(row)
}
for (const form of all('form[data-filters]')) {
  const rows = all(form.dataset.filters)
  const groups = all(form.dataset.groups)
  const told = form.querySelector('[role=status]')
  const apply = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim() !== '')
    let shown = 0
    for (const row of rows) {
      const fits = asked.every(([name, value]) => name === 'text'
        ? value.toLowerCase().trim().split(/\\s+/).every((word) => searched(row).includes(word))
        : row.dataset[name].split(' ').includes(value))
      row.hidden = !fits
      if (fits) shown += 1
    }
    for (const group of groups) group.hidden = !group.querySelector('.row:not([hidden])')
    told.textContent = asked.length === 0 ? '' : form.dataset.told.replace('{shown}', shown).replace('{all}', rows.length)
  }
  form.addEventListener('input', apply)
  form.addEventListener('reset', () => setTimeout(apply))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.hidden = false
  apply()
  addEventListener('hashchange', () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.row')
    if (row?.hidden && rows.includes(row)) { form.reset(); setTimeout(lead) }
  })
}
const lead = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let own = target.parentElement; own; own = own.parentElement) if (own.tagName === 'DETAILS') own.open = true
  target.scrollIntoView()
}
addEventListener('hashchange', lead)
if (location.hash !== '') lead()
for (const code of all('code[data-copy]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = document.body.dataset.copy
  button.addEventListener('click', () => {
    getSelection().selectAllChildren(code)
    navigator.clipboard?.writeText(code.textContent).then(() => { button.textContent = document.body.dataset.copied }, () => {})
  })
  code.after(button)
}
const local = new Intl.DateTimeFormat(document.documentElement.lang === 'nb' ? 'nb' : 'en-GB', {
  year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
})
for (const own of all('time[datetime]')) {
  const at = new Date(own.dateTime)
  if (Number.isNaN(at.getTime()) || at.getTimezoneOffset() === 0) continue
  own.title = own.textContent
  own.textContent = local.format(at)
}
let folded = []
addEventListener('beforeprint', () => {
  folded = all('details:not([open])').filter((own) => !own.matches('${foldedOnPaper}'))
  for (const own of folded) own.open = true
})
addEventListener('afterprint', () => { for (const own of folded) own.open = false })
`
