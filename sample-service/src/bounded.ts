// Answers from outside, read up to a limit: what sends without end must not fill the gateway's memory.

/** Rejects when there are more bytes than `most`; the rest is not read. */
export async function readBounded(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Error("answer-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
