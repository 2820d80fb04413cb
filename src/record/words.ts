/** Lower case, without accents, words parted by single spaces and one in front: a word is looked for as ' word'. */
export const folded = (expression: string): string =>
  `' ' || trim(regexp_replace(translate(strip_accents(lower(${expression})), 'əı', 'ei'), '[^\\p{L}\\p{N}]+', ' ', 'g'))`
