import "server-only";
import type { Content } from "@/lib/gateways/api";
import type { ImageBytes } from "@/lib/ports/gateway";

/** A form with the one field these gateways take. */
export async function imageForm({ ref, bytes }: ImageBytes): Promise<Content> {
	const form = new FormData();
	const name = `first-frame.${ref.format === "jpeg" ? "jpg" : "png"}`;
	form.set("file", new File([new Uint8Array(bytes)], name, { type: `image/${ref.format}` }));
	const encoded = new Response(form);
	return {
		type: encoded.headers.get("content-type") ?? "multipart/form-data",
		bytes: new Uint8Array(await encoded.arrayBuffer()),
	};
}
