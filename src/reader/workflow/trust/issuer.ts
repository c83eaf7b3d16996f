// Whose tokens a policy speaks of. GitHub's own issuer, an enterprise's path below it, a subdomain of ghe.com, or a server of its own
// (GitHub docs: "OpenID Connect reference").

export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** With or without "https://". */
export function isGithubIssuer(issuer: string): boolean {
  const place = issuer.replace(/^https:\/\//i, "").toLowerCase();
  return place === GITHUB_ISSUER || place.startsWith(`${GITHUB_ISSUER}/`) || /^token\.actions\.[\w-]+\.ghe\.com(?:\/|$)/.test(place) || /^[\w.-]+\/_services\/token\/?$/.test(place);
}
