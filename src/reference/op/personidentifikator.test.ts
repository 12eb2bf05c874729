import { expect, test } from 'vitest'
import {
  hasControlDigits,
  isSynthetic,
  pidTrouble,
  randomSyntheticPid,
} from './personidentifikator.ts'

test('control digits of published synthetic numbers are right', () => {
  const published = ['20914695016', '22885399316', '28876895937', '20828897528', '03857298151']
  expect(published.filter(hasControlDigits)).toEqual(published)
})

test('a changed digit, a placeholder and another length have wrong control digits', () => {
  expect(['20914695017', '12345678901', '2091469501', ''].filter(hasControlDigits)).toEqual([])
})

test('synthetic is a month of +80, with the day of a D-number too, and nothing else', () => {
  expect(
    ['20914695016', '60914600000', '20114695016', '20934695016', '00914695016'].map(isSynthetic),
  ).toEqual([true, true, false, false, false])
})

test('a random person is synthetic and has valid control digits', () => {
  for (let count = 0; count < 50; count += 1) {
    expect(pidTrouble(randomSyntheticPid())).toBeUndefined()
  }
})

test('each trouble has a sentence of its own', () => {
  expect([pidTrouble('209146'), pidTrouble('12345678901'), pidTrouble('20914695017')]).toEqual([
    'Personidentifikatoren må ha elleve siffer.',
    'Bare syntetiske personer kan logge inn her. Måneden i nummeret er da økt med 80.',
    'Kontrollsifrene stemmer ikke. Se etter skrivefeil.',
  ])
})
