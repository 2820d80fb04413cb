import { expect, test } from 'vitest'
import { matchStates } from './state-match.ts'

const state = (
  id: string,
  iso2: string,
  name: string,
  names: string,
  demonyms: string,
  capital: string,
  to: string | null = null,
) => ({
  id,
  iso2,
  name,
  names: names.split('|'),
  demonyms: demonyms.split('|'),
  capitals: [capital],
  to,
})
const STATES = [
  state('AZE', 'AZ', 'Azerbaijan', 'Azerbaijan|Republic of Azerbaijan', 'Azerbaijani|Azeri', 'Baku'),
  state('CIV', 'CI', 'Côte d’Ivoire', 'Côte d’Ivoire|Ivory Coast', 'Ivorian', 'Yamoussoukro'),
  state('IRN', 'IR', 'Iran', 'Iran|Islamic Republic of Iran|Persia', 'Iranian|Persian', 'Tehran'),
  state('IRQ', 'IQ', 'Iraq', 'Iraq', 'Iraqi', 'Baghdad'),
  state('KOR', 'KR', 'South Korea', 'South Korea|Republic of Korea', 'South Korean|Korean', 'Seoul'),
  state('PRK', 'KP', 'North Korea', 'North Korea', 'North Korean', 'Pyongyang'),
  state('RUS', 'RU', 'Russia', 'Russia|Russian Federation', 'Russian', 'Moscow'),
  state('SUN', 'SU', 'Soviet Union', 'Soviet Union|USSR|Russia', 'Soviet', 'Moscow', '1991-12-25'),
]
const found = (text: string): string[] => matchStates(STATES, text).map(({ state }) => state.id)

test.each([
  ['az', ['AZE']],
  ['ir', ['IRN', 'IRQ']],
  ['IQ', ['IRQ']],
  ['prk', ['PRK']],
  ['persian', ['IRN']],
  ['cote d', ['CIV']],
  ['ivory', ['CIV']],
  ['korea', ['KOR', 'PRK']],
  ['republic of a', ['AZE']],
  ['moscow', ['RUS', 'SUN']],
  ['russia', ['RUS', 'SUN']],
  ['nowhere', []],
])('%s: %j', (text, ids) => expect(found(text)).toEqual(ids))

test('it says by what a state was recognised', () => {
  expect(matchStates(STATES, 'tehran')).toMatchObject([{ state: { id: 'IRN' }, by: 'Tehran' }])
  expect(matchStates(STATES, 'iran')[0]?.by).toBeNull()
})
