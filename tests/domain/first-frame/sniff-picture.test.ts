import { describe, expect, it } from "vitest";
import { sniffPicture } from "@/lib/domain/first-frame/sniff-picture";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("the first bytes claim", () => {
	it.each([
		["\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"],
		["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"],
		["GIF87a\x01\x00", "gif"],
		["GIF89a\x01\x00", "gif"],
		["RIFF\x24\0\0\0WEBPVP8 ", "webp"],
		["RIFF\x24\0\0\0WEBPVP8L", "webp"],
		["RIFF\x24\0\0\0WEBPVP8X", "webp"],
	])("%j is a picture: %s", (start, format) => {
		expect(sniffPicture(bytes(start))).toEqual({ kind: "picture", format });
	});

	it.each([
		["\0\0\0\x18ftypheic\0\0\0\0", "heic"],
		["\0\0\0\x18ftypmif1\0\0\0\0", "heic"],
		["\0\0\0\x1cftypavif\0\0\0\0", "avif"],
		["II*\0\x08\0", "tiff"],
		["MM\0*\0\0", "tiff"],
		["BM\x36\0", "bmp"],
		["<svg xmlns=''>", "svg"],
		["  \n<?xml version='1.0'?>\n<svg>", "svg"],
		["<!-- a picture --><SVG>", "svg"],
		["\xef\xbb\xbf<svg>", "svg"],
		["<!DOCTYPE HTML><p>", "web-page"],
		["<html lang='en'>", "web-page"],
		["RIFF\x24\0\0\0WAVEfmt ", "unknown"],
		["RIFF\x24\0\0\0WEBPxxxx", "unknown"],
		["GIF90a", "unknown"],
		["\x89PNG\n\n", "unknown"],
		[" \xff\xd8\xff", "unknown"],
		["%PDF-1.7", "unknown"],
		["", "unknown"],
	])("%j is no picture that is taken: %s", (start, format) => {
		expect(sniffPicture(bytes(start))).toEqual({ kind: "other", format });
	});
});
