import type { Chapter } from "./chapters";
import type { Cue } from "./cue";

export function captionsVtt(cues: readonly Cue[]): string {
	return webVtt(cues);
}

export function chaptersVtt(chapters: readonly Chapter[]): string {
	return webVtt(chapters.map(({ title, startMs, endMs }) => ({ startMs, endMs, text: title })));
}

function webVtt(cues: readonly Cue[]): string {
	const blocks = cues.map(({ startMs, endMs, text }, index) => {
		return `${index + 1}\n${timestamp(startMs)} --> ${timestamp(endMs)}\n${cueText(text)}\n`;
	});
	return ["WEBVTT\n", ...blocks].join("\n");
}

/** A blank line would end the cue, and an arrow or a tag would be read as one. */
function cueText(text: string): string {
	const lines = text.split(/\r\n|[\r\n]/u).map((line) => line.trim());
	return lines
		.filter((line) => line !== "")
		.join("\n")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}

function timestamp(ms: number): string {
	const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
	const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1_000) % 60].map(two).join(":");
	return `${clock}.${String(ms % 1_000).padStart(3, "0")}`;
}
