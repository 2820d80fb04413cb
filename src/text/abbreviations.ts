/** Words that keep their full stop. */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Followed by a name or a number as a rule: a full stop here does not end a sentence. */
export const TITLES = list(`
  mr mrs ms dr prof rev hon fr sr st ste mt ft gen lt maj col capt cmdr adm brig sgt cpl pvt gov sen rep reps pres amb
  sec min supt det insp no nos vs art sect fig eq vol pp ch cf ca approx assoc ext est messrs mmes maj-gen lt-gen op
`)

/** May end a sentence too: the next word decides. */
export const OTHERS = list(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  inc corp co ltd llc plc bros dept univ assn govt etc al jr sr esq ave blvd rd hwy
  ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  a.m p.m e.g i.e u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c ph.d b.c a.d
`)

/** `no`, `art`, `mar` and others are words as well: they are abbreviations before a number or a capital only. */
export const ALSO_WORDS = list(
  'c p no nos art mar sat sun fig ill ind la mass miss ore wash op est ch sect min sec det rep pres gen col fr',
)

/** `U.S.`, `J.`, `p.m.`: single letters, each with its full stop. */
export const isDottedLetters = (word: string): boolean => /^(?:\p{L}\.)+$/u.test(word)

export const isAbbreviation = (bare: string): boolean => TITLES.has(bare) || OTHERS.has(bare)
