// Which processor gets a payment: the first rule that fits. The table in README.md says the same.
import type { Brand } from "./card.ts";

export const processorNames = ["bancosur", "walletpro", "nortepay"] as const;
export type ProcessorName = (typeof processorNames)[number];

export const currencies = ["USD", "EUR", "ARS", "BRL", "CLP", "COP", "MXN", "PEN"] as const;
export type Currency = (typeof currencies)[number];

/** `amount` is in the currency's minor units. */
export type Routable = { readonly amount: number; readonly currency: Currency; readonly brand: Brand };
export type Route = { readonly rule: string; readonly processor: ProcessorName };

/** Below this many minor units walletpro's fee without a fixed part is the lower one. */
const SMALL_TICKET = 5_000;
const LOCAL: ReadonlySet<Currency> = new Set(["ARS", "BRL", "CLP", "COP", "MXN", "PEN"]);

const rules: readonly (Route & { fits(payment: Routable): boolean })[] = [
  { rule: "amex", processor: "nortepay", fits: ({ brand }) => brand === "amex" },
  { rule: "local-acquiring", processor: "bancosur", fits: ({ currency }) => LOCAL.has(currency) },
  { rule: "small-ticket", processor: "walletpro", fits: ({ amount }) => amount < SMALL_TICKET },
];
const otherwise: Route = { rule: "cross-border", processor: "nortepay" };

export function routePayment(payment: Routable): Route {
  const { rule, processor } = rules.find((candidate) => candidate.fits(payment)) ?? otherwise;
  return { rule, processor };
}
