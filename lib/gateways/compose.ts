import "server-only";
import type { CatalogEntry, Route } from "@/lib/domain/catalog/entry";
import { type Draft, modality } from "@/lib/domain/draft";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";
import type { ComposedRequest, PreparedImage } from "@/lib/ports/gateway";

/** Members that are `undefined` do not leave. */
export function composeJson(
	path: string,
	body: unknown,
	headers: Readonly<Record<string, string>> = {},
): ComposedRequest {
	const type = { "content-type": "application/json" };
	return { method: "POST", path, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

export function routeFor(draft: Draft, { id, routes }: CatalogEntry): Route {
	if (!routes) throw new Error(`${id} has no route to send a request along.`);
	return routes[modality(draft)];
}

/** `undefined` where nothing is written, so that the member is left out. */
export function promptFor(
	draft: Draft,
	{ shots }: { readonly shots: Pick<CatalogEntry["shots"], "syntax"> },
): string | undefined {
	const prompt = wirePrompt(draft, shots.syntax);
	return prompt.trim() === "" ? undefined : prompt;
}

export function imageUrl(image: PreparedImage | null): string | undefined {
	if (image === null) return undefined;
	if (image.kind !== "url") throw new Error("This gateway takes its image by address only.");
	return image.url;
}

export function dataUri(image: PreparedImage): string {
	if (image.kind === "url") return image.url;
	return `data:image/${image.format};base64,${bareBase64(image)}`;
}

export function bareBase64(image: PreparedImage): string {
	return image.kind === "url" ? image.url : Buffer.from(image.bytes).toString("base64");
}
