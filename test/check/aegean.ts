import type { AsOfEvent } from '../../src/record/index.ts'
import { type EventSketch, eventOf } from './memory-record.ts'

/**
 * Greece and Turkey from the crisis of 1996 to the visits of 2000, for tests of `check`: what happened is history, told
 * shortly in our own words; papers and pages are made up.
 */
const between =
  (a: string, b: string) =>
  (day: string, type: EventSketch['type'], summary: string, more: Partial<EventSketch> = {}): EventSketch => ({
    ...{ day, source: a, target: b, type, summary },
    ...more,
  })
const greek = between('GRC', 'TUR')
const turkish = between('TUR', 'GRC')

export const AEGEAN: readonly AsOfEvent[] = [
  turkish('1996-01-29', 'MOBILIZE', 'Turkish warships sailed to the Imia islets.', { place: 'Imia' }),
  greek('1996-01-30', 'MOBILIZE', 'Greece sent its navy to the Imia islets.', { place: 'Imia' }),
  turkish('1996-02-02', 'ACCUSE', "Turkey's prime minister accused Greece of stirring up the crisis.", {
    people: ['Tansu Ciller'],
  }),
  greek('1996-06-12', 'REJECT', 'Greece rejected Turkish proposals for talks on the Aegean.'),
  greek('1996-10-08', 'ACCUSE', 'Greece complained of flights of Turkish fighters in its airspace.'),
  turkish('1997-01-11', 'THREATEN', 'Turkey warned that it might strike Russian missiles bought for Cyprus.'),
  greek('1997-02-20', 'ACCUSE', 'Greece denounced Turkish threats over the missiles.'),
  greek('1997-07-08', 'AGREE', 'Greece and Turkey issued a joint declaration in Madrid to renounce force.', {
    people: ['Costas Simitis', 'Suleyman Demirel'],
    place: 'Madrid',
  }),
  turkish('1997-10-15', 'COERCE', 'Turkish fighters harassed the aircraft of the Greek defence minister.'),
  turkish('1997-12-14', 'ACCUSE', 'Turkey blamed Greece for its exclusion by the European Union at Luxembourg.'),
  greek('1998-06-16', 'MOBILIZE', 'Greek fighters landed on Cyprus, and Turkish ones followed.'),
  greek('1998-08-20', 'ACCUSE', 'Greece complained of Turkish flights over the eastern Aegean.'),
  greek('1998-10-13', 'ACCUSE', 'Greece protested over a mock attack of Turkish fighters during an exercise.'),
  greek('1998-11-02', 'CONSULT', 'Officials of the two foreign ministries talked in Athens.', { place: 'Athens' }),
  turkish(
    '1999-02-22',
    'ACCUSE',
    "Turkey's president accused Greece of supporting Kurdish terrorists after the capture of Abdullah Ocalan.",
    { people: ['Suleyman Demirel'] },
  ),
  greek('1999-02-23', 'REJECT', 'Greece rejected the Turkish charge of support for terrorists.'),
  turkish('1999-05-24', 'REQUEST', "Turkey's foreign minister proposed by letter an agreement against terrorism.", {
    people: ['Ismail Cem'],
  }),
  greek(
    '1999-06-30',
    'CONSULT',
    'The foreign ministers of Greece and Turkey met in New York and agreed on talks on trade, tourism and the environment.',
    { people: ['George Papandreou', 'Ismail Cem'], place: 'New York' },
  ),
  greek('1999-07-26', 'CONSULT', 'Diplomats of Greece and Turkey opened talks in Ankara.', { place: 'Ankara' }),
  greek('1999-08-18', 'AID', 'Greece sent rescue teams to the earthquake zone around Izmit.', {
    place: 'Izmit',
    magnitude: 24,
  }),
  turkish('1999-08-25', 'SUPPORT', "Turkey's foreign minister thanked Greece for its help after the earthquake.", {
    people: ['Ismail Cem'],
  }),
  turkish('1999-09-08', 'AID', 'Turkey sent rescuers to Athens after an earthquake there.', { place: 'Athens' }),
  greek(
    '1999-09-25',
    'SUPPORT',
    "Greece's foreign minister said that Greece wanted good neighbourly relations with Turkey.",
    { people: ['George Papandreou'] },
  ),
  greek('1999-10-20', 'CONSULT', 'Greek and Turkish diplomats held a third round of talks in Athens.', {
    place: 'Athens',
  }),
  greek('1999-11-15', 'CONSULT', 'A visit of the Greek foreign minister to Ankara in January was announced.', {
    status: 'announced',
    people: ['George Papandreou'],
    place: 'Ankara',
  }),
  greek(
    '1999-12-10',
    'CONCEDE',
    'Greece lifted its veto on Turkey as a candidate of the European Union because earthquake diplomacy had changed public opinion.',
    { place: 'Helsinki' },
  ),
  greek(
    '2000-01-20',
    'AGREE',
    'The Greek foreign minister visited Ankara, the first such visit in 38 years, and signed five agreements.',
    { people: ['George Papandreou', 'Ismail Cem'], place: 'Ankara' },
  ),
  turkish('2000-02-04', 'AGREE', 'The Turkish foreign minister visited Athens and signed four agreements.', {
    people: ['Ismail Cem', 'George Papandreou'],
    place: 'Athens',
  }),
].map(eventOf)
