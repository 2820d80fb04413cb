/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
}

const ASCII_NAME = /^[A-Za-z0-9 ]*$/
const MARKS = /[\u0300-\u036f’'ʻʼʿʾ`‘]/g
const SPECIAL = /[ıłøđðþßæœə]/g
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu

/** Lower case, no marks, no apostrophes, single blanks: what is left of a name when typography is taken away. */
export const plain = (name: string): string => {
  // Most names need none of this, and 7,000 of them are read at start.
  if (ASCII_NAME.test(name)) return name.toLowerCase().trim()
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, letter => LETTERS[letter] ?? letter)
    .replace(BETWEEN, ' ')
    .trim()
}

/** Articles inside a name, which writers keep or drop: Bashar al-Assad, Bashar Assad. */
const ARTICLE = / (?:al|el|ul|ad|as|ar|an)(?= )/g

/** Sounds that transliterations write in several ways, pairs before single letters. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ kh: 'k', gh: 'q', zh: 'j', dj: 'j', dh: 'd', ph: 'f' },
  ...{ oo: 'u', ou: 'u', ow: 'u', ee: 'i', ei: 'i', ey: 'i', ai: 'i', ay: 'i', iy: 'i' },
  ...{ e: 'a', y: 'i', o: 'u', w: 'v' },
}
const SOUND = /[kgzd]h|ph|dj|o[ouw]|e[eiy]|a[iy]|iy|[eyow]/g
const DOUBLED = /([a-z])\1+/g
const FINAL_H = /(?<=\S\S)h(?= |$)/g

/**
 * One key for the spellings of a name that transliteration leaves open: Dehghan and Dehqan, Rouhani, Ruhani and
 * Rowhani, Aliyev and Aliev, Bashar al-Assad and Bashar Assad. Coarse on purpose: it only ever compares names, and
 * candidates are rivals, not answers.
 */
export const spellingKey = (name: string): string =>
  plain(name)
    .replace(ARTICLE, '')
    .replace(SOUND, letters => SOUNDS[letters] ?? letters)
    .replace(DOUBLED, '$1')
    .replace(FINAL_H, '')

/** How many letters must be put in, left out or changed to make one word of another; given up beyond `most`. */
export const lettersApart = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}

/** The id of a person whom no table knows, made from the name: `per:hossein-dehqan`. Ids are Latin letters and digits. */
export const personIdFromName = (name: string): string => {
  const slug = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `per:${slug || 'unnamed'}`
}
