/** Column names as the GDELT codebooks give them: 1.0 of 2013 (57, later 58 with SOURCEURL), 2.0 of 2015 (61; ADM2 columns are new). */
const ACTOR = (n: 1 | 2): string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map(name => `Actor${n}${name}`)

const GEO = (who: string, adm2: boolean): string[] =>
  ['Type', 'FullName', 'CountryCode', 'ADM1Code', ...(adm2 ? ['ADM2Code'] : []), 'Lat', 'Long', 'FeatureID'].map(
    name => `${who}Geo_${name}`,
  )

const events = (adm2: boolean): string[] => [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...ACTOR(1),
  ...ACTOR(2),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...['Actor1', 'Actor2', 'Action'].flatMap(who => GEO(who, adm2)),
  ...['DATEADDED', 'SOURCEURL'],
]

export const GDELT1_EVENTS = events(false)
export const GDELT2_EVENTS = events(true)

export const GDELT2_MENTIONS = [
  ...['GLOBALEVENTID', 'EventTimeDate', 'MentionTimeDate', 'MentionType', 'MentionSourceName', 'MentionIdentifier'],
  ...['SentenceID', 'Actor1CharOffset', 'Actor2CharOffset', 'ActionCharOffset', 'InRawText', 'Confidence'],
  ...['MentionDocLen', 'MentionDocTone', 'MentionDocTranslationInfo', 'Extras'],
]
