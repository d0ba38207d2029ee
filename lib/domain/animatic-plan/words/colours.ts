import type { Colour } from "../plan";
import type { Entry } from "./entry";

export const COLOURS: readonly Entry<Colour>[] = [
	{ kind: "red", en: "red|scarlet|crimson|ruby|burgundy|maroon|rust(?:y|-red)?|reddish", zh: "红色?|赤|绯" },
	{ kind: "orange", en: "orange|amber|copper|tangerine|ginger|apricot", zh: "橙色?|橘色?" },
	{ kind: "yellow", en: "yellow|lemon|mustard|saffron", zh: "黄色?" },
	{ kind: "green", en: "green|emerald|olive|jade|lime|mossy", zh: "绿色?|翠" },
	{ kind: "teal", en: "teal|turquoise|cyan|aqua", zh: "青色?" },
	{ kind: "blue", en: "blue|navy|azure|cobalt|indigo|sapphire|denim", zh: "蓝色?" },
	{ kind: "purple", en: "purple|violet|lavender|magenta|plum|lilac", zh: "紫色?" },
	{ kind: "pink", en: "pink|rose|rosy|coral-coloured|fuchsia", zh: "粉红?色?" },
	{ kind: "white", en: "white|ivory|pale|snow-white|cream|silvery|silver", zh: "白色?|银色?|苍白" },
	{ kind: "grey", en: "gr[ea]y|ash|slate|charcoal", zh: "灰色?" },
	{ kind: "black", en: "black|ebony|jet|onyx|dark-coated", zh: "黑色?" },
	{ kind: "brown", en: "brown|tan|beige|chestnut|bronze|khaki|camel|tawny|sandy", zh: "棕色?|褐色?|咖啡色|米色" },
	{ kind: "gold", en: "gold|golden|blonde?|honey", zh: "金色?|金黄色?" },
];
