/** Patterns of files as shells know them: `*`, `?`, `[a-z]`, `{a,b}`, and `**` for any folders. */

const SPECIAL = /[*?[{]/

export const isGlob = (path: string): boolean => SPECIAL.test(path)

/** The folder above the first part that is a pattern: where the search begins. */
export const globBase = (pattern: string): string => {
  const parts = pattern.split('/')
  const fixed = parts.slice(0, parts.findIndex(isGlob))
  if (fixed.length === 0) return '.'
  return fixed.join('/') || '/'
}

/** A whole path as a regular expression. */
export const globShape = (pattern: string): RegExp => {
  let source = ''
  let depth = 0
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string
    if (pattern.startsWith('**/', i)) {
      source += '(?:[^/]+/)*'
      i += 2
    } else if (pattern.startsWith('**', i)) {
      source += '.*'
      i += 1
    } else if (char === '*') source += '[^/]*'
    else if (char === '?') source += '[^/]'
    else if (char === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2)
      source += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/\\/g, '\\\\')}]`
      i = end
    } else if (char === '{' && pattern.indexOf('}', i) > 0) {
      source += '(?:'
      depth += 1
    } else if (char === '}' && depth > 0) {
      source += ')'
      depth -= 1
    } else if (char === ',' && depth > 0) source += '|'
    else source += char.replace(/[.+^$()|\\/\]{}[*?]/g, '\\$&')
  }
  // An unclosed brace or a range upside down is no pattern: it then stands for itself.
  try {
    return new RegExp(`^${source}$`, 'u')
  } catch {
    return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`, 'u')
  }
}
