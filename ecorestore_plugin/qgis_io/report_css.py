"""The look of every HTML page, on screen and on paper; FONT stands for the font families."""

CSS = """
:root{--ink:#263238;--soft:#5f6b72;--line:#d5dbdf;--green:#1d5c3a}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1040px;padding:24px 28px 60px;color:var(--ink);font:15px/1.55 FONT}
h1{margin:0 0 4px;color:var(--green);font-size:28px;line-height:1.25}
h2{margin:38px 0 12px;padding-bottom:4px;border-bottom:2px solid var(--green);color:var(--green);font-size:20px}
h3{margin:22px 0 6px;font-size:16px}
p{margin:6px 0 10px}.soft{color:var(--soft)}
.banner{margin:14px 0;padding:10px 14px;border-left:6px solid #c8443c;background:#fcebea}
.banner.mild{border-color:#e39a2d;background:#fdf5e6}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(135px,1fr));gap:10px;margin:14px 0}
.card{padding:10px 12px;border:1px solid var(--line);border-radius:6px}
.card b{display:block;color:var(--green);font-size:20px;line-height:1.25;white-space:nowrap}
.card small{font-size:14px;font-weight:400}
.card span{color:var(--soft);font-size:13px}
figure{margin:14px 0 26px;break-inside:avoid}
figure img{display:block;max-width:100%;height:auto;border:1px solid var(--line)}
figcaption{margin-bottom:6px;font-weight:600}h3,figcaption{break-after:avoid}
.tag{margin-left:8px;padding:1px 7px;border-radius:9px;background:#c8443c;color:#fff;font-size:12px;font-weight:600}
.tag.mild{background:#b9770e}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin-top:8px;font-size:13px;align-items:center}
.legend div{display:flex;align-items:center;gap:6px}.legend strong{font-weight:600}
.legend i{display:inline-block;width:22px;height:13px;border:1px solid #999}
.legend img{width:26px;height:16px;border:0}
.ramp{width:min(420px,100%);margin:0 18px}.ramp i{display:block;width:100%;height:12px}
.legend .ramp,.ramp div{display:block}.ramp div{position:relative;height:18px}
.ramp span{position:absolute;transform:translateX(-50%)}
.scroll{overflow-x:auto}
table{min-width:46%;margin:8px 0 16px;border-collapse:collapse;font-size:13px}
th,td{min-width:3.4em;padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
overflow-wrap:break-word}
th{background:#eef3ef;overflow-wrap:normal}
td.n,th.n{text-align:right}td.n{white-space:nowrap}thead{display:table-header-group}
tr{break-inside:avoid}
td .key{display:inline-block;width:14px;height:14px;margin-right:6px;border:1px solid #888;vertical-align:-2px}
svg{max-width:100%;height:auto}
code{display:block;margin:4px 0;padding:6px 10px;background:#f3f6f4;font:13px/1.5 ui-monospace,Consolas,monospace}
footer{margin-top:40px;color:var(--soft);font-size:12px}
.toc ol{margin:8px 0;padding:0;list-style:none;columns:2;column-gap:40px}
.toc li{padding:2px 0;break-inside:avoid}.toc a{color:inherit;text-decoration:none}
.toc a:hover{text-decoration:underline}
.report{counter-reset:part figure table}.report .toc ol{counter-reset:entry}
.report .toc li::before{counter-increment:entry;content:counter(entry) "  ";color:var(--green);font-weight:600}
.report section h2::before{counter-increment:part;content:counter(part) "  "}
.report figcaption::before{counter-increment:figure;content:"Figure " counter(figure) "  ";color:var(--soft)}
.report .table h3::before{counter-increment:table;content:"Table " counter(table) "  ";color:var(--soft)}
.report:lang(zh) figcaption::before{content:"图 " counter(figure) "  "}
.report:lang(zh) .table h3::before{content:"表 " counter(table) "  "}
tr.sum td{border-top:1.5px solid var(--ink);font-weight:600}
.where{margin-top:4px;font-size:12px}
ul.plain{margin:6px 0 10px;padding-left:20px}ul.plain li{margin:3px 0}
@page{size:A4;margin:17mm 15mm 18mm;@bottom-center{content:counter(page);font-size:9pt;color:#5f6b72}}
@media print{body{max-width:none;padding:0;font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2{break-after:avoid;margin-top:24px}.scroll{overflow:visible}figure img{max-height:150mm;width:auto}
figure{margin:8px 0 16px}table{font-size:8pt}.table table{width:100%}th,td{padding:2.5px 5px;min-width:0}
td.n{white-space:normal}.report:lang(zh) th,
.report:lang(zh) td:not(.n){min-width:4em}.cards{grid-template-columns:repeat(5,1fr)}.note{break-inside:avoid}
code{font-size:8.5pt}.legend{font-size:8.5pt}}
"""
