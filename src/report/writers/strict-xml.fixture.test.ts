import { describe, expect, test } from 'vitest'
import { readXml } from './strict-xml.fixture.ts'

const declared = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`

describe('readXml', () => {
  test('attributes and text come back as they were before escaping', () => {
    const read = readXml(declared('<a b="&lt;&quot;&amp;"><c>1 &gt; 0</c></a>\n'))
    expect(read.attributes.get('b')).toBe('<"&')
    expect(read.children[0]?.text).toBe('1 > 0')
  })

  test.each([
    ['an element left open', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an attribute given twice', '<a b="1" b="2"/>'],
    ['a less-than sign in an attribute', '<a b="<"/>'],
    ['a control character', '<a>\u0000</a>'],
    ['a noncharacter', '<a>\uffff</a>'],
    ['a lone surrogate', '<a>\ud800</a>'],
    ['the end of a CDATA section in text', '<a>]]></a>'],
    ['text after the root', '<a/>text'],
  ])('%s is refused', (_what, text) => {
    expect(() => readXml(declared(text))).toThrowError()
  })
})
