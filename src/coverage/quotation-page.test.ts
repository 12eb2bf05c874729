import { describe, expect, it } from 'vitest'
import { sectionOf } from './quotation-page.fixture.ts'

const page = `# Title

## 5.1 Successful Response

> The value is
> case   insensitive.

### Detail: {#detail}

A sentence of the page itself.

## 5.10

> Another.
`

describe('sectionOf', () => {
  it('finds a section by its number, folds white space and takes quotation marks off', () => {
    expect(sectionOf(page, '5.1')).toContain('The value is case insensitive.')
    expect(sectionOf(page, '5.10')).toBe('Another.')
  })

  it('finds a section by its name without colon and id, and includes subsections', () => {
    expect(sectionOf(page, 'Detail')).toBe('A sentence of the page itself.')
    expect(sectionOf(page, '5.1')).toContain('A sentence of the page itself.')
    expect(sectionOf(page, '5.1')).not.toContain('Another.')
  })

  it('gives undefined for a section that is not there', () => {
    expect(sectionOf(page, '5')).toBeUndefined()
    expect(sectionOf('', '5.1')).toBeUndefined()
  })
})
