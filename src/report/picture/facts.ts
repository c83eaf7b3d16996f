// The shapes of a report's facts that renderers draw. A check may leave a fact out; a fact in another shape is said, never hidden.
import * as z from "zod";
import type { Report } from "../../finding/index.ts";

export const nodeStates = ["reached", "undecided", "allowed", "proved"] as const;
export type NodeState = (typeof nodeStates)[number];

const nodeSchema = z.object({
  id: z.string(),
  label: z.string(),
  file: z.string().nullish(),
  job: z.string().nullish(),
  kind: z.string(),
  // A state that this version doesn't know is not taken for a good one.
  state: z.enum(nodeStates).catch("undecided"),
});
const edgeSchema = z.object({ from: z.string(), to: z.string(), kind: z.string() });
const graphSchema = z.object({
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  /** Jobs beyond the check's own limit. */
  omitted: z.int().nonnegative().catch(0),
});

const layerSchema = z.object({
  index: z.number(),
  diffId: z.string(),
  digest: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  createdBy: z.string().catch(""),
});
const imagesSchema = z.array(z.object({
  platform: z.string(),
  manifestDigest: z.string().nullish(),
  configDigest: z.string().nullish(),
  layers: z.array(layerSchema),
}));

export type GraphNode = z.infer<typeof nodeSchema>;
export type GraphEdge = z.infer<typeof edgeSchema>;
export type Graph = z.infer<typeof graphSchema>;
export type ImageFacts = z.infer<typeof imagesSchema>[number];

/** "unreadable" where the fact is there in a shape that can't be drawn. */
export function graphOf(report: Report): Graph | "unreadable" | undefined {
  return readFact(graphSchema, report.facts["graph"]);
}

export function imagesOf(report: Report): ImageFacts[] | "unreadable" | undefined {
  return readFact(imagesSchema, report.facts["images"]);
}

function readFact<T>(schema: z.ZodType<T>, fact: unknown): T | "unreadable" | undefined {
  if (fact === undefined || fact === null) return undefined;
  const parsed = schema.safeParse(fact);
  return parsed.success ? parsed.data : "unreadable";
}
