import { expect, test } from 'vitest'
import { documentFromHtml } from './document-from-html.ts'

const paragraphs = [
  'The two ministers met in the border town for the first time in eleven years, and each brought a list of complaints, a map, and a promise from his president that the talks would not be broken off again.',
  'What they agreed on is small: a telephone line between the garrisons, a market on the bridge, and a second meeting in the spring. What they left out is large, and both of them know it.',
  'Neither side can afford another summer of closed roads, since the harvest has to cross the river, and the railway on which both capitals depend has been waiting for its last forty kilometres.',
]

const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>
  <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
  <article><h1>A line across the river</h1>${body}${paragraphs.map(p => `<p>${p}</p>`).join('\n')}</article>
  <aside>Most read: five recipes</aside><footer>All about cookies</footer></body></html>`

test('paragraphs stand on lines of their own, and what is around the article is left out', async () => {
  const { text } = await documentFromHtml(page('<title>A line across the river | The Record</title>', ''), 'a.html')
  expect(text).toBe(paragraphs.join('\n\n'))
})

test('what a page says of itself: JSON-LD', async () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: 'The Record' },
      {
        '@type': ['NewsArticle', 'OpinionNewsArticle'],
        headline: 'A line across the river',
        datePublished: '2014-07-17T23:30:00-04:00',
        author: [{ '@type': 'Person', name: 'Anna Petrova' }, { name: 'Kenji Mori' }],
        publisher: { '@type': 'Organization', name: 'The Record' },
      },
    ],
  }
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://record.example/river">`
  const { text, ...facts } = await documentFromHtml(page(head, ''), 'a.html')
  expect(facts).toEqual({
    path: 'a.html',
    title: 'A line across the river',
    author: 'Anna Petrova, Kenji Mori',
    publisher: 'The Record',
    url: 'https://record.example/river',
    published: '2014-07-17',
  })
})

test('what a page says of itself: meta tags', async () => {
  const head = `<title>x</title><meta property="og:title" content="A line across the river"><meta name="author" content="By Anna Petrova">
    <meta property="og:site_name" content="The Record"><meta property="article:published_time" content="2014-07-17T08:00:00Z">
    <meta property="og:url" content="https://record.example/river">`
  expect(await documentFromHtml(page(head, ''), 'a.html')).toMatchObject({
    title: 'A line across the river',
    author: 'Anna Petrova',
    publisher: 'The Record',
    url: 'https://record.example/river',
    published: '2014-07-17',
  })
})

test('what a page says of itself: a time element; nothing else is made up', async () => {
  const body = '<header><time datetime="2014-07-17">yesterday</time></header>'
  const { published, author, publisher, url } = await documentFromHtml(page('', body), 'a.html')
  expect({ published, author, publisher, url }).toEqual({
    published: '2014-07-17',
    author: null,
    publisher: null,
    url: null,
  })
})

test('a short page, a fragment, and a list are read whole', async () => {
  const html =
    '<title>Note</title><h1>Note</h1><p>The  talks<br>went&nbsp;on.</p><ul><li>First, the road.<li>Second, the gas.</ul><script>var x = 1</script>'
  expect((await documentFromHtml(html, 'a.html')).text).toBe(
    'Note\n\nThe talks\nwent on.\n\nFirst, the road.\n\nSecond, the gas.',
  )
})

test('broken JSON-LD and days that do not exist say nothing', async () => {
  const head = '<script type="application/ld+json">{"@type": "Article",</script><meta name="date" content="2014-02-30">'
  expect(await documentFromHtml(page(head, ''), 'a.html')).toMatchObject({ published: null })
})

test.each([
  ['nested deep', `<html><body>${'<div>'.repeat(3_000_000)}`],
  ['nested as deep as a tree can bear', `<html><body>${'<b>'.repeat(900)}x`],
  ['of many tags', `<html><body>${'<p>'.repeat(300_000)}`],
  ['of many brackets', `<html><body>${'<'.repeat(2_000_000)}`],
  ['of many entities', `<html><body><p>${'&amp;'.repeat(300_000)}`],
  ['with a tag of many attributes', `<html><body><p ${'a=1 '.repeat(100_000)}>x`],
  ['that never closes a tag', `<html><body>${'<a'.repeat(150_000)}${'x'.repeat(15_000_000)}`],
  ['without text', '<html><body><img src="x.png"></body></html>'],
])('a page %s is refused', async (_what, html) => {
  await expect(documentFromHtml(html, 'a.html')).rejects.toMatchObject({ exitCode: 3 })
})
