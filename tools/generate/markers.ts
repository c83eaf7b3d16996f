// Puts text between two marker lines of a page. A missing or doubled marker is an error, never a silent no-op.

/** `name` gives `<!-- name:start -->` and `<!-- name:end -->`; throws where either is not there exactly once. */
export function fillMarkers(page: string, name: string, body: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  for (const marker of [start, end]) {
    const count = page.split(marker).length - 1;
    if (count !== 1) throw new Error(`marker ${marker} stands ${count} times instead of once`);
  }
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end);
  if (to < from) throw new Error(`marker ${end} stands before ${start}`);
  return `${page.slice(0, from)}\n${body.trim()}\n${page.slice(to)}`;
}

/** A Markdown table; cells may hold no line break. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
