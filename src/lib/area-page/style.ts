/**
 * The style of the pages that are written without the framework: in each page, so that nothing has
 * to be waited for. The policy of pages allows it by its hash, so it is the same on all of them.
 */
const SHEET = `
:root{color-scheme:light dark;--surface:light-dark(#fff,#17191f);--ground:light-dark(#f7f6f3,#101217);--line:light-dark(#d9d7d0,#353944);--strong:light-dark(#77757c,#8a8d9a);--text:light-dark(#17171f,#eceaf2);--quiet:light-dark(#55545f,#b3b2c0);--accent:light-dark(#4a2fa8,#b8a8ff);--tint:light-dark(#efecfb,#2a2545);font:100%/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums;text-size-adjust:100%}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;clip-path:inset(50%)}
.skip:focus{position:static;clip-path:none;display:block;padding:.75rem 1rem}
.bar{display:grid;grid-template-columns:auto minmax(0,1fr);align-items:center;gap:0 .75rem;padding:0 clamp(1rem,2vw,1.5rem);background:var(--surface);border-bottom:1px solid var(--line)}
.bar a,.bar summary{display:flex;align-items:center;gap:.35rem;min-height:2.75rem;color:var(--text);text-decoration:none}
.bar a:hover{text-decoration:underline}
.bar .brand{gap:.6rem;font-weight:700;white-space:nowrap}
.bar .brand:not(:has(+.pages)) span,.away{position:absolute;clip-path:inset(50%)}
.bar .area{min-width:0}
.bar .pages{display:flex;flex-wrap:wrap;grid-column:1/-1;gap:0 .9rem}
.bar .brand+.pages{grid-column:auto}
.bar ul{display:flex;flex-wrap:wrap;gap:0 .9rem;margin:0;padding:0;list-style:none}
.bar details{position:relative;min-width:0}
.bar summary{font-weight:700;white-space:nowrap;list-style:none}
.bar summary::-webkit-details-marker{display:none}
.bar summary::after{content:"▾";content:"▾"/""}
.label{overflow:hidden;text-overflow:ellipsis}
.list{position:absolute;inset:calc(100% + .25rem) auto auto 0;z-index:6;width:max-content;max-width:min(24rem,88vw);max-height:75dvh;overflow-y:auto;padding:.5rem 1rem;background:var(--surface);border:1px solid var(--strong);border-radius:6px}
.pages .list{inset-inline:auto 0}
.bar .list ul{display:block}
.list [aria-current]{font-weight:700}
main{max-width:64rem;margin:0 auto;padding:1.5rem clamp(1rem,2vw,1.5rem) 2rem}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{margin:0 0 .5rem;font-size:clamp(1.6rem,1.2rem + 1.4vw,2.1rem);letter-spacing:-.01em}
h2{margin:0 0 .75rem;font-size:1.3rem}
h3{margin:1.5rem 0 .5rem;font-size:1.0625rem}
p{margin:0 0 .6rem;max-width:66ch;text-wrap:pretty}
main>p{margin-bottom:1.25rem}
ul{margin:0 0 .6rem;padding-inline-start:1.2rem}
.head{display:grid;grid-template:auto 1fr/minmax(0,1fr) auto;gap:0 2rem;margin-bottom:1rem}
.head .locator{grid-area:1/2/3}
.head>.screen a{margin-inline-end:1.25rem}
.quiet,.note{color:var(--quiet)}
.note{display:block}
.note{font-size:.8125rem;font-weight:400}
main>section,main>nav,main>details{margin-bottom:1.5rem;padding:1.25rem clamp(.75rem,2vw,1.25rem);background:var(--surface);border:1px solid var(--line);border-radius:6px}
main>.help{border-inline-start:6px solid var(--accent)}
.help a{font-weight:700}
.help li,.links li{margin-bottom:.25rem}
.help li a,.tel,.links a,.screen a{display:inline-block;min-height:1.5rem}
.kinds{margin-top:1.25rem;columns:17rem;column-gap:1.5rem}
.kind{break-inside:avoid;margin-bottom:1.75rem}
.kind h3{margin-top:0}
.kind ul{padding:0;list-style:none}
.kind li{margin-bottom:.6rem;padding-top:.35rem;border-top:1px solid var(--line);font-size:.9375rem;line-height:1.4}
.kind li p{margin:0}
.far{font-weight:700}
.pictogram{vertical-align:middle;margin-inline-end:.5rem;fill:none;stroke:var(--accent);stroke-width:1.5;stroke-linejoin:round}
.named ul{columns:22rem;column-gap:2rem}
.named li{break-inside:avoid;margin-bottom:.35rem}
.few{margin:0}
.links li{break-inside:avoid}
.links{padding:0;list-style:none;columns:17rem;column-gap:1.5rem}
.contents ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;padding:0;list-style:none}
.contents ul ul{padding-inline-start:1.2rem}
.contents li:has(ul){flex-basis:100%}
.contents a{display:inline-block;min-height:1.75rem}
.contents>ul>li>a{font-weight:700}
.locator{max-width:100%;height:auto}
.land{fill:var(--ground);stroke:var(--strong);stroke-width:.8}
.inner{fill:none;stroke:var(--line);stroke-width:.8}
.here{fill:var(--accent);stroke:var(--accent);stroke-width:1}
.ring{fill:none;stroke:var(--accent);stroke-width:2}
summary{min-height:1.75rem;color:var(--accent);font-weight:700;cursor:pointer}
summary h2{display:inline;margin:0}
dl,dd{margin:0}
dl>div{padding:.35rem 0;border-top:1px solid var(--line)}
dt{font-size:.875rem;color:var(--quiet)}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.35}
th,td{padding:.35rem .6rem .35rem 0;text-align:end;vertical-align:top;font-weight:400;overflow-wrap:normal}
th[scope=row],th[scope=rowgroup]{text-align:start;overflow-wrap:anywhere}
th[scope=rowgroup]{padding-top:1rem;font-weight:700}
thead th{font-weight:700}
thead th:first-child{text-align:start}
th[scope=row]{min-width:10rem}
tbody tr{border-top:1px solid var(--line)}
.plot{display:block}
.axis{stroke:var(--line)}
.range{stroke:var(--accent);stroke-width:3}
.dot{fill:var(--accent)}
.region{stroke:var(--text);stroke-width:2}
.england{fill:var(--surface);stroke:var(--text)}
.find ul{columns:12rem;padding:0;list-style:none}
.letters{display:flex;flex-wrap:wrap;gap:.25rem;margin:0;padding:0;list-style:none}
.letters a{display:inline-flex;align-items:center;justify-content:center;min-width:2rem;min-height:2rem;border:1px solid var(--line);border-radius:4px}
.postcodes{columns:auto;display:flex;flex-wrap:wrap;gap:.25rem .75rem;padding:0;list-style:none}
footer{max-width:64rem;margin:0 auto;padding:0 clamp(1rem,2vw,1.5rem) 2rem;font-size:.875rem;color:var(--quiet)}
footer p{margin-bottom:.4rem;max-width:none}
.paper{display:none}
@media (pointer:coarse){.tel,.screen a,.links a,.find a,.postcodes a,.contents a,footer a,summary{min-height:2.75rem;line-height:2.75rem}.help li{margin-bottom:.75rem}.help li a{padding-block:.5rem;margin-block:-.5rem}.letters a{min-width:2.75rem;min-height:2.75rem}}
@media screen and (max-width:30rem){.head{gap:0 .75rem}.head .locator{grid-area:1/2;width:6.5rem}.head>.screen{grid-column:1/-1;margin:0}}
@media screen and (min-width:60rem){html{scroll-padding-top:3.75rem}.bar{display:flex;gap:0 1rem;height:3.25rem;position:sticky;top:0;z-index:5}.pages .list{inset-inline:0 auto}}
@media screen and (min-width:80rem){.bar .brand:not(:has(+.pages)) span{position:static;clip-path:none}}
@media (max-width:22rem){.bar .pages,.bar .pages ul{gap:0 .65rem}}
@media (forced-colors:active){.here,.dot{fill:Highlight}.range,.ring{stroke:Highlight}}
@media print{
@page{size:A4;margin:8mm 10mm}
:root{color-scheme:light;font-size:7.4pt;line-height:1.22}
.help li,.help li a,.tel{margin:0;padding:0;min-height:0;line-height:inherit}
p{max-width:none}
body{background:none}
.bar,.skip,.around,.contents,.professional,.screen{display:none}
.paper{display:block}
main,footer{max-width:none;padding:0}
main>section{margin-bottom:1mm;padding:0 0 .5mm;border:0;border-top:1px solid #999;border-radius:0;break-inside:auto}
main>.help{border-inline-start:0}
.head{margin-bottom:1mm}
main .locator{height:16mm;width:auto}
.kinds{margin:0;columns:3;column-gap:4mm}
.kind{break-inside:auto;margin:0}
.kind h3{margin:1mm 0 .5mm}
.kind li{break-inside:avoid;margin-bottom:.7mm;padding-top:.4mm;font-size:6.7pt;line-height:1.12}
.kind li p{display:inline}
.kind li p+p:not(.far+p)::before{content:" · "}
.far::after{content:"\\A";white-space:pre}
.kind p:has(>.tel:not([href^="tel:"])){display:none}
h2,h3{break-after:avoid}
.about p{display:inline}
.named ul{columns:auto;padding:0;font-size:6.8pt;line-height:1.15}
.named li{display:inline}
.named li:not(:last-child)::after{content:"; "}
.named .note{display:none}
.few,.few li{display:inline;padding:0}
.few li::before{content:" "}
.few li:not(:last-child)::after{content:";"}
.few li:last-child::after{content:"."}
h1{margin-bottom:.25rem;font-size:14pt}h2{margin:.7mm 0;font-size:9.5pt}h3{margin:1mm 0 .5mm;font-size:8.5pt}
p,ul{margin-bottom:.7mm}
a{color:inherit;text-decoration:none}
footer{font-size:6pt;line-height:1.1}
}
`;

/** As it stands between the tags. */
export const AREA_PAGE_STYLE = SHEET.replaceAll('\n', '');
