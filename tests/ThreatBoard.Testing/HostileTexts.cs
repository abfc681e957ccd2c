namespace ThreatBoard.Testing;

/// <summary>Sixty texts that mean harm where anything takes them for more than text.</summary>
public static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\nscript:alert(1))", "[x](<javascript:alert(1)>)", "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))", "[x](\u0001javascript:alert(1))", "[x]( javascript:alert(1))", "[x](vbscript:msgbox(1))", "[x](file:///etc/passwd)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "![x](data:image/svg+xml,<svg onload=alert(1)>)", "<javascript:alert(1)>",
        "[x](//evil.example)", "[x](/\\evil.example)", "[x](\\\\evil.example)", "[x](/logout)", "[x](../..)", "[x](#main)", "[x](?open=x)", "[x](blob:https://a/b)",
        "[x](https://user:pass@evil.example)", "[x][r]\n\n[r]: javascript:alert(1)", "[x][r]\n\n[r]: <data:text/html,x> \"t\"", "![a][r]\n\n[r]: https://evil.example/a.png",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<iframe src=//evil></iframe>", "<style>*{display:none}</style>",
        "<!--<img src=x onerror=alert(1)>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "![x](https://evil.example/pixel.png)", "![x](x\" onerror=\"alert(1))", "[x](https://a.example \"\" onmouseover=\"alert(1))", "[x](https://a.example/\"onclick=alert(1))",
        "**<b>x</b>**", "`<b>x</b>`", "```html\n<script>alert(1)</script>\n```", "```\" onload=\"alert(1)\nx\n```", "# <h1 onclick=alert(1)>x</h1>", "- <li onclick=alert(1)>", "> <blockquote onclick=alert(1)>",
        "<https://a.example/\" onclick=\"alert(1)>", "<mailto:a@b.example?subject=<script>>", "a@b.example<script>", "https://a.example/<script>alert(1)</script>",
        "@[<script>alert(1)</script>](person:01990000-0000-7000-8000-000000000001)", "@[x](person:javascript:alert(1))", "@[x](javascript:alert(1))", "&lt;script&gt;alert(1)&lt;/script&gt;", "{{7*7}} ${7*7} <%= 7*7 %>",
        "[<img src=x onerror=alert(1)>](https://a.example)", "[![x](javascript:alert(1))](javascript:alert(2))", "[x](https://a.example){onclick=alert(1)}", "{onclick=alert(1)}\n# x", "\0<script>alert(1)</script>", "<scr\0ipt>alert(1)</script>",
    ];
}
