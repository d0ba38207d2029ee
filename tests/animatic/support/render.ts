import { join } from "node:path";
import type { Draft } from "@/lib/domain/draft";
import { type RenderWord, renderWordSchema } from "@/lib/domain/film/render-talk";
import { runChild } from "@/lib/gateways/films/child-run";
import { testDir } from "../../support/test-dir";
import type { BundledChild } from "./bundle-child";

export interface Rendered {
	readonly path: string;
	readonly words: readonly RenderWord[];
}

/** Draws a film in a child process, as the product does. */
export async function render(
	{ script }: BundledChild,
	draft: Draft,
	imagePath: string | null = null,
	folder = testDir(),
): Promise<Rendered> {
	const path = join(folder, "film.mp4");
	const words: RenderWord[] = [];
	await runChild({
		script,
		order: { draft, imagePath, filmPath: path },
		maxResidentBytes: 1_200 * 1024 * 1024,
		timeoutMs: 600_000,
		silenceMs: 120_000,
		signal: new AbortController().signal,
		onWord: (word) => words.push(renderWordSchema.parse(word)),
	});
	return { path, words };
}
