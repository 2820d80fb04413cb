/** Series of a pair: acts and scores in, day-by-day counts and balances out. */
export { type Act, actsOf } from './acts.ts'
export { type Balance, emptyBalance, isCovered, sliceOf } from './balance.ts'
export { balanceOfActs, type DayCounts, type PairSeries, pairSeries, QUADS } from './pair-series.ts'
export { byPeriod, type PeriodPoint, type PeriodTally } from './periods.ts'
export { balanceOfScores, type DayScore, ordinaryOfPair, ordinaryScore } from './scores.ts'
export { withoutSecondAccounts } from './second-accounts.ts'
