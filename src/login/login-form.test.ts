import { describe, expect, test } from 'vitest'
import { formWith, testidLink } from './requests.ts'

const page = 'https://login.test.idporten.no/authorize/selector'

describe('login form', () => {
  test('the link to TestID is the one of the level, as an absolute address', () => {
    const html =
      '<a class="x" href="/authorize/testid1"><b>TestID</b></a><a href=\'/authorize/testid2\'>høyt</a>'
    expect(testidLink(html, 'idporten-loa-substantial', page)).toBe(
      'https://login.test.idporten.no/authorize/testid1',
    )
    expect(testidLink(html, 'idporten-loa-high', page)).toBe(
      'https://login.test.idporten.no/authorize/testid2',
    )
    expect(
      testidLink('<a href="/authorize/minid">MinID</a>', 'idporten-loa-high', page),
    ).toBeUndefined()
  })

  test('the form is the one with the input, with its hidden fields unescaped', () => {
    const html = `<form method="post" action="/cancel"><button>Avbryt</button></form>
      <form action="/login?a=1&amp;b=2" method="POST">
        <input type="hidden" name="_csrf" value="t&quot;1"><input id="pid" name="pid"><button id="submit">Autentiser</button>
      </form>`
    expect(formWith(html, 'pid', page)).toEqual({
      action: 'https://login.test.idporten.no/login?a=1&b=2',
      hidden: { _csrf: 't"1' },
    })
  })

  test('a page without such a form, or with one that is not posted, has none', () => {
    expect(formWith('<form method="post"><input name="other"></form>', 'pid', page)).toBeUndefined()
    expect(formWith('<form action="/x"><input name="pid"></form>', 'pid', page)).toBeUndefined()
  })
})
