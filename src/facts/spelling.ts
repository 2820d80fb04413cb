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

/** Lower case, no marks, no apostrophes, single blanks: what is left of a name when typography is taken away. */
export const plain = (name: string): string => {
  // Most names need none of this, and 7,000 of them are read at start.
  if (ASCII_NAME.test(name)) return name.toLowerCase().trim()
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłøđðþßæœə]/gu, letter => LETTERS[letter] ?? letter)
    .replace(/[’'ʻʼʿʾ`‘]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Sounds that transliterations write in several ways; pairs are tried before single letters. */
const SOUNDS = new Map(
  Object.entries({
    ...{ kh: 'k', gh: 'q', zh: 'j', dj: 'j', ph: 'f', dh: 'd', oo: 'u', ou: 'u', ow: 'u' },
    ...{ ee: 'i', ei: 'i', ey: 'i', ai: 'i', ay: 'i', iy: 'i', e: 'a', y: 'i', o: 'u', w: 'v' },
  }),
)

/** Articles that writers keep or drop: Bashar al-Assad, Bashar Assad. */
const ARTICLES = new Set(['al', 'el', 'ul', 'ad', 'as', 'ar', 'an'])

const soundOfWord = (word: string): string => {
  let sound = ''
  for (let at = 0; at < word.length; ) {
    const pair = SOUNDS.get(word.slice(at, at + 2))
    const letter = word.charAt(at)
    const next = pair ?? SOUNDS.get(letter) ?? letter
    if (!sound.endsWith(next)) sound += next
    at += pair && word.length > at + 1 ? 2 : 1
  }
  return sound.length > 2 && sound.endsWith('h') ? sound.slice(0, -1) : sound
}

/**
 * One key for the spellings of a name that transliteration leaves open: Dehghan and Dehqan, Rouhani, Ruhani and
 * Rowhani, Aliyev and Aliev, Bashar al-Assad and Bashar Assad. Coarse on purpose: it only ever compares names, and
 * candidates are rivals, not answers.
 */
export const spellingKey = (name: string): string => {
  const words = plain(name).split(' ')
  const kept = words.length > 1 ? words.filter((word, i) => i === 0 || !ARTICLES.has(word)) : words
  return kept.map(soundOfWord).join(' ')
}

/** The id of a person whom no table knows, made from the name: `per:hossein-dehqan`. */
export const personIdFromName = (name: string): string => `per:${plain(name).replace(/ /g, '-')}`
