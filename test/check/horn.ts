import type { AsOfEvent } from '../../src/record/index.ts'
import { type EventSketch, eventOf } from './memory-record.ts'

/**
 * Ethiopia and Eritrea from the war to the thaw of 2018, for tests of `check`: what happened is history, told shortly in our own
 * words; papers and pages are made up.
 */
const between =
  (a: string, b: string | null) =>
  (day: string, type: EventSketch['type'], summary: string, more: Partial<EventSketch> = {}): EventSketch => ({
    ...{ day, source: a, target: b, type, summary },
    ...more,
  })
const ethiopian = between('ETH', 'ERI')
const eritrean = between('ERI', 'ETH')

export const HORN: readonly AsOfEvent[] = [
  eritrean('2009-12-23', 'REJECT', 'Eritrea rejected a call of Ethiopia for sanctions against it as a plot.'),
  ethiopian('2011-03-20', 'THREATEN', 'Ethiopia threatened to help topple the government of Eritrea.'),
  ethiopian('2012-03-15', 'ASSAULT', 'Ethiopian troops raided camps of rebels inside Eritrea.'),
  eritrean('2012-03-17', 'ACCUSE', 'Eritrea accused Ethiopia of aggression after the raid.'),
  ethiopian('2015-02-12', 'ACCUSE', 'Ethiopia blamed Eritrea for attacks of rebels in the north.'),
  eritrean('2016-06-12', 'ASSAULT', 'Eritrean and Ethiopian troops fought a battle at Tsorona.', { place: 'Tsorona' }),
  eritrean('2016-06-16', 'ACCUSE', 'Eritrea charged that more than 200 Ethiopian soldiers had died at Tsorona.'),
  ethiopian('2017-06-15', 'ACCUSE', 'Ethiopia accused Eritrea of sending saboteurs to a dam.'),
  between('ETH', null)('2018-04-02', null, 'Abiy Ahmed was sworn in as prime minister of Ethiopia.', {
    people: ['Abiy Ahmed'],
  }),
  ethiopian('2018-06-05', 'CONCEDE', 'Ethiopia said that it would accept the border ruling of 2002 in full.', {
    people: ['Abiy Ahmed'],
  }),
  eritrean('2018-06-26', 'CONSULT', 'A delegation of Eritrea under its foreign minister visited Addis Ababa.', {
    people: ['Osman Saleh'],
    place: 'Addis Ababa',
  }),
  ethiopian('2018-07-08', 'CONSULT', 'Prime Minister Abiy visited Asmara and met President Isaias.', {
    people: ['Abiy Ahmed', 'Isaias Afwerki'],
    place: 'Asmara',
  }),
  ethiopian(
    '2018-07-09',
    'AGREE',
    'The leaders of Ethiopia and Eritrea signed a declaration that ended the state of war.',
    {
      people: ['Abiy Ahmed', 'Isaias Afwerki'],
      place: 'Asmara',
    },
  ),
  eritrean('2018-07-14', 'CONSULT', 'The president of Eritrea visited Addis Ababa.', {
    people: ['Isaias Afwerki', 'Abiy Ahmed'],
    place: 'Addis Ababa',
  }),
  eritrean('2018-07-16', 'COOPERATE', 'Eritrea opened its embassy in Addis Ababa again.', { place: 'Addis Ababa' }),
  ethiopian('2018-07-18', 'COOPERATE', 'The first airliner for twenty years flew from Addis Ababa to Asmara.'),
  ethiopian('2018-09-11', 'CONCEDE', 'Ethiopia and Eritrea opened two crossings of their border.', {
    people: ['Abiy Ahmed', 'Isaias Afwerki'],
  }),
  ethiopian('2018-09-16', 'AGREE', 'The leaders of Ethiopia and Eritrea signed a peace agreement in Jeddah.', {
    people: ['Abiy Ahmed', 'Isaias Afwerki'],
    place: 'Jeddah',
  }),
].map(eventOf)
