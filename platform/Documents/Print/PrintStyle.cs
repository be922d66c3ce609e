namespace StudySuite.Documents;

internal static class PrintStyle
{
    /// <summary>225 mm by 22 lines, 156 mm by 28 characters of 16 pt; the page number 7 mm under the area.</summary>
    public const string Sheet = """
        @page{size:A4;margin:37mm 26mm 35mm 28mm}
        @page :right{@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,宋体,serif;vertical-align:top;padding:7mm 14pt 0 0}}
        @page :left{@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,宋体,serif;vertical-align:top;padding:7mm 0 0 14pt}}
        @page wide{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
        *{box-sizing:border-box}
        body{margin:0;color:#000;background:#fff;font:16pt 仿宋_GB2312,FangSong,仿宋,STFangsong,"Noto Serif CJK SC",serif;line-height:10.227mm}
        main{width:156mm;letter-spacing:-.073mm;text-align:justify}
        .wide main,section.wide{width:225mm}
        body.wide,section.wide{page:wide}
        section{break-before:page}
        p,h1,h2,h3,h4,h5{margin:0;font-size:16pt;font-weight:400;line-height:10.227mm;min-height:10.227mm}
        .mark{margin-top:35mm;color:#f00;font-family:方正小标宋简体,FZXiaoBiaoSong-B05S,STZhongsong,"Noto Serif CJK SC",serif;font-size:36pt;line-height:36pt;text-align:center}
        .number{margin-top:20.454mm;text-align:center;line-height:16pt;min-height:16pt;padding-bottom:4mm;border-bottom:.5mm solid #f00;margin-bottom:20.454mm}
        h1{font-family:方正小标宋简体,FZXiaoBiaoSong-B05S,STZhongsong,"Noto Serif CJK SC",serif;font-size:22pt;text-align:center}
        h2,.label{font-family:黑体,SimHei,"Noto Sans CJK SC",sans-serif}
        h3,.sub{font-family:楷体_GB2312,KaiTi,楷体,STKaiti,"Noto Serif CJK SC",serif}
        h2,h3,h4,h5,.body{text-indent:2em}
        .sub,.centred{text-align:center}.right{text-align:right}
        .gap{margin-top:10.227mm}.gap2{margin-top:20.454mm}
        .note{font:12pt 楷体_GB2312,KaiTi,楷体,serif;line-height:20pt}
        .attached{padding-left:2em}.attached ol,.attached p{margin:0}
        .attached ol{padding-left:4em;list-style-type:decimal}
        .signed{display:table;margin:20.454mm 4em 0 auto;text-align:center}
        .break{break-before:page;height:0}
        table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:15pt;letter-spacing:0;margin:0}
        td,th{border:.18mm solid #000;padding:.6mm 1mm;font-weight:400;overflow-wrap:anywhere;vertical-align:middle}
        th{font-family:黑体,SimHei,"Noto Sans CJK SC",sans-serif;text-align:center}
        td.c{text-align:center}td.n{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}
        caption{font-family:黑体,SimHei,"Noto Sans CJK SC",sans-serif;font-size:12pt;line-height:20pt}
        figure{margin:2mm 0;text-align:center;break-inside:avoid}figure svg{width:150mm;height:auto}
        .end{margin-top:10.227mm;font-size:14pt;line-height:24pt;border:solid #000;border-width:.35mm 0;break-inside:avoid}
        .end p{font-size:14pt;line-height:24pt;min-height:0;padding:0 14pt;display:flex;justify-content:space-between}
        .end p+p{border-top:.25mm solid #000}
        @media screen{body{background:#eee}main{width:210mm;min-height:297mm;margin:5mm auto;padding:37mm 26mm 35mm 28mm;background:#fff}.wide main{width:297mm;padding:28mm 37mm 26mm 35mm}}
        """;
}
