/// How pages look: light and dark on screens, wide and narrow (without further columns), and A4 on
/// paper.
enum HTMLStyle {
  static let text = """
    :root { --ink: #1b1f24; --soft: #59636e; --page: #ffffff; --line: #d5dae0; --track: #eef1f4;
      --bar: #8bb3e8; --inner: #1f5fae; --red: #b3261e; --yellow: #7a5600; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ed; --soft: #9aa4af; --page: #14171b; --line: #39414a; --track: #22272d;
        --bar: #3d659b; --inner: #8fbcff; --red: #ff9a92; --yellow: #f2c14e; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
        "Noto Sans SC", sans-serif; }
    :lang(zh-Hant) body, body:lang(zh-Hant) { font-family: system-ui, "PingFang TC",
      "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; padding-bottom: .2rem;
      border-bottom: 2px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    p, ul { margin: .4rem 0; }
    ul { padding-left: 1.3rem; }
    body, .w { overflow-wrap: anywhere; }
    .sub, .note { color: var(--soft); }
    .sub { margin: .2rem 0 0; }
    .figures { display: grid; gap: .6rem; margin: .8rem 0;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 46%), 1fr)); }
    .figures div { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .7rem; }
    .figures dt { color: var(--soft); font-size: .85rem; }
    .figures dd { margin: 0; font-size: 1.15rem; font-weight: 600; }
    .figures dd.note { font-size: .8rem; font-weight: 400; }
    .scroll { overflow-x: auto; margin: .6rem 0; background:
      linear-gradient(90deg, var(--page), transparent) 0 / 2rem 100% no-repeat local,
      linear-gradient(270deg, var(--page), transparent) 100% / 2rem 100% no-repeat local,
      linear-gradient(90deg, var(--soft), transparent) 0 / .5rem 100% no-repeat,
      linear-gradient(270deg, var(--soft), transparent) 100% / .5rem 100% no-repeat; }
    table { border-collapse: collapse; width: 100%; font-size: .87rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .4rem;
      border-bottom: 1px solid var(--line); }
    th { color: var(--soft); font-weight: 600; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .k { white-space: nowrap; }
    .w { min-width: 12rem; }
    .red { color: var(--red); font-weight: 600; white-space: nowrap; }
    .yellow { color: var(--yellow); font-weight: 600; white-space: nowrap; }
    .warning { color: var(--yellow); white-space: nowrap; }
    .bars { margin: .6rem 0; }
    .bars svg { display: block; }
    .bars p { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .1rem 0 0; font-size: .87rem;
      line-height: 1.4; break-after: avoid; }
    .bars .note { margin-left: auto; }
    .bars .track { fill: var(--track); }
    .bars .bar { fill: var(--bar); }
    .bars .inner { fill: var(--inner); }
    .bars .mark { stroke: var(--ink); stroke-width: 2; }
    .legend { color: var(--soft); font-size: .85rem; }
    .legend::before { content: ""; display: inline-block; height: .9em; margin-right: .5em;
      border-left: 2px solid var(--ink); vertical-align: -.1em; }
    @media screen and (max-width: 40rem) { .f { display: none; } }
    @page { size: A4; margin: 14mm; }
    @media print {
      body { font-size: 9.5pt; }
      main { max-width: none; padding: 0; }
      h2, h3 { break-after: avoid; }
      tr, .figures div, .bars svg { break-inside: avoid; }
      thead, tbody tr:first-child { break-after: avoid; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; background: none; }
      table { font-size: 8pt; }
      th, td { padding: .2rem .3rem; }
      .w { min-width: 6rem; }
      .bars rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
