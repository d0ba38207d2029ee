import "server-only";

/** A request's body, read no further than allowed. `null` where it is longer, whatever its header claims. */
export async function readCappedBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of request.body ?? []) {
		size += part.byteLength;
		if (size > maxBytes) return null;
		parts.push(part);
	}
	return Buffer.concat(parts);
}
