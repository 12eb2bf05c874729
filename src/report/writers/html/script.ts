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
  if (!textOf.has(row)) textOf.set(row, row.textContent.toLowerCase())
  return textOf.get(row)
}
const place = () => {
  const [anchor, query = ''] = location.hash.slice(1).split('?')
  try { return { anchor: decodeURIComponent(anchor), query } } catch { return { anchor: '', query } }
}
const forms = all('form[data-filters]')
const sectionOf = (form) => form.dataset.filters.slice(1).split(' ')[0]
const keepInAddress = (form) => {
  const query = new URLSearchParams(forms.flatMap((own) =>
    [...new FormData(own)].filter(([, value]) => value.trim() !== '').map(([name, value]) => [sectionOf(own) + '.' + name, value])))
  const { anchor } = place()
  const to = '#' + encodeURIComponent(anchor || sectionOf(form)) + (query.size ? '?' + query : '')
  if (query.size || location.hash.includes('?')) history.replaceState(null, '', to)
}
const readAddress = (form) => {
  const { query } = place()
  if (query === '') return
  for (const [key, value] of new URLSearchParams(query)) {
    const [section, name] = key.split('.')
    const field = section === sectionOf(form) ? form.elements.namedItem(name ?? '') : null
    if (field && 'value' in field) field.value = value
  }
}
for (const form of forms) {
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
  const change = () => { apply(); keepInAddress(form) }
  form.addEventListener('input', change)
  form.addEventListener('reset', () => setTimeout(change))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('keydown', (event) => {
    const first = rows.find((row) => !row.hidden)?.querySelector('summary')
    if (event.key === 'Escape') form.reset()
    if (event.key === 'ArrowDown' && event.target.type === 'search' && first) { event.preventDefault(); first.focus() }
  })
  form.hidden = false
  readAddress(form)
  apply()
  addEventListener('hashchange', () => {
    readAddress(form)
    apply()
    const row = document.getElementById(place().anchor)?.closest('.row')
    if (row?.hidden && rows.includes(row)) { form.reset(); setTimeout(lead) }
    keepInAddress(form)
  })
}
addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || event.target.tagName !== 'SUMMARY' || !event.target.closest('.row')) return
  const shown = all('.row > summary').filter((own) => own.offsetParent !== null)
  const next = shown[shown.indexOf(event.target) + step]
  if (next) { event.preventDefault(); next.focus() }
})
const marked = new Set()
const mark = (target, id) => {
  if (marked.has(id) || !target.querySelector('pre')) return
  marked.add(id)
  const names = all('.finding').filter((own) => all('a.id', own).some((link) => link.hash === '#' + id))
    .map((own) => own.querySelector('.where code')?.textContent.split('/').pop())
  for (const name of new Set(names)) {
    if (!/^[\\w-]{2,60}$/.test(name ?? '')) continue
    for (const pre of all('pre:not(.curl)', target)) for (const node of [...pre.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE) continue
      const at = node.data.search(new RegExp('"' + name + '":|^' + name + ':', 'im'))
      if (at < 0) continue
      const found = node.splitText(at)
      const line = found.data.search(/\\n|$/)
      found.splitText(line)
      const around = document.createElement('mark')
      found.replaceWith(around)
      around.append(found)
    }
  }
}
const lead = () => {
  const { anchor } = place()
  const target = document.getElementById(anchor)
  if (!target) return
  mark(target, anchor)
  for (let own = target.parentElement; own; own = own.parentElement) if (own.tagName === 'DETAILS') own.open = true
  target.scrollIntoView()
}
addEventListener('hashchange', lead)
if (location.hash !== '') lead()
if (/\\/runs\\/[^/]+\\/[^/]*$/.test(location.pathname)) for (const link of all('a[data-up]')) link.setAttribute('href', '../../' + link.getAttribute('href'))
for (const code of all('code[data-copy], pre.curl')) {
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
