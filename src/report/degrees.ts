/** A change of temperature with its sign, to a tenth; what rounds to nothing has none. */
export const signedDegrees = (x: number): string => {
  const text = Math.abs(x).toFixed(1)
  if (Number(text) === 0) return text
  return x > 0 ? `+${text}` : `−${text}`
}
