import { type Exchange, headerOf } from "../kernel/exchange";
import type { RefuseParameter } from "../kernel/refused";

/** A multipart body; refused where it is none. */
export async function readForm(exchange: Exchange, refuse: RefuseParameter): Promise<FormData> {
	const contentType = headerOf(exchange, "content-type") ?? "";
	if (!contentType.startsWith("multipart/form-data")) {
		throw refuse("Content-Type must be multipart/form-data", "content-type");
	}
	try {
		return await new Response(new Uint8Array(exchange.body), { headers: { "content-type": contentType } }).formData();
	} catch {
		throw refuse("The form could not be read", "body");
	}
}

/** The form's one file. */
export function readFormFile(form: FormData, name: string, refuse: RefuseParameter): File {
	const entry = form.get(name);
	if (!(entry instanceof File)) throw refuse(`${name} must be a file`, name);
	return entry;
}
