import { describe, expect, test } from 'vitest'
import { documentFromBytes } from '../document-from-bytes.ts'

/** A line of a page: how far from the left and from the foot, and what it says. */
type Written = readonly [x: number, y: number, text: string]

/** A PDF of pages with lines in one typeface, and what it says of itself. */
const pdf = (pages: readonly (readonly Written[])[], info = ''): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  pages.forEach((lines, i) => {
    const stream = lines.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    )
  })
  const at: number[] = []
  let text = '%PDF-1.4\n'
  for (const [i, object] of [...objects, `<< ${info} >>`].entries()) {
    at.push(text.length)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.map(n => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer << /Size ${at.length + 1} /Root 1 0 R /Info ${at.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

const body = (first: number, ...lines: string[]): Written[] => lines.map((line, i) => [40, first - 14 * i, line])

describe('a PDF', () => {
  const pages = [
    [
      [40, 380, 'Quarterly Review of Alpine Affairs'] as const,
      ...body(
        350,
        'The foreign ministers of Peru and Ecuador met in Quito on Monday and ag-',
        'reed to open the border.',
      ),
      ...body(
        300,
        'Both governments said that the talks would go on. They have a long his-',
        'tory of quarrels over the frontier, and',
      ),
      [200, 20, '1'] as const,
    ],
    [
      [40, 380, 'Quarterly Review of Alpine Affairs'] as const,
      ...body(350, 'the treaty of 1998 ended the last of them, which was a war of three weeks'),
      [200, 20, '2'] as const,
    ],
    [
      [40, 380, 'Quarterly Review of Alpine Affairs'] as const,
      ...body(350, 'in the upper valley of the Cenepa.'),
      [200, 20, '3'] as const,
    ],
  ]

  test('is read as paragraphs: over lines and pages, words made whole, running lines left out', async () => {
    const { text } = await documentFromBytes(pdf(pages), 'review.pdf')
    expect(text).toBe(
      [
        'The foreign ministers of Peru and Ecuador met in Quito on Monday and agreed to open the border.',
        'Both governments said that the talks would go on. They have a long history of quarrels over the frontier, and the treaty of 1998 ended the last of them, which was a war of three weeks in the upper valley of the Cenepa.',
      ].join('\n\n'),
    )
  })

  test('says after each page how far it has come', async () => {
    const told: [number, number][] = []
    await documentFromBytes(pdf(pages), 'review.pdf', (read, of) => told.push([read, of]))
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  test('says its title and author where people wrote them', async () => {
    const own = await documentFromBytes(pdf(pages, '/Title (After the Cenepa) /Author (Rosa Paredes)'), 'review.pdf')
    expect([own.title, own.author]).toEqual(['After the Cenepa', 'Rosa Paredes'])
    const made = await documentFromBytes(pdf(pages, '/Title (Microsoft Word - draft 3.doc)'), 'review.pdf')
    expect([made.title, made.author]).toEqual([null, null])
  })

  test('that is torn is refused, and so is one of pictures alone', async () => {
    await expect(documentFromBytes(pdf(pages).subarray(0, 60), 'torn.pdf')).rejects.toMatchObject({
      message: expect.stringMatching(/torn\.pdf is a PDF file that cannot be read: it is cut off or damaged/),
    })
    await expect(documentFromBytes(pdf([[]]), 'scan.pdf')).rejects.toMatchObject({
      message: expect.stringMatching(/scan\.pdf is a PDF file without text/),
    })
  })
})
