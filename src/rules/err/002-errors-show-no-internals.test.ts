import { describe, expect, test } from 'vitest'
import { fiveMembers } from '../auth/sample-refusal.fixture.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { errorsShowNoInternals as rule } from './002-errors-show-no-internals.ts'

const judge = (content: unknown, status = 400) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return findingsOf(rule, sampleExchange({ status, content: text }))
}

const problem = {
  type: 'https://docs.example.org/problems/invalid-language.html',
  title: 'Bad Request',
  status: 400,
  detail: "Select a language from the list: 'spraak' must be one of nb, nn, en, se.",
  instance: '/rest/v1/person',
}
const page = `<!doctype html><html><head><script src="/static/app.js"></script>
  <link rel="stylesheet" href="/css/main.css"></head><body><h1>502 Bad Gateway</h1>nginx/1.25.3
  <a href="https://status.example.org/var/log/index.php">status</a></body></html>`

describe(rule.id, () => {
  test.each([
    ['the five members', fiveMembers],
    ['problem details', problem],
    ["Spring's default", { timestamp: '2026-11-22T12:00:00.000+00:00', path: '/rest/v1/person' }],
    ['an OAuth error', { error: 'invalid_token', error_description: 'Jwt expired at 12:00:00Z' }],
    ['a page', page],
    ['prose', "Unexpected character ('}' (code 125)) at line 3, update the document and try again"],
    ['a media type', "Content-Type 'application/merge-patch+json' is not supported"],
    ['a page with a script in it', '<div><script type="x">at a.b(C.java:1)</script></div>'],
    ['addresses', 'http://krr.example/opt/a.js, see https://krr.example/opt/b.js'],
    ['a page that names its style', '<h2 class="/opt/a.css">no</h2>'],
    ['a page behind a blank', ' <p class="/opt/a.css">no</p>'],
    ['a page with a script within a word', '<p>/o<script>x</script>pt/a</p>'],
    ['an address in an address', 'see http://krr.example/?next=/opt/a.js'],
    ['a page with markup between', '\n<p>/<b>opt</b>/a<br>.js</p>'],
    ['nothing', ''],
  ])('conforms: %s', async (_, content) => {
    expect(await judge(content)).toEqual([])
  })

  test.each([
    ['Java', 'at no.digdir.krr.PersonController.get(PersonController.java:42)'],
    ['Java of a module', 'at java.base/java.lang.Thread.run(Thread.java:840)'],
    ['Java without lines', 'at no.digdir.Person.get(Person$Inner.java)'],
    ['Java without a source', 'at no.digdir.Person.get(Unknown Source)'],
    ['Node', 'at handler (/srv/krr/person.js:12:34'],
    ['Node of a module', 'at async node:internal/process/task_queues:95:51'],
    ['Node on Windows', 'at C:\\krr\\person.js:12:34'],
    ['Python', 'Traceback (most recent call last)'],
    ['Python, its lines', 'File "person.py", line 312'],
    ['.NET', 'at Krr.Person.Get(String id) in C:\\src\\Person.cs:line 421'],
    ['.NET itself', 'at System.Threading.Tasks.Task.Execute('],
    ['PHP', '#0 /srv/krr/index.php(12)'],
    ['Go', 'goroutine 17 [chan receive]'],
  ])('deviates: a stack trace of %s', async (_, trace) => {
    expect(await judge({ status: 500, trace: `Failed: ${trace}` }, 500)).toEqual([
      { at: '/trace', expected: 'no stack trace', actual: fromWire(trace) },
    ])
  })

  test.each([
    ['class name', 'java.lang.NullPointerException'],
    ['class name', 'org.springframework.http.converter.HttpMessageNotReadableException'],
    ['class name', 'no.digdir.kontaktinfo.domain.PersonResource'],
    ['class name', 'JsonParseException'],
    ['class name', 'IOException'],
    ['class name', 'System.InvalidOperationException'],
    ['class name', 'org.ab.krr.Person_Resource2'],
    ['class name', 'java.util.f'],
    ['class name', 'Io9Exception'],
    ['class name', 'System.Net.Http.HttpRequestException'],
    ['class name', 'TypeError: '],
    ['SQL', 'SELECT spraak FROM p'],
    ['SQL', 'SELECT  spraak \n FROM  p'],
    ['SQL', 'INSERT  INTO  p'],
    ['SQL', 'INSERT INTO "'],
    ['SQL', 'DELETE  FROM  p'],
    ['SQL', 'DELETE FROM "'],
    ['SQL', 'UPDATE  krr.person  SET '],
    ['SQL', 'UPDATE "person" SET '],
    ['SQL', 'select * from person where '],
    ['SQL', 'select spraak from krr.person person where '],
    ['SQL', 'select  spraak  from  krr.person  p  where '],
    ['SQL', 'insert  into  krr.person  ('],
    ['SQL', 'insert into "person"('],
    ['SQL', 'delete  from  krr.person  where '],
    ['SQL', 'update person set spraak ='],
    ['SQL', 'update  krr.person  set  spraak  ='],
    ['SQL', 'SQLSTATE'],
    ['SQL', 'ORA-00942'],
    ['SQL', 'jdbc:p'],
    ['file path', '/var/l'],
    ['file path', 'src/main/krr/person.kt'],
    ['file path', 'C:\\s'],
    ['file path', 'file://s'],
    ['file path', 'file:///s'],
    ['file path', 'krr/conf/application.yml'],
    ['file path', '/krr/application.yaml'],
  ])('deviates: %s %s, of which the match alone is shown', async (kind, match) => {
    expect(await judge({ message: `Failed: ${match}` })).toEqual([
      { at: '/message', expected: `no ${kind}`, actual: fromWire(match) },
    ])
  })

  test('deviates: a trace in a page, between tags, in a comment, in entities', async () => {
    const traces = [
      '<pre>at no.digdir.Person.&lt;init&gt;(Person.java:7)</pre>',
      '<!-- at no.digdir.Person.&#60;init&#62;(Person.java:7) -->',
      '<!-- at&nbsp;no.digdir.Person.&#x3C;init&#x3e;(Person.java:7) -->',
      '<script src="/a.js"></script><style>b</style>at no.digdir.Person.&lt;init&gt;(Person.java:7)',
    ]
    for (const trace of traces) {
      expect(await judge(`<!doctype html><html><body>${trace}</body></html>`)).toEqual([
        {
          at: 'content',
          expected: 'no stack trace',
          actual: fromWire('at no.digdir.Person.<init>(Person.java:7)'),
        },
      ])
    }
  })

  test('deviates: what a page writes in entities is read as it is shown', async () => {
    expect(await judge('<p>File &quot;a.py&quot;, line 3 &amp; more</p>')).toMatchObject([
      { actual: fromWire('File "a.py", line 3') },
    ])
    expect(await judge('<p>INSERT INTO a&amp;b</p>')).toMatchObject([
      { actual: fromWire('INSERT INTO a') },
    ])
    expect(await judge('<p>goroutine&#32;1&#x20;[a&amp;]</p>')).toEqual([])
  })

  test('deviates: what a page writes in entities is shown as it is read', async () => {
    expect(await judge('<p>File "a&amp;b.py", line 3</p>')).toMatchObject([
      { actual: fromWire('File "a&b.py", line 3') },
    ])
  })

  test('deviates: text that a tag stands in, where it is no page', async () => {
    expect(await judge('see <p class="/opt/a">')).toMatchObject([{ actual: fromWire('/opt/a') }])
    expect(await judge('see <a href="/opt/a">')).toEqual([
      { at: 'content', expected: 'no file path', actual: fromWire('/opt/a') },
    ])
  })

  test('content of a megabyte is judged in no time', async () => {
    const texts = ['a.', 'at ', 'select ', '/a', 'A', '<a', '&#x', 'a.b ', 'C:\\'].map((part) =>
      part.repeat(1_000_000 / part.length),
    )
    const startedAt = performance.now()
    for (const text of texts) await judge(text)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  test('deviates: what a field of the answer gives away, but for paths: they may be of addresses', async () => {
    const exception = 'org.springframework.web.bind.MissingServletRequestParameterException'
    const fields = [
      ['Content-Type', 'text/plain'],
      ['Location', '/opt/login.php'],
      ['X-Error', exception],
    ] as const
    expect(await findingsOf(rule, sampleExchange({ status: 400, fields }))).toEqual([
      { at: 'X-Error', expected: 'no class name', actual: fromWire(exception) },
    ])
  })

  test('not applicable: a success', async () => {
    expect(await judge('IOException', 200)).toEqual([])
    expect(rule.notApplicable?.(sampleExchange({ status: 200 }))).toBe('the response is no error')
    expect(rule.notApplicable?.(sampleExchange({ status: 400 }))).toBeUndefined()
  })
})
