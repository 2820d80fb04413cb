import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { folded, foldedText } from './words.ts'

const TEXTS = [
  'Bakı və Tehran',
  'ƏLİYEV, İlham; IĞDIR',
  '  O\'Neill -- said\\ "no"\t2014 ',
  'Ångström Ŝtraße ﬁ Ǆ Ñandú São Tomé Kraków Đà Nẵng',
  'Ελλάδα Москва Ёлка Київ תל־אביב القَاهِرَة 北京 서울',
  '',
  '…',
]

test('a text at hand is folded as the engine folds one', async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const text of TEXTS) {
    const answer = await connection.runAndReadAll(`select ${folded('$text')} as words`, { text })
    expect(foldedText(text)).toBe(answer.getRowObjectsJson()[0]?.words)
  }
  connection.closeSync()
  instance.closeSync()
})
