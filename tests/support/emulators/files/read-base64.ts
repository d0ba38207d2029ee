const DATA_URI = /^data:(?<type>[a-z]+\/[a-z0-9.+-]+);base64,(?<data>.*)$/s;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

interface Inlined {
	readonly form: "data-uri" | "bare";
	readonly bytes: Buffer;
	/** As claimed; null for bare base64, which claims nothing. */
	readonly contentType: string | null;
}

/** Null for what is not base64 in either form. */
export function readBase64(text: string): Inlined | null {
	const uri = DATA_URI.exec(text);
	const data = uri?.groups?.data ?? text;
	if (data === "" || data.length % 4 !== 0 || !BASE64.test(data)) return null;
	const bytes = Buffer.from(data, "base64");
	return uri
		? { form: "data-uri", bytes, contentType: uri.groups?.type ?? null }
		: { form: "bare", bytes, contentType: null };
}
