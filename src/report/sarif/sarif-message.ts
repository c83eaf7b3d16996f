// Plain-text messages of SARIF have a little syntax of their own.

/** Brackets make links and braces make placeholders in a plain-text message (3.11.5, 3.11.6). */
export function messageText(text: string): string {
  return text.replace(/[[\]\\]/g, "\\$&").replace(/[{}]/g, "$&$&");
}

/** Capital first letter, full stop at the end. */
export function sentence(text: string): string {
  const start = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}
