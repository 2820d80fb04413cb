import { GT, rows } from '../../test/check/aegean-judged.ts'
import { relation } from '../../test/check/claim-of.ts'

rows('relations', [
  [
    'tense for years, in a time of its own',
    {
      type: 'relation_level',
      quote: 'tense from 1996 to 1998',
      actors: GT,
      when: '1996-01-01/1998-12-31',
      reading: relation(['GRC', 'TUR'], 'level', -1),
    },
    'supported',
    ['1996-01-30'],
  ],
  [
    'good, when it was not',
    {
      type: 'relation_level',
      quote: 'cordial from 1996 to 1998',
      actors: GT,
      when: '1996-01-01/1998-12-31',
      reading: relation(['GRC', 'TUR'], 'level', 1),
    },
    'disputed',
    ['1996-01-30', '1997-07-08'],
  ],
  [
    'a thaw under way',
    {
      type: 'relation_trend',
      quote: 'relations are warming',
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', 1),
    },
    'supported',
    ['1999-08-18'],
  ],
  [
    'the opposite',
    {
      type: 'relation_trend',
      quote: 'relations are getting worse',
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', -1),
    },
    'contradicted',
    ['1999-08-18'],
  ],
  [
    'a denial of the thaw, which readers give turned round',
    {
      type: 'relation_trend',
      quote: 'relations have not improved',
      negated: true,
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', -1),
    },
    'contradicted',
    ['1999-08-18'],
  ],
  [
    'a turn at a named time',
    {
      type: 'turning_point',
      quote: 'the summer of 1999 was a turning point',
      actors: GT,
      when: '1999-06-01/1999-08-31',
      reading: relation(['GRC', 'TUR'], 'turn', 1),
    },
    'supported',
    ['1999-08-18'],
  ],
  [
    'a pair of which the record holds nothing',
    {
      type: 'relation_level',
      quote: 'Peru is hostile to Chile',
      actors: ['PER', 'CHL'],
      reading: relation(['PER', 'CHL'], 'level', -1),
    },
    'not_covered',
    [],
  ],
])
