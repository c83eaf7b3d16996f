// The style sheet of the evidence page. The Content-Security-Policy names it by its hash, so no style attribute works anywhere.
export const style = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f1e1b;--soft:#5b5851;--line:#dbd7ce;--wash:#f4f1ea;--good:#1b6a3a;--bad:#a61d1d;--doubt:#855600;--mute:#66625a;--link:#1c4e8f}
@media (prefers-color-scheme:dark){:root{--paper:#171715;--ink:#eae7e0;--soft:#aba79e;--line:#3b3934;--wash:#21201d;--good:#7fc998;--bad:#f4938b;--doubt:#e2b04a;--mute:#a09c93;--link:#93b9f2}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:66rem;padding:2.5rem 1.5rem 4rem}
h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;font-weight:600;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:2.1rem;margin:.2rem 0 1.6rem}
h2{font-size:1.45rem;margin:0 0 .35rem}
h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
p,ul,ol,dl{margin:.4rem 0}
p,li,dd{overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
code,pre,.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
code{overflow-wrap:anywhere}
pre{background:var(--wash);border:1px solid var(--line);padding:.8rem 1rem;margin:.5rem 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:3px}
.skip{position:absolute;left:-200vw}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem .8rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kicker{color:var(--soft);font-size:.88rem;margin:0}
.lead,.soft{color:var(--soft)}
.lead{margin:0 0 1rem;max-width:46rem}
.good{color:var(--good)}.bad{color:var(--bad)}.doubt{color:var(--doubt)}.mute{color:var(--mute)}
.verdict{display:flex;gap:1.1rem;align-items:flex-start;border-top:3px solid currentColor;border-bottom:1px solid var(--line);padding:1.1rem 0 1.2rem}
.verdict .sign{flex:none;margin-top:.15rem}
.verdict div{color:var(--ink)}
.verdict .word{font:600 1.9rem/1.1 "Iowan Old Style","Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;margin:0 0 .4rem}
.verdict.good .word{color:var(--good)}.verdict.bad .word{color:var(--bad)}.verdict.doubt .word{color:var(--doubt)}
.verdict ul{margin:0;padding:0;list-style:none}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.4rem;margin:1.2rem 0}
.facts dt{color:var(--soft)}.facts dd{margin:0;min-width:0}
.caution{border-left:3px solid var(--line);padding:.1rem 0 .1rem 1rem;color:var(--soft);max-width:48rem}
.caution strong{color:var(--ink);font-weight:600}
nav{margin:1.8rem 0 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:.55rem 0}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;list-style:none;padding:0;margin:0;font-size:.93rem}
section{margin-top:3.2rem}
.sign{width:1em;height:1em;vertical-align:-.12em;flex:none}
.verdict .sign{width:2.6rem;height:2.6rem}
.cut{fill:none;stroke:var(--paper);stroke-width:1.7}
.badge{display:inline-flex;gap:.42em;align-items:baseline;font-weight:600;white-space:nowrap}.badge .sign{position:relative;top:.13em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:400;color:var(--soft);font-size:.86rem;white-space:nowrap;vertical-align:bottom}
tbody th{font-weight:600}
.num{text-align:right;white-space:nowrap}
.bar{display:block;width:100%;min-width:7rem;height:.7rem;margin:.42rem 0;border-radius:2px}
.ground{fill:var(--wash)}.part{fill:currentColor}
.part.good{fill:var(--good)}.part.bad{fill:var(--bad)}.part.doubt{fill:var(--doubt)}.part.mute{fill:var(--mute)}.part.hatch{fill:url(#hatch)}
.hatch-line{stroke:var(--doubt);stroke-width:2}.hatch-ground{fill:var(--paper)}
td code,th code{overflow-wrap:break-word}code.whole{white-space:nowrap}
.roomy{min-width:46rem}.stages{min-width:44rem}.stages th{white-space:nowrap}.ledger{table-layout:fixed;min-width:34rem}.ledger th:nth-child(1){width:8rem}.ledger th:nth-child(2){width:38%}.ledger th:nth-child(5){width:16%}
.finding{border-top:1px solid var(--line);padding:1rem 0 .6rem}
.finding h3{margin:0 0 .3rem;display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.finding h3 code{font-weight:400}.finding h3 .badge{font:600 .94rem/1.2 system-ui,sans-serif}
.places{list-style:none;padding:0;margin:.7rem 0}
.places>li{border-left:2px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:.55rem 0}
.places .spot{font-weight:600}
.places dl{display:grid;grid-template-columns:5.2rem 1fr;gap:0 .8rem;margin:.1rem 0;font-size:.9rem}
.places dt{color:var(--soft)}.places dd{margin:0;min-width:0}
.graph{display:block;margin:.4rem 0}
.graph text{font:13px system-ui,"Liberation Sans",sans-serif;fill:var(--ink)}
.graph .small{font-size:11.5px;fill:var(--soft)}
.graph .strong{font-weight:600}.graph .code{font:12.5px ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
.slab{fill:var(--wash);stroke:var(--line)}.slab.metadata{fill:none;stroke-dasharray:4 3}.slab.bad{stroke:var(--bad);stroke-width:2}.slab.doubt{stroke:var(--doubt);stroke-width:2}.slab.mute{stroke:var(--mute)}
.lead-line{fill:none;stroke:var(--line);stroke-width:1.4}.lead-line.bad{stroke:var(--bad)}.lead-line.doubt{stroke:var(--doubt)}
.graph .box{fill:var(--paper);stroke:var(--line);stroke-width:1.2}
.graph .box.bad{stroke:var(--bad);stroke-width:2.2}.graph .box.doubt{stroke:var(--doubt);stroke-width:1.6;stroke-dasharray:5 3}
.graph .edge{fill:none;stroke:var(--mute);stroke-width:1.2;opacity:.75}.graph .edge.breaking{stroke:var(--bad);stroke-width:2.6;opacity:1}
.graph .tip{fill:var(--mute)}.graph .tip.breaking{fill:var(--bad)}.graph .cut{fill:none;stroke:var(--good);stroke-width:2;stroke-dasharray:7 5}
details{margin:.8rem 0}summary{cursor:pointer;color:var(--link);width:fit-content}
ol.commands{padding-left:1.3rem}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:.8rem;color:var(--soft);font-size:.9rem}
@media (max-width:40rem){body{padding:1.4rem 1rem 3rem}h1{font-size:1.6rem}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.5rem}section{margin-top:2.4rem}.verdict .sign{width:2rem;height:2rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#f2f2f2;--good:#155a30;--bad:#8f1212;--doubt:#6b4500;--mute:#555;--link:#000}html{font-size:10.5pt}body{max-width:none;padding:0}nav,.skip{display:none}.scroll{overflow:visible}section{margin-top:1.6rem}h2,h3{break-after:avoid}tr,.places>li,.finding h3,pre{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}.graph{max-width:100%;height:auto}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
