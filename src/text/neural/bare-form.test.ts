import { expect, test } from 'vitest'
import { english } from '../english.ts'

/** The Penn tag of the one word that is asked for. */
const tagOf = (sentence: string, form: string) => {
  const forms = sentence.split(' ')
  return english().read([forms])[0]?.tags[forms.indexOf(form)]?.xpos
}

test('a verb far behind its auxiliary is a bare form, one without it is not', () => {
  expect(tagOf('This is a treaty , which might , in due course , promote trade .', 'promote')).toBe('VB')
  expect(tagOf('They could , after years of talks , agree on a border .', 'agree')).toBe('VB')
  expect(tagOf('Both countries promote trade .', 'promote')).toBe('VBP')
})
