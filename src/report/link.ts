/** A source's address as a link may bear it: web addresses alone, written so that nothing in them ends the link. */
export const webAddress = (url: string): string | null => {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href.replace(/[<>"'`\\]/g, encodeURIComponent) : null
}
