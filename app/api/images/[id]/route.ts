import { imageIdSchema } from "@/lib/domain/ids";
import { admitReader } from "@/lib/runtime/admit";
import { runtime } from "@/lib/runtime/runtime";
import { streamBytes } from "@/lib/runtime/stream-bytes";
import { readImage } from "@/lib/services/read-image";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A picture of this browser's; with `w` a small one of about that width. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const { doors } = runtime();
	const { headers, url, signal } = request;
	const admission = await admitReader(headers, doors);
	const id = imageIdSchema.safeParse((await params).id).data;
	if (admission.kind === "refused" || !id) return missing();
	const width = readWidth(new URL(url).searchParams.get("w"));
	const image = await readImage(doors, admission.browserId, { id, width, signal });
	if (!image) return missing();
	return new Response(streamBytes(image.bytes), {
		headers: {
			"content-type": `image/${image.format}`,
			"x-content-length": String(image.length),
			"content-disposition": "inline",
			"content-security-policy": "default-src 'none'; sandbox",
			// Named by its own bytes, so it never changes.
			"cache-control": "private, max-age=31536000, immutable",
		},
	});
}

/** What is missing, what is somebody else's and what is no id at all answer alike. */
function missing(): Response {
	return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}

function readWidth(text: string | null): number | null {
	return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
