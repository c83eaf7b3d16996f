// Side room: plants what the checks must find. A scanner that finds nothing looks the same as one that is broken; this tells them apart.
export { imageCanary, type Plant } from "./image.ts";
export { logCanary } from "./log.ts";
export { plantLeaks } from "./leaky.ts";
export { proveDetection } from "./prove.ts";
export { workflowCanary } from "./workflow.ts";
