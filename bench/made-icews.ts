/**
 * Made-up rows as ICEWS has them, with shares and widths counted in a published day of 2018 (1,160 rows, 238 bytes each): 4 and 6 in a hundred
 * sides have no country, a third of the rows stays inside one, a third of the sides has no sectors, 30 in a hundred places no city,
 * 85 no district, 20 no province; every place has coordinates of its own.
 */

const TEXTS: readonly (readonly [code: string, text: string, intensity: number])[] = [
  ['010', 'Make statement', 0],
  ['020', 'Make an appeal or request', 3],
  ['036', 'Express intent to meet or negotiate', 4],
  ['040', 'Consult', 1],
  ['042', 'Make a visit', 1.9],
  ['043', 'Host a visit', 2.8],
  ['046', 'Engage in negotiation', 7],
  ['051', 'Praise or endorse', 3.4],
  ['057', 'Sign formal agreement', 8],
  ['060', 'Engage in material cooperation, not specified below', 6],
  ['080', 'Yield', 5],
  ['090', 'Investigate', -2],
  ['100', 'Demand', -5],
  ['110', 'Disapprove', -2],
  ['111', 'Criticize or denounce', -2],
  ['112', 'Accuse', -2],
  ['120', 'Reject', -4],
  ['130', 'Threaten', -4.4],
  ['138', 'Threaten with military force', -7],
  ['141', 'Demonstrate or rally', -6.5],
  ['150', 'Demonstrate military or police power', -7.2],
  ['163', 'Impose embargo, boycott, or sanctions', -8],
  ['173', 'Arrest, detain, or charge with legal action', -5],
  ['190', 'Use conventional military force', -10],
  ['193', 'Fight with small arms and light weapons', -10],
]

const ROLES: readonly (readonly [role: string, name: string, sectors: string])[] = [
  ['GOV', 'Foreign Affairs', 'Executive,Foreign Ministry,Government,Elite'],
  ['MIL', 'High Ranking Military Personnel', 'Military,Government,Elite,Air Force'],
  ['CVL', 'Citizen', 'General Population / Civilian / Social,Social'],
  ['OPP', 'Opposition Leader', 'Parties,Ideological,(National) Minor Party,Center Left'],
  ['MED', 'News Editor', 'Business,Social,News,Media'],
  ['COP', 'Police', 'Police,Government'],
  ['BUS', 'Business', 'Business,Multinational Corporations (MNC),Services'],
]

const text = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`

/** A lookup in SQL. */
const chosen = (by: string, cells: readonly (readonly [string, string | number])[]): string =>
  `case ${by} ${cells.map(([key, value]) => `when ${text(key)} then ${text(value)}`).join(' ')} end`

/** Officials have names, of which there are many; others are called after their office, states as they are. */
const side = (country: string, role: string, random: string): string => `
  case when ${country} is null then 'Organization ' || (${random} * 300)::integer
    when ${role} in ('GOV', 'OPP') and ${random} < 0.5 then 'Person ' || (pow(${random} * 2, 3) * 30000)::integer
    when ${role} = '' then ${country}
    else ${chosen(
      role,
      ROLES.map(([key, name]) => [key, name]),
    )} || ' (' || ${country} || ')' end`

const sectors = (role: string): string =>
  chosen(
    role,
    ROLES.map(([key, , list]) => [key, list]),
  )

/** `from` has the columns that GDELT's rows are made of too; `random` gives a number between 0 and 1 of a row. */
export const icewsRows = (from: string, random: (salt: number) => string): string => `
  select 30000000 + i as "Event ID", added as "Event Date", ${side('na.name', 'role1', random(21))} as "Source Name",
    ${sectors('role1')} as "Source Sectors", na.name as "Source Country",
    ${chosen(
      'code',
      TEXTS.map(([code, says]) => [code, says]),
    )} as "Event Text", code as "CAMEO Code",
    ${chosen(
      'code',
      TEXTS.map(([code, , intensity]) => [code, intensity]),
    )} as "Intensity",
    ${side('nb.name', 'role2', random(22))} as "Target Name", ${sectors('role2')} as "Target Sectors", nb.name as "Target Country",
    40000000 + i // 3 as "Story ID", 1 + i % 6 as "Sentence Number", 'News Agency No. ' || (pow(${random(23)}, 3) * 300)::integer as "Publisher",
    case when place % 10 >= 3 then 'City ' || place end as "City", case when place % 20 < 3 then 'District of City ' || place end as "District",
    case when place % 5 > 0 then 'Province ' || (place // 3) end as "Province", coalesce(nb.name, na.name, 'France') as "Country",
    round(hash(place) % 1300000 / 10000.0 - 55, 4) as "Latitude", round(hash(-place) % 3600000 / 10000.0 - 180, 4) as "Longitude"
  from (select *, (pow(${random(24)}, 3) * 20000)::integer as place from (${from})) p
  left join names na on na.id = p.a left join names nb on nb.id = p.b order by i`
