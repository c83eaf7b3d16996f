// Side room, the crew: worker threads that examine fragments for one inspector. In: fragments. Out: what the inspector says of them,
// the same whatever the number of threads.
export { openCrew, type Crew } from "./crew.ts";
