/** Words of a command line → values, or a failure that says what would have been right: the same as in addresses of the API. */
export {
  askedCount as positive,
  askedDay as day,
  askedDays as days,
  askedEventTypes as eventTypes,
  askedVerdicts as verdicts,
  checkRange,
} from '../domain/index.ts'
