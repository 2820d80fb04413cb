/** Countries and pairs as they are typed: the same on the command line as in addresses of the API. */
export { askedActor as actorOf, askedPair as pairOf } from '../actors/index.ts'
