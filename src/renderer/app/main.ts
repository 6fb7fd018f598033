import { begin } from './begin.ts';

// The entry alone starts something: every other file may be imported by the gallery as well.
await begin();
