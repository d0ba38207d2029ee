/** What Storyreel decodes. */
export const PICTURE_FORMATS = ["jpeg", "png", "webp", "gif"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Known by sight, and not taken. */
export type OtherFormat = "heic" | "avif" | "tiff" | "bmp" | "svg" | "web-page" | "unknown";

export type Sniffed =
	| { readonly kind: "picture"; readonly format: PictureFormat }
	| { readonly kind: "other"; readonly format: OtherFormat };

export const SNIFF_BYTES = 256;

const PICTURES: readonly (readonly [PictureFormat, RegExp])[] = [
	["jpeg", /^\xff\xd8\xff/],
	["png", /^\x89PNG\r\n/],
	["gif", /^GIF8[79]a/],
	["webp", /^RIFF[\s\S]{4}WEBPVP8[ LX]/],
];

const OTHERS: readonly (readonly [OtherFormat, RegExp])[] = [
	["avif", /^[\s\S]{4}ftyp(avif|avis)/],
	["heic", /^[\s\S]{4}ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/],
	["tiff", /^(II[*+]\0|MM\0[*+])/],
	["bmp", /^BM/],
	["svg", /^[\s\S]{0,3}\s*(<\?xml[\s\S]*?|<!--[\s\S]*?)?<svg[\s>]/i],
	["web-page", /^[\s\S]{0,3}\s*(<!doctype html|<html|<head|<body|<script)/i],
];

/** What the first bytes of a file claim it is. It is a claim and no more: the decoder still has to agree. */
export function sniffPicture(start: Uint8Array): Sniffed {
	const text = String.fromCharCode(...start.subarray(0, SNIFF_BYTES));
	const picture = PICTURES.find(([, signature]) => signature.test(text));
	if (picture) return { kind: "picture", format: picture[0] };
	const other = OTHERS.find(([, signature]) => signature.test(text));
	return { kind: "other", format: other?.[0] ?? "unknown" };
}
