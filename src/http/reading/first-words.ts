import type { Text } from './messages.ts'

/**
 * A text that is read and judged before anybody asks: models and tables are loaded by it, and the paths that most texts take are trodden.
 * It has claims of many kinds, of two states that the shipped record tells of, so that there is something to judge them by.
 */
const WORDS = `Two Neighbours and Their Quarrel

By A. Writer

3 May 2016

On 9 April 2014 the presidents of Azerbaijan and Iran met in Tehran and said that relations would improve. Iran's foreign minister called the talks useful, and an aide reportedly promised a visit by September. Trade has grown since 2010 because the border is open, although Tehran had threatened to close it in the spring of 2012. First, neither side wants another war; second, both need roads. It is the most serious dispute since the treaty of 1998, and about 30 soldiers were killed in it. Azerbaijan accuses Iran of arming rebels, and Iran accused Azerbaijan in February. Azerbaijan is a member of the United Nations. The defence ministers of the two countries signed a memorandum in 2015. If Baku accepts the terms, the two countries may sign an agreement next year. They should not wait.
`

export const FIRST_WORDS: Text = { bytes: new TextEncoder().encode(WORDS), name: 'first words', date: null }
