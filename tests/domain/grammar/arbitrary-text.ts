import fc from "fast-check";

const scripts = fc.constantFrom(
	"狗",
	"，",
	"；",
	"：",
	"。",
	"“",
	"”",
	"「",
	"」",
	"１",
	"שלום",
	"مرحبا",
	"؛",
	"👨‍👩‍👧",
	"🇨🇭",
	"é",
);
const signs = fc.constantFrom(
	";",
	",",
	":",
	"'",
	'"',
	"‘",
	"’",
	".",
	"?",
	"(",
	")",
	"[",
	"-",
	"*",
	" ",
	"\n",
	"\r\n",
	"\u2028",
);
const halves = fc.constantFrom("\ud83d", "\ude00", "\udfff", "\ud800");

/** Whatever a clipboard can hold, halves of characters included. */
export const anyText = fc.string({
	unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), signs, scripts, halves),
});

const markers = fc.constantFrom(
	"shot 1, 3, ",
	"; shot 2, 3, x;",
	"\nshot 2, 3, x",
	"镜头 2，3，",
	"Shot 2 (3s): x",
	". Shot 2: ",
	"- [Shot 3] ",
	"分镜二：",
	"SHOT 1,2.5,",
	"shot, 0, ",
	"shot 9 ",
	"鏡頭 1, -2,",
	"shot 1, 99999999999999999999999, ",
	"3, ",
	", ,",
	"shot",
);

/** Text that is more likely than chance to look like a script. */
export const scriptLike = fc
	.array(fc.oneof(anyText, markers, signs, fc.constantFrom("a dog runs", "3s", "the end")), { maxLength: 14 })
	.map((parts) => parts.join(""));
