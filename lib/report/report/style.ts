/** The report's only style sheet: light, and made for paper as much as for a screen. Text has 4.5 : 1 against its ground. */
export const REPORT_STYLE = `
:root{color-scheme:light;--ink:#16181d;--mut:#5f666f;--line:#e4e6e9;--soft:#f6f7f8;--gap:#c8324a;--ok:#1f7a4d;--warn:#8a5700}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%}
body{font:14px/1.5 Inter,"Inter Variable",system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:var(--ink);background:#fff;max-width:1040px;margin:0 auto;padding:36px 32px 56px}
.top{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;color:var(--mut);font-size:13px;border-bottom:1px solid var(--line);padding-bottom:10px;margin-bottom:26px}
.top b{color:var(--ink);font-weight:650}
.state{display:flex;align-items:center;gap:8px;font-size:13px;font-weight:600}
.state::before{content:"";width:12px;height:12px;border-radius:50%;border:3px solid currentColor}
.state.proved,.state.agree{color:var(--ok)}.state.proved::before,.state.agree::before{background:currentColor}
.state.best-explanation{color:var(--warn)}.state.not-explained{color:var(--gap)}
h1{font-size:29px;line-height:1.22;letter-spacing:-.02em;font-weight:640;margin:8px 0 12px;max-width:24em;overflow-wrap:anywhere}
.lead{font-size:16px;line-height:1.6;max-width:46em}
.lead+.lead{margin-top:6px}
strong,b{font-weight:620}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));border:solid var(--line);border-width:1px 0;margin:26px 0 0}
.figures div{padding:14px 16px 14px 0}
.figures div+div{padding-left:16px;border-left:1px solid var(--line)}
.figures dt,.figures .note{color:var(--mut);font-size:13px}
.figures .note{overflow-wrap:anywhere}
.figures .value{font-size:22px;font-weight:620;white-space:nowrap;letter-spacing:-.015em;font-variant-numeric:tabular-nums}
.figures .gap .value{color:var(--gap)}
h2{font-size:17px;line-height:1.3;font-weight:640;margin:38px 0 8px}
h3{font-size:14.5px;line-height:1.35;font-weight:620;margin:0 0 6px}
p,ul,ol{max-width:68em}
ul,ol{padding-left:20px}li{margin:3px 0}
.two{display:grid;grid-template-columns:1fr 1fr;gap:8px 40px}
.two h2{margin-bottom:4px}
.pairs{list-style:none;padding:0}
.pairs li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:16px;padding:6px 0;margin:0;border-top:1px solid var(--line)}
.pairs span{color:var(--mut);text-align:right;max-width:20em;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:30px 40px;margin-top:10px}
figure{border-top:2px solid var(--ink);padding-top:8px;min-width:0}
figure h3{min-height:2.7em}
figure svg{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-nums}
details{margin-top:6px;font-size:12px;color:var(--mut)}summary{cursor:pointer}details table{color:var(--ink);font-size:12px}
figcaption{color:var(--mut);font-size:11.5px;margin-top:8px}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13px;margin-top:6px}
caption{text-align:left;color:var(--mut);padding-bottom:4px}
th{font-weight:560;color:var(--mut);text-align:left;vertical-align:bottom;border-bottom:1px solid var(--ink);padding:5px 16px 5px 0}
td,tbody th{border-bottom:1px solid var(--line);padding:5px 16px 5px 0;vertical-align:top}
tbody th{color:var(--ink);font-weight:400}
th:last-child,td:last-child{padding-right:0!important}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.hash{font:10.5px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere;min-width:21em}
.mut{color:var(--mut)}
a{color:#2f62c9}
.download{margin:8px 0 0;font-size:13px}
article{border-top:1px solid var(--line);padding:10px 0}
article p{white-space:pre-line}
footer{border-top:1px solid var(--line);margin-top:40px;padding-top:10px;color:var(--mut);font-size:12px}
@media (max-width:720px){body{padding:20px 16px 40px}h1{font-size:24px}.two,.charts{grid-template-columns:1fr}.figures{grid-template-columns:1fr 1fr}.figures div+div{border-left:0;padding-left:0}figure h3{min-height:0}}
@page{size:auto;margin:15mm 14mm 16mm}
@media print{
body{max-width:none;padding:0;font-size:10pt}
h1{font-size:20pt}.lead{font-size:11pt}h2{font-size:12.5pt;margin-top:20pt}
h1,h2,h3,caption,thead{break-after:avoid}
figure,article,.figures,.pairs li,li,tr{break-inside:avoid}
.two,.charts{grid-template-columns:1fr 1fr}
thead{display:table-header-group}
table{font-size:8.5pt}thead th,tbody th,tbody td{padding:2.5pt 10pt 2.5pt 0}
.figures{grid-template-columns:repeat(4,auto)}.figures .value{font-size:14pt}.figures div{padding:9pt 8pt 9pt 0}.figures div+div{padding-left:9pt}
.hash{font-size:6.5pt;min-width:15em}
figcaption{font-size:7.5pt}
.scroll{overflow:visible}.download,details{display:none}
p,li{orphans:3;widows:3}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`;
