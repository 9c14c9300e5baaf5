"""Signs and words that programs stumble over; made here, in the kinds that are known to hurt."""

NAUGHTY = (
    "undefined", "NULL", "None", "nan", "-1e309", "1/0", "0xffffffffffffffff", "1_000", "٣٤٥",
    "\\", "\\\\", "'", '"', "''", "`", "%s%n%x", "{0}{name}", "$(reboot)",
    "; DROP TABLE verslag;--",
    "' OR '1'='1", "../../../etc/passwd", "C:\\con\\aux", "file:///etc/passwd", "\\\\server\\deel",
    "<script>alert(1)</script>", "<b onmouseover=x>vet</b>", "&lt;&amp;&#0;&nbsp;", "<![CDATA[x]]>",
    "<img src='http://127.0.0.1:9/x.png'>", "]]>", "<?php echo 1 ?>", "{{7*7}}", "${7*7}",
    "Ω≈ç√∫˜µ≤≥÷", "åß∂ƒ©˙∆˚¬", "œ∑´®†¥¨ˆøπ", "ÁáÉéÍíÓóÚúÑñ", "田中さんにあげて下さい",
    "パーティー", "和製漢語", "사회과학원", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "ثم نفس سقطت", "בראשית",
    "\u202eomgekeerd\u202c", "\u2066ab\u2069", "\u200b\u200c\u200d\ufeff", "\u00ad\u034f",
    "👩‍👩‍👧‍👦", "🇳🇱🇧🇪", "👾🙇💁🏽", "✋🏿💪🏿", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "ﷺ﷽", "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐", "⒯⒣⒠",
    "\t\t", " ", "\u2028", "\u2029", "\x00", "\x07\x1b[31m", "\ufdd0\ufdd1\ufffc\uffff",
    "\U0010ffff",
    "‹open veld›", "‹‹›", "Sanne: ", ";veilig", "a" * 5000, "x" * 300 + " " + "y" * 300,
)  # fmt: skip
