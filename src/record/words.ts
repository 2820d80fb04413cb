/** Lower case, without accents, words parted by single spaces and one in front: a word is looked for as ' word'. */
export const folded = (expression: string): string =>
  `' ' || trim(regexp_replace(translate(strip_accents(lower(${expression})), 'əı', 'ei'), '[^\\p{L}\\p{N}]+', ' ', 'g'))`

/** The same of a text at hand. */
export const foldedText = (text: string): string => {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  return ` ${plain
    .replaceAll('ə', 'e')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`
}
