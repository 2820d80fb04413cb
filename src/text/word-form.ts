/** A word's form as the models see it: typographic quotes, dashes and ellipses as their plain counterparts. */
export const plainForm = (form: string): string =>
  /^[\x20-\x7e]*$/.test(form)
    ? form
    : form
        .replace(/[‘’‛ʼ′`´]/g, "'")
        .replace(/[“”„‟″«»]/g, '"')
        .replace(/[‐‑‒]/g, '-')
        .replace(/^[–—―]+$/, '--')
        .replace(/[–—―]/g, '-')
        .replace(/…/g, '...')

/** `Baku` → `Xx`, `U.S.` → `X.X.`, `1,200` → `0,0`: the kinds of characters, runs shortened. */
export const shapeOf = (plain: string): string => {
  let shape = ''
  let last = ''
  let run = 0
  for (const character of plain.slice(0, 24)) {
    const kind = /\p{Lu}/u.test(character)
      ? 'X'
      : /\p{L}/u.test(character)
        ? 'x'
        : /\p{N}/u.test(character)
          ? '0'
          : character
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) shape += kind
  }
  return shape
}

/** Lower case, with digits made alike, so that numbers share what is learned of them. */
export const lowerForm = (plain: string): string => plain.toLowerCase().replace(/[0-9]/g, '0')
