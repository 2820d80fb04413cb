import { expect, test } from 'vitest'
import { requireEnglish } from './language.ts'

const OTHERS: readonly (readonly [string, string])[] = [
  ['Russian', 'Министры двух стран встретились в Баку и договорились о новых переговорах осенью.'],
  [
    'German',
    'Die Minister der beiden Länder trafen sich am Montag in Baku und vereinbarten, dass im Herbst weiter verhandelt wird. Über den Verlauf der Grenze wurde nicht gesprochen, sagte ein Sprecher.',
  ],
  [
    'French',
    'Les ministres des deux pays se sont rencontrés lundi à Bakou et ont décidé de reprendre les négociations en automne, mais ils n’ont pas parlé de la frontière, selon un porte-parole.',
  ],
  [
    'Turkish',
    'İki ülkenin bakanları pazartesi günü Bakü’de bir araya geldi ve görüşmelerin sonbaharda yeniden başlaması konusunda anlaştı, ancak sınır meselesi konuşulmadı, dedi bir sözcü. Gazetecilere bilgi verilmedi, taraflar açıklama yapmadan salondan ayrıldı.',
  ],
  ['Persian', 'وزیران دو کشور روز دوشنبه در باکو دیدار کردند و قرار شد گفتگوها در پاییز ادامه یابد.'],
  ['Chinese', '两国外长星期一在巴库会晤，同意秋季继续谈判。'],
]

test.each(OTHERS)('%s is refused and named', async (language, text) => {
  await expect(requireEnglish(text, 'a.txt')).rejects.toMatchObject({ exitCode: 3 })
  if (language !== 'Chinese') await expect(requireEnglish(text, 'a.txt')).rejects.toThrow(language)
})

test.each([
  ['a sentence', 'The ministers met in Baku.'],
  ['a headline', 'Aliyev, Rouhani sign gas deal'],
  [
    'a list of names',
    'Ilham Aliyev, Hassan Rouhani, Recep Tayyip Erdoğan, Ahmet Davutoğlu, Serzh Sargsyan, Elmar Mammadyarov, Javad Zarif, Vladimir Putin, Sergey Lavrov, Angela Merkel, Frank-Walter Steinmeier, Petro Poroshenko, Nursultan Nazarbayev, Islam Karimov',
  ],
  [
    'English with foreign quotes',
    '“Wir haben die Grenze nicht besprochen”, the spokesman said in German, and then in English: the border was not on the table. The two ministers will meet again in the autumn, and the question of the pipeline will be put to a commission of experts.',
  ],
  [
    'English with names in other letters',
    'The river Araz (Araks, Արաքս, Araz çayı, ارس) is the border of the two states.',
  ],
  ['upper case', 'THE TWO MINISTERS MET IN BAKU ON MONDAY AND AGREED THAT TALKS WILL GO ON IN THE AUTUMN.'],
])('%s passes', async (_what, text) => expect(await requireEnglish(text, 'a.txt')).toBeUndefined())
