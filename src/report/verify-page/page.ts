// verify.html: a page of the product, not of a run. It vouches for bundles, so it must not come with them: each release publishes its digest.
import { createHash } from "node:crypto";
import { html, print, trusted } from "../html/markup.ts";
import { style } from "../html/style.ts";

const own = `
.drop{border:2px dashed var(--line);border-radius:6px;padding:2rem 1.5rem;text-align:center;background:var(--wash);margin:1.4rem 0 .8rem}
.drop:focus-within,.drop.over{border-color:var(--link);border-style:solid}
.drop strong{display:block;font-size:1.1rem;margin-bottom:.3rem}
.drop input{margin-top:1rem;font:inherit;max-width:100%}
.field{display:grid;gap:.25rem;margin:1rem 0}
.field input{font:.9rem ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;padding:.5rem .6rem;border:1px solid var(--mute);border-radius:3px;background:var(--paper);color:var(--ink);width:100%}
#files{list-style:none;padding:0;margin:.6rem 0}#files li{padding:.15rem 0;color:var(--soft)}#files code{color:var(--ink);font-weight:600;margin-right:.4rem}
button{font:inherit;background:none;border:1px solid var(--mute);color:var(--ink);border-radius:3px;padding:.25rem .8rem;cursor:pointer}
.state{font-weight:600;white-space:nowrap}.state.good::before{content:"✓ "}.state.bad::before{content:"✕ "}.state.doubt::before{content:"? "}.state.mute::before{content:"– "}
#result{margin-top:2.2rem}#result h2{margin-top:2rem}
#unready{border-left:3px solid var(--bad);padding-left:1rem}
@media print{.drop,.field,button{display:none}}
`;

/** `script` is JavaScript without imports. The page allows itself nothing else: no request, no form, no frame, no foreign code. */
export function toVerifyPage(script: string): string {
  const css = style + own;
  const hash = (text: string) => createHash("sha256").update(text).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(css)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return print(html`${trusted("<!doctype html>")}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Verify evidence · pci-pipeline</title>
<style>${trusted(css)}</style>
</head>
<body>
<header>
<p class="kicker">pci-pipeline</p>
<h1>Verify evidence</h1>
<p>Drop what you were handed: the signed bundle, the reports of the checks, the report page; and the signer's public key, which you have from its owner.</p>
<p class="caution"><strong>Nothing leaves this computer.</strong> The page makes no request, and its own policy forbids it one. Save it, and open it offline. It proves nothing if it came in the folder that it is to judge: compare its SHA-256 with the one that the release publishes.</p>
</header>
<main id="content">
<p id="unready" role="alert" hidden>This browser gives pages like this one no cryptography. Open the saved file itself, in a current browser.</p>
<div id="drop" class="drop"><strong>Drop files here</strong><label for="input">or choose them: bundle, reports, public key</label><br><input id="input" type="file" multiple></div>
<ul id="files" aria-label="Files"></ul>
<button id="clear" type="button" hidden>Clear</button>
<p class="field"><label for="digest">Image that it must be about, by digest (optional)</label><input id="digest" type="text" placeholder="sha256:…" spellcheck="false" autocomplete="off"></p>
<div id="result" role="status" aria-live="polite" hidden></div>
</main>
<footer><p>This page judges signature, form and digests. Policy, validity of keys, waivers and everything that follows from something else: <code>pci-pipeline compliance-verify</code>. Evidence is neither an Attestation of Compliance (AOC) nor a Report on Compliance (ROC).</p></footer>
<script type="module">${trusted(script)}</script>
</body>
</html>
`);
}
