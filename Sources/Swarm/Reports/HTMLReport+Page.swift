/// What every report has: its looks and its few moving parts.
extension HTMLReport {
  static let style = """
    :root{color-scheme:light;--back:#f6f7f5;--card:#fff;--ink:#1d2620;--soft:#66736a;--line:#dfe5e0;--good:#1f8a5b;--bad:#d2453d;--mid:#2f6fb3;--high:#c9811a}
    @media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--back:#131815;--card:#1b221e;--ink:#e4ebe6;--soft:#93a399;--line:#2e3832;--good:#4cc38a;--bad:#ff7a70;--mid:#6fb1ff;--high:#f0b354}}
    :root[data-theme=dark]{color-scheme:dark;--back:#131815;--card:#1b221e;--ink:#e4ebe6;--soft:#93a399;--line:#2e3832;--good:#4cc38a;--bad:#ff7a70;--mid:#6fb1ff;--high:#f0b354}
    *{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    header{display:flex;justify-content:space-between;align-items:center;max-width:1200px;margin:0 auto;padding:20px 24px 0}
    h1{font-size:24px;margin:0}h2{font-size:18px;margin:0 0 12px}h3{font-size:15px;margin:0 0 8px}
    button{border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);font-size:18px;padding:4px 12px;cursor:pointer}
    main{max-width:1200px;margin:0 auto;padding:16px 24px 40px}
    section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;margin-bottom:18px}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(120px,1fr));gap:12px;margin-top:16px}
    .cards div{border:1px solid var(--line);border-radius:10px;padding:10px 14px}
    .cards b{display:block;font-size:20px;font-variant-numeric:tabular-nums}.cards span{color:var(--soft);font-size:13px}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:14px}
    th{position:sticky;top:0;background:var(--card);text-align:left;color:var(--soft);font-weight:600;cursor:pointer;white-space:nowrap}
    th,td{padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
    td{overflow-wrap:anywhere}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    tbody tr:hover{background:color-mix(in srgb,var(--good) 8%,transparent)}
    tfoot td{font-weight:600;border-bottom:0}
    pre{margin:0;font:12px/1.4 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap}
    .chart{margin:0 0 18px}figcaption{font-weight:600;margin-bottom:4px}
    figcaption output{float:right;font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums}
    svg{width:100%;height:auto;display:block}
    .key{font-weight:400;font-size:13px;margin-left:12px;color:var(--soft)}
    .key::before{content:"";display:inline-block;width:10px;height:10px;border-radius:5px;margin-right:5px;background:var(--c)}
    .verdict{color:var(--c)}.mark{stroke:var(--soft);stroke-dasharray:3 3}
    .good{--c:var(--good)}.bad{--c:var(--bad)}.mid{--c:var(--mid)}.high{--c:var(--high)}
    polyline{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round}
    .grid{stroke:var(--line)}.axis{fill:var(--soft);font-size:11px}.cursor{stroke:var(--soft);visibility:hidden}
    .halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:24px}
    ul{margin:0;padding-left:18px}li i{font-style:normal;color:var(--good);font-variant-numeric:tabular-nums}
    @media print{button{display:none}section{break-inside:avoid}}
    """

  static let script = """
    document.getElementById("theme").onclick=()=>{const r=document.documentElement;\
    const dark=r.dataset.theme?r.dataset.theme==="dark":matchMedia("(prefers-color-scheme:dark)").matches;\
    r.dataset.theme=dark?"light":"dark"};
    for(const th of document.querySelectorAll("th"))th.onclick=()=>{const body=th.closest("table").tBodies[0],i=th.cellIndex;\
    const up=th.dataset.up=th.dataset.up==="1"?"0":"1";\
    const key=row=>{const t=row.cells[i].textContent;return t===""||isNaN(t)?t:+t};\
    [...body.rows].sort((a,b)=>{const x=key(a),y=key(b);return(x>y?1:x<y?-1:0)*(up==="1"?1:-1)}).forEach(r=>body.append(r))};
    for(const svg of document.querySelectorAll("svg")){const d=JSON.parse(svg.dataset.points),left=+svg.dataset.left,width=+svg.dataset.width;\
    const cursor=svg.querySelector(".cursor"),out=svg.parentNode.querySelector("output"),end=d.t[d.t.length-1];\
    svg.onmousemove=e=>{const box=svg.getBoundingClientRect(),t=((e.clientX-box.left)/box.width*svg.viewBox.baseVal.width-left)/width*end;\
    let n=0;d.t.forEach((v,i)=>{if(Math.abs(v-t)<Math.abs(d.t[n]-t))n=i});\
    const x=left+d.t[n]/end*width;cursor.setAttribute("x1",x);cursor.setAttribute("x2",x);cursor.style.visibility="visible";\
    out.textContent=d.t[n]+" s: "+d.s.map(s=>s[0]+" "+s[1][n]).join(", ")};\
    svg.onmouseleave=()=>{cursor.style.visibility="hidden";out.textContent=""}}
    """
}
